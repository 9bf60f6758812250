"""Noting what was seen in a group, by members and by who stands beside it, and contesting what she noted."""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives.actions.beside import (
    Beside,
    SettledMeanwhile,
    check_beside,
    check_other_hand,
    sign_beside,
    tell_supporter,
)
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.actions.promises import NothingSaid
from gebuur.apps.initiatives.models import Initiative, PhaseNote, Support
from gebuur.apps.initiatives.permissions import Seat, can_speak
from gebuur.domain import frames

SIGNALS = tuple(one.key for one in frames.SIGNALS)


@transaction.atomic
def note_phase(
    initiative: Initiative,
    *,
    actor: Beside,
    signals: Sequence[str],
    is_unclear: bool,
    words: str,
    now: dt.datetime,
) -> PhaseNote:
    """Note the signals somebody saw. A note of the supporter can be contested, and is never changed."""
    check_beside(actor, initiative)
    if not signals and not is_unclear:
        raise NothingSaid(_("Tick what you saw, or that it was something else."))
    if not set(signals) <= set(SIGNALS):
        raise PermissionDenied
    seat = actor if isinstance(actor, Seat) else None
    note = PhaseNote.objects.create(
        neighbourhood_id=initiative.neighbourhood_id,
        initiative=initiative,
        member=seat.member if seat else None,
        support=actor if isinstance(actor, Support) else None,
        signals=[key for key in SIGNALS if key in signals],
        is_unclear=is_unclear,
        words=words,
        typed_by=seat.typed_by if seat else None,
        seen_at=now,
    )
    sign_beside(actor, Verb.DID, act="phase-noted", now=now)
    return note


@transaction.atomic
def contest_phase(note: PhaseNote, words: str, *, actor: Seat, now: dt.datetime) -> None:
    """The group says that it was otherwise. Its words stand beside the note for good."""
    if not can_speak(actor) or note.initiative_id != actor.member.initiative_id:
        raise PermissionDenied
    if note.support is None:
        raise PermissionDenied
    check_other_hand(actor, note.support)
    open_note = PhaseNote.objects.filter(pk=note.pk, contested_at__isnull=True)
    if not open_note.update(
        contested_at=now,
        contested_by=actor.member,
        contested_typed_by=actor.typed_by,
        contested_words=words.strip(),
    ):
        raise SettledMeanwhile(_("Your group has contested this already. It stands beside it."))
    sign(actor, Verb.DECIDED, act="phase-contested", now=now)
    tell_supporter(note.support, "contested")
