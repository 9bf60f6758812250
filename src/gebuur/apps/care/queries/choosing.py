"""Whom the seeker may choose from: first names, and what she needs to know to choose."""

import datetime as dt
import uuid
from dataclasses import dataclass

from gebuur.apps.boundaries.models import Light
from gebuur.apps.care.models import HelpRequest, State
from gebuur.apps.care.queries.ranking import RankedHelper, list_best
from gebuur.core.wording import language_names

TO_SHOW = 5


@dataclass(frozen=True)
class Choice:
    """One helper as the seeker sees her before anybody is asked: never her address or number."""

    offer: uuid.UUID
    first_name: str
    languages: str
    slots: int
    is_known: bool


def choices_for(request: HelpRequest, *, now: dt.datetime) -> list[Choice]:
    """Who could help, when the professional left the choice to the seeker; empty once somebody is asked."""
    task = request.task
    waits = task is not None and task.light == Light.AMBER and request.cleared_at is None
    if not request.seeker_chooses or waits or request.state not in (State.NEW, State.SEARCHING):
        return []
    return [_choice(request, one) for one in list_best(request, now=now, limit=TO_SHOW)]


def _choice(request: HelpRequest, one: RankedHelper) -> Choice:
    return Choice(
        offer=one.offer,
        first_name=one.first_name,
        languages=language_names(one.languages),
        slots=request.slots & one.slots or one.slots,
        is_known=any(reason["code"] == "known" for reason in one.reasons),
    )
