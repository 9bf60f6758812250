"""Whose acts they were, of one verb in one place and time; only what would be the same without any one neighbour."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gebuur.domain.ownership.bands import (
    STEPS,
    Chance,
    Share,
    at_least,
    half_of,
    quarter_of,
    steady,
    wilson,
)
from gebuur.domain.ownership.model import NEIGHBOURS, SIDES, VERBS, Act, Side, row_of, side_of

FEWEST = 5
FEWEST_IN_STREET = 10


@dataclass(frozen=True, slots=True)
class Row:
    """The share of one verb. What is None or empty is not shown, and nothing here says why.

    Attributes
    ----------
    verb : str
        One of `VERBS`.
    sides : dict of Side to Share
        The share of each side.
    chance : Chance
        Between which quarters the share of neighbours could lie by chance.
    kinds : dict of str to Share
        The share of each kind of neighbour, of everything.
    acts, people : int or None
        At least so many acts, of at least so many different neighbours.
    by_service : int or None
        The service acted at least so many times. It is told also when the shares are not.
    """

    verb: str
    sides: dict[Side, Share] = field(default_factory=dict)
    chance: Chance = field(default_factory=Chance)
    kinds: dict[str, Share] = field(default_factory=dict)
    acts: int | None = None
    people: int | None = None
    by_service: int | None = None

    @property
    def neighbours(self) -> Share:
        """The share of neighbours."""
        return self.sides.get(Side.NEIGHBOURS, Share())

    @property
    def is_shown(self) -> bool:
        """Whether anything is told of the share of neighbours."""
        return self.neighbours.is_shown


def count_rows(acts: Iterable[Act], *, minimum: int = FEWEST) -> dict[str, Row]:
    """Count the four rows of one place and time.

    Examples
    --------
    >>> import datetime as dt
    >>> acts = [Act("did", "volunteer", dt.date(2026, 11, 2), who=str(n % 8)) for n in range(40)]
    >>> rows = count_rows(acts)
    >>> list(rows), rows["did"].neighbours.quarter, rows["decided"].neighbours.quarter
    (['began', 'decided', 'did', 'supported'], 4, None)
    """
    by_row: dict[str, list[Act]] = {verb: [] for verb in VERBS}
    for act in acts:
        if row := row_of(act.verb):
            by_row[row].append(act)
    return {verb: count_row(verb, some, minimum=minimum) for verb, some in by_row.items()}


def count_row(verb: str, acts: Sequence[Act], *, minimum: int = FEWEST) -> Row:
    """Count whose acts these are, and keep back what would tell about one person.

    A figure is shown only when it would be the same without any one of the neighbours, with all her acts. So of two
    pages, one with her and one without, each figure is the same, or one of them does not show it. The service and the
    local authority are no people: who acts for them changes, they stay.

    Parameters
    ----------
    verb : str
        The row.
    acts : sequence of Act
        All acts of that row in one place and time.
    minimum : int
        How many different neighbours must stand in it: five, or ten in a street.

    Returns
    -------
    Row
        With nothing shown when there are fewer, except how often the service acted.

    Raises
    ------
    UnknownKind
        For a kind of actor that is not known.
    ValueError
        When the minimum is below two: then one person could be shown.

    Examples
    --------
    >>> import datetime as dt
    >>> day = dt.date(2026, 11, 2)
    >>> own = [Act("decided", "group", day, who=str(n % 9)) for n in range(27)]
    >>> service = [Act("decided", "professional", day, who="an")] * 12
    >>> row = count_row("decided", own + service)
    >>> row.neighbours, row.sides[Side.SERVICE].quarter, row.chance
    (Share(quarter=3, half=<Half.MORE: 'more'>), 1, Chance(low=2, high=3))
    >>> row.acts, row.people, row.by_service
    (20, 5, 10)

    Of four people nothing is told, but the service is:

    >>> row = count_row("decided", own[:4] + service)
    >>> row.is_shown, row.acts, row.by_service
    (False, None, 10)
    """
    if minimum < 2:  # noqa: PLR2004 - one and another
        raise ValueError(f"minimum must be two or more, but is {minimum!r}.")
    cell = _Cell(acts)
    by_service = at_least(cell.sides[Side.SERVICE])
    if len(cell.people) < minimum:
        return Row(verb, by_service=by_service)
    sides = {side: cell.share(_of_side(side)) for side in SIDES}
    if not sides[Side.NEIGHBOURS].is_shown:
        return Row(verb, by_service=by_service)
    return Row(
        verb=verb,
        sides=sides,
        chance=cell.chance(),
        kinds={kind: cell.share_of_kind(kind, minimum) for kind in NEIGHBOURS},
        acts=steady(at_least(one.whole) for one in cell.views),
        people=steady(at_least(len(cell.people) - away) for away in (0, 1)),
        by_service=by_service,
    )


@dataclass(frozen=True, slots=True)
class _View:
    """Counts of one row, with everybody or without one neighbour; `squares` adds up the squares of acts per person."""

    whole: int
    sides: Counter[Side]
    kinds: Counter[str]
    squares: int


class _Cell:
    """Counts of one row, by side and by neighbour."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self.sides: Counter[Side] = Counter()
        self.people: dict[str, Counter[str]] = {}
        for act in acts:
            side = side_of(act.kind)
            self.sides[side] += 1
            if side is Side.NEIGHBOURS:
                self.people.setdefault(act.who, Counter())[act.kind] += 1
        office = self.sides.total() - self.sides[Side.NEIGHBOURS]
        kinds = sum(self.people.values(), Counter[str]())
        squares = office + sum(lines.total() ** 2 for lines in self.people.values())
        self.everybody = _View(self.sides.total(), self.sides, kinds, squares)
        self.views = [self.everybody, *self._absences()]

    def _absences(self) -> Iterator[_View]:
        """Leave each neighbour out; those who did as much of each kind leave the same behind, so once will do."""
        for same in {frozenset(lines.items()) for lines in self.people.values()}:
            lines = Counter(dict(same))
            own = lines.total()
            yield _View(
                self.everybody.whole - own,
                Counter(self.sides) - Counter({Side.NEIGHBOURS: own}),
                self.everybody.kinds - lines,
                self.everybody.squares - own * own,
            )

    def share(self, count: Callable[[_View], int]) -> Share:
        quarter = steady(quarter_of(count(one), one.whole) for one in self.views)
        return Share(quarter, steady(half_of(count(one), one.whole) for one in self.views))

    def share_of_kind(self, kind: str, minimum: int) -> Share:
        """Nothing when too few neighbours acted as that."""
        if sum(1 for lines in self.people.values() if lines[kind]) < minimum:
            return Share()
        return self.share(lambda view: view.kinds[kind])

    def chance(self) -> Chance:
        bounds = [_by_chance(one) for one in self.views]
        return Chance(steady(low for low, _high in bounds), steady(high for _low, high in bounds))


def _of_side(side: Side) -> Callable[[_View], int]:
    return lambda view: view.sides[side]


def _by_chance(view: _View) -> tuple[int, int]:
    """Give the quarters in which Wilson's interval begins and ends.

    Many acts of one person tell less than as many of many people, so the size is the effective one of Kish (1965):
    the square of the sum of acts by the sum of their squares. Acts of the service count one by one.
    """
    share = view.sides[Side.NEIGHBOURS] / view.whole
    low, high = wilson(share, view.whole * view.whole / view.squares)
    return int(low * STEPS + 0.5), int(high * STEPS + 0.5)
