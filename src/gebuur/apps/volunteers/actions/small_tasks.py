"""Small tasks without a seeker: made, asked for, answered, done, thanked."""

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.volunteers.actions.contact import adopt
from gebuur.apps.volunteers.actions.thanks import note_thanks
from gebuur.apps.volunteers.models import Offer, SmallAsk, SmallTask
from gebuur.apps.volunteers.queries.legal import incomplete_offers
from gebuur.apps.volunteers.queries.small_tasks import answer_until, small_words
from gebuur.core.errors import RuleBroken

TAKEN = (SmallAsk.State.YES, SmallAsk.State.DONE)
WAITING = (SmallAsk.State.ASKED, SmallAsk.State.YES)


class SmallTaskFull(RuleBroken):
    """Enough people said yes already."""


class SmallTaskClosed(RuleBroken):
    """The small task is over, or this volunteer cannot be asked for it."""


@transaction.atomic
def make_small_task(
    place: Neighbourhood, *, actor: Person, now: dt.datetime, **facts: Any
) -> SmallTask:
    """Write down something small to do; whoever makes it is its contact, unless another is named."""
    _check(actor, place.pk)
    task = SmallTask.objects.create(
        neighbourhood=place, made_by=actor, created_at=now, **{"contact": actor, **facts}
    )
    _record(task, Verb.BEGAN, act="small-task", actor=actor, at=now)
    return task


@transaction.atomic
def change_small_task(task: SmallTask, *, actor: Person, **facts: Any) -> None:
    """Change what, when or where; never to fewer people than said yes."""
    _check(actor, task.neighbourhood_id)
    _lock(task)
    said_yes = task.asks.filter(state__in=TAKEN).count()
    if facts.get("people", task.people) < said_yes:
        raise SmallTaskFull(
            _("%(n)d people said yes already. Leave at least that many places.") % {"n": said_yes}
        )
    SmallTask.objects.filter(pk=task.pk).update(**facts)
    task.refresh_from_db()


@transaction.atomic
def close_small_task(task: SmallTask, *, actor: Person, now: dt.datetime) -> None:
    """It is over, or it does not go on: whoever still counts on it hears so."""
    _check(actor, task.neighbourhood_id)
    _lock(task)
    if _close(task, now=now):
        _let_go(task, states=WAITING, to=SmallAsk.State.WITHDRAWN)
        _record(task, Verb.DECIDED, act="small-task-closed", actor=actor, at=now)


@transaction.atomic
def ask_for_small(task: SmallTask, offer: Offer, *, actor: Person, now: dt.datetime) -> SmallAsk:
    """Ask one volunteer; she answers by link, by letter or on the phone. This counts as being asked."""
    _check(actor, task.neighbourhood_id)
    if offer.neighbourhood_id != task.neighbourhood_id:
        raise PermissionDenied
    _lock(task)
    name = {"name": offer.person.first_name}
    if offer.stopped_at or offer.is_paused:
        raise SmallTaskClosed(_("%(name)s pauses or has stopped. Choose somebody else.") % name)
    if incomplete_offers(task.neighbourhood, [offer.pk], on=timezone.localdate(now)):
        raise SmallTaskClosed(_("%(name)s still has papers to bring. See the offer.") % name)
    _check_open(task, now=now)
    try:
        with transaction.atomic():
            ask = SmallAsk.objects.create(
                neighbourhood_id=task.neighbourhood_id,
                small_task=task,
                offer=offer,
                asked_by=actor,
                asked_at=now,
            )
    except IntegrityError as error:
        raise SmallTaskClosed(_("%(name)s was asked for this already.") % name) from error
    going = Offer.objects.filter(pk=offer.pk, stopped_at__isnull=True)
    if not going.update(last_asked_at=now):
        raise SmallTaskClosed(_("%(name)s pauses or has stopped. Choose somebody else.") % name)
    adopt(offer, actor)
    link = outbox.make_link(
        offer.person, "volunteers:small-answer", ask, expires_at=answer_until(task, ask)
    )
    _tell(ask, "small_ask", link=link)
    _record(ask, Verb.SUPPORTED, act="small-asked", actor=actor, at=now)
    return ask


@transaction.atomic
def answer_small(ask: SmallAsk, *, actor: Person, said_yes: bool, now: dt.datetime) -> SmallAsk:
    """Yes or not this time, by herself or by staff who has her on the phone; no reason is asked."""
    task = ask.small_task
    if actor.pk != ask.offer.person_id:
        _check(actor, ask.neighbourhood_id)
    _lock(task)
    if said_yes:
        _check_open(task, now=now)
    state = SmallAsk.State.YES if said_yes else SmallAsk.State.NOT_THIS_TIME
    answered = SmallAsk.objects.filter(pk=ask.pk, state=SmallAsk.State.ASKED).update(
        state=state, answered_at=now, answered_by=actor
    )
    if not answered:
        raise SmallTaskClosed(_("This was answered already, or it is no longer needed. Thank you."))
    ask.refresh_from_db(fields=["state", "answered_at"])
    outbox.end_links(ask.pk)
    outbox.cancel_messages(ask.pk)
    if said_yes:
        Offer.objects.filter(pk=ask.offer_id).update(last_match_at=now)
        _tell(ask, "small_agreed")
        if _taken(task) >= task.people:
            _let_go(task, states=(SmallAsk.State.ASKED,), to=SmallAsk.State.FILLED)
    _record_hers(
        ask, Verb.DECIDED, act="small-yes" if said_yes else "small-no", actor=actor, at=now
    )
    return ask


