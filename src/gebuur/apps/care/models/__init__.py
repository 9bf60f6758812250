"""Everything that is kept while a request becomes help."""

from gebuur.apps.care.models.requests import (
    OPEN_STATES,
    Feedback,
    HelpRequest,
    Match,
    Proposal,
    Rhythm,
    State,
    Urgency,
    Visit,
)
from gebuur.apps.care.models.turn import TurnBonus
from gebuur.apps.care.models.week import WeekPair, WeekRun, WeekUnserved

__all__ = [
    "OPEN_STATES",
    "Feedback",
    "HelpRequest",
    "Match",
    "Proposal",
    "Rhythm",
    "State",
    "TurnBonus",
    "Urgency",
    "Visit",
    "WeekPair",
    "WeekRun",
    "WeekUnserved",
]
