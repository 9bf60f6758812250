"""A vote in De Vlasbloem, or wherever: a round on the days of its vote, with proposals, a roll and a box."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Proposal, RollEntry, Round
from gebuur.apps.budget.queries import Resident
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role
from tests import cast
from tests.nights import same_hour

TITLES = ("Moestuin achter de refter", "Bank aan de bushalte", "Speelstraat in juli")
CENTS = (638_000, 120_000, 1_400_000)
BEFORE = ("ideas_until", "proposals_until", "checks_until", "repairs_until", "vote_from")


@dataclass(frozen=True)
class Vote:
    """A round whose box stands open, its proposals, and the three keys that are on paper."""

    one: Round
    nele: Person
    proposals: list[Proposal]
    keys: tuple[str, ...]
    now: dt.datetime

    def voter(self, name: str, *, way: str = RollEntry.Way.SLIP) -> tuple[RollEntry, str]:
        """Somebody on the roll with a code in her hand."""
        resident = Resident(name, "Linnenstraat 3, 9000 Gent")
        entry = actions.add_to_roll(self.one, resident, actor=self.nele, now=self.now)
        code = actions.give_code(entry, way=way, actor=self.nele, now=self.now)
        return entry, code

    def cast(self, code: str, *numbers: int) -> None:
        """Put a ballot for these proposals in the box."""
        marks = {self.proposals[number].pk.hex: 1 for number in numbers}
        actions.cast_ballot(self.one, marks, code=code, now=self.now)

    def count(self, *, keys: tuple[str, str] | None = None) -> list[set[str]]:
        """What two keys take out of the box when the vote is over, by the titles that were chosen."""
        two = keys or (self.keys[0], self.keys[2])
        ballots = actions.open_box(self.one, two, actor=self.nele, now=after(self.one))
        titles = {proposal.pk.hex: proposal.title for proposal in self.proposals}
        return [{titles[name] for name in marks} for marks in ballots]


def after(one: Round) -> dt.datetime:
    """A moment on the day after the vote."""
    return same_hour((one.vote_until - timezone.localdate()).days + 1)


def make_voting_round(
    place: Neighbourhood, nele: Person, *, now: dt.datetime | None = None, **facts: Any
) -> Round:
    """A published round whose vote is today and ten more days."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    days: dict[str, Any] = dict.fromkeys(BEFORE, today)
    days |= {
        "vote_until": today + dt.timedelta(days=10),
        "decide_by": today + dt.timedelta(days=40),
    }
    rosa = cast.make_person(place, "Rosa")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    one = cast.make_round(place, coordinator=nele, neighbour=rosa, now=now, **(days | facts))
    for title, cents in zip(TITLES, CENTS, strict=True):
        cast.make_proposal(one, member=rosa, title=title, cents=cents, now=now)
    return one


def make_vote(place: Neighbourhood, *, days_ago: int = 0, **facts: Any) -> Vote:
    """A vote that began today, or long enough ago to be over."""
    now = timezone.now() - dt.timedelta(days=days_ago)
    nele = cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    one = make_voting_round(place, nele, now=now, **facts)
    keys = actions.open_vote(one, actor=nele, now=now)
    proposals = sorted(one.proposals.all(), key=lambda each: TITLES.index(each.title))
    return Vote(one, nele, proposals, keys, now)
