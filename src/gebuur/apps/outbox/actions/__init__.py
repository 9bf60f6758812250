"""Writing to people, and making links they can answer by."""

from gebuur.apps.outbox.actions.calls import add_call, finish_call, try_call_again
from gebuur.apps.outbox.actions.delivery import deliver_due, finish_message, phone_instead
from gebuur.apps.outbox.actions.links import Secret, end_links, make_link
from gebuur.apps.outbox.actions.messages import cancel_messages, send

__all__ = [
    "Secret",
    "add_call",
    "cancel_messages",
    "deliver_due",
    "end_links",
    "finish_call",
    "finish_message",
    "make_link",
    "phone_instead",
    "send",
    "try_call_again",
]
