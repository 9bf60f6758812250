"""The vote: when it is, what is on the ballot, and what a ballot may hold."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.budget.models import Box, Decision, Proposal, RollEntry, Round
from gebuur.apps.budget.queries.frames import Frame, list_public_rounds
from gebuur.apps.budget.queries.proposals import handed_in_of
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core.money import euros

POINTS = 10
Marks = Mapping[str, int]
"""A ballot: points by the `id` of a choice; 1 for a tick."""


@dataclass(frozen=True)
class Choice:
    """One proposal on the ballot; `id` is how ballots and the recount file name it."""

    id: str
    title: str
    cents: int
    pk: uuid.UUID

    @property
    def cost(self) -> str:
        return euros(self.cents)


@dataclass(frozen=True)
class Voting:
    """Where the vote of a round is today."""

    frame: Frame
    box: Box | None
    choices: tuple[Choice, ...]
    today: dt.date

    @property
    def is_open(self) -> bool:
        """Whether ballots are taken: the box stands, and the last day is not over."""
        standing = self.box is not None and self.box.closed_at is None
        return standing and self.today <= self.frame.days["vote_until"]

    @property
    def is_over(self) -> bool:
        return self.today > self.frame.days["vote_until"]

    @property
    def takes_paper(self) -> bool:
        """Whether paper is typed: after the last day, so that nobody sees who just handed it in."""
        return self.box is not None and self.box.closed_at is None and self.is_over

    @property
    def may_open(self) -> bool:
        """Whether the days of the vote have come and no box stands yet."""
        days = self.frame.days
        return self.box is None and days["vote_from"] <= self.today <= days["vote_until"]


def voting_of(one: Round, frame: Frame, today: dt.date) -> Voting:
    """What the pages of the vote need to know."""
    box = Box.objects.filter(round=one).first()
    return Voting(frame, box, () if box is None else choices_of(box), today)


def open_votes(place: Neighbourhood, today: dt.date) -> list[Round]:
    """Rounds of a place in which people can vote today."""
    return [
        seen.round
        for seen in list_public_rounds(place)
        if voting_of(seen.round, seen.frame, today).is_open
    ]


def choices_of(box: Box) -> tuple[Choice, ...]:
    """Read what is on the ballot, in the order of the box; a signed no takes a proposal off."""
    still = Proposal.objects.filter(round=box.round_id, state=Proposal.State.ON_BALLOT)
    known = {choice.id: choice for choice in _as_choices(still)}
    return tuple(known[name] for name in box.projects if name in known)


def list_ready(one: Round) -> list[Choice]:
    """What would be on the ballot today: handed in, and not refused in that version."""
    return _as_choices(ready_proposals(one))


def ready_proposals(one: Round) -> list[Proposal]:
    """Proposals to put on the ballot. A no about an earlier version does not keep a new one off."""
    handed_in = one.proposals.filter(state=Proposal.State.HANDED_IN).order_by("pk")
    refused = {
        (decision.proposal_id, decision.version)
        for decision in Decision.objects.filter(
            proposal__round=one, signed_at__isnull=False, outcome=Decision.Outcome.NO
        )
    }
    return [each for each in handed_in if (each.pk, each.version) not in refused]


def _as_choices(proposals: Iterable[Proposal]) -> list[Choice]:
    """People vote on what was handed in, not on what a group wrote after that."""
    said = handed_in_of(proposals)
    choices = [Choice(pk.hex, said[pk].title, said[pk].once_cents, pk) for pk in said]
    return sorted(choices, key=lambda one: (one.title, one.id))


def in_her_order(choices: Sequence[Choice], entry: RollEntry) -> list[Choice]:
    """Mix the proposals: another order for everybody, and the same one when she comes back."""
    return sorted(choices, key=lambda one: hashlib.sha256(entry.pk.bytes + one.pk.bytes).digest())


def problem_of(frame: Frame, choices: Sequence[Choice], marks: Marks) -> str:
    """Say why the box does not take these marks; nothing when it does."""
    cents = {choice.id: choice.cents for choice in choices}
    if not set(marks) <= set(cents) or any(value < 1 for value in marks.values()):
        return _("Something on this ballot is no longer there. Choose again.")
    most = frame.most_choices
    if most is not None and len(marks) > most:
        said = ngettext("Choose at most %(n)d proposal.", "Choose at most %(n)d proposals.", most)
        return said % {"n": most}
    if frame.ballot == Round.Ballot.POINTS:
        return _points(sum(marks.values()))
    if any(value != 1 for value in marks.values()):
        return _("Something on this ballot is no longer there. Choose again.")
    total = sum(cents[name] for name in marks)
    if frame.ballot == Round.Ballot.KNAPSACK and total > frame.pot_cents:
        said = _("Together this costs %(over)s more than the pot. Take something out.")
        return said % {"over": euros(total - frame.pot_cents)}
    return ""


def _points(given: int) -> str:
    if given <= POINTS:
        return ""
    said = _("You gave %(given)d points, and there are %(points)d. Take some away.")
    return said % {"given": given, "points": POINTS}


def pack(box: Box, marks: Marks) -> bytes:
    """Write a ballot as one byte for each proposal of the box, so that all are equally long."""
    return bytes(marks.get(name, 0) for name in box.projects)


def unpack(box: Box, content: bytes) -> dict[str, int]:
    """Read it back: what got a mark."""
    pairs = zip(box.projects, content, strict=True)
    return {name: value for name, value in pairs if value}
