"""A vote of the neighbourhood budget that is over: three proposals, and ballots to count.

Six neighbours want the square, four the kitchen garden; two of the six want a bench as well. Most votes would take the
square and the bench.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone

from gebuur.apps.budget import actions as budget
from gebuur.apps.budget.models import Box, PaperBallot, Proposal, Round
from gebuur.apps.neighbourhood.models import Membership, Neighbourhood, Person, Role
from gebuur.core import lockbox
from tests import cast

SQUARE, GARDEN, BENCH = "Een groen plein", "Moestuin achter de refter", "Een bank aan de bushalte"
COSTS = {SQUARE: 1_500_000, GARDEN: 638_000, BENCH: 120_000}
TEN = [[SQUARE]] * 4 + [[SQUARE, BENCH]] * 2 + [[GARDEN]] * 4
AGO = (-200, -170, -150, -120, -100, -90, -60, 30)


def make_vote(
    place: Neighbourhood, *, coordinator: Person, neighbour: Person, **facts: Any
) -> Round:
    """Three proposals on the ballot of a vote that ended two months ago."""
    one = cast.make_round(place, coordinator=coordinator, **facts)
    agree(one, coordinator, neighbour)
    for title, cents in COSTS.items():
        cast.make_proposal(one, member=neighbour, title=title, cents=cents, state="on_ballot")
    today, days = timezone.localdate(), zip(cast.ROUND_DAYS, AGO, strict=True)
    past = {name: today + dt.timedelta(days=after) for name, after in days}
    budget.change_round(one, actor=coordinator, **past)
    agree(one, coordinator, neighbour)
    return one


def agree(one: Round, coordinator: Person, neighbour: Person) -> None:
    """Both sides sign what the round says now."""
    now, place = timezone.now(), one.neighbourhood
    speaks = Membership.objects.filter(neighbourhood=place, role=Role.AUTHORITY).first()
    authority = speaks.person if speaks else cast.make_staff(place, "Els", role=Role.AUTHORITY)
    version = budget.draw_up_frame(one, actor=coordinator, why="Andere dagen", now=now)
    budget.sign_for_authority(version, actor=authority, digest=version.digest, now=now)
    budget.sign_for_neighbours(version, actor=neighbour, digest=version.digest, now=now)


def ballots_of(one: Round, votes: Iterable[Sequence[str]] = TEN) -> list[dict[str, int]]:
    """What comes out of the box: a tick for each title."""
    keys = {proposal.title: proposal.pk.hex for proposal in Proposal.objects.filter(round=one)}
    return [{keys[title]: 1 for title in ballot} for ballot in votes]


def fill_box(one: Round, ballots: Iterable[dict[str, int]]) -> tuple[str, ...]:
    """Put ballots on paper beside a box with three keys; these come back."""
    made = lockbox.make_box()
    Box.objects.create(
        neighbourhood=one.neighbourhood, round=one, public=made.public, wraps=dict(made.wraps),
        projects=[proposal.pk.hex for proposal in one.proposals.order_by("title", "pk")],
        opened_at=timezone.now(),
    )  # fmt: skip
    for number, ballot in enumerate(ballots, 1):
        PaperBallot.objects.create(
            neighbourhood=one.neighbourhood,
            round=one,
            number=number,
            first=ballot,
            second=ballot,
            settled=ballot,
        )
    return made.keys
