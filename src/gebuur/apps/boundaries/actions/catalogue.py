"""The task catalogue and the numbers to call, in the words of one organisation."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.models import Helpline, Task
from gebuur.apps.neighbourhood import permissions
from gebuur.apps.neighbourhood.models import Organisation, Person
from gebuur.core.errors import RuleBroken
from gebuur.domain import frames


class NoDefault(RuleBroken):
    """This task is the organisation's own: Gebuur has no words to go back to."""


@transaction.atomic
def seed_catalogue(organisation: Organisation) -> int:
    """Copy every task and number this organisation does not have yet, and tell how many.

    Run it as often as you like: rows that are there, in the organisation's own words, stay as they are.
    """
    known_tasks = set(Task.objects.filter(organisation=organisation).values_list("key", flat=True))
    known_lines = set(
        Helpline.objects.filter(organisation=organisation).values_list("key", flat=True)
    )
    tasks = [
        Task(organisation=organisation, key=key, **facts)
        for key, facts in _default_tasks()
        if key not in known_tasks
    ]
    lines = [
        Helpline(organisation=organisation, key=key, **facts)
        for key, facts in _default_helplines()
        if key not in known_lines
    ]
    Task.objects.bulk_create(tasks)
    Helpline.objects.bulk_create(lines)
    return len(tasks) + len(lines)


def _default_tasks() -> Iterable[tuple[str, dict[str, Any]]]:
    for position, task in enumerate(frames.TASKS):
        yield task.key, task_facts(task) | {"position": position}


def task_facts(task: frames.Task) -> dict[str, Any]:
    """The columns of a row that says about a task what the catalogue of Gebuur says."""
    return {
        "light": task.light.value,
        "icon": task.icon,
        "phone_only": task.phone_only,
        "minutes": task.minutes,
        "max_minutes": task.max_minutes,
        "skills": list(task.skills),
        "names": task.names.as_dict(),
        "limit": task.limit.as_dict() if task.limit else {},
        "do": _lists(task.do),
        "dont": _lists(task.dont),
        "questions": _lists(task.questions),
        "refusal": task.refusal.as_dict() if task.refusal else {},
        "refer_to": list(task.refer_to),
        "checked": task.checked,
        "check_by": task.check_by,
        "source": task.source,
    }


def _default_helplines() -> Iterable[tuple[str, dict[str, Any]]]:
    for position, line in enumerate(frames.HELPLINES):
        yield line.key, helpline_facts(line) | {"position": position}


def helpline_facts(line: frames.Helpline) -> dict[str, Any]:
    """The columns of a row that says about a number what Gebuur says."""
    return {
        "number": line.number,
        "is_urgent": line.is_urgent,
        "is_sure": line.sure,
        "names": line.names.as_dict(),
        "what_for": line.what_for.as_dict(),
        "hours": line.hours.as_dict(),
        "source": line.source,
        "checked": line.checked,
        "check_by": line.check_by,
    }


@transaction.atomic
def change_task(task: Task, *, actor: Person, **facts: Any) -> Task:
    """Say it in the organisation's own words, or choose another light; coordinators only."""
    _check(task.organisation, actor)
    for name, value in facts.items():
        setattr(task, name, value)
    task.changed_by, task.changed_at = actor, timezone.now()
    task.save()
    return task


@transaction.atomic
def reset_task(task: Task, *, actor: Person) -> Task:
    """Go back to the words, light and dates of Gebuur; place in the list and offering stay."""
    _check(task.organisation, actor)
    try:
        default = frames.task(task.key)
    except KeyError:
        raise NoDefault(_("Gebuur has no words of its own for this task.")) from None
    for name, value in task_facts(default).items():
        setattr(task, name, value)
    task.changed_by = task.changed_at = None
    task.save()
    return task


@transaction.atomic
def change_helpline(line: Helpline, *, actor: Person, **facts: Any) -> Helpline:
    """Correct a number, or say that somebody checked it; coordinators only."""
    _check(line.organisation, actor)
    for name, value in facts.items():
        setattr(line, name, value)
    line.changed_by, line.changed_at = actor, timezone.now()
    line.save()
    return line


def _check(organisation: Organisation, actor: Person) -> None:
    own = actor.neighbourhood.organisation_id == organisation.pk
    if not (own and permissions.is_coordinator(actor)):
        raise PermissionDenied


def _lists(texts: tuple[frames.Text, ...]) -> dict[str, list[str]]:
    return {code: [text.as_dict()[code] for text in texts] for code in frames.LANGUAGES}
