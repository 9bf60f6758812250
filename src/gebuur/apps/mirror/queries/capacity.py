"""What a street can still carry: how often its helpers are asked, who is new, how long it waits itself."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Count, Q

from gebuur.apps.care.models import HelpRequest, Proposal, State
from gebuur.apps.neighbourhood.models import Street
from gebuur.apps.volunteers.models import Offer
from gebuur.domain.disclosure import rounded, show_count

ASKED_WITHIN, NEW_WITHIN = dt.timedelta(weeks=4), dt.timedelta(weeks=12)
FEWEST_HOUSEHOLDS = 10
SELDOM, OFTEN = 0.5, 2.0
OPEN = (State.NEW, State.SEARCHING, State.ASKED)


@dataclass(frozen=True)
class Capacity:
    """The meter of one street. Numbers are rounded down to fives; None where they would point at somebody.

    `load` is how often a helper was asked in four weeks, in words: seldom, now_and_then, often; empty when
    too few help. `answered` of `asked` is the response rate that stands beside every figure.
    """

    street: Street
    helpers: int | None
    load: str
    asked: int | None
    answered: int | None
    new: int | None
    waiting: int | None

    @property
    def is_shown(self) -> bool:
        return self.helpers is not None


def capacity_of(street: Street, *, now: dt.datetime) -> Capacity:
    """How much the helpers who live in a street carry now."""
    live_here = Offer.objects.filter(person__street=street, stopped_at__isnull=True)
    helpers = live_here.filter(paused_until__isnull=True).count()
    if street.households < FEWEST_HOUSEHOLDS or show_count(helpers) is None:
        return Capacity(street, None, "", None, None, None, None)
    asked, answered = _asked_and_answered(street, now)
    waiting = HelpRequest.objects.filter(seeker__street=street, state__in=OPEN).count()
    return Capacity(
        street=street,
        helpers=rounded(helpers),
        load=_load(asked / helpers),
        asked=rounded(asked),
        answered=rounded(answered) if rounded(asked) else None,
        new=rounded(live_here.filter(created_at__gt=now - NEW_WITHIN).count()),
        waiting=rounded(waiting),
    )


def capacity_at(street_pk: uuid.UUID | None, *, now: dt.datetime) -> Capacity | None:
    """The meter of a street that is known by its key; None without a street."""
    street = Street.objects.filter(pk=street_pk).first() if street_pk else None
    return capacity_of(street, now=now) if street else None


def _asked_and_answered(street: Street, now: dt.datetime) -> tuple[int, int]:
    """How often helpers of the street were asked in four weeks, and how often they said yes or no."""
    said = Q(state__in=[Proposal.State.YES, Proposal.State.NOT_THIS_TIME])
    counted = Proposal.objects.filter(
        offer__person__street=street, asked_at__gt=now - ASKED_WITHIN
    ).aggregate(asked=Count("pk"), answered=Count("pk", filter=said))
    return counted["asked"], counted["answered"]


def _load(times: float) -> str:
    if times < SELDOM:
        return "seldom"
    return "now_and_then" if times < OFTEN else "often"
