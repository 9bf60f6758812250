"""What neighbours do in their groups."""

from gebuur.apps.initiatives.actions.agreements import (
    AgreementChanged,
    change_agreement,
    end_agreement,
    keep_agreement,
    remind_agreements,
    write_agreement,
)
from gebuur.apps.initiatives.actions.board import (
    announce_posts,
    hide_post,
    want_notice,
    write_post,
)
from gebuur.apps.initiatives.actions.closing import (
    AlreadyTold,
    MoneyLeft,
    NeedsDecision,
    TooLate,
    answer_back,
    ask_closed,
    close_initiative,
    reopen_initiative,
)
from gebuur.apps.initiatives.actions.deciding import (
    AlreadyAsked,
    DecisionOver,
    ReasonMissing,
    change_decision,
    may_take_back,
    put_decision,
    settle_decisions,
    speak,
    withdraw_decision,
)
from gebuur.apps.initiatives.actions.groups import NotYours, begin_initiative, sign
from gebuur.apps.initiatives.actions.sleeping import (
    ask_help_to_close,
    ask_later,
    ask_sleepers,
    go_on,
)
from gebuur.apps.initiatives.actions.wiping import (
    WipeNotDue,
    ask_to_wipe,
    keep_everything,
    wipe,
)

__all__ = [
    "AgreementChanged",
    "AlreadyAsked",
    "AlreadyTold",
    "DecisionOver",
    "MoneyLeft",
    "NeedsDecision",
    "NotYours",
    "ReasonMissing",
    "TooLate",
    "WipeNotDue",
    "announce_posts",
    "answer_back",
    "ask_closed",
    "ask_help_to_close",
    "ask_later",
    "ask_sleepers",
    "ask_to_wipe",
    "begin_initiative",
    "change_agreement",
    "change_decision",
    "close_initiative",
    "end_agreement",
    "go_on",
    "hide_post",
    "keep_agreement",
    "keep_everything",
    "may_take_back",
    "put_decision",
    "remind_agreements",
    "reopen_initiative",
    "settle_decisions",
    "sign",
    "speak",
    "want_notice",
    "wipe",
    "withdraw_decision",
    "write_agreement",
    "write_post",
]
