"""Writing reflections. No line goes to the chronicle: that somebody reflects is nobody's business."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import is_staff
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.reflection.models import Entry, Intention, Share
from gebuur.apps.reflection.queries import get_colleague_for
from gebuur.core.errors import RuleBroken

JSON_FIELDS = {"moments", "styles"}


class LookedBackAlready(RuleBroken):
    """This intention was looked back on before."""


def begin_entry(
    writer: Person,
    *,
    actor: Person,
    now: dt.datetime,
    line: Line | None = None,
    title: str = "",
    form: str = Entry.Form.EXERCISE,
    case: str = "",
) -> Entry:
    """Begin a sitting on something out of the chronicle, something written, or a case."""
    if actor.pk != writer.pk or not is_staff(actor):
        raise PermissionDenied
    return Entry.objects.create(
        neighbourhood_id=writer.neighbourhood_id,
        writer=writer,
        line=line.pk if line else None,
        on=timezone.localdate(line.at if line else now),
        form=Entry.Form(form).value,
        case=case,
        title=title,
        begun_at=now,
    )


def save_answers(entry: Entry, answers: Mapping[str, Any], *, actor: Person) -> None:
    """Keep what was typed in one step."""
    _check(entry, actor)
    for field, value in answers.items():
        text = json.dumps(value, ensure_ascii=False) if field in JSON_FIELDS else value
        setattr(entry, field, text)
    entry.save(update_fields=list(answers))


@transaction.atomic
def finish_entry(
    entry: Entry, *, actor: Person, text: str, due_on: dt.date, now: dt.datetime
) -> Intention:
    """End with one intention and a day; ending again changes it, until it is looked back on."""
    _check(entry, actor)
    Entry.objects.filter(pk=entry.pk, finished_at__isnull=True).update(finished_at=now)
    known = Intention.objects.filter(entry=entry).first()
    if known is None:
        return Intention.objects.create(
            neighbourhood_id=entry.neighbourhood_id,
            entry=entry,
            writer=entry.writer,
            text=text,
            due_on=due_on,
        )
    waiting = Intention.objects.filter(pk=known.pk, looked_back_at__isnull=True)
    if not waiting.update(due_on=due_on, reminded_at=None):
        raise _looked_back()
    known.text, known.due_on, known.reminded_at = text, due_on, None
    known.save(update_fields=["text"])
    return known


@transaction.atomic
def look_back(
    intention: Intention,
    *,
    actor: Person,
    outcome: str,
    happened: str,
    residents_said: str,
    now: dt.datetime,
) -> None:
    """Say what came of it: done, partly or not; what happened; what residents said."""
    if actor.pk != intention.writer_id:
        raise PermissionDenied
    claimed = Intention.objects.filter(pk=intention.pk, looked_back_at__isnull=True).update(
        outcome=outcome, looked_back_at=now
    )
    if not claimed:
        raise _looked_back()
    intention.happened, intention.residents_said = happened, residents_said
    intention.save(update_fields=["happened", "residents_said"])


@transaction.atomic
def share_entry(entry: Entry, reader: Person, *, actor: Person, now: dt.datetime) -> None:
    """Let a colleague read one reflection; she is told nothing about what is in it."""
    _check(entry, actor)
    if get_colleague_for(actor, reader.pk, today=timezone.localdate(now)) is None:
        raise PermissionDenied
    Share.objects.get_or_create(
        entry=entry, reader=reader, withdrawn_at=None, defaults={"shared_at": now}
    )


def withdraw_share(entry: Entry, share: Share, *, actor: Person, now: dt.datetime) -> None:
    """Take a reflection back; from now on it does not exist for that colleague."""
    _check(entry, actor)
    Share.objects.filter(pk=share.pk, entry=entry, withdrawn_at__isnull=True).update(
        withdrawn_at=now
    )


def delete_entry(entry: Entry, *, actor: Person) -> None:
    """Delete a reflection with its intention and its shares, for real."""
    _check(entry, actor)
    Entry.objects.filter(pk=entry.pk).delete()


def remind_intentions(*, now: dt.datetime) -> int:
    """Remind each writer once, when the day of an intention has come; without a word of what it was."""
    due = Intention.objects.filter(
        looked_back_at__isnull=True, reminded_at__isnull=True, due_on__lte=timezone.localdate(now)
    ).select_related("writer__neighbourhood")
    return sum(_remind(intention, now=now) for intention in due.defer("text"))


@transaction.atomic
def _remind(intention: Intention, *, now: dt.datetime) -> bool:
    own = Intention.objects.filter(pk=intention.pk, reminded_at__isnull=True)
    if not own.update(reminded_at=now):
        return False
    words = {"address": settings.SITE_ADDRESS + reverse("reflection:entry-list")}
    outbox.send(intention.writer, template="reflection/messages/look_back", context=words)
    return True


def _looked_back() -> LookedBackAlready:
    return LookedBackAlready(_("You looked back on this already. It is on the page."))


def _check(entry: Entry, actor: Person) -> None:
    if actor.pk != entry.writer_id:
        raise PermissionDenied
