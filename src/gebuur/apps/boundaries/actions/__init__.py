"""Writing the catalogue, hand-overs, concerns and tensions."""

from gebuur.apps.boundaries.actions.catalogue import (
    change_helpline,
    change_task,
    reset_task,
    seed_catalogue,
)
from gebuur.apps.boundaries.actions.concerns import (
    close_concern,
    note_outcome,
    raise_concern,
    take_concern,
)
from gebuur.apps.boundaries.actions.hand_overs import (
    NoConsent,
    accept_hand_over,
    answer_hand_over,
    hand_over,
    mail_again,
    withdraw_hand_over,
)
from gebuur.apps.boundaries.actions.mediations import NotForMediation, refer_to_mediation
from gebuur.apps.boundaries.actions.paper import print_hand_over
from gebuur.apps.boundaries.actions.reminders import remind_services
from gebuur.apps.boundaries.actions.tensions import (
    StreetTooSmall,
    TooLate,
    note_tension,
    take_back_tension,
)

__all__ = [
    "NoConsent",
    "NotForMediation",
    "StreetTooSmall",
    "TooLate",
    "accept_hand_over",
    "answer_hand_over",
    "change_helpline",
    "change_task",
    "close_concern",
    "hand_over",
    "mail_again",
    "note_outcome",
    "note_tension",
    "print_hand_over",
    "raise_concern",
    "refer_to_mediation",
    "remind_services",
    "reset_task",
    "seed_catalogue",
    "take_back_tension",
    "take_concern",
    "withdraw_hand_over",
]
