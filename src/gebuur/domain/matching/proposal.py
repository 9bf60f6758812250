"""What comes out: who could help with what, what it costs, why, and the numbers that prove nothing is better."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gebuur.domain.matching.model import Policy, Request, Volunteer
from gebuur.domain.matching.reasons import Reason
from gebuur.domain.matching.rules import Misfit


class NotOptimal(ValueError):
    """Something that a proposal claims does not hold; the message names it."""


class Infeasible(ValueError):
    """This volunteer cannot take this request, or one of the two does not exist."""


class Why(StrEnum):
    """Why a request stays unserved: what stopped the volunteers who came nearest to fitting."""

    NOBODY_TICKED = "nobody_ticked"
    NO_SHARED_LANGUAGE = "no_shared_language"
    NO_SHARED_TIME = "no_shared_time"
    LACKS_SKILL = "lacks_skill"
    NOBODY_NEAR = "nobody_near"
    NOT_TOGETHER = "not_together"
    FILE_INCOMPLETE = "file_incomplete"
    PAUSED = "paused"
    ALL_FULL = (
        "all_full"  # Nobody has room left: by her own limits, or because others needed them more.
    )
    NOT_CLEARED = "not_cleared"


WHY = {
    Misfit.TASK_NOT_TICKED: Why.NOBODY_TICKED,
    Misfit.NO_SHARED_LANGUAGE: Why.NO_SHARED_LANGUAGE,
    Misfit.NO_SHARED_SLOT: Why.NO_SHARED_TIME,
    Misfit.LACKS_SKILL: Why.LACKS_SKILL,
    Misfit.TOO_FAR: Why.NOBODY_NEAR,
    Misfit.NOT_TOGETHER: Why.NOT_TOGETHER,
    Misfit.FILE_INCOMPLETE: Why.FILE_INCOMPLETE,
    Misfit.PAUSED: Why.PAUSED,
    Misfit.FULL: Why.ALL_FULL,
    Misfit.NOT_CLEARED: Why.NOT_CLEARED,
}
"""What is said when this was the last rule that stopped somebody."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """The next best volunteer for a request that has one.

    Attributes
    ----------
    volunteer_id : str
        Who; among equals the lowest id.
    difference : int
        Metre equivalents that the whole division costs more when this request goes to her (or to anybody
        else than now) and everybody else may move along as well as possible. Zero or more.
    is_exact : bool
        False only in very large or overfull divisions: then it costs at least so much, perhaps more.
        `price_of` tells exactly.
    """

    volunteer_id: str
    difference: int
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class Pair:
    """One proposed pair.

    Attributes
    ----------
    request_id, volunteer_id : str
        Who and who.
    cost : int
        Of the pair itself, in metre equivalents.
    step : int
        Load step: of her first, second, ... task in this run; her tasks count in the order of their ids.
    turn_bonus : int
        Taken off for her first task in this run; 0 for every next one.
    distance : int
        Straight-line metres; 0 for help by phone.
    reasons : tuple of Reason
        As in a ranking.
    alternative : Alternative or None
        None when nobody else can do it at all.
    """

    request_id: str
    volunteer_id: str
    cost: int
    step: int
    turn_bonus: int
    distance: int
    reasons: tuple[Reason, ...]
    alternative: Alternative | None

    @property
    def total(self) -> int:
        """What this pair adds to the objective."""
        return self.cost + self.step - self.turn_bonus


@dataclass(frozen=True, slots=True)
class Unserved:
    """A request for which nobody is proposed.

    Attributes
    ----------
    request_id : str
        Which.
    penalty : int
        What it adds to the objective.
    why : Why
        What stands in the way.
    misfits : dict of Misfit to int
        How many volunteers stop at which rule, in the order of `Misfit`, no zeros.
    """

    request_id: str
    penalty: int
    why: Why
    misfits: dict[Misfit, int]


@dataclass(frozen=True, slots=True)
class Certificate:
    """Numbers that let anybody prove that no division is better; `verify` does.

    Attributes
    ----------
    worth : mapping of str to int
        For every request: what the whole division would cost less if it were not asked.
    price : mapping of str to int
        For every volunteer: what one more task of hers may at least cost above her first one before the
        others would rather do without. Zero for who has nothing that others need more.
    """

    worth: Mapping[str, int]
    price: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A division of all requests over all volunteers.

    Attributes
    ----------
    objective : int
        Sum of all pairs (`Pair.total`) and of all penalties.
    pairs, unserved : tuple
        Sorted by request id; together every request stands in them once.
    is_exact : bool
        Whether no division is better.
    gap : int
        How much better one could be at most; 0 when exact.
    certificate : Certificate
        The proof.
    requests, volunteers, policy
        What went in.
    """

    objective: int
    pairs: tuple[Pair, ...]
    unserved: tuple[Unserved, ...]
    is_exact: bool
    gap: int
    certificate: Certificate
    requests: tuple[Request, ...]
    volunteers: tuple[Volunteer, ...]
    policy: Policy
