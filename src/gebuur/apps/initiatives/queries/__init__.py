"""Reading groups, always for somebody."""

from gebuur.apps.initiatives.queries.archive import things_of
from gebuur.apps.initiatives.queries.archive_file import archive_zip
from gebuur.apps.initiatives.queries.board import (
    can_be_told,
    get_post_in,
    numbers_found,
    read_board,
    wants_notice,
)
from gebuur.apps.initiatives.queries.deciding import (
    STANCES,
    Standing,
    get_agreement_in,
    get_decision_in,
    leads_of,
    list_agreements,
    list_decisions,
    list_past_agreements,
    standing_of,
    voices_of,
)
from gebuur.apps.initiatives.queries.ending import (
    asleep,
    balance_of,
    can_close,
    can_reopen,
    closing_decision,
    get_closing,
    is_asked_back,
    list_closed,
    list_sleeping,
    look_at_now,
    open_closing_question,
)
from gebuur.apps.initiatives.queries.groups import get_initiative_for, list_groups_of, list_public

__all__ = [
    "STANCES",
    "Standing",
    "archive_zip",
    "asleep",
    "balance_of",
    "can_be_told",
    "can_close",
    "can_reopen",
    "closing_decision",
    "get_agreement_in",
    "get_closing",
    "get_decision_in",
    "get_initiative_for",
    "get_post_in",
    "is_asked_back",
    "leads_of",
    "list_agreements",
    "list_closed",
    "list_decisions",
    "list_groups_of",
    "list_past_agreements",
    "list_public",
    "list_sleeping",
    "look_at_now",
    "numbers_found",
    "open_closing_question",
    "read_board",
    "standing_of",
    "things_of",
    "voices_of",
    "wants_notice",
]
