"""Volunteers of the organisation: a year nearly full, one just begun, one not asked yet, one whose papers wait."""

import datetime as dt
import random

from django.utils import timezone

from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.models import LegalItem, Offer, Way
from gebuur.domain.allowances import Kind, System, Work

# Cents, all below the ceiling of a day; days ago of the newest one, and days between two.
NEARLY_FULL = (40_00, 14, 2, 3)
JUST_BEGUN = (30_00, 3, 4, 7)
NOTHING = (0, 0, 0, 0)
ELSEWHERE = 1_000_00
MISSES = (LegalItem.AGREEMENT, LegalItem.INSURANCE)
ASKED: list[LegalItem] = [item for item in LegalItem if item != LegalItem.EXTRACT]


def make_allowances(
    place: Neighbourhood, nele: Person, *, rng: random.Random, now: dt.datetime
) -> None:
    """Let three volunteer for the organisation with their papers in order; a fourth misses two.

    Joris was not asked yet, so there is nothing to pay back.
    """
    luc, joris = (_offer_of(place, *name) for name in (("Luc", "Vermaelen"), ("Joris", "Dhaene")))
    helps = _who_helped_last(place, but=luc)
    for offer in filter(None, (luc, joris, helps)):
        _organise(offer, nele, ASKED, now=now)
    _book(luc, nele, NEARLY_FULL, elsewhere=ELSEWHERE, now=now)
    _book(joris, nele, NOTHING, elsewhere=0, now=now)
    if helps:
        _book(helps, nele, JUST_BEGUN, elsewhere=0, now=now)
    others = Offer.objects.filter(
        neighbourhood=place,
        stopped_at__isnull=True,
        paused_until__isnull=True,
        last_match_at__isnull=False,
        person__user__isnull=True,
        is_organised=False,
    )
    candidates = list(others.select_related("neighbourhood").order_by("pk"))
    for waiting in rng.sample(candidates, k=min(1, len(candidates))):
        _organise(waiting, nele, [item for item in ASKED if item not in MISSES], now=now)


def _offer_of(place: Neighbourhood, first_name: str, last_name: str) -> Offer:
    """The offer of a person of the story."""
    named = Offer.objects.filter(
        neighbourhood=place, person__first_name=first_name, person__last_name=last_name
    )
    return named.select_related("person", "neighbourhood__organisation").latest("created_at", "pk")


def _who_helped_last(place: Neighbourhood, *, but: Offer) -> Offer | None:
    """Somebody without an account who is there and helped lately."""
    helped = Offer.objects.filter(
        neighbourhood=place,
        stopped_at__isnull=True,
        paused_until__isnull=True,
        last_match_at__isnull=False,
        person__user__isnull=True,
    ).exclude(pk=but.pk)
    rows = helped.select_related("person", "neighbourhood__organisation")
    return rows.order_by("-last_match_at", "pk").first()


def _organise(offer: Offer, nele: Person, items: list[LegalItem], *, now: dt.datetime) -> None:
    """Choose the rules of the organisation, and note these papers on the day it began."""
    actions.choose_rules(offer, is_organised=True, actor=nele)
    offer.is_organised = True
    on = timezone.localdate(offer.created_at)
    for item in items:
        way = Way.PAPER if item in (LegalItem.AGREEMENT, LegalItem.DISCRETION) else Way.TALK
        actions.note_item(offer, item, actor=nele, on=on, now=now, way=way)


def _book(
    offer: Offer,
    nele: Person,
    bookings: tuple[int, int, int, int],
    *,
    elsewhere: int,
    now: dt.datetime,
) -> None:
    """Lump sums back in time, as far as this year goes; early in January there are fewer."""
    cents, times, newest, between = bookings
    today = timezone.localdate(now)
    row = actions.choose_way(
        offer, today.year, system=System.LUMP_SUM, may_be_raised=False, actor=nele, now=now
    )
    actions.declare_elsewhere(
        row, lump_cents=elsewhere, metres=0, travel=0, work=Work.ORDINARY, actor=nele, now=now
    )
    if queries.figures_of(offer.neighbourhood.organisation).ceiling(today.year) is None:
        return  # Nobody entered the ceilings of this year yet, and the page says so.
    days = [today - dt.timedelta(days=newest + between * number) for number in range(times)]
    for on in reversed([day for day in days if day.year == today.year]):
        actions.book_allowance(row, kind=Kind.LUMP, on=on, cents=cents, actor=nele, now=now)
