"""Background work: a daemon thread of the server process, or `gebuur work` beside it.

Every round is named below, runs on its own, and a failure in one does not stop the others.
"""

import datetime as dt
import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections
from django.utils import timezone

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.budget import actions as budget
from gebuur.apps.care import actions as care
from gebuur.apps.initiatives import actions as initiatives
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.reflection import actions as reflection
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.workshops import actions as workshops
from gebuur.core.jobs import bell
from gebuur.web.forgetting import forget_old

PAUSE_SECONDS = 15.0
AWAKE = range(8, 20)
log = logging.getLogger(__name__)


def deliver_messages(now: dt.datetime) -> str:
    return f"messages sent: {outbox.deliver_due(now=now)}"


def ask_the_next(now: dt.datetime) -> str:
    return f"questions that went to the next helper: {care.time_out_proposals(now=now)}"


def go_on_with_series(now: dt.datetime) -> str:
    return f"visits planned: {care.plan_series(now=now)}"


def remind_of_visits(now: dt.datetime) -> str:
    return f"visits reminded of: {care.remind_visits(now=now)}"


def remind_of_dates(now: dt.datetime) -> str:
    return f"dates reminded of: {initiatives.remind_dates(now=now)}"


def ask_how_it_went(now: dt.datetime) -> str:
    return f"visits asked about: {care.ask_outcomes(now=now)}"


def tell_who_waits(now: dt.datetime) -> str:
    return f"seekers told: {care.tell_waiting(now=now)}"


def ask_volunteers(now: dt.datetime) -> str:
    return f"volunteers asked how it is going: {volunteers.ask_how_it_goes(now=now)}"


def ask_after_pauses(now: dt.datetime) -> str:
    return f"pauses that are over: {volunteers.ask_after_pauses(now=now)}"


def write_to_the_desk(now: dt.datetime) -> str:
    return f"morning mails: {care.send_morning_mail(now=now)}"


def remind_services(now: dt.datetime) -> str:
    return f"services reminded: {boundaries.remind_services(now=now)}"


def remind_of_checks(now: dt.datetime) -> str:
    return f"letters about plans of neighbours: {budget.remind_checks(now=now)}"


def remind_of_intentions(now: dt.datetime) -> str:
    return f"intentions reminded of: {reflection.remind_intentions(now=now)}"


def remind_of_support(now: dt.datetime) -> str:
    return f"ends of support told: {initiatives.remind_of_ends(now=now)}"


def remind_of_advice(now: dt.datetime) -> str:
    return f"advice reminded of: {initiatives.remind_of_advice(now=now)}"


def end_support(now: dt.datetime) -> str:
    return f"support ended: {initiatives.end_supports(now=now)}"


def end_old_workshops(now: dt.datetime) -> str:
    return f"workshops ended: {workshops.end_old_sessions(now=now)}"


def settle_questions(now: dt.datetime) -> str:
    return f"questions of groups settled: {initiatives.settle_decisions(now=now)}"


def look_at_agreements(now: dt.datetime) -> str:
    return f"agreements to look at again: {initiatives.remind_agreements(now=now)}"


def tell_of_the_board(now: dt.datetime) -> str:
    return f"members told of new messages: {initiatives.announce_posts(now=now)}"


def ask_sleeping_groups(now: dt.datetime) -> str:
    return f"sleeping groups asked: {initiatives.ask_sleepers(now=now)}"


def ask_closed_groups(now: dt.datetime) -> str:
    return f"closed groups asked what remained: {initiatives.ask_closed(now=now)}"


def remind_of_bridges(now: dt.datetime) -> str:
    return f"bridges reminded of: {initiatives.remind_bridges(now=now)}"


def ask_to_look_back(now: dt.datetime) -> str:
    return f"groups asked what came of it: {budget.ask_look_backs(now=now)}"


def forget_what_is_old(now: dt.datetime) -> str:
    return f"old rows deleted: {forget_old(now)}"


Round = Callable[[dt.datetime], str]
ALWAYS: list[Round] = [deliver_messages, end_old_workshops, end_support, forget_what_is_old]
BY_DAY: list[Round] = [
    ask_the_next,
    go_on_with_series,
    remind_of_visits,
    remind_of_dates,
    ask_how_it_went,
    tell_who_waits,
    ask_volunteers,
    ask_after_pauses,
    write_to_the_desk,
    remind_services,
    remind_of_checks,
    remind_of_intentions,
    remind_of_support,
    remind_of_advice,
    settle_questions,
    look_at_agreements,
    tell_of_the_board,
    ask_sleeping_groups,
    ask_closed_groups,
    remind_of_bridges,
    ask_to_look_back,
]


def run_round(now: dt.datetime) -> list[str]:
    """Run every named action once; answer one line for each. What writes to people waits for the day."""
    lines = []
    for action in ALWAYS + (BY_DAY if timezone.localtime(now).hour in AWAKE else []):
        try:
            lines.append(action(now))
        except Exception:
            log.exception("%s failed", action.__name__)
            lines.append(f"{action.__name__}: failed")
    return lines


def run_forever(stop: threading.Event) -> None:
    """Work, then wait for the bell or for the pause to end."""
    while not stop.is_set():
        run_round(timezone.now())
        close_old_connections()
        bell.wait(PAUSE_SECONDS)
        bell.clear()


def start() -> threading.Thread:
    """Start the worker inside this process; it ends with the process."""
    thread = threading.Thread(
        target=run_forever, args=(threading.Event(),), name="gebuur-jobs", daemon=True
    )
    thread.start()
    return thread
