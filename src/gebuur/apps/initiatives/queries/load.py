"""What a group carries by itself, so that it can weigh what is asked of it."""

import datetime as dt
from dataclasses import dataclass

from gebuur.apps.initiatives.models import GroupTask, Initiative, Member, Taking
from gebuur.domain.disclosure import rounded

WINDOW, NEW = dt.timedelta(weeks=4), dt.timedelta(weeks=12)


@dataclass(frozen=True)
class GroupLoad:
    """Members, who is new, parts taken in dates of four weeks, and tasks that nobody took yet.

    Who is in the group reads the numbers; others read them rounded down to fives, or None.
    """

    members: int | None
    new: int | None
    taken: int | None
    open_tasks: int | None


def load_of(group: Initiative, *, is_inside: bool, now: dt.datetime) -> GroupLoad:
    """The load of a group: exact for its own people, in fives for others."""
    here = Member.objects.filter(initiative=group, state=Member.State.MEMBER)
    taken = Taking.objects.filter(
        place__activity__initiative=group,
        place__activity__starts_at__gt=now - WINDOW,
        place__activity__starts_at__lte=now + WINDOW,
        place__activity__called_off_at__isnull=True,
    )
    undone = GroupTask.objects.filter(
        initiative=group, taken_by__isnull=True, done_at__isnull=True, dropped_at__isnull=True
    )
    counts = [
        here.count(),
        here.filter(joined_at__gt=now - NEW).count(),
        taken.count(),
        undone.count(),
    ]
    return GroupLoad(*(count if is_inside else rounded(count) for count in counts))
