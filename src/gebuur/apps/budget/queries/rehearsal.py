"""A past vote counted anew under both rules, before anybody fixes the rule. Nothing is kept."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from gebuur.apps.budget.models import Round
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core.errors import RuleBroken
from gebuur.domain.tally import (
    Completion,
    Election,
    Kind,
    Outcome,
    Rule,
    Utility,
    Wishes,
    decimal,
    read_election,
    served,
    tally,
)

MOST_ROWS, MOST_PROPOSALS = 60, 500


class TooManyProposals(RuleBroken):
    """A vote that would keep others waiting while it is counted."""


@dataclass(frozen=True)
class Replayed:
    """A proposal of the past vote, and under which rule it wins."""

    name: str
    cost: Fraction
    votes: int
    wins_by_votes: bool
    wins_by_shares: bool

    @property
    def cost_in_words(self) -> str:
        """In the currency of the file, which need not be ours."""
        return number_format(decimal(self.cost), force_grouping=True)


@dataclass(frozen=True)
class Rehearsed:
    """How many took part, how many find something of their own under each rule, and what wins."""

    voters: int
    served_by_votes: int
    served_by_shares: int
    rows: list[Replayed]
    left_out: int

    @property
    def nothing_by_votes(self) -> int:
        return self.voters - self.served_by_votes

    @property
    def nothing_by_shares(self) -> int:
        return self.voters - self.served_by_shares

    @property
    def more(self) -> int:
        """How many more people get something with equal shares."""
        return self.served_by_shares - self.served_by_votes

    @property
    def fewer(self) -> int:
        return -self.more


def list_counted_rounds(place: Neighbourhood) -> list[Round]:
    """The rounds of this place that were counted, newest first."""
    found = Round.objects.filter(neighbourhood=place, count__isnull=False)
    return list(found.order_by("-made_at"))


def rehearse(text: str, *, utility: str, completion: str) -> Rehearsed:
    """Count a .pb file under most votes and under equal shares.

    Ballots with points or a ranking say themselves what a proposal is worth, unless every proposal counts the same.
    """
    election = read_election(text)
    if len(election.projects) > MOST_PROPOSALS:
        message = _("This vote has more than %(most)d proposals. Choose a smaller one.")
        raise TooManyProposals(message % {"most": MOST_PROPOSALS})
    is_said = election.kind in (Kind.CUMULATIVE, Kind.ORDINAL) and utility == Round.Utility.COST
    by_shares = tally(
        election,
        Wishes(utility=None if is_said else Utility(utility), completion=Completion(completion)),
    )
    by_votes = tally(election, Wishes(Rule.GREEDY))
    rows = _rows(election, by_votes, by_shares)
    return Rehearsed(
        voters=election.voters,
        served_by_votes=served(election, by_votes.winners),
        served_by_shares=served(election, by_shares.winners),
        rows=rows[:MOST_ROWS],
        left_out=max(len(rows) - MOST_ROWS, 0),
    )


def _rows(election: Election, by_votes: Outcome, by_shares: Outcome) -> list[Replayed]:
    """Most votes first; at equal votes in the order of the file."""
    votes = {one.project: one.votes for one in by_votes.rounds}
    votes |= {one.project: one.votes for one in by_votes.losers}
    ordered = sorted(election.projects, key=lambda one: -votes[one.id])
    return [
        Replayed(
            name=one.name or one.id,
            cost=one.cost,
            votes=votes[one.id],
            wins_by_votes=one.id in by_votes.winners,
            wins_by_shares=one.id in by_shares.winners,
        )
        for one in ordered
    ]
