"""Looking at a roll as a whole."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from gebuur.domain.fraud.model import Ballot, Finding, Look, Roll, Shape
from gebuur.domain.fraud.stretches import find_block, find_burst, find_codes, find_copy

LONE, ALONE, MOSTLY = 60, 0.9, 0.6
CROWDED, MORE = 10, 3


def look(roll: Roll) -> Look:
    """Look for the shapes that invented votes have had elsewhere.

    Nothing is removed and nobody is accused: a finding is a count beside what is usual in this very vote, to
    look at together. Four honest neighbours of ten cast a ballot that somebody else cast too, so a ballot that
    comes back says nothing by itself.

    Parameters
    ----------
    roll : Roll
        Ballots and what is known beside them.

    Returns
    -------
    Look
        Findings, at most one of each shape, in the order of `Shape`; and the shapes that this roll cannot tell.

    Examples
    --------
    >>> honest = [(str(n % 7), str(7 + n % 11), str(20 + n % 13)) for n in range(500)]
    >>> look(Roll(honest)).findings
    ()
    >>> pile = honest[:100] + [("3", "9")] * 60 + honest[100:]
    >>> [(one.shape.value, one.count, one.first, one.what) for one in look(Roll(pile)).findings]
    [('same', 60, 101, '3, 9')]
    """
    in_order = roll.is_in_order and bool(roll.ballots)
    may: dict[Shape, bool] = {
        Shape.SAME: in_order,
        Shape.ALIKE: in_order and bool(roll.ages),
        Shape.COPY: in_order,
        Shape.LONE: _usual_share(_alone(roll.ballots)) < MOSTLY,
        Shape.BURST: bool(roll.minutes),
        Shape.CODES: in_order and bool(roll.codes),
        Shape.HOME: bool(roll.homes),
    }
    found = [_find(shape, roll) for shape in Shape if may[shape]]
    return Look(
        tuple(one for one in found if one is not None),
        tuple(shape for shape in Shape if not may[shape]),
    )


def _find(shape: Shape, roll: Roll) -> Finding | None:
    if shape is Shape.SAME:
        return find_block(shape, [tuple(sorted(ballot)) for ballot in roll.ballots])
    if shape is Shape.ALIKE:
        return find_block(shape, roll.ages)
    if shape is Shape.COPY:
        return find_copy([tuple(sorted(ballot)) for ballot in roll.ballots])
    if shape is Shape.LONE:
        return find_lone(roll.ballots)
    if shape is Shape.BURST:
        return find_burst(roll.minutes)
    return find_codes(roll.codes) if shape is Shape.CODES else find_home(roll.homes)


def _alone(ballots: Sequence[Ballot]) -> dict[str, tuple[int, int]]:
    """For every project, in order of id, the ballots that name it and nothing else, and all that name it."""
    named = Counter(project for ballot in ballots for project in set(ballot))
    lone = Counter(ballot[0] for ballot in ballots if len(ballot) == 1)
    return {project: (lone[project], named[project]) for project in sorted(named)}


def _usual_share(alone: Mapping[str, tuple[int, int]]) -> float:
    """The share of such ballots at the project in the middle; one when there is no project at all."""
    return float(np.median([lone / named for lone, named in alone.values()])) if alone else 1.0


def find_lone(ballots: Sequence[Ballot]) -> Finding | None:
    """Find a project of which nearly every ballot names nothing else. Ties go to the id that sorts first."""
    alone = _alone(ballots)
    over = [
        (lone, project)
        for project, (lone, named) in alone.items()
        if lone >= LONE and lone >= ALONE * named
    ]
    if not over or _usual_share(alone) >= MOSTLY:
        return None
    count, what = min(over, key=lambda each: (-each[0], each[1]))
    usual = round(_usual_share(alone) * alone[what][1])
    return Finding(Shape.LONE, count, 0, usual, what)


def find_home(homes: Sequence[str]) -> Finding | None:
    """Find an address with far more people on the roll than the fullest of a hundred others."""
    there = Counter(home for home in homes if home)
    if not there:
        return None
    what, count = min(there.items(), key=lambda each: (-each[1], each[0]))
    others = [each for home, each in there.items() if home != what]
    usual = round(float(np.quantile(others, 0.99))) if others else 1
    return (
        Finding(Shape.HOME, count, 0, usual, what) if count >= max(CROWDED, MORE * usual) else None
    )
