"""The catalogue as staff and residents read it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.models import Helpline, Light, Task
from gebuur.apps.boundaries.queries.catalogue import (
    Line,
    as_line,
    in_language,
    lines_in,
    list_catalogue,
    list_helplines,
    list_tasks,
    lists_in_language,
)
from gebuur.apps.neighbourhood.models import Organisation
from gebuur.domain import frames

DEFAULT_LIST = frames.task("groceries").source


@dataclass(frozen=True)
class TaskRow:
    """A task in the reader's language; `missing` names the languages in which Dutch is shown."""

    task: Task
    name: str
    do: list[str]
    dont: list[str]
    questions: list[str]
    limit: str
    refusal: str
    missing: list[str]
    source: str
    is_overdue: bool
    lines: list[Line]


@dataclass(frozen=True)
class HelplineRow:
    line: Helpline
    said: Line
    is_overdue: bool


@dataclass(frozen=True)
class LightGroup:
    light: str
    rows: list[TaskRow]


def read_catalogue(organisation: Organisation, *, today: dt.date) -> list[TaskRow]:
    """Every task, for staff: with what is missing and what has to be checked again."""
    return [_row(task, today, []) for task in list_catalogue(organisation)]


def read_helplines(organisation: Organisation, *, today: dt.date) -> list[HelplineRow]:
    """Every number, for staff, with what has to be checked again."""
    return [
        HelplineRow(line, as_line(line), line.check_by < today)
        for line in list_helplines(organisation)
    ]


def read_for_residents(organisation: Organisation) -> list[LightGroup]:
    """What neighbours do, what they do within limits, and what they leave, with whom to call."""
    tasks = list(list_tasks(organisation))
    numbers = {
        key: line
        for key in {key for task in tasks for key in task.refer_to}
        for line in lines_in(organisation, [key])
    }
    return [
        LightGroup(light, list(_rows_of(tasks, light, numbers)))
        for light in Light.values
        if any(task.light == light for task in tasks)
    ]


def source_in_words(task: Task) -> str:
    """Where the light comes from; the default list in the reader's own language."""
    if task.source == DEFAULT_LIST:
        return _(
            "Default list of Gebuur, after how neighbour help works here. Each organisation decides."
        )
    return task.source


def _rows_of(tasks: list[Task], light: str, numbers: dict[str, Line]) -> Iterable[TaskRow]:
    for task in tasks:
        if task.light == light:
            lines = [numbers[key] for key in task.refer_to if key in numbers]
            yield _row(task, dt.date.min, lines)


def _row(task: Task, today: dt.date, lines: list[Line]) -> TaskRow:
    return TaskRow(
        task=task,
        name=in_language(task.names),
        do=lists_in_language(task.do),
        dont=lists_in_language(task.dont),
        questions=lists_in_language(task.questions),
        limit=in_language(task.limit),
        refusal=in_language(task.refusal),
        source=source_in_words(task),
        missing=[str(name) for code, name in settings.LANGUAGES if not task.names.get(code)],
        is_overdue=task.check_by < today,
        lines=lines,
    )
