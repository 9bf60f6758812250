"""An answer comes in. Nothing is kept that says whose it is, or when it came."""

import secrets
from random import SystemRandom
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops.models import Pool, Seat, Session, opened, sealed
from gebuur.apps.workshops.permissions import can_run
from gebuur.core import live
from gebuur.core.errors import RuleBroken
from gebuur.core.tokens import hashed
from gebuur.domain import disclosure, frames

LONGEST_LINE = 280
WHOLE = 100
chance = SystemRandom()


class AnsweredAlready(RuleBroken):
    """This phone has answered this question before."""


class NotAnAnswer(RuleBroken):
    """What was sent does not answer the question."""


class SessionOver(RuleBroken):
    """The session was ended; nothing is taken in any more."""


@transaction.atomic
def give_answer(
    session: Session, pool: Pool, stage: frames.Stage, value: Any, *, secret: str
) -> None:
    """Take one answer in from one seat.

    The answers that wait are shuffled again each time, so that their order tells nothing; the turn is another hash
    for every question, so that turns cannot be laid beside each other either.
    """
    seat = Seat.objects.filter(key=hashed(f"seat:{session.pk}:{secret}"), session=session)
    if session.is_over_at(timezone.now()) or not seat.exists():
        raise SessionOver(_("This workshop has ended. Thank you for being there."))
    checked = check_answer(stage, value)
    held = Pool.objects.select_for_update().get(pk=pool.pk)
    turn = hashed(f"turn:{held.pk}:{secret}")
    if turn in held.turns:
        raise AnsweredAlready(_("Your answer is in already."))
    held.turns = sorted([*held.turns, turn])
    held.answered += 1
    waiting = [*opened(held.waiting), {"id": secrets.token_hex(8), "value": checked}]
    chance.shuffle(waiting)
    held.waiting = sealed(waiting)
    seats = session.seats.count()
    before = held.shown
    release_pool(held, seats=seats, is_last=disclosure.STEP <= seats <= held.answered)
    held.save()
    live.publish(
        str(session.pk),
        # Late answers to a closed question change what its buttons can do.
        what="answer" if held.shown == before and not held.is_closed else "shown",
        pool=str(held.pk),
        answered=held.answered,
        seats=seats,
    )


@transaction.atomic
def set_hidden(pool: Pool, line: str, *, is_hidden: bool, actor: Person) -> None:
    """Take one line off the screen and out of the report, or put it back."""
    if not can_run(actor, pool.part.session):
        raise PermissionDenied
    held = Pool.objects.select_for_update().get(pk=pool.pk)
    shown = opened(held.shown)
    for one in shown:
        if one["id"] == line:
            one["is_hidden"] = is_hidden
    held.shown = sealed(shown)
    held.save(update_fields=["shown"])
    live.publish(str(pool.part.session_id), what="shown", pool=str(pool.pk))


def release_pool(pool: Pool, *, seats: int, is_last: bool) -> None:
    """Let out what may be shown; the caller saves. A question that closes lets out all that may be."""
    out, waiting = disclosure.release(
        opened(pool.waiting), is_closed=is_last, is_small_room=seats < disclosure.STEP
    )
    if out:
        pool.shown, pool.waiting = sealed([*opened(pool.shown), *out]), sealed(waiting)
    pool.is_closed = pool.is_closed or is_last


def check_answer(stage: frames.Stage, value: Any) -> dict[str, Any]:
    """Read what a phone sent for a stage, in its shape.

    Raises
    ------
    NotAnAnswer
        With one sentence that says what to do.
    """
    readers = {
        frames.Shape.LINE: _line,
        frames.Shape.CHOICE: _choice,
        frames.Shape.TICKS: _ticks,
        frames.Shape.HUNDRED: _hundred,
        frames.Shape.KEYED: _keyed,
    }
    if stage.shape not in readers or not isinstance(value, dict):
        raise NotAnAnswer(_("There is nothing to answer here. Look at the screen."))
    return readers[stage.shape](stage, value)


def _line(stage: frames.Stage, value: dict[str, Any]) -> dict[str, Any]:
    line = " ".join(str(value.get("line", "")).split())
    if not line:
        raise NotAnAnswer(_("Write one sentence first."))
    if len(line) > LONGEST_LINE:
        raise NotAnAnswer(
            _("Make it a little shorter: at most %(most)s letters.") % {"most": LONGEST_LINE}
        )
    return {"line": line}


def _choice(stage: frames.Stage, value: dict[str, Any]) -> dict[str, Any]:
    key = value.get("key")
    if key not in stage.keys:
        raise NotAnAnswer(_("Choose one first."))
    return {"key": key}


def _ticks(stage: frames.Stage, value: dict[str, Any]) -> dict[str, Any]:
    ticked = [key for key in stage.keys if key in value.get("keys", ())]
    nothing_fits = bool(value.get("nothing_fits"))
    if not ticked and not nothing_fits:
        raise NotAnAnswer(_("Tick what you saw, or say that nothing fits."))
    return {"keys": ticked, "nothing_fits": nothing_fits}


def _hundred(stage: frames.Stage, value: dict[str, Any]) -> dict[str, Any]:
    given = value.get("points", {})
    points = {}
    for key in stage.keys:
        text = str(given.get(key, "")).strip() or "0"
        is_short = len(text) <= len(
            str(WHOLE)
        )  # Python refuses to read a number of thousands of digits
        if not (is_short and text.isascii() and text.isdigit()) or int(text) > WHOLE:
            raise NotAnAnswer(_("Write whole numbers from 0 to 100."))
        points[key] = int(text)
    rest = WHOLE - sum(points.values())
    if rest > 0:
        raise NotAnAnswer(_("You have %(rest)s points left to divide.") % {"rest": rest})
    if rest < 0:
        raise NotAnAnswer(_("That is %(over)s points too many.") % {"over": -rest})
    return {"points": points}


def _keyed(stage: frames.Stage, value: dict[str, Any]) -> dict[str, Any]:
    return _choice(stage, value) | _line(stage, value)
