"""Asking a street how it is to live there, and telling the street what came out."""

import datetime as dt
from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person, Street
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.reflection.actions.voice import CODE_LETTERS
from gebuur.apps.reflection.models import Kind, VoiceRound
from gebuur.apps.reflection.permissions import can_lead_round
from gebuur.apps.reflection.queries import pulse as queries
from gebuur.core.errors import RuleBroken
from gebuur.core.tokens import new_code
from gebuur.domain import frames

LONGEST_TITLE = 80


class StreetTooSmall(RuleBroken):
    """In a street with so few front doors, everybody would know who said what."""


class PulseRuns(RuleBroken):
    """This street is being asked already."""


class TooFewAnswers(RuleBroken):
    """What is hidden from us is not shown to the street either."""


@transaction.atomic
def begin_pulse(
    street: Street, *, actor: Person, until: dt.date, now: dt.datetime, today: dt.date
) -> VoiceRound:
    """Open the six questions for one street; there is no view of the professional beside them."""
    if not works_with(actor, street.neighbourhood_id):
        raise PermissionDenied
    if street.households < queries.FEWEST_HOUSEHOLDS:
        raise StreetTooSmall(_("Fewer than ten households live here. Everybody would be known."))
    make = partial(
        VoiceRound.objects.create,
        neighbourhood=actor.neighbourhood,
        opened_by=actor,
        kind=Kind.PULSE,
        title=street.name[:LONGEST_TITLE],
        on=today,
        street=street,
        questions=[one.key for one in frames.PULSE_QUESTIONS],
        until=until,
        code=new_code(CODE_LETTERS),
        made_at=now,
        opened_at=now,
    )
    try:
        with transaction.atomic():
            one = make()
    except IntegrityError as error:
        raise PulseRuns(_("This street is being asked already. Close that pulse first.")) from error
    _record(one, "voice-round", actor=actor, now=now)
    return one


@transaction.atomic
def show_outcome(one: VoiceRound, *, actor: Person, is_shown: bool, now: dt.datetime) -> None:
    """Show the street what came out, at the address on its sheets, or take that back."""
    if not can_lead_round(actor, one):
        raise PermissionDenied
    if not is_shown:
        VoiceRound.objects.filter(pk=one.pk).update(shown_at=None)
        return
    if not queries.is_enough(one):
        raise TooFewAnswers(_("Too few neighbours answered. Nothing of it is shown to anybody."))
    if VoiceRound.objects.filter(pk=one.pk, shown_at__isnull=True).update(shown_at=now):
        _record(one, "pulse-shown", actor=actor, now=now)


def _record(one: VoiceRound, act: str, *, actor: Person, now: dt.datetime) -> None:
    chronicle.record(
        Verb.SUPPORTED,
        one,
        act=act,
        actor=actor,
        actor_kind=ActorKind.PROFESSIONAL,
        neighbourhood=one.neighbourhood,
        street=one.street_id,
        at=now,
    )
