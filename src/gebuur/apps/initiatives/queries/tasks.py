"""What a group still has to do, and who does it."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import F, QuerySet

from gebuur.apps.initiatives.models import GroupTask, Initiative, Member
from gebuur.core.errors import NotForYou

SHOWN_DONE, SHOWN_NOW = 12, 3


@dataclass(frozen=True)
class Tasks:
    """To do, for somebody, and done."""

    free: list[GroupTask]
    taken: list[GroupTask]
    done: list[GroupTask]


def get_group_task_for(initiative: Initiative, pk: uuid.UUID) -> GroupTask:
    """A task of this group."""
    found = _tasks(initiative).filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def list_group_tasks(initiative: Initiative) -> Tasks:
    """What nobody does yet, what somebody does, and what was done last."""
    going = _going(initiative)
    done = _tasks(initiative).filter(done_at__isnull=False).order_by("-done_at")
    return Tasks(
        free=[one for one in going if one.taken_by is None],
        taken=[one for one in going if one.taken_by is not None],
        done=list(done[:SHOWN_DONE]),
    )


def list_pressing_tasks(
    initiative: Initiative, member: Member | None, *, today: dt.date
) -> list[GroupTask]:
    """What she took, and what nobody took and is due within a week."""
    soon = today + dt.timedelta(days=7)
    me = member.pk if member else None
    pressing = [
        one
        for one in _going(initiative)
        if (me and one.taken_by_id == me)
        or (one.taken_by_id is None and one.by is not None and one.by <= soon)
    ]
    return pressing[:SHOWN_NOW]


def _going(initiative: Initiative) -> list[GroupTask]:
    """What is not done, the first day first; what somebody took who left the group is free again."""
    rows = _tasks(initiative).filter(done_at__isnull=True, dropped_at__isnull=True)
    going = list(rows.order_by(F("by").asc(nulls_last=True), "made_at", "pk"))
    for one in going:
        if one.taken_by is not None and one.taken_by.state != Member.State.MEMBER:
            one.taken_by = None
    return going


def _tasks(initiative: Initiative) -> QuerySet[GroupTask]:
    rows = GroupTask.objects.filter(initiative=initiative)
    return rows.select_related("taken_by__person", "made_by__person", "typed_by")
