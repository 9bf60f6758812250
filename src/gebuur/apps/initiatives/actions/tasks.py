"""What is to be done: written down, taken, given back, done, dropped."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.models import GroupTask, Member
from gebuur.apps.initiatives.permissions import Seat, can_act, can_drop_task
from gebuur.core.errors import RuleBroken


class TaskGone(RuleBroken):
    """Somebody else took it, did it, or dropped it."""


@transaction.atomic
def add_group_task(*, actor: Seat, what: str, by: dt.date | None, now: dt.datetime) -> GroupTask:
    """Any member writes down what is to be done."""
    if not can_act(actor):
        raise PermissionDenied
    task = GroupTask.objects.create(
        neighbourhood=actor.initiative.neighbourhood,
        initiative=actor.initiative,
        what=what,
        by=by,
        made_by=actor.member,
        typed_by=actor.typed_by,
        made_at=now,
    )
    sign(actor, Verb.BEGAN, act="task-made", now=now)
    return task


@transaction.atomic
def take_group_task(task: GroupTask, *, actor: Seat, now: dt.datetime) -> None:
    """She does it."""
    _check(task, actor)
    if not _free(task).update(taken_by=actor.member):
        raise TaskGone(_("Somebody else was just before you."))
    sign(actor, Verb.DECIDED, act="task-taken", now=now)


@transaction.atomic
def give_back_group_task(task: GroupTask, *, actor: Seat, now: dt.datetime) -> None:
    """It does not suit after all; no reason is asked."""
    _check(task, actor)
    if not _going(task).filter(taken_by=actor.member).update(taken_by=None):
        raise TaskGone(_("This task is not yours any more."))
    sign(actor, Verb.DECIDED, act="task-given-back", now=now)


@transaction.atomic
def finish_group_task(task: GroupTask, *, actor: Seat, now: dt.datetime) -> None:
    """It is done, by who took it, or by her when nobody had."""
    _check(task, actor)
    hers = _going(task).filter(taken_by=actor.member) | _free(task)
    if not hers.update(done_at=now, taken_by=actor.member):
        raise TaskGone(_("This task is not yours any more."))
    sign(actor, Verb.DID, act="task-done", now=now)


@transaction.atomic
def drop_group_task(task: GroupTask, *, actor: Seat, now: dt.datetime) -> None:
    """It need not be done."""
    if task.initiative_id != actor.initiative.pk or not can_drop_task(actor, task):
        raise PermissionDenied
    if not _going(task).update(dropped_at=now):
        raise TaskGone(_("This task is done or dropped already."))
    sign(actor, Verb.DECIDED, act="task-dropped", now=now)


def _check(task: GroupTask, actor: Seat) -> None:
    if not can_act(actor) or task.initiative_id != actor.initiative.pk:
        raise PermissionDenied


def _free(task: GroupTask) -> QuerySet[GroupTask]:
    """This task when nobody has it, or only somebody who left the group."""
    left = Member.objects.filter(initiative=task.initiative_id).exclude(state=Member.State.MEMBER)
    gone = list(left.values_list("pk", flat=True))
    return _going(task).filter(Q(taken_by__isnull=True) | Q(taken_by__in=gone))


def _going(task: GroupTask) -> QuerySet[GroupTask]:
    return GroupTask.objects.filter(pk=task.pk, done_at__isnull=True, dropped_at__isnull=True)
