"""Groups that sleep, groups that close, and what comes after."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet, Sum
from django.utils import timezone

from gebuur.apps.initiatives.models import (
    Agreement,
    Charge,
    Closing,
    Decision,
    Initiative,
    MoneyLine,
)
from gebuur.apps.initiatives.permissions import GroupRequest, Seat, can_speak, holds
from gebuur.apps.initiatives.queries.deciding import due_for_review, open_for, voices_of
from gebuur.apps.initiatives.queries.groups import SLEEPS_AFTER, sleeps
from gebuur.apps.neighbourhood.models import Neighbourhood

FEW = 2


@dataclass(frozen=True)
class Now:
    """What the page of a group says first: what waits for this member, and whether the group sleeps or ended."""

    asked: list[Decision]
    to_review: list[Agreement]
    is_asleep: bool
    may_answer: bool
    closing: Closing | None
    is_asked_back: bool
    may_reopen: bool


def look_at_now(known: GroupRequest, *, now: dt.datetime) -> Now:
    """What needs attention in a group, for who opens its page."""
    group, seat, today = known.initiative, known.seat, timezone.localdate(now)
    is_asleep = sleeps(group, now=now)
    closing = get_closing(group)
    return Now(
        asked=open_for(group, seat) if group.is_open else [],
        to_review=due_for_review(group, today) if group.is_open else [],
        is_asleep=is_asleep,
        may_answer=is_asleep and seat is not None and holds(seat.member, Charge.LEAD),
        closing=closing,
        is_asked_back=is_asked_back(closing, today),
        may_reopen=seat is not None and can_reopen(seat, today=today),
    )


def list_sleeping(place: Neighbourhood, *, now: dt.datetime) -> QuerySet[Initiative]:
    """Groups of a neighbourhood that sleep, the longest first. For staff: nothing closes by itself."""
    return asleep(now=now).filter(neighbourhood=place).order_by("last_sign_at", "pk")


def asleep(*, now: dt.datetime) -> QuerySet[Initiative]:
    """Open groups without a sign of life for six weeks."""
    open_ones = Initiative.objects.filter(state=Initiative.State.ACTIVE)
    return open_ones.select_related("street").filter(last_sign_at__lt=now - SLEEPS_AFTER)


def closing_decision(group: Initiative) -> Decision | None:
    """The decision of a group to close that nobody acted on yet."""
    taken = Decision.objects.filter(
        initiative=group, is_to_close=True, state=Decision.State.TAKEN, acted_on_at__isnull=True
    )
    return taken.order_by("-settled_at").first()


def open_closing_question(group: Initiative) -> Decision | None:
    """The question whether to close, while the group talks about it."""
    rows = Decision.objects.filter(initiative=group, is_to_close=True, state=Decision.State.OPEN)
    return rows.order_by("-put_at").first()


def can_close(seat: Seat) -> bool:
    """Two neighbours or fewer: who leads may. More: the group decided it, and a member with a voice writes it down."""
    if not can_speak(seat):
        return False
    is_few = voices_of(seat.initiative).count() <= FEW
    return closing_decision(seat.initiative) is not None or (
        is_few and holds(seat.member, Charge.LEAD)
    )


def can_reopen(seat: Seat, *, today: dt.date) -> bool:
    """A member with a voice, until the day on which the group is asked back."""
    closing = get_closing(seat.initiative)
    return closing is not None and seat.member.has_voice and today <= closing.ask_back_on


def get_closing(group: Initiative) -> Closing | None:
    """How a group ended; None while it goes on."""
    rows = Closing.objects.select_related("closed_by__person", "typed_by", "initiative")
    return rows.filter(initiative=group).first()


def is_asked_back(closing: Closing | None, today: dt.date) -> bool:
    """Whether the day has come to tell what remained, and nobody told yet."""
    return closing is not None and today >= closing.ask_back_on and closing.answered_at is None


def list_closed(place: Neighbourhood) -> QuerySet[Closing]:
    """Groups that closed and that everybody may see, with the words of thanks they chose."""
    rows = Closing.objects.filter(neighbourhood=place, initiative__is_hidden=False)
    return rows.select_related("initiative__street").order_by("-closed_at", "pk")


def balance_of(group: Initiative) -> int:
    """What is in the box of a group, in cents."""
    found: int | None = MoneyLine.objects.filter(initiative=group).aggregate(sum=Sum("cents"))[
        "sum"
    ]
    return found or 0