@transaction.atomic
def finish_small(ask: SmallAsk, *, actor: Person, now: dt.datetime) -> None:
    """She did it: a word of thanks, and the task closes when everybody did their part."""
    _check(actor, ask.neighbourhood_id)
    task = ask.small_task
    _lock(task)
    done = SmallAsk.objects.filter(pk=ask.pk, state=SmallAsk.State.YES).update(
        state=SmallAsk.State.DONE, done_at=now
    )
    if not done:
        raise SmallTaskClosed(_("First note that she said yes."))
    ask.refresh_from_db(fields=["state", "done_at"])
    _tell(ask, "small_thanks")
    note_thanks(ask.offer, giver=actor, words="", now=now, by_staff=True)
    _record_hers(ask, Verb.DID, act="small-done", actor=actor, at=now)
    if task.asks.filter(state=SmallAsk.State.DONE).count() >= task.people:
        _close(task, now=now)


@transaction.atomic
def withdraw_small(ask: SmallAsk, *, actor: Person, now: dt.datetime) -> None:
    """It does not go on for her: her place is free again, and she hears it."""
    _check(actor, ask.neighbourhood_id)
    _lock(ask.small_task)
    if ask.small_task.asks.filter(pk=ask.pk, state__in=WAITING).exists():
        _drop(ask, to=SmallAsk.State.WITHDRAWN)
        _record(ask, Verb.DECIDED, act="small-withdrawn", actor=actor, at=now)


def _lock(task: SmallTask) -> None:
    """Make everybody who works on one small task wait for each other, and see it as it is."""
    SmallTask.objects.select_for_update().filter(pk=task.pk).values("pk").first()
    task.refresh_from_db(fields=["state", "people"])


def _check(actor: Person, neighbourhood_id: object) -> None:
    if not works_with(actor, neighbourhood_id):
        raise PermissionDenied


def _check_open(task: SmallTask, *, now: dt.datetime) -> None:
    """Still to be done, on a day that is not over, with a place left."""
    is_past = task.on is not None and task.on < timezone.localdate(now)
    if task.state != SmallTask.State.OPEN or is_past:
        raise SmallTaskClosed(_("This is over already. Thank you all the same."))
    if _taken(task) >= task.people:
        raise SmallTaskFull(_("There are enough people already. Thank you all the same."))


def _taken(task: SmallTask) -> int:
    return task.asks.filter(state__in=TAKEN).count()


def _close(task: SmallTask, *, now: dt.datetime) -> bool:
    closed = SmallTask.objects.filter(pk=task.pk, state=SmallTask.State.OPEN).update(
        state=SmallTask.State.CLOSED, closed_at=now
    )
    task.refresh_from_db(fields=["state", "closed_at"])
    return bool(closed)


def _let_go(task: SmallTask, *, states: tuple[str, ...], to: str) -> None:
    for ask in task.asks.filter(state__in=states).select_related("offer__person__neighbourhood"):
        ask.small_task = task
        _drop(ask, to=to)


def _drop(ask: SmallAsk, *, to: str) -> None:
    SmallAsk.objects.filter(pk=ask.pk).update(state=to)
    ask.refresh_from_db(fields=["state"])
    outbox.end_links(ask.pk)
    outbox.cancel_messages(ask.pk)
    _tell(ask, "small_off")


def _tell(ask: SmallAsk, template: str, **words: Any) -> None:
    person = ask.offer.person
    with translation.override(person.language):
        said = {"small": small_words(ask.small_task, ask), **words}
    outbox.send(person, template=f"volunteers/messages/{template}", context=said, thing=ask)


def _record(
    thing: SmallTask | SmallAsk, verb: Verb, *, act: str, actor: Person, at: dt.datetime
) -> None:
    chronicle.record(
        verb,
        thing,
        act=act,
        actor=actor,
        actor_kind=ActorKind.PROFESSIONAL,
        neighbourhood=thing.neighbourhood,
        at=at,
    )


def _record_hers(ask: SmallAsk, verb: Verb, *, act: str, actor: Person, at: dt.datetime) -> None:
    """Write down what the volunteer decided or did; staff who noted it only supported."""
    helper = ask.offer.person
    chronicle.record(
        verb,
        ask,
        act=act,
        actor=helper,
        actor_kind=ActorKind.VOLUNTEER,
        neighbourhood=ask.neighbourhood,
        street=helper.street_id,
        at=at,
    )
    if actor.pk != helper.pk:
        _record(ask, Verb.SUPPORTED, act=f"{act}-noted", actor=actor, at=at)
