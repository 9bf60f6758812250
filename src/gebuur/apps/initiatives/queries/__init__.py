"""Reading groups, always for somebody."""

from gebuur.apps.initiatives.queries.advice import get_advice_for, list_advice, list_advice_to
from gebuur.apps.initiatives.queries.groups import get_initiative_for, list_groups_of, list_public
from gebuur.apps.initiatives.queries.needs import support_needs
from gebuur.apps.initiatives.queries.phases import get_note_for, open_phases, signals_of
from gebuur.apps.initiatives.queries.promises import (
    better_styles,
    conditions_of,
    earlier_promises,
    get_frame_sheet_for,
    get_promise_for,
    list_published_frames,
    needs_frame,
    open_promise,
    seen_before,
    standing_promises,
    styles_of,
)
from gebuur.apps.initiatives.queries.supports import (
    PromisedStep,
    get_open_group_for,
    get_own_support_for,
    get_support_for,
    list_open_groups,
    list_supports_of,
    open_supports,
    open_wish,
    promises_of,
)

__all__ = [
    "PromisedStep",
    "better_styles",
    "conditions_of",
    "earlier_promises",
    "get_advice_for",
    "get_frame_sheet_for",
    "get_initiative_for",
    "get_note_for",
    "get_open_group_for",
    "get_own_support_for",
    "get_promise_for",
    "get_support_for",
    "list_advice",
    "list_advice_to",
    "list_groups_of",
    "list_open_groups",
    "list_public",
    "list_published_frames",
    "list_supports_of",
    "needs_frame",
    "open_phases",
    "open_promise",
    "open_supports",
    "open_wish",
    "promises_of",
    "seen_before",
    "signals_of",
    "standing_promises",
    "styles_of",
    "support_needs",
]
