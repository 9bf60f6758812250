"""What stands in an imported list, row by row: the facts, the problem, and whom we may know already."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.models import Task
from gebuur.apps.neighbourhood.forms.who import find_street
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.neighbourhood.queries import list_alike
from gebuur.apps.volunteers.models import Import
from gebuur.core.errors import NotForYou
from gebuur.core.phones import PhoneUnreadable, read_phone
from gebuur.core.search import normalise

# What a column may be called, in Dutch and English.
KNOWN_AS = {
    "first_name": ("voornaam", "first name", "firstname", "naam", "name"),
    "last_name": ("familienaam", "achternaam", "last name", "lastname", "surname"),
    "phone": ("telefoon", "telefoonnummer", "tel", "gsm", "mobiel", "phone", "mobile"),
    "email": ("e mail", "email", "mail", "e mailadres", "emailadres"),
    "street": ("straat", "straatnaam", "street", "adres", "address"),
    "house_number": ("huisnummer", "nummer", "nr", "house number", "number"),
    "languages": ("taal", "talen", "language", "languages"),
    "tasks": ("taken", "wat", "tasks"),
}
LANGUAGE_NAMES = {
    "nl": ("nl", "nederlands", "dutch"), "fr": ("fr", "frans", "french", "francais"), "en": ("en", "engels", "english"),
    "tr": ("tr", "turks", "turkish"), "ar": ("ar", "arabisch", "arabic"), "pl": ("pl", "pools", "polish"),
    "es": ("es", "spaans", "spanish"), "uk": ("uk", "oekraiens", "ukrainian"),
}  # fmt: skip


@dataclass
class Row:
    """One line of the file, as it would be written."""

    line: int
    facts: dict[str, Any] = field(default_factory=dict)
    tasks: list[str] = field(default_factory=list)
    problem: str = ""
    looks_like: Person | None = None

    @property
    def is_right(self) -> bool:
        return not self.problem and self.looks_like is None


def get_import_for(coordinator: Person, pk: uuid.UUID) -> Import:
    """A list of the coordinator's own neighbourhood."""
    found = Import.objects.select_related("neighbourhood__organisation").filter(
        pk=pk, neighbourhood=coordinator.neighbourhood_id
    )
    imported = found.first()
    if imported is None:
        raise NotForYou
    return imported


def list_imports(place: Neighbourhood) -> QuerySet[Import]:
    """Lists that were brought in, the latest first, without their rows."""
    return Import.objects.filter(neighbourhood=place).defer("rows").order_by("-created_at")


def guess_columns(head: list[str]) -> dict[str, int]:
    """Which column means what, by its name."""
    names = [normalise(name) for name in head]
    found = {
        what: [names.index(name) for name in known if name in names]
        for what, known in KNOWN_AS.items()
    }
    return {what: places[0] for what, places in found.items() if places}


def read_rows(imported: Import) -> list[Row]:
    """Read every row under the head; line 1 of the file is the head."""
    tasks = {normalise(task.names.get("nl", "")): task.key for task in _tasks(imported)}
    rows, seen = [], set()
    for line, cells in enumerate(imported.rows[1:], start=2):
        row = _row(line, cells, imported, tasks)
        key = (
            normalise(f"{row.facts.get('first_name')} {row.facts.get('last_name')}"),
            row.facts.get("phone"),
        )
        if not row.problem and key in seen:
            row.problem = _("This person stands in the list already. Take one of the two rows out.")
        seen.add(key)
        rows.append(row)
    return rows


def _tasks(imported: Import) -> QuerySet[Task]:
    return Task.objects.filter(organisation=imported.neighbourhood.organisation)


def _row(line: int, cells: list[str], imported: Import, tasks: dict[str, str]) -> Row:
    told = {
        what: cells[place] for what, place in imported.columns.items() if 0 <= place < len(cells)
    }
    row = Row(line)
    if not told.get("first_name"):
        row.problem = _("There is no first name. Fill it in, or leave the row out.")
        return row
    row.facts = {"first_name": told["first_name"][:60], "last_name": told.get("last_name", "")[:80]}
    row.facts["house_number"] = told.get("house_number", "")[:12]
    row.problem = (
        _add_phone(row, told)
        or _add_mail(row, told)
        or _add_street(row, told, imported.neighbourhood)
    )
    row.facts["languages"] = _languages(told.get("languages", ""))
    row.facts["channel"] = Channel.MAIL if row.facts.get("email") else Channel.PHONE
    row.tasks = [
        tasks[name] for name in map(normalise, told.get("tasks", "").split(",")) if name in tasks
    ]
    if not row.problem:
        alike = list_alike(
            imported.neighbourhood,
            **{name: row.facts[name] for name in ("first_name", "last_name", "phone", "email")},
        )
        row.looks_like = alike[0] if alike else None
    return row


def _add_phone(row: Row, told: dict[str, str]) -> str:
    row.facts["phone"] = ""
    typed = told.get("phone", "")
    if typed.isdigit() and len(typed) in {8, 9} and not typed.startswith("0"):
        typed = f"0{typed}"  # A spreadsheet eats the first 0.
    try:
        row.facts["phone"] = read_phone(typed) if typed else ""
    except PhoneUnreadable as error:
        return f"{told['phone']}: {error}"
    return ""


def _add_mail(row: Row, told: dict[str, str]) -> str:
    row.facts["email"] = told.get("email", "")[:254]
    try:
        if row.facts["email"]:
            validate_email(row.facts["email"])
    except ValidationError:
        return _("%(mail)s is no whole e-mail address.") % {"mail": row.facts["email"]}
    return ""


def _add_street(row: Row, told: dict[str, str], place: Neighbourhood) -> str:
    typed = told.get("street", "")
    name, number = typed, row.facts["house_number"]
    if not number and typed and typed.split()[-1][:1].isdigit():
        name, number = " ".join(typed.split()[:-1]), typed.split()[-1]
    row.facts["house_number"] = number[:12]
    row.facts["street"] = find_street(place, name) if name else None
    if name and row.facts["street"] is None:
        return _("%(street)s is no street of %(place)s. Check the spelling.") % {
            "street": name,
            "place": place.name,
        }
    return ""


def _languages(typed: str) -> list[str]:
    words = normalise(typed.replace(",", " ").replace("/", " ")).split()
    found = [code for code, names in LANGUAGE_NAMES.items() if set(names) & set(words)]
    return found or ["nl"]
