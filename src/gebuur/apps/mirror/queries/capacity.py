"""What a street can still carry: how often its helpers are asked, who is new, how long it waits itself."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from gebuur.apps.care.models import OPEN_STATES, HelpRequest, Proposal
from gebuur.apps.neighbourhood.models import Street
from gebuur.apps.volunteers.models import Offer
from gebuur.domain.disclosure import rounded, show_count

ASKED_WITHIN, NEW_WITHIN = dt.timedelta(weeks=4), dt.timedelta(weeks=12)
FEWEST_HOUSEHOLDS = 10
SELDOM, OFTEN = 0.5, 2.0
ANSWERED = (Proposal.State.YES, Proposal.State.NOT_THIS_TIME)


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


def list_capacities(streets: Iterable[Street], *, now: dt.datetime) -> list[Capacity]:
    """How much the helpers who live in each of these streets carry now."""
    wanted = list(streets)
    live = Offer.objects.filter(person__street__in=wanted, stopped_at__isnull=True)
    helpers = _each(live.filter(paused_until__isnull=True), "person__street")
    new = _each(live.filter(created_at__gt=now - NEW_WITHIN), "person__street")
    put = Proposal.objects.filter(offer__person__street__in=wanted, asked_at__gt=now - ASKED_WITHIN)
    asked = _each(put, "offer__person__street")
    answered = _each(put.filter(state__in=ANSWERED), "offer__person__street")
    open_now = HelpRequest.objects.filter(seeker__street__in=wanted, state__in=OPEN_STATES)
    waiting = _each(open_now, "seeker__street")
    return [
        _capacity(
            street,
            helpers=helpers[street.pk],
            new=new[street.pk],
            asked=asked[street.pk],
            answered=answered[street.pk],
            waiting=waiting[street.pk],
        )
        for street in wanted
    ]


def capacity_at(street_pk: uuid.UUID | None, *, now: dt.datetime) -> Capacity | None:
    """The meter of one street; None without a street."""
    streets = Street.objects.filter(pk=street_pk) if street_pk else []
    return next(iter(list_capacities(streets, now=now)), None)


def _each(rows: QuerySet[Any], street: str) -> Counter[uuid.UUID]:
    return Counter(dict(rows.order_by().values_list(street).annotate(n=Count("pk"))))


def _capacity(
    street: Street, *, helpers: int, new: int, asked: int, answered: int, waiting: int
) -> Capacity:
    if street.households < FEWEST_HOUSEHOLDS or show_count(helpers) is None:
        return Capacity(street, None, "", None, None, None, None)
    return Capacity(
        street=street,
        helpers=rounded(helpers),
        load=_load(asked / helpers),
        asked=rounded(asked),
        answered=rounded(answered),
        new=rounded(new),
        waiting=rounded(waiting),
    )


def _load(times: float) -> str:
    if times < SELDOM:
        return "seldom"
    return "now_and_then" if times < OFTEN else "often"
