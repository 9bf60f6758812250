"""The result of a round as the pages tell it, read back from what was kept at the count."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gebuur.apps.budget.models import Count, Round
from gebuur.apps.budget.queries.counts import FEWEST, counted_frame, in_cents, wishes_of
from gebuur.apps.budget.queries.frames import Frame, get_public_round
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core.errors import NotForYou

FILE_NAME = "buurtbudget.pb"


@dataclass(frozen=True)
class Line:
    """What became of one proposal. `by` is empty for who did not win; money is in cents.

    `payment` is what a supporter who paid in full paid, per point. `price` and `more` say what a loser lacked.
    """

    number: str
    proposal: uuid.UUID
    title: str
    cents: int
    by: str
    votes: int = 0
    payment: Fraction | None = None
    in_full: int | None = None
    in_part: int | None = None
    backing: int | None = None
    left: int | None = None
    spent: tuple[tuple[str, int], ...] = ()
    price: int | None = None
    more: int | None = None


@dataclass(frozen=True)
class Others:
    """What most votes would have given: who won only here, only there, and how many voters got something."""

    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    served_here: int
    served_there: int


@dataclass(frozen=True)
class Result:
    """A counted round. With fewer than five ballots it tells the winners, and nothing else."""

    round: Round
    frame: Frame
    count: Count
    roll: int
    lines: tuple[Line, ...]
    share: Fraction | None
    steps: int
    others: Others | None
    lots: tuple[tuple[str, ...], ...]

    @property
    def is_few(self) -> bool:
        return self.count.ballots < FEWEST

    @property
    def voters(self) -> int:
        return self.count.ballots

    @property
    def winners(self) -> list[Line]:
        return [line for line in self.lines if line.by]

    @property
    def losers(self) -> list[Line]:
        return [line for line in self.lines if not line.by]

    @property
    def spent(self) -> int:
        return sum(line.cents for line in self.winners)

    @property
    def left_over(self) -> int:
        return max(self.frame.pot_cents - self.spent, 0)

    @property
    def title_of(self) -> dict[str, str]:
        """The names of the proposals, by their number in the recount file."""
        return {line.number: line.title for line in self.lines}


@dataclass(frozen=True)
class Went:
    """Where the part of the pot of such a ballot went, in cents. `also` won without that part."""

    share: int | None
    paid: tuple[tuple[Line, int], ...]
    left: int
    also: tuple[Line, ...]
    lost: tuple[Line, ...]


def get_result(place: Neighbourhood | None, pk: uuid.UUID) -> Result:
    """The result of a round of this place, once it was counted."""
    found = find_result(place, pk)
    if found is None:
        raise NotForYou
    return found


def find_result(place: Neighbourhood | None, pk: uuid.UUID) -> Result | None:
    """The same, or nothing while the vote goes on."""
    seen = get_public_round(place, pk)
    count = Count.objects.filter(round=seen.round).select_related("round__neighbourhood").first()
    return None if count is None else _read(count)


def _read(count: Count) -> Result:
    told, others = count.result, count.result.get("others")
    return Result(
        round=count.round,
        frame=counted_frame(count),
        count=count,
        roll=told["roll"],
        lines=tuple(_line(row) for row in told["projects"]),
        share=_fraction(told.get("share")),
        steps=told.get("steps", 0),
        others=None if others is None else Others(**others),
        lots=tuple(tuple(names) for names in told.get("lots", ())),
    )


def _line(row: Mapping[str, Any]) -> Line:
    exact = {
        "proposal": uuid.UUID(row["proposal"]),
        "payment": _fraction(row.get("payment")),
        "spent": tuple((name, cents) for name, cents in row.get("spent", ())),
    }
    return Line(**(dict(row) | exact))


def _fraction(words: str | None) -> Fraction | None:
    return None if words is None else Fraction(words)


def where_it_went(result: Result, points: Mapping[str, int]) -> Went:
    """Follow the part of the pot of a ballot like this one. Whether there was one is not looked up."""
    chosen = [line for line in result.lines if points.get(line.number)]
    whole, spent = result.share or Fraction(0), Fraction(0)
    paid: list[tuple[Line, int]] = []
    for line in chosen:
        if line.payment is not None:
            before = in_cents(spent)
            spent += min(whole - spent, line.payment * points[line.number])
            paid.append((line, in_cents(spent) - before))
    return Went(
        share=None if result.share is None else in_cents(whole),
        paid=tuple(paid),
        left=in_cents(whole) - in_cents(spent),
        also=tuple(line for line in chosen if line.by and line.payment is None),
        lost=tuple(line for line in chosen if not line.by),
    )


def command_of(result: Result) -> list[str]:
    """The command that counts the file again, option by option, with everything that was agreed beforehand."""
    wishes = wishes_of(result.frame, result.count.seed)
    said = [f"gebuur tally {FILE_NAME}", f"--rule {wishes.rule}", f"--utility {wishes.utility}"]
    if result.share is not None:
        said.append(f"--completion {wishes.completion}")
    return [*said, f"--seed {wishes.seed}", "--json"]
