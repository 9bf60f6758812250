"""Reading the catalogue and the numbers to call."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import get_language

from gebuur.apps.boundaries.models import Helpline, Light, Task
from gebuur.apps.neighbourhood.models import Organisation


def in_language(texts: dict[str, str], language: str | None = None) -> str:
    """The text in a language (the reader's own unless told otherwise), or in Dutch."""
    return texts.get(language or get_language() or "nl") or texts.get("nl", "")


@dataclass(frozen=True)
class Line:
    """A number to call, in the reader's language."""

    number: str
    label: str
    what_for: str
    hours: str


def list_urgent_lines(organisation: Organisation | None) -> list[Line]:
    """The numbers that stand at the foot of every page."""
    if organisation is None:
        return []
    return [
        as_line(line) for line in Helpline.objects.filter(organisation=organisation, is_urgent=True)
    ]


def as_line(line: Helpline) -> Line:
    return Line(
        number=line.number,
        label=in_language(line.names),
        what_for=in_language(line.what_for),
        hours=in_language(line.hours),
    )


def list_tasks(
    organisation: Organisation, *, lights: tuple[str, ...] = tuple(Light.values)
) -> QuerySet[Task]:
    """Tasks that can be asked, in the order of the catalogue."""
    return Task.objects.filter(organisation=organisation, is_offered=True, light__in=lights)
