"""Which pairs are possible at all, and the first rule that stands in the way of the others."""

import math
from enum import StrEnum

from gebuur.domain.matching.model import Outline, Request, Volunteer


class Misfit(StrEnum):
    """Why a volunteer cannot take a request, in the fixed order in which the rules are tried."""

    TASK_NOT_TICKED = "task_not_ticked"
    NO_SHARED_LANGUAGE = "no_shared_language"
    NO_SHARED_SLOT = "no_shared_slot"
    LACKS_SKILL = "lacks_skill"
    TOO_FAR = "too_far"
    NOT_TOGETHER = "not_together"
    FILE_INCOMPLETE = "file_incomplete"
    PAUSED = "paused"
    FULL = "full"
    NOT_CLEARED = "not_cleared"


def distance(request: Request, volunteer: Volunteer | Outline) -> int:
    """Straight-line metres between the two homes, rounded half up; 0 for help by phone.

    Examples
    --------
    >>> ask = Request(id="r", task="chat", x=0, y=0, first_language="nl")
    >>> joris = Volunteer(id="joris", tasks=frozenset(), x=0.3, y=0.4, radius=0, languages=frozenset())
    >>> distance(ask, joris)
    1
    """
    if request.phone_only:
        return 0
    dx, dy = request.x - volunteer.x, request.y - volunteer.y
    return math.floor(math.sqrt(dx * dx + dy * dy) + 0.5)


def languages_of(request: Request) -> frozenset[str]:
    """All languages of the seeker, the first one always among them."""
    if request.first_language in request.languages:
        return request.languages
    return request.languages | {request.first_language}


def misfit(request: Request, volunteer: Volunteer) -> Misfit | None:
    """Tell the first rule that this pair breaks, or None when the pair is possible.

    The cheap rules that turn most people away come first; that order is part of the promise, because
    it decides under which rule somebody is counted.

    Examples
    --------
    >>> ask = Request(id="r", task="walk", x=0, y=0, first_language="nl")
    >>> joris = Volunteer(
    ...     id="joris", tasks=frozenset({"walk"}), x=900, y=0, radius=800, languages=frozenset({"nl"})
    ... )
    >>> misfit(ask, joris)
    <Misfit.TOO_FAR: 'too_far'>
    """
    return first_misfit(request, languages_of(request), volunteer)


def first_misfit(request: Request, spoken: frozenset[str], volunteer: Volunteer) -> Misfit | None:
    """Do what `misfit` does, with the seeker's languages put together once for many volunteers."""
    if request.task not in volunteer.tasks:
        return Misfit.TASK_NOT_TICKED
    broken = outer_misfit(request, spoken, volunteer)
    if not request.skills <= volunteer.skills and broken in {None, Misfit.TOO_FAR}:
        return Misfit.LACKS_SKILL
    return broken or _personal_misfit(request, volunteer)


def outer_misfit(
    request: Request, spoken: frozenset[str], volunteer: Volunteer | Outline
) -> Misfit | None:
    """Tell the first rule that a pair breaks in language, time or distance."""
    if spoken.isdisjoint(volunteer.languages):
        return Misfit.NO_SHARED_LANGUAGE
    if not request.slots & volunteer.slots:
        return Misfit.NO_SHARED_SLOT
    if not request.phone_only and distance(request, volunteer) > volunteer.radius:
        return Misfit.TOO_FAR
    return None


def _personal_misfit(request: Request, volunteer: Volunteer) -> Misfit | None:
    if volunteer.id in request.not_with or request.seeker in volunteer.not_with:
        return Misfit.NOT_TOGETHER
    if not volunteer.file_complete:
        return Misfit.FILE_INCOMPLETE
    if volunteer.paused:
        return Misfit.PAUSED
    if volunteer.capacity == 0:
        return Misfit.FULL
    if request.amber and request.task not in volunteer.cleared:
        return Misfit.NOT_CLEARED
    return None
