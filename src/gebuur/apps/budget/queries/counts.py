"""From ballots to a count, and from a count to what is kept of it."""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from gebuur.apps.budget.models import Count, Proposal, Round
from gebuur.apps.budget.queries.frames import Frame, find_published, read_frame
from gebuur.apps.budget.queries.proposals import handed_in_of
from gebuur.apps.budget.queries.votes import Marks
from gebuur.domain import tally

FEWEST = 5
"""With fewer ballots than this, only the winners are told."""


@dataclass(frozen=True)
class Numbered:
    """A proposal on the ballot, under the short number that it has in the recount file."""

    number: str
    proposal: Proposal
    title: str
    cents: int


@dataclass(frozen=True)
class Room:
    """Where a round stands at the table where it is counted."""

    until: dt.date | None
    is_over: bool
    count: Count | None

    @property
    def lacks(self) -> bool:
        """Whether it still has to be found what the losers lacked."""
        return self.count is not None and self.count.result.get("lacked") is False


def ready_to_count(one: Round, today: dt.date) -> Room:
    """Whether the vote is over, and whether it was counted."""
    seen = find_published(one)
    until = None if seen is None else seen.frame.days["vote_until"]
    is_over = until is not None and today > until
    return Room(until, is_over, Count.objects.filter(round=one).first())


def is_counted(one: Round) -> bool:
    return Count.objects.filter(round=one).exists()


def counted_frame(count: Count) -> Frame:
    """The frame by which it was counted, whatever both sides signed since."""
    return read_frame(count.round.frames.get(number=count.result["frame"]).text)


def list_numbered(one: Round) -> list[Numbered]:
    """Everything on the ballot, numbered in the order of handing in. What asks no money counts as one cent."""
    on_ballot = one.proposals.filter(state=Proposal.State.ON_BALLOT)
    said = handed_in_of(on_ballot)
    return [
        Numbered(f"P{at}", each, said[each.pk].title, max(said[each.pk].once_cents, 1))
        for at, each in enumerate(on_ballot.order_by("handed_in_at", "pk"), 1)
    ]


def election_of(
    one: Round, frame: Frame, numbered: Sequence[Numbered], ballots: Iterable[Marks]
) -> tally.Election:
    """The ballots under the numbers of the recount file. Nothing in it is about a voter."""
    number = {each.proposal.pk.hex: each.number for each in numbered}
    marks = [
        {number[key]: points for key, points in ballot.items() if points > 0} for ballot in ballots
    ]
    has_points = frame.ballot == Round.Ballot.POINTS
    election = tally.make_election(
        [tally.Project(each.number, Fraction(each.cents, 100), each.title) for each in numbered],
        Fraction(frame.pot_cents, 100),
        marks if has_points else [list(ballot) for ballot in marks],
        tally.Kind.CUMULATIVE if has_points else tally.Kind.APPROVAL,
    )
    return replace(election, facts=dict(_facts(one, frame)))


def _facts(one: Round, frame: Frame) -> Iterator[tuple[str, str]]:
    """What a recount file says on top."""
    yield "description", frame.title
    yield "country", "Belgium"
    yield "unit", one.neighbourhood.name
    yield "instance", str(frame.days["vote_until"].year)
    yield "currency", "EUR"
    yield "rule", frame.rule
    yield "date_begin", frame.days["vote_from"].strftime("%d.%m.%Y")
    yield "date_end", frame.days["vote_until"].strftime("%d.%m.%Y")


def wishes_of(frame: Frame, seed: str) -> tally.Wishes:
    """The rule as both sides signed it. Points count as points."""
    has_points = frame.ballot == Round.Ballot.POINTS
    return tally.Wishes(
        rule=tally.Rule(frame.rule),
        utility=tally.Utility.POINTS if has_points else tally.Utility(frame.utility),
        completion=tally.Completion(frame.completion),
        seed=seed,
    )


def told_of_few(numbered: Sequence[Numbered], winners: Sequence[str], roll: int) -> dict[str, Any]:
    """Only what was chosen: with so few ballots more would say what somebody voted."""
    known = {each.number: each for each in numbered}
    return {"roll": roll, "projects": [_named(known[name]) | {"by": "few"} for name in winners]}


def told_of(
    outcome: tally.Outcome, election: tally.Election, numbered: Sequence[Numbered], roll: int
) -> dict[str, Any]:
    """All that the pages tell of a count; what losers lacked is found afterwards."""
    why = tally.explain(outcome, election)
    known = {each.number: each for each in numbered}
    votes = {one.project: one.votes for one in outcome.rounds}
    votes |= {one.project: one.votes for one in outcome.losers}
    paid = {one.project: one for one in outcome.rounds}
    projects = [
        _named(known[story.project])
        | {"votes": votes[story.project]}
        | _story(story, paid.get(story.project))
        for story in why.stories
    ]
    return {
        "roll": roll,
        "voters": outcome.voters,
        "share": None if outcome.share is None else str(outcome.share),
        "steps": outcome.steps,
        "projects": projects,
        "others": _others(why.comparison),
        "lots": _lots(projects, outcome.seed),
        "lacked": not outcome.losers,
    }


def _named(each: Numbered) -> dict[str, Any]:
    return {
        "number": each.number,
        "proposal": str(each.proposal.pk),
        "title": each.title,
        "cents": each.cents,
    }


def _story(story: tally.Story, won: tally.Round | None) -> dict[str, Any]:
    return {
        "by": "" if won is None else won.by.value,
        "payment": None if won is None or won.payment is None else str(won.payment),
        "in_full": story.in_full,
        "in_part": story.in_part,
        "backing": _cents(story.backing),
        "left": _cents(story.left),
        "spent": [(name, in_cents(amount)) for name, amount in story.spent_on],
    }


def _others(other: tally.Comparison) -> dict[str, Any]:
    return {
        "only_here": other.only_here,
        "only_there": other.only_there,
        "served_here": other.served_here,
        "served_there": other.served_there,
    }


def _lots(projects: Sequence[Mapping[str, Any]], seed: str) -> list[list[str]]:
    """Proposals that cost the same and got as many votes, in the order of the lot: nothing else was drawn."""
    equal: dict[tuple[int, int], list[str]] = {}
    for one in projects:
        if one["votes"]:
            equal.setdefault((one["cents"], one["votes"]), []).append(one["number"])
    return [
        sorted(names, key=lambda name: tally.draw(seed, name))
        for names in equal.values()
        if len(names) > 1
    ]


def in_cents(amount: Fraction) -> int:
    """Money of the count in cents, rounded down."""
    return math.floor(amount * 100)


def _cents(amount: Fraction | None) -> int | None:
    return None if amount is None else in_cents(amount)
