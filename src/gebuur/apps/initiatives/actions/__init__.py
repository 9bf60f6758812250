"""What neighbours do in their groups."""

from gebuur.apps.initiatives.actions.charges import (
    NotTrustedNow,
    OfferOver,
    answer_charge,
    offer_charge,
    trust,
    withdraw_charge,
    withdraw_trust,
)
from gebuur.apps.initiatives.actions.doors import (
    begin_with_door,
    renew_door,
    send_door,
    send_door_again,
)
from gebuur.apps.initiatives.actions.groups import (
    NotYours,
    begin_initiative,
    change_initiative,
    hide_initiative,
    show_initiative,
    sign,
)
from gebuur.apps.initiatives.actions.members import (
    AnsweredAlready,
    ask_to_join,
    come_back,
    decline,
    forget_member,
    leave,
    welcome,
)
from gebuur.apps.initiatives.actions.voices import CannotVouch, know, take_back_vouch, vouch

__all__ = [
    "AnsweredAlready",
    "CannotVouch",
    "NotTrustedNow",
    "NotYours",
    "OfferOver",
    "answer_charge",
    "ask_to_join",
    "begin_initiative",
    "begin_with_door",
    "change_initiative",
    "come_back",
    "decline",
    "forget_member",
    "hide_initiative",
    "know",
    "leave",
    "offer_charge",
    "renew_door",
    "send_door",
    "send_door_again",
    "show_initiative",
    "sign",
    "take_back_vouch",
    "trust",
    "vouch",
    "welcome",
    "withdraw_charge",
    "withdraw_trust",
]
