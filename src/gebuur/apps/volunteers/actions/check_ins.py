"""How is it going? Asked five times in a first year; an answer is never a score.

Who does not answer gets one reminder, then a call, and is then left in peace until the next moment.
"""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.queries import way_to
from gebuur.apps.volunteers.actions.recording import check, record
from gebuur.apps.volunteers.models import CheckIn, Going, Moment, Offer

AFTER = {
    Moment.FIRST: dt.timedelta(days=1),
    Moment.MONTH: dt.timedelta(days=25),
    Moment.QUARTER: dt.timedelta(days=91),
    Moment.HALF: dt.timedelta(days=182),
    Moment.YEAR: dt.timedelta(days=365),
}
PATIENCE = dt.timedelta(days=7)
ON_THE_LIST = dt.timedelta(days=21)
LINK_LASTS = dt.timedelta(days=60)
AT_ONCE = 200
State = CheckIn.State
WAITING = (State.PLANNED, State.ASKED, State.REMINDED, State.TO_PHONE)


def plan_check_ins(offer: Offer, *, first_on: dt.date, now: dt.datetime) -> None:
    """Plan the five moments after a first visit; what is planned already stays."""
    CheckIn.objects.bulk_create(
        (
            CheckIn(
                neighbourhood_id=offer.neighbourhood_id,
                offer=offer,
                moment=moment,
                due_on=first_on + after,
                moved_at=now,
            )
            for moment, after in AFTER.items()
        ),
        ignore_conflicts=True,
    )


def ask_how_it_goes(*, now: dt.datetime) -> int:
    """Ask, remind, put on the list to phone, and leave in peace: whatever is due. Who pauses is asked nothing."""
    moved = sum(_ask(one, now=now) for one in _newest(_due(now)))
    return moved + _after_silence(now)


def _after_silence(now: dt.datetime) -> int:
    """The next step for who did not answer; the last is silence on our side."""
    asked = _living().filter(state=State.ASKED, moved_at__lt=now - PATIENCE)
    reminded = _living().filter(state=State.REMINDED, moved_at__lt=now - PATIENCE)
    phoned = _living().filter(state=State.TO_PHONE, moved_at__lt=now - ON_THE_LIST)
    moved = sum(_remind(one, now=now) for one in list(asked[:AT_ONCE]))
    moved += sum(_phone(one, now=now) for one in list(reminded[:AT_ONCE]))
    return moved + sum(let_be(one, now=now) for one in list(phoned[:AT_ONCE]))


def _living() -> QuerySet[CheckIn]:
    rows = CheckIn.objects.filter(offer__stopped_at__isnull=True, offer__paused_until__isnull=True)
    return rows.select_related("offer__person__neighbourhood").defer("words")


def _due(now: dt.datetime) -> list[CheckIn]:
    due = _living().filter(state=State.PLANNED, due_on__lte=timezone.localdate(now))
    return list(due.order_by("offer", "-due_on")[:AT_ONCE])


def _newest(due: list[CheckIn]) -> list[CheckIn]:
    """One question per volunteer, the latest; earlier ones that were missed are not asked any more."""
    newest: dict[object, CheckIn] = {}
    for one in due:
        newest.setdefault(one.offer_id, one)
    for one in newest.values():
        earlier = Q(offer=one.offer_id, due_on__lt=one.due_on, state__in=WAITING)
        CheckIn.objects.filter(earlier).update(state=State.LET_BE)
    return list(newest.values())


@transaction.atomic
def _ask(one: CheckIn, *, now: dt.datetime) -> bool:
    """Write to her; who wants to be phoned is phoned."""
    by_phone = way_to(one.offer.person) == Channel.PHONE
    moved = _move(one, State.TO_PHONE if by_phone else State.ASKED, now=now)
    if moved and not by_phone:
        _send(one, "check_in", now=now)
    return moved


@transaction.atomic
def _remind(one: CheckIn, *, now: dt.datetime) -> bool:
    moved = _move(one, State.REMINDED, now=now)
    if moved:
        _send(one, "check_in_again", now=now)
    return moved


@transaction.atomic
def _phone(one: CheckIn, *, now: dt.datetime) -> bool:
    """Put her on the list; without a number nobody can, and she is left in peace."""
    return _move(one, State.TO_PHONE if one.offer.person.phone else State.LET_BE, now=now)


@transaction.atomic
def let_be(one: CheckIn, *, now: dt.datetime) -> bool:
    """Leave her in peace. Silence says nothing about her."""
    return _move(one, State.LET_BE, now=now)


@transaction.atomic
def leave_in_peace(one: CheckIn, *, actor: Person, now: dt.datetime) -> None:
    """Staff takes her from the list to phone; what she answered meanwhile stays."""
    check(one.offer, actor)
    CheckIn.objects.filter(pk=one.pk, state__in=WAITING).update(state=State.LET_BE, moved_at=now)


def _move(one: CheckIn, after: str, *, now: dt.datetime) -> bool:
    moved = CheckIn.objects.filter(pk=one.pk, state=one.state).update(state=after, moved_at=now)
    return bool(moved)


def _send(one: CheckIn, template: str, *, now: dt.datetime) -> None:
    person = one.offer.person
    link = outbox.make_link(person, "volunteers:check-in", one, expires_at=now + LINK_LASTS)
    outbox.send(
        person, template=f"volunteers/messages/{template}", context={"link": link}, thing=one
    )


def _lock(one: CheckIn) -> None:
    """Make two answers at once wait for each other, and see what was said before."""
    CheckIn.objects.select_for_update().filter(pk=one.pk).values("pk").first()
    one.refresh_from_db(fields=["state", "answered_at", "going", "work", "wish", "words"])


@transaction.atomic
def answer_check_in(one: CheckIn, *, actor: Person, now: dt.datetime, **said: str) -> None:
    """Note what she said, one answer or several; who wants to talk stands on the list to phone back."""
    check(one.offer, actor)
    _lock(one)
    wanted_to_talk, answered_before = one.going == Going.TALK, bool(one.going)
    for name in ("going", "work", "wish", "words"):
        if said.get(name):
            setattr(one, name, said[name])
    one.state = State.ANSWERED
    one.answered_at = one.answered_at or now
    one.moved_at = now
    one.noted_by = actor if actor.pk != one.offer.person_id else None
    one.save()
    outbox.cancel_messages(one.pk)
    if one.going == Going.TALK and not wanted_to_talk:
        with translation.override(settings.LANGUAGE_CODE):
            about = _("Wants to talk about how it is going as a volunteer.")
        outbox.add_call(
            one.neighbourhood, actor=None, person=one.offer.person, about=about, call_at=now
        )
    if not answered_before:
        record(one.offer, Verb.DID, act="check-in", actor=actor, at=now)
