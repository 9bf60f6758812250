"""The field's knowledge as data, in our own words: tasks, numbers to call, words of danger, legal texts."""

from gebuur.domain.frames.danger import Danger, DangerKind, dangers_in, helplines_for
from gebuur.domain.frames.helplines import HELPLINES, URGENT, Helpline, helpline
from gebuur.domain.frames.legal import BLANKS, STARTING_TEXTS, StartingText, unknown_blanks
from gebuur.domain.frames.small_tasks import SMALL_TASKS, SmallTask, small_task
from gebuur.domain.frames.tasks import TASKS, Light, Task, task
from gebuur.domain.frames.text import LANGUAGES, Text

__all__ = [
    "BLANKS",
    "HELPLINES",
    "LANGUAGES",
    "SMALL_TASKS",
    "STARTING_TEXTS",
    "TASKS",
    "URGENT",
    "Danger",
    "DangerKind",
    "Helpline",
    "Light",
    "SmallTask",
    "StartingText",
    "Task",
    "Text",
    "dangers_in",
    "helpline",
    "helplines_for",
    "small_task",
    "task",
    "unknown_blanks",
]
