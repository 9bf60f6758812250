"""Writing offers: what somebody wants to do."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.models import Light, Task
from gebuur.apps.chronicle.models import Verb
from gebuur.apps.neighbourhood.models import Membership, Person, Role
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.volunteers.actions.leaving import note_return
from gebuur.apps.volunteers.actions.pauses import open_pause
from gebuur.apps.volunteers.actions.recording import check, record
from gebuur.apps.volunteers.models import Flyer, Offer, OfferedTask
from gebuur.apps.volunteers.queries.legal import begins_organised
from gebuur.core.errors import RuleBroken

BATCH = 500


class OffersAlready(RuleBroken):
    """This person has a living offer; it can be changed."""


@transaction.atomic
def make_offer(
    person: Person,
    *,
    actor: Person | None,
    tasks: Iterable[Task],
    slots: int,
    radius: int,
    per_week: int,
    per_month: int,
    channel: str,
    now: dt.datetime,
    paused_until: dt.date | None = None,
    skills: Iterable[str] = (),
    came_from: Flyer | None = None,
) -> Offer:
    """Write an offer down; whoever stopped before begins anew. `actor` is staff, or None for the website.

    Staff who notes it down is the contact, until somebody else takes over.
    """
    if (
        actor is not None
        and actor.pk != person.pk
        and not works_with(actor, person.neighbourhood_id)
    ):
        raise PermissionDenied
    facts: dict[str, Any] = {
        "slots": slots,
        "radius": radius,
        "per_week": per_week,
        "per_month": max(per_week, per_month),
        "skills": list(skills),
        "channel": channel,
        "entered_by": actor,
    }
    if actor is not None and actor.pk != person.pk:
        facts["contact"] = actor
    if came_from is not None:
        facts["came_from"] = came_from
    offer = _begin_again(person, facts, now=now) or _begin(person, facts, now=now)
    tick_tasks(offer, tasks)
    if paused_until is not None:
        open_pause(offer, until=paused_until, now=now)
    Membership.objects.get_or_create(
        neighbourhood_id=person.neighbourhood_id,
        person=person,
        role=Role.VOLUNTEER,
        until=None,
        defaults={"since": timezone.localdate(now), "given_by": actor},
    )
    record(offer, Verb.BEGAN, act="offer", actor=person, at=now)
    return offer


@transaction.atomic
def make_offers(
    offered: Iterable[tuple[Person, Mapping[str, Any]]],
    *,
    actor: Person,
    channel: str,
    now: dt.datetime,
) -> list[Offer]:
    """Write the offers of a list down at once; whoever offered before goes the way of one."""
    offered = list(offered)
    known = Offer.objects.filter(person__in=[person for person, _facts in offered])
    before = set(known.values_list("person_id", flat=True))
    made = [
        make_offer(person, actor=actor, channel=channel, now=now, **facts)
        for person, facts in offered
        if person.pk in before
    ]
    new = [(person, facts) for person, facts in offered if person.pk not in before]
    places = {person.neighbourhood_id for person, _facts in new}
    if any(not works_with(actor, place) for place in places):
        raise PermissionDenied
    organised = {place for place in places if begins_organised(place)}
    offers = [
        Offer(
            neighbourhood_id=person.neighbourhood_id,
            person=person,
            channel=channel,
            entered_by=actor,
            contact=actor,
            created_at=now,
            is_organised=person.neighbourhood_id in organised,
            **{name: value for name, value in facts.items() if name != "tasks"},
        )
        for person, facts in new
    ]
    Offer.objects.bulk_create(offers, batch_size=BATCH)
    ticked = [
        row
        for offer, (_person, facts) in zip(offers, new, strict=True)
        for row in _ticks(offer, facts["tasks"])
    ]
    OfferedTask.objects.bulk_create(ticked, batch_size=BATCH)
    _make_volunteers([person for person, _facts in new], actor=actor, on=timezone.localdate(now))
    for offer in offers:
        record(offer, Verb.BEGAN, act="offer", actor=offer.person, at=now)
    return made + offers


def _make_volunteers(people: list[Person], *, actor: Person, on: dt.date) -> None:
    """Give the role to those who do not have it."""
    held = Membership.objects.filter(person__in=people, role=Role.VOLUNTEER, until=None)
    have = set(held.values_list("person_id", flat=True))
    Membership.objects.bulk_create(
        (
            Membership(
                neighbourhood_id=person.neighbourhood_id,
                person=person,
                role=Role.VOLUNTEER,
                since=on,
                given_by=actor,
            )
            for person in people
            if person.pk not in have
        ),
        batch_size=BATCH,
    )


def _begin_again(person: Person, facts: dict[str, Any], *, now: dt.datetime) -> Offer | None:
    """Open the offer of somebody who stopped before; what she did then is not forgotten."""
    opened = Offer.objects.filter(person=person, stopped_at__isnull=False).update(
        stopped_at=None, **facts
    )
    if not opened:
        return None
    offer = Offer.objects.get(person=person)
    note_return(offer, now=now)
    return offer


def _begin(person: Person, facts: dict[str, Any], *, now: dt.datetime) -> Offer:
    try:
        with transaction.atomic():
            return Offer.objects.create(
                neighbourhood_id=person.neighbourhood_id,
                person=person,
                created_at=now,
                is_organised=begins_organised(person.neighbourhood_id),
                **facts,
            )
    except IntegrityError as error:
        raise OffersAlready(_("You offered help before. Phone us to change it.")) from error


@transaction.atomic
def change_offer(
    offer: Offer, *, actor: Person, tasks: Iterable[Task] | None = None, **facts: Any
) -> Offer:
    """Change times, tasks, radius or limits; the person herself or staff may."""
    check(offer, actor)
    for name, value in facts.items():
        setattr(offer, name, value)
    offer.save()
    chosen = (
        [ticked.task for ticked in offer.tasks.select_related("task")] if tasks is None else tasks
    )
    tick_tasks(offer, chosen)
    return offer


def tick_tasks(offer: Offer, tasks: Iterable[Task]) -> None:
    """Tick exactly these tasks; what was cleared stays cleared."""
    cleared = dict(offer.tasks.filter(is_cleared=True).values_list("task_id", "cleared_by_id"))
    offer.tasks.all().delete()
    OfferedTask.objects.bulk_create(_ticks(offer, tasks, cleared=cleared))


def _ticks(
    offer: Offer,
    tasks: Iterable[Task],
    *,
    cleared: Mapping[uuid.UUID, uuid.UUID | None] | None = None,
) -> list[OfferedTask]:
    """The rows of ticked tasks; a red task is nobody's."""
    yes = cleared or {}
    wanted = {task.pk: task for task in tasks if task.light != Light.RED}
    return [
        OfferedTask(
            neighbourhood_id=offer.neighbourhood_id,
            offer=offer,
            task=task,
            is_cleared=pk in yes,
            cleared_by_id=yes.get(pk),
        )
        for pk, task in wanted.items()
    ]


@transaction.atomic
def clear_task(offered: OfferedTask, *, actor: Person) -> None:
    """Let this volunteer do an amber task."""
    if not works_with(actor, offered.neighbourhood_id):
        raise PermissionDenied
    OfferedTask.objects.filter(pk=offered.pk).update(is_cleared=True, cleared_by=actor)
