"""Writing offers, legal files, check-ins, small tasks, and lists of people that come from elsewhere."""

from gebuur.apps.volunteers.actions.allowance_figures import enter_ceiling, enter_rate
from gebuur.apps.volunteers.actions.allowances import (
    book_allowance,
    choose_way,
    declare_elsewhere,
    take_back_allowance,
)
from gebuur.apps.volunteers.actions.apart import keep_apart, together_again
from gebuur.apps.volunteers.actions.check_ins import (
    answer_check_in,
    ask_how_it_goes,
    leave_in_peace,
    plan_check_ins,
)
from gebuur.apps.volunteers.actions.contact import note_phoned, take_contact
from gebuur.apps.volunteers.actions.flyers import make_flyer
from gebuur.apps.volunteers.actions.imports import (
    A_DAY,
    TooLateToUndo,
    check_import,
    drop_import,
    start_import,
    undo_import,
    write_import,
)
from gebuur.apps.volunteers.actions.leaving import come_back, stop_offer
from gebuur.apps.volunteers.actions.legal import (
    choose_for_new_offers,
    choose_rules,
    note_for_many,
    note_item,
    send_file,
    take_back_note,
)
from gebuur.apps.volunteers.actions.legal_texts import require, reword
from gebuur.apps.volunteers.actions.offers import (
    OffersAlready,
    change_offer,
    clear_task,
    make_offer,
    make_offers,
    tick_tasks,
)
from gebuur.apps.volunteers.actions.pauses import ask_after_pauses, end_pause, pause_offer
from gebuur.apps.volunteers.actions.small_tasks import (
    SmallTaskClosed,
    SmallTaskFull,
    answer_small,
    ask_for_small,
    change_small_task,
    close_small_task,
    finish_small,
    make_small_task,
    withdraw_small,
)
from gebuur.apps.volunteers.actions.thanks import NoWayThere, note_thanks, thank

__all__ = [
    "A_DAY",
    "NoWayThere",
    "OffersAlready",
    "SmallTaskClosed",
    "SmallTaskFull",
    "TooLateToUndo",
    "answer_check_in",
    "answer_small",
    "ask_after_pauses",
    "ask_for_small",
    "ask_how_it_goes",
    "book_allowance",
    "change_offer",
    "change_small_task",
    "check_import",
    "choose_for_new_offers",
    "choose_rules",
    "choose_way",
    "clear_task",
    "close_small_task",
    "come_back",
    "declare_elsewhere",
    "drop_import",
    "end_pause",
    "enter_ceiling",
    "enter_rate",
    "finish_small",
    "keep_apart",
    "leave_in_peace",
    "make_flyer",
    "make_offer",
    "make_offers",
    "make_small_task",
    "note_for_many",
    "note_item",
    "note_phoned",
    "note_thanks",
    "pause_offer",
    "plan_check_ins",
    "require",
    "reword",
    "send_file",
    "start_import",
    "stop_offer",
    "take_back_allowance",
    "take_back_note",
    "take_contact",
    "thank",
    "tick_tasks",
    "together_again",
    "undo_import",
    "withdraw_small",
    "write_import",
]
