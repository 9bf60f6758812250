"""What the room says together, and what it looks back on."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops.models import Note, Part, Session
from gebuur.apps.workshops.permissions import can_run
from gebuur.core import live


@transaction.atomic
def add_note(
    session: Session,
    *,
    actor: Person,
    kind: str,
    text: str,
    part: Part | None = None,
    by_whom: str = "",
    due_on: dt.date | None = None,
) -> Note:
    """Write down a theme of a question, or an agreement with who and when."""
    _check(session, actor)
    note = Note.objects.create(
        session=session, part=part, kind=kind, text=text, by_whom=by_whom, due_on=due_on
    )
    live.publish(str(session.pk), what="note")
    return note


@transaction.atomic
def edit_note(
    note: Note, *, actor: Person, text: str, by_whom: str = "", due_on: dt.date | None = None
) -> None:
    """Say a theme or an agreement better. What came of it stays."""
    _check(note.session, actor)
    note.text, note.by_whom, note.due_on = text, by_whom, due_on
    note.save(update_fields=["text", "by_whom", "due_on"])
    live.publish(str(note.session_id), what="note")


@transaction.atomic
def remove_note(note: Note, *, actor: Person) -> None:
    _check(note.session, actor)
    note.delete()
    live.publish(str(note.session_id), what="note")


@transaction.atomic
def look_back_on(note: Note, *, actor: Person, outcome: str, happened: str) -> None:
    """Say what came of an agreement of an earlier session."""
    _check(note.session, actor)
    note.outcome, note.happened = outcome, happened
    note.save(update_fields=["outcome", "happened"])


def _check(session: Session, actor: Person) -> None:
    if not can_run(actor, session):
        raise PermissionDenied
