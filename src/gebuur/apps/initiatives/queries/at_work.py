"""What the first page of a group shows of its dates and tasks."""

from dataclasses import dataclass

from django.utils import timezone

from gebuur.apps.initiatives.models import GroupTask, Initiative, Member
from gebuur.apps.initiatives.queries.activities import DateSeen, list_next
from gebuur.apps.initiatives.queries.tasks import list_pressing_tasks


@dataclass(frozen=True)
class AtWork:
    """The next dates, and the tasks that cannot wait."""

    dates: list[DateSeen]
    tasks: list[GroupTask]


def see_at_work(initiative: Initiative, member: Member | None) -> AtWork:
    """What needs attention now; None is somebody beside the group."""
    now = timezone.now()
    return AtWork(
        dates=list_next(initiative, member, now=now),
        tasks=list_pressing_tasks(initiative, member, today=timezone.localdate(now)),
    )
