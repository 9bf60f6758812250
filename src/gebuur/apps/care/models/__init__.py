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

__all__ = [
    "OPEN_STATES",
    "Feedback",
    "HelpRequest",
    "Match",
    "Proposal",
    "Rhythm",
    "State",
    "Urgency",
    "Visit",
]
