"""What a possible pair costs, in integer metre equivalents."""

from typing import NamedTuple

from gebuur.domain.matching.model import Outline, Policy, Request, Volunteer
from gebuur.domain.matching.rules import distance


class Cost(NamedTuple):
    """The parts of the price of one pair. Adding them up is all there is.

    Attributes
    ----------
    distance : int
        Straight-line metres; 0 for help by phone.
    language, slot : int
        Penalties, zero or more.
    known, turn : int
        Bonuses, zero or more; they are taken off.
    """

    distance: int
    language: int
    slot: int
    known: int
    turn: int

    @property
    def pair(self) -> int:
        """What the pair itself costs, whoever's turn it is. May fall below zero."""
        return self.distance + self.language + self.slot - self.known


def cost_of(request: Request, volunteer: Volunteer | Outline, policy: Policy) -> Cost:
    """Cost of a pair that is possible; a pair that is not has no meaning here.

    Examples
    --------
    >>> ask = Request(id="r", task="walk", x=0, y=0, first_language="tr", languages=frozenset({"nl"}))
    >>> joris = Volunteer(
    ...     id="joris", tasks=frozenset({"walk"}), x=300, y=400, radius=800,
    ...     languages=frozenset({"nl"}), slots=1, weeks_since_last_match=2,
    ... )
    >>> cost_of(ask, joris, Policy())
    Cost(distance=500, language=400, slot=100, known=0, turn=600)
    """
    is_shared = request.first_language in volunteer.languages
    has_choice = (request.slots & volunteer.slots).bit_count() > 1
    return Cost(
        distance=distance(request, volunteer),
        language=0 if is_shared else policy.first_language_penalty,
        slot=0 if has_choice else policy.single_slot_penalty,
        known=policy.known_bonus if volunteer.id in request.known else 0,
        turn=policy.turn_bonus(volunteer.weeks_since_signup, volunteer.weeks_since_last_match),
    )
