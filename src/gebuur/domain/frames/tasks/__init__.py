"""The task catalogue with its traffic light, in our own words. Organisations start from a copy."""

from gebuur.domain.frames.tasks.amber import AMBER_THINGS
from gebuur.domain.frames.tasks.amber_people import AMBER_PEOPLE
from gebuur.domain.frames.tasks.green_home import GREEN_HOME
from gebuur.domain.frames.tasks.green_out import GREEN_OUT
from gebuur.domain.frames.tasks.green_talk import GREEN_TALK
from gebuur.domain.frames.tasks.model import Light, Task
from gebuur.domain.frames.tasks.red import RED

__all__ = ["TASKS", "Light", "Task", "task"]

_BY_KEY = {
    one.key: one
    for one in (
        *GREEN_OUT,
        *GREEN_TALK,
        *GREEN_HOME,
        *AMBER_THINGS,
        *AMBER_PEOPLE,
        *RED,
    )
}
_FIRST = ("groceries", "chat", "walk", "chore", "letter", "together", "plants-pets")
"""What people ask most stands first; the rest of the green ones follow, then amber, then red."""

TASKS: tuple[Task, ...] = (
    *(_BY_KEY[key] for key in _FIRST),
    *(one for one in _BY_KEY.values() if one.key not in _FIRST),
)


def task(key: str) -> Task:
    """Look up one task.

    Raises
    ------
    KeyError
        When the catalogue has no such task.

    Examples
    --------
    >>> task("walk").names.in_language("tr")
    'Yürüyüş'
    """
    return _BY_KEY[key]
