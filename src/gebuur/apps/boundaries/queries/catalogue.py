"""Reading the task catalogue and the numbers to call."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import get_language

from gebuur.apps.boundaries.models import Helpline, Light, Task
from gebuur.apps.neighbourhood.models import Organisation, Person
from gebuur.core.errors import NotForYou
from gebuur.domain import frames

FIRST = "nl"


def in_language(texts: dict[str, str], language: str | None = None) -> str:
    """The text in a language (the reader's own unless told otherwise), or in Dutch."""
    return texts.get(language or get_language() or FIRST) or texts.get(FIRST, "")


def lists_in_language(texts: dict[str, list[str]], language: str | None = None) -> list[str]:
    """The lines in a language (the reader's own unless told otherwise), or in Dutch."""
    return texts.get(language or get_language() or FIRST) or texts.get(FIRST, [])


@dataclass(frozen=True)
class Line:
    """A number to call, in the reader's language."""

    number: str
    label: str
    what_for: str
    hours: str
    checked: dt.date
    is_sure: bool = True


def as_line(line: Helpline) -> Line:
    return Line(
        number=line.number,
        label=in_language(line.names),
        what_for=in_language(line.what_for),
        hours=in_language(line.hours),
        checked=line.checked,
        is_sure=line.is_sure,
    )


def list_urgent_lines(organisation: Organisation | None) -> list[Line]:
    """The numbers that stand at the foot of every page."""
    if organisation is None:
        return []
    return [
        as_line(line) for line in Helpline.objects.filter(organisation=organisation, is_urgent=True)
    ]


def list_helplines(organisation: Organisation) -> QuerySet[Helpline]:
    """Every number of this organisation, in its order."""
    return Helpline.objects.filter(organisation=organisation).select_related("changed_by")


def list_lines(organisation: Organisation | None) -> tuple[list[Line], list[Line]]:
    """The urgent numbers and the others; those of Gebuur itself while no neighbourhood is chosen."""
    if organisation is None:
        known = [(_line_of_gebuur(line), line.is_urgent) for line in frames.HELPLINES]
    else:
        known = [(as_line(line), line.is_urgent) for line in list_helplines(organisation)]
    urgent = [line for line, is_urgent in known if is_urgent]
    return urgent, [line for line, is_urgent in known if not is_urgent]


def _line_of_gebuur(line: frames.Helpline) -> Line:
    language = get_language() or FIRST
    return Line(
        number=line.number,
        label=line.names.in_language(language),
        what_for=line.what_for.in_language(language),
        hours=line.hours.in_language(language),
        checked=line.checked,
        is_sure=line.sure,
    )


def lines_in(organisation: Organisation, keys: Iterable[str]) -> list[Line]:
    """These numbers, in the order they are asked for; what the organisation does not have is left out."""
    wanted = list(dict.fromkeys(keys))
    known = {
        line.key: line
        for line in Helpline.objects.filter(organisation=organisation, key__in=wanted)
    }
    return [as_line(known[key]) for key in wanted if key in known]


def lines_for(text: str, organisation: Organisation) -> list[Line]:
    """The numbers to show at once beside a text that may speak of danger, the most urgent first.

    It only shows: nothing is stored, nobody is told.
    """
    dangers = frames.dangers_in(text)
    return lines_in(organisation, (key for danger in dangers for key in danger.helplines))


def list_tasks(
    organisation: Organisation, *, lights: tuple[str, ...] = tuple(Light.values)
) -> QuerySet[Task]:
    """Tasks that can be asked, in the order of the catalogue."""
    return Task.objects.filter(organisation=organisation, is_offered=True, light__in=lights)


def list_catalogue(organisation: Organisation) -> QuerySet[Task]:
    """Every task of this organisation, offered or not."""
    return Task.objects.filter(organisation=organisation).select_related("changed_by")


def get_task_for(staff: Person, key: str) -> Task:
    """A task of the staff member's own organisation."""
    organisation = staff.neighbourhood.organisation
    found = Task.objects.filter(organisation=organisation, key=key).first()
    if found is None:
        raise NotForYou
    return found


def get_helpline_for(staff: Person, key: str) -> Helpline:
    """A number of the staff member's own organisation."""
    organisation = staff.neighbourhood.organisation
    found = Helpline.objects.filter(organisation=organisation, key=key).first()
    if found is None:
        raise NotForYou
    return found
