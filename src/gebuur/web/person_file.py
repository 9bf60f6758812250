"""Everything we know of one person, as a page and as a file; `person_tables` says out of which tables."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.budget.models import Idea, Round
from gebuur.apps.initiatives.models import (
    Initiative,
)
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.privacy.templatetags.privacy import page_words, purpose_words
from gebuur.apps.volunteers.models import (
    SmallTask,
)
from gebuur.apps.volunteers.queries import euros, kilometres
from gebuur.core.looks import STATES
from gebuur.core.phones import show_phone
from gebuur.core.weekparts import moments_in_words
from gebuur.core.wording import clock, day_in_words, listed
from gebuur.domain import frames
from gebuur.web.person_tables import KNOWN, Known, Words
from gebuur.web.person_words import COLUMNS, WORDS

OWN = (
    "first_name", "last_name", "phone", "email", "address", "language", "languages", "channel", "may_contact",
    "desk_note", "created_at",
)  # fmt: skip
JOINS = {"task", "reader", "contact", "small_task", "initiative", "idea", "round"}
KINDS: dict[str, Callable[[str], str]] = {
    "page": page_words,
    "purpose": purpose_words,
    "cents": lambda cents: euros(int(cents)),
    "metres": lambda metres: kilometres(int(metres)),
    "style": lambda key: _frame_words(frames.STYLES, key),
    "signals": lambda key: _frame_words(frames.SIGNALS, key),
}


@dataclass(frozen=True)
class Section:
    """One heading of the page, with its rows of (label, words)."""

    title: Words
    rows: list[list[tuple[str, str]]]


def everything_about(person: Person) -> dict[str, Any]:
    """All we know, table by table, as plain values."""
    told: dict[str, Any] = {"person": {name: getattr(person, name) for name in OWN}}
    for known in KNOWN:
        name = f"{known.model._meta.label_lower}:{known.path}"
        told[name] = [
            {column: _plain(getattr(row, column)) for column in known.columns}
            for row in _rows(known, person)
        ]
    return told


def read_about(person: Person) -> Iterator[Section]:
    """The same for people to read: headings, labels and words."""
    yield Section(_("Address card"), [_labelled((n, getattr(person, n)) for n in OWN)])
    for known in KNOWN:
        rows = [
            _labelled((column, getattr(row, column)) for column in known.columns)
            for row in _rows(known, person)
        ]
        if rows:
            yield Section(known.title, rows)


def _rows(known: Known, person: Person) -> Iterable[models.Model]:
    rows: models.QuerySet[models.Model] = models.QuerySet(known.model)
    joined = [column for column in known.columns if column in JOINS]
    found = rows.filter(**{known.path: person}).order_by("pk")
    return found.select_related(*joined) if joined else found


def _plain(value: Any) -> Any:
    """A task by its name in the reader's language, a person by hers; the rest as it is."""
    if isinstance(value, Person):
        return value.full_name
    if isinstance(value, Initiative | Idea | Round):
        return value.title
    if isinstance(value, SmallTask):
        names = frames.small_task(value.kind).names
        return value.title or names.in_language(get_language() or "nl")
    return in_language(value.names) if hasattr(value, "names") else value


def _labelled(pairs: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    said = ((str(COLUMNS[name]), _in_words(name, value)) for name, value in pairs)
    return [(label, words) for label, words in said if words]


def _in_words(column: str, value: Any) -> str:  # noqa: PLR0911 - one answer per kind of value
    """What a person reads; empty when there is nothing to say."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dt.datetime):
        local = timezone.localtime(value)
        return listed((day_in_words(local.date(), timezone.localdate()), clock(local)))
    if isinstance(value, dt.date):
        return day_in_words(value, timezone.localdate())
    if isinstance(value, list):
        return listed(_word(column, one) for one in value)
    if column == "slots":
        return moments_in_words(value)
    if column == "phone" or (column == "address" and str(value).startswith("+")):
        return show_phone(value)
    return _word(column, _plain(value))


def _frame_words(rows: Iterable[frames.Frame], key: str) -> str:
    """A style or a signal in the reader's language."""
    language = get_language() or "nl"
    return next((one.words.in_language(language) for one in rows if one.key == key), key)


def _word(column: str, value: Any) -> str:
    """The word for a state or a kind; else what was written."""
    if column == "state" and value in STATES:
        return str(STATES[value].word)
    if column in KINDS:
        return KINDS[column](str(value))
    return str(WORDS.get(column, {}).get(str(value), value))
