"""Everything that changes a request, from the first word to the thank-you."""

from gebuur.apps.care.actions.answering import (
    DayPassed,
    ProposalGone,
    confirm_match,
    refuse_helper,
    say_not_this_time,
    say_yes,
    take_from_board_as_helper,
)
from gebuur.apps.care.actions.asking import (
    HelperNotFree,
    ask_next,
    pick_helpers,
    skip_helper,
    swap,
    time_out_proposals,
)
from gebuur.apps.care.actions.choosing import let_seeker_choose
from gebuur.apps.care.actions.drafts import (
    finish_intake,
    park_call,
    resume_call,
    save_draft,
    start_call,
)
from gebuur.apps.care.actions.feedback import AlreadyTold, give_feedback
from gebuur.apps.care.actions.leaving import leave, replace_helper
from gebuur.apps.care.actions.morning import send_morning_mail
from gebuur.apps.care.actions.periodic import ask_outcomes, plan_series, remind_visits, tell_waiting
from gebuur.apps.care.actions.requests import (
    NotCleared,
    RedTask,
    RequestClosed,
    WordMissing,
    add_wishes,
    clear_request,
    hand_over_request,
    make_request,
    put_on_board,
    stop_request,
    take_from_board,
)
from gebuur.apps.care.actions.visits import (
    VisitReported,
    call_off_visit,
    end_match,
    report_visit,
    substitute,
)

__all__ = [
    "AlreadyTold",
    "DayPassed",
    "HelperNotFree",
    "NotCleared",
    "ProposalGone",
    "RedTask",
    "RequestClosed",
    "VisitReported",
    "WordMissing",
    "add_wishes",
    "ask_next",
    "ask_outcomes",
    "call_off_visit",
    "clear_request",
    "confirm_match",
    "end_match",
    "finish_intake",
    "give_feedback",
    "hand_over_request",
    "leave",
    "let_seeker_choose",
    "make_request",
    "park_call",
    "pick_helpers",
    "plan_series",
    "put_on_board",
    "refuse_helper",
    "remind_visits",
    "replace_helper",
    "report_visit",
    "resume_call",
    "save_draft",
    "say_not_this_time",
    "say_yes",
    "send_morning_mail",
    "skip_helper",
    "start_call",
    "stop_request",
    "substitute",
    "swap",
    "take_from_board",
    "take_from_board_as_helper",
    "tell_waiting",
    "time_out_proposals",
]
