"""Which guidance styles the shares of an initiative fit: always a group of styles, never a mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gebuur.domain.ownership.bands import STEPS, Half
from gebuur.domain.ownership.shares import Row

Range = tuple[int, int]
"""From which quarter to which, both included."""

Box = tuple[Range, Range, Range]
"""Between which quarters neighbours began, decided and did."""

ALL: Range = (0, STEPS)
MIDDLE = STEPS // 2
_FEW, _MOST = (0, 1), (3, STEPS)
BOXES: dict[str, tuple[Box, ...]] = {
    "facilitating": (((2, STEPS), _MOST, ALL),),
    "cooperative": ((ALL, (2, 2), ALL), (_MOST, _MOST, _FEW)),
    "delegating": (((0, 2), _MOST, ALL),),
    "participative": (((1, STEPS), (1, 1), ALL),),
    "consultative": ((ALL, _FEW, ALL),),
    "open-authoritarian": ((ALL, (0, 0), ALL),),
    "closed-authoritarian": ((_FEW, (0, 0), _FEW),),
}
"""The open rules: a style fits when the three shares lie in one of its boxes. The page in `docs` gives the reasons."""

MOST_STYLES = 4
"""More styles than this say nothing."""


class UnknownStyle(ValueError):
    """A style for which there is no rule; the message names it."""


@dataclass(frozen=True, slots=True)
class Practised:
    """The styles that fit what was seen, in the order of the ring; none when too little was seen."""

    styles: tuple[str, ...]


class Kept(StrEnum):
    """How what was seen stands to what was promised."""

    AS_PROMISED = "as_promised"
    LESS_SAY = "less_say"
    MORE_SAY = "more_say"
    OTHER = "other"
    UNKNOWN = "unknown"


def practised_styles(rows: Mapping[str, Row], *, styles: Sequence[str]) -> Practised:
    """Give every style that the shares of an initiative do not exclude.

    Deciding is the axis: without a share of deciding nothing is said. Beginning and doing may be hidden; then they
    exclude nothing. What chance could have made counts as seen, so with small numbers more styles fit. The chronicle
    cannot tell whether somebody was informed or asked for advice; styles that differ in that only come together.

    Parameters
    ----------
    rows : mapping of str to Row
        As `count_rows` gives them for one initiative.
    styles : sequence of str
        The keys of the guidance styles, in the order of the ring.

    Raises
    ------
    UnknownStyle
        For a style without a rule.

    Examples
    --------
    >>> from gebuur.domain.ownership.shares import Row
    >>> from gebuur.domain.ownership import Chance, Share, Side
    >>> def row(verb, low, high):
    ...     return Row(verb, {Side.NEIGHBOURS: Share(low)}, chance=Chance(low, high))
    >>> ring = tuple(BOXES)
    >>> practised_styles({"began": row("began", 0, 0), "decided": row("decided", 3, 4)}, styles=ring).styles
    ('delegating',)
    >>> practised_styles({"began": row("began", 3, 4), "decided": row("decided", 0, 0)}, styles=ring).styles
    ('consultative', 'open-authoritarian')
    """
    for style in styles:
        _known(style)
    decided = _seen(rows.get("decided"))
    if decided is None:
        return Practised(())
    seen = (_seen(rows.get("began")) or ALL, decided, _seen(rows.get("did")) or ALL)
    fitting = tuple(style for style in styles if any(_fits(box, seen) for box in BOXES[style]))
    return Practised(fitting if len(fitting) <= MOST_STYLES else ())


def keep_promise(promised: Sequence[str], practised: Practised, *, say: Mapping[str, int]) -> Kept:
    """Lay what was promised beside what was seen.

    It is as promised when one of the promised styles is among those that fit. It is less or more say only when every
    fitting style gives less, or more, than every promised one.

    Parameters
    ----------
    promised : sequence of str
        Styles that were promised.
    practised : Practised
        Styles that fit.
    say : mapping of str to int
        How much say each style gives to neighbours.

    Examples
    --------
    >>> say = {"facilitating": 6, "delegating": 4, "consultative": 2, "open-authoritarian": 1}
    >>> keep_promise(["delegating"], Practised(("consultative", "open-authoritarian")), say=say).value
    'less_say'
    >>> keep_promise(["consultative"], Practised(("consultative", "open-authoritarian")), say=say).value
    'as_promised'
    >>> keep_promise(["delegating"], Practised(()), say=say).value
    'unknown'
    """
    for style in (*promised, *practised.styles):
        if style not in say:
            raise UnknownStyle(f"{style!r} is no style with a say.")
    if not promised or not practised.styles:
        return Kept.UNKNOWN
    if set(promised) & set(practised.styles):
        return Kept.AS_PROMISED
    told, seen = [say[one] for one in promised], [say[one] for one in practised.styles]
    if max(seen) < min(told):
        return Kept.LESS_SAY
    return Kept.MORE_SAY if min(seen) > max(told) else Kept.OTHER


def _known(style: str) -> None:
    if style not in BOXES:
        raise UnknownStyle(f"There is no rule for {style!r}; there are {', '.join(BOXES)}.")


def _seen(row: Row | None) -> Range | None:
    """Where the share may lie, by chance too, as far as it is shown. A bound that is hidden may be anywhere."""
    if row is None or not row.is_shown:
        return None
    low, high = row.chance.low or 0, STEPS if row.chance.high is None else row.chance.high
    if row.neighbours.quarter is not None:
        return min(low, row.neighbours.quarter), max(high, row.neighbours.quarter)
    if row.neighbours.half is Half.MORE:
        return min(low, MIDDLE), STEPS
    return 0, max(high, MIDDLE)


def _fits(box: Box, seen: Box) -> bool:
    return all(
        one[0] <= other[1] and other[0] <= one[1] for one, other in zip(box, seen, strict=True)
    )
