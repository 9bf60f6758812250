"""Why one candidate stands before another."""

from dataclasses import dataclass
from enum import StrEnum

from gebuur.domain.matching.rank import Candidate


class DifferenceCode(StrEnum):
    """The parts of the price in which two candidates can differ."""

    TURN = "turn"
    CLOSER = "closer"
    LANGUAGE = "language"
    KNOWN = "known"
    SLOTS = "slots"
    TIE = "tie"


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of the difference between two prices.

    Attributes
    ----------
    code : DifferenceCode
        Which part.
    metres : int
        Metre equivalents in favour of the first candidate; below zero it speaks for the second.
    """

    code: DifferenceCode
    metres: int


def explain_order(first: Candidate, second: Candidate) -> tuple[Difference, ...]:
    """Explain why `first` stands before `second`, part by part.

    Parameters
    ----------
    first, second : Candidate
        From one ranking, in that order.

    Returns
    -------
    tuple of Difference
        Only the parts that differ; what speaks for the first comes first, the largest ahead, equals
        in the order of `DifferenceCode`. The metres add up to ``second.price - first.price``.
        When both prices are equal a ``TIE`` of 0 metres comes last: then only the id decided.

    Raises
    ------
    ValueError
        When `first` does not stand before `second`.

    Examples
    --------
    Emine has waited longer (2,900 against 300), Joris lives 210 metres nearer.

    >>> emine = Candidate("emine", -2670, 230, 230, 0, 0, 0, 2900, 7, ("nl",), ())
    >>> joris = Candidate("joris", -280, 20, 20, 0, 0, 0, 300, 7, ("nl",), ())
    >>> [(part.code.value, part.metres) for part in explain_order(emine, joris)]
    [('turn', 2600), ('closer', -210)]
    """
    if (first.price, first.volunteer_id) >= (second.price, second.volunteer_id):
        raise ValueError(f"{first.volunteer_id!r} does not stand before {second.volunteer_id!r}.")
    parts = (
        Difference(DifferenceCode.TURN, first.turn_bonus - second.turn_bonus),
        Difference(DifferenceCode.CLOSER, second.distance - first.distance),
        Difference(DifferenceCode.LANGUAGE, second.language_penalty - first.language_penalty),
        Difference(DifferenceCode.KNOWN, first.known_bonus - second.known_bonus),
        Difference(DifferenceCode.SLOTS, second.slot_penalty - first.slot_penalty),
    )
    told = sorted((part for part in parts if part.metres), key=lambda part: -part.metres)
    if first.price == second.price:
        told.append(Difference(DifferenceCode.TIE, 0))
    return tuple(told)
