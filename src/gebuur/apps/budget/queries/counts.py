"""From ballots to a count, and from a count to what is kept of it."""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from gebuur.apps.budget.models import Count, Proposal, Round
from gebuur.apps.budget.queries.frames import Frame, binding_version, read_frame
from gebuur.apps.budget.queries.proposals import handed_in_of
from gebuur.domain import tally

FEWEST = 5
"""With fewer ballots than this, only the winners are told."""
Marks = Mapping[str, int]
"""A ballot: points by the key of a proposal in hexadecimals; 1 for a tick."""


@dataclass(frozen=True)
class Paper:
    """What stands on the ballot under a short number, as it does in the recount file."""

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
    binding = binding_version(one)
    until = None if binding is None else read_frame(binding.text).days["vote_until"]
    is_over = until is not None and today > until
    return Room(until, is_over, Count.objects.filter(round=one).first())


def is_counted(one: Round) -> bool:
    return Count.objects.filter(round=one).exists()


def is_voted_on(one: Round, today: dt.date) -> bool:
    """Whether the vote of a round has begun."""
    binding = binding_version(one)
    return binding is not None and today >= read_frame(binding.text).days["vote_from"]


def frame_of(count: Count) -> Frame:
    """The frame by which it was counted, whatever both sides signed since."""
    return read_frame(count.round.frames.get(number=count.result["frame"]).text)


def list_papers(one: Round) -> list[Paper]:
    """Everything on the ballot, numbered in the order of handing in. What asks no money counts as one cent."""
    on_ballot = one.proposals.filter(state=Proposal.State.ON_BALLOT)
    said = handed_in_of(on_ballot)
    return [
        Paper(f"P{at}", each, said[each.pk].title, max(said[each.pk].once_cents, 1))
        for at, each in enumerate(on_ballot.order_by("handed_in_at", "pk"), 1)
    ]


def election_of(
    one: Round, frame: Frame, papers: Sequence[Paper], ballots: Iterable[Marks]
) -> tally.Election:
    """The ballots under the numbers of the recount file. Nothing in it is about a voter."""
    number = {paper.proposal.pk.hex: paper.number for paper in papers}
    marks = [
        {number[key]: points for key, points in ballot.items() if points > 0} for ballot in ballots
    ]
    has_points = frame.ballot == Round.Ballot.POINTS
    election = tally.make_election(
        [tally.Project(paper.number, Fraction(paper.cents, 100), paper.title) for paper in papers],
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


def told_of_few(papers: Sequence[Paper], winners: Sequence[str], roll: int) -> dict[str, Any]:
    """Only what was chosen: with so few ballots more would say what somebody voted."""
    known = {paper.number: paper for paper in papers}
    return {"roll": roll, "projects": [_named(known[name]) | {"by": "few"} for name in winners]}


def told_of(
    outcome: tally.Outcome, election: tally.Election, papers: Sequence[Paper], roll: int
) -> dict[str, Any]:
    """All that the pages tell of a count; what losers lacked is found afterwards."""
    why = tally.explain(outcome, election)
    known = {paper.number: paper for paper in papers}
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


def _named(paper: Paper) -> dict[str, Any]:
    return {
        "number": paper.number,
        "proposal": str(paper.proposal.pk),
        "title": paper.title,
        "cents": paper.cents,
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
