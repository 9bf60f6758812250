"""The names of what can be picked for a block, in the words of the organisation and the language of the room."""

from dataclasses import dataclass

from django.utils import timezone

from gebuur.apps.boundaries.queries import list_catalogue
from gebuur.apps.framing.queries import list_frames
from gebuur.apps.neighbourhood.models import Organisation
from gebuur.domain import frames


@dataclass(frozen=True)
class TaskName:
    """A task as a card of the traffic-light block."""

    key: str
    icon: str
    name: str
    light: str


@dataclass(frozen=True)
class Picked:
    """One thing that was picked for a block. `light` is there for a task only."""

    key: str
    words: str
    light: str = ""


@dataclass(frozen=True)
class Names:
    """Cases and tasks by key, in their order."""

    cases: dict[str, str]
    tasks: dict[str, TaskName]

    def picked(self, kind: str, picks: tuple[str, ...]) -> tuple[Picked, ...]:
        """Say in words what was picked; the choices of a poll are words already."""
        is_words = kind == frames.BlockKind.POLL
        return tuple(Picked(one, one) if is_words else self._one(one) for one in picks)

    def _one(self, key: str) -> Picked:
        if key in self.tasks:
            return Picked(key, self.tasks[key].name, self.tasks[key].light)
        return Picked(key, self.cases.get(key, key))


def names_in(organisation: Organisation, language: str) -> Names:
    """All that can be picked; a task that the organisation has no words for keeps ours."""
    today = timezone.localdate()
    rows = list_frames(organisation, "cases", today=today)
    own = {task.key: task for task in list_catalogue(organisation)}
    tasks = {}
    for ours in frames.TASKS:
        said, name = own.get(ours.key), ours.names.in_language(language)
        tasks[ours.key] = TaskName(
            key=ours.key,
            icon=said.icon if said else ours.icon,
            name=said.names.get(language, name) if said else name,
            light=said.light if said else str(ours.light),
        )
    cases = {row.key: row.name.en if language == "en" else row.name.nl for row in rows}
    return Names(cases, tasks)
