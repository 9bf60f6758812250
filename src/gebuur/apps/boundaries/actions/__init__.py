"""Writing the catalogue, hand-overs and concerns."""

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
from gebuur.apps.boundaries.actions.paper import print_hand_over
from gebuur.apps.boundaries.actions.reminders import remind_services

__all__ = [
    "NoConsent",
    "accept_hand_over",
    "answer_hand_over",
    "change_helpline",
    "change_task",
    "close_concern",
    "hand_over",
    "mail_again",
    "note_outcome",
    "print_hand_over",
    "raise_concern",
    "remind_services",
    "reset_task",
    "seed_catalogue",
    "take_concern",
    "withdraw_hand_over",
]
