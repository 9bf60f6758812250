"""The field's knowledge as data, in our own words: tasks, numbers to call, words of danger, legal texts."""

from gebuur.domain.frames.danger import Danger, DangerKind, dangers_in, helplines_for
from gebuur.domain.frames.helplines import HELPLINES, URGENT, Helpline, helpline
from gebuur.domain.frames.legal import BLANKS, STARTING_TEXTS, StartingText, unknown_blanks
from gebuur.domain.frames.tasks import TASKS, Light, Task, task
from gebuur.domain.frames.text import LANGUAGES, Text

__all__ = [
    "BLANKS",
    "HELPLINES",
    "LANGUAGES",
    "STARTING_TEXTS",
    "TASKS",
    "URGENT",
    "Danger",
    "DangerKind",
    "Helpline",
    "Light",
    "StartingText",
    "Task",
    "Text",
    "dangers_in",
    "helpline",
    "helplines_for",
    "task",
    "unknown_blanks",
]
