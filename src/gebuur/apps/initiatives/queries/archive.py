"""Everything of a group to take along: as tables to read, for a spreadsheet, and for other software.

What stands in it is said in `archive_parts`. Only first names leave.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language

from gebuur.apps.initiatives.models import (
    Activity,
    Decision,
    Initiative,
    Member,
    MoneyLine,
    Place,
    Post,
    Promise,
)
from gebuur.apps.initiatives.queries.archive_parts import PARTS, Part
from gebuur.apps.initiatives.queries.archive_words import COLUMNS, VALUES
from gebuur.apps.initiatives.queries.board import street_names
from gebuur.apps.neighbourhood.models import Person, Street
from gebuur.core.charts import Table
from gebuur.core.masking import masked
from gebuur.core.wording import listed
from gebuur.domain import frames

CODED = (
    "state", "charge", "how", "what", "kind", "stance", "rhythm", "step", "style", "condition", "holds", "answer",
    "rung", "side", "said",
)  # fmt: skip
LONGEST_CODE = 24
NAMED: dict[type[models.Model], str] = {
    Street: "name",
    Initiative: "title",
    Decision: "proposal",
    Activity: "title",
    Place: "name",
    MoneyLine: "what",
}


def read_archive(group: Initiative) -> Iterator[Table]:
    """Every table with rows, in the reader's language, to read; a column in which nothing stands is left away."""
    for part in PARTS:
        rows = [[_said(row, column) for column in part.columns] for row in _rows(part, group)]
        used = [number for number in range(len(part.columns)) if any(row[number] for row in rows)]
        if used:
            head = [str(COLUMNS[part.columns[number]]) for number in used]
            yield Table(str(part.title), head, [[row[number] for number in used] for row in rows])


def archive_sheet(group: Initiative, model: type[models.Model]) -> Table:
    """One table for a spreadsheet: days as 2026-11-28, amounts as 12,50."""
    part = next(part for part in PARTS if part.model is model)
    rows = [[_celled(row, column) for column in part.columns] for row in _rows(part, group)]
    return Table(str(part.title), [str(COLUMNS[name]) for name in part.columns], rows)


def archive_data(group: Initiative) -> dict[str, list[dict[str, Any]]]:
    """The same for other software: plain values under the names of the code."""
    return {
        f"{part.model._meta.model_name}:{part.path}": [
            {column: _plain(getattr(row, column)) for column in part.columns}
            for row in _rows(part, group)
        ]
        for part in PARTS
    }


def things_of(group: Initiative) -> list[uuid.UUID]:
    """Every row of a group that messages and links may be about."""
    found: set[uuid.UUID] = {group.pk}
    for part in PARTS:
        found |= set(
            models.QuerySet(part.model).filter(**{part.path: group.pk}).values_list("pk", flat=True)
        )
    return sorted(found)


def _rows(part: Part, group: Initiative) -> list[models.Model]:
    """The rows of one part, with the names they need; messages as the board shows them."""
    rows: models.QuerySet[models.Model] = models.QuerySet(part.model)
    joined = []
    for name in part.columns:
        to = part.model._meta.get_field(name).related_model
        joined += [f"{name}__person" if to is Member else name] if to else []
    found = rows.filter(part.only or Q(), **{part.path: group.pk}).order_by(part.order, "pk")
    read = list(found.select_related(*joined) if joined else found)
    if part.model is Post:
        streets = street_names(group.neighbourhood)
        for post in read:
            if isinstance(post, Post) and not post.shows_numbers:
                post.text = masked(post.text, streets)
    return read


def _plain(value: Any) -> Any:
    """A person by her first name, a thing by its own words, the rest as it is."""
    if isinstance(value, Person):
        return value.first_name
    if isinstance(value, Member):
        return value.person.first_name
    if isinstance(value, Promise):
        return f"{value.step}: {value.style}"
    for kind, name in NAMED.items():
        if isinstance(value, kind):
            return getattr(value, name)
    return value


def _celled(row: models.Model, column: str) -> str:
    """A value for a spreadsheet."""
    value = _plain(getattr(row, column))
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, dt.date):
        return value.isoformat()
    return _said(row, column)


def _said(row: models.Model, column: str) -> str:
    """A value in words; empty when there is nothing to say."""
    told = getattr(row, column)
    value = _plain(told)
    if value is None or value in ("", []):
        return ""
    if isinstance(value, dt.date):
        day = timezone.localtime(value) if isinstance(value, dt.datetime) else value
        return date_format(day, "j F Y")
    if column == "cents":
        return number_format(value / 100, 2)
    if isinstance(told, Promise):
        return f"{_framed(told.step)}: {_framed(told.style)}"
    if isinstance(value, list):
        return listed(_framed(str(one)) for one in value)
    return _framed(str(value)) if _is_coded(row, column) else str(value)


def _is_coded(row: models.Model, column: str) -> bool:
    """Whether a column holds a word of the code; what people wrote is never translated."""
    field = row._meta.get_field(column)
    longest = field.max_length if isinstance(field, models.CharField) else None
    return column in CODED and longest is not None and longest <= LONGEST_CODE


def _framed(word: str) -> str:
    """The word for a state or a kind, or the name of something in the frames; else what was written."""
    if word in VALUES:
        return str(VALUES[word])
    names = {one.key: one.words for one in (*frames.STYLES, *frames.CONDITIONS, *frames.SIGNALS)}
    return names[word].in_language(get_language() or "nl") if word in names else word
