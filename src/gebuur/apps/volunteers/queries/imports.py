"""What stands in an imported list, row by row: the facts, the problem, and whom we may know already."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.models import Light, Task
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.neighbourhood.queries import KnownPeople, StreetNames
from gebuur.apps.volunteers.models import Import, Offer
from gebuur.apps.volunteers.queries import cells
from gebuur.core.errors import NotForYou
from gebuur.core.search import normalise

# What a column may be called, in Dutch and English.
KNOWN_AS = {
    "first_name": ("voornaam", "first name", "firstname", "given name"),
    "last_name": ("familienaam", "achternaam", "last name", "lastname", "surname", "family name"),
    "name": ("naam", "name", "volledige naam", "naam en voornaam", "full name"),
    "phone": ("telefoon", "telefoonnummer", "tel", "gsm", "gsm nummer", "mobiel", "phone", "mobile"),
    "other_phone": ("gsm", "gsm nummer", "mobiel", "telefoon 2", "vaste telefoon", "mobile", "phone 2"),
    "email": ("e mail", "email", "mail", "e mailadres", "emailadres", "email address"),
    "street": ("straat", "straatnaam", "street", "adres", "address"),
    "house_number": ("huisnummer", "nummer", "nr", "huisnr", "house number", "number"),
    "languages": ("taal", "talen", "language", "languages"),
    "tasks": ("taken", "taak", "wat", "wat graag", "tasks"),
    "moments": ("momenten", "wanneer", "beschikbaar", "moments", "when"),
    "per_month": ("per maand", "aantal per maand", "keer per maand", "per month"),
}  # fmt: skip
OF_OFFER = ("tasks", "moments", "per_month")
MOST_A_MONTH = 60


@dataclass
class Row:
    """One line of the file, as it would be written."""

    line: int
    facts: dict[str, Any] = field(default_factory=dict)
    offer: dict[str, Any] = field(default_factory=dict)
    problem: str = ""
    looks_like: Person | None = None
    may_offer: bool = False

    @property
    def is_right(self) -> bool:
        return not self.problem and self.looks_like is None

    @property
    def name(self) -> str:
        return f"{self.facts.get('first_name', '')} {self.facts.get('last_name', '')}".strip()


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
    lists = Import.objects.filter(neighbourhood=place).defer("rows", "written")
    return lists.select_related("made_by").order_by("-created_at")


def filled_lines(imported: Import) -> list[tuple[int, list[str]]]:
    """The lines with something in them, each with its number in the file; the head is the first."""
    return [(line, row) for line, row in enumerate(imported.rows, start=1) if row]


def guess_columns(head: list[str], *, kind: str) -> dict[str, int]:
    """Which column means what, by its name; a column means one thing."""
    names = [normalise(name) for name in head]
    found: dict[str, int] = {}
    for what, known in KNOWN_AS.items():
        if kind == "volunteers" or what not in OF_OFFER:
            places = [names.index(name) for name in known if name in names]
            free = [place for place in places if place not in found.values()]
            found |= {what: free[0]} if free else {}
    if {"first_name", "last_name"} <= found.keys():
        found.pop("name", None)
    return found


def read_rows(imported: Import) -> list[Row]:
    """Read every row under the head, in a fixed number of questions however long the list is."""
    place = imported.neighbourhood
    reader = Reader(imported)
    rows = [reader.read(line, row) for line, row in filled_lines(imported)[1:]]
    seen: dict[tuple[Any, ...], int] = {}
    for row in rows:
        street = row.facts.get("street")
        key = (normalise(row.name), row.facts.get("phone"), street.pk if street else None)
        if not row.problem and key in seen:
            row.problem = _("This person is on line %(line)d already. Take one out.") % {
                "line": seen[key]
            }
        seen.setdefault(key, row.line)
    _recognise(place, [row for row in rows if not row.problem], kind=imported.kind)
    return rows


def _recognise(place: Neighbourhood, rows: list[Row], *, kind: str) -> None:
    """Set beside each row the person we may know already, and whether she offers nothing yet."""
    people = KnownPeople(place)
    pks: dict[int, uuid.UUID] = {}
    for row in rows:
        facts = {name: row.facts[name] for name in ("phone", "email", "street")}
        known = people.find(name=row.name, **facts)
        if known is not None:
            pks[row.line] = known
    found = Person.objects.select_related("street").defer("desk_note").in_bulk(set(pks.values()))
    offering = Offer.objects.filter(person__in=found, stopped_at__isnull=True)
    busy = set(offering.values_list("person_id", flat=True))
    for row in rows:
        pk = pks.get(row.line)
        row.looks_like = found[pk] if pk else None
        row.may_offer = kind == "volunteers" and pk is not None and pk not in busy


class Reader:
    """Reads the rows of one list."""

    def __init__(self, imported: Import) -> None:
        self.columns, self.kind = imported.columns, imported.kind
        self.place, self.streets = imported.neighbourhood, StreetNames(imported.neighbourhood)
        tasks = Task.objects.filter(organisation=self.place.organisation, is_offered=True)
        self.tasks = {
            normalise(name.replace("\xad", "")): task
            for task in tasks.exclude(light=Light.RED)
            for name in (task.key, *task.names.values())
        }

    def read(self, line: int, row: list[str]) -> Row:
        """One row; its first problem is told."""
        told = {what: row[at] for what, at in self.columns.items() if 0 <= at < len(row)}
        read = Row(line)
        try:
            self._names(read, told)
            self._address(read, told)
            self._ways(read, told)
            if self.kind == "volunteers":
                read.offer = self._offer(told)
        except cells.CellUnreadable as error:
            read.problem = str(error)
        return read

    def _names(self, read: Row, told: dict[str, str]) -> None:
        first, last = told.get("first_name", ""), told.get("last_name", "")
        if not first and told.get("name"):
            first, split = cells.split_name(told["name"])
            last = last or split
        elif not last:
            last = told.get("name", "")
        read.facts["first_name"] = cells.read_words(first, most=60)
        read.facts["last_name"] = cells.read_words(last, most=80)
        if not first:
            raise cells.CellUnreadable(
                _("There is no first name. Fill it in, or leave the row out.")
            )

    def _ways(self, read: Row, told: dict[str, str]) -> None:
        read.facts["phone"] = cells.read_number(told.get("phone") or told.get("other_phone", ""))
        read.facts["email"] = cells.read_mail(told.get("email", ""))
        read.facts["languages"] = cells.read_languages(told.get("languages", ""))
        spoken = [
            code for code in read.facts["languages"] if code in {"nl", "en", "fr", "tr", "ar"}
        ]
        read.facts["language"] = spoken[0] if spoken else "nl"
        mobile = read.facts["phone"].startswith("+324")
        read.facts["channel"] = (
            Channel.MAIL if read.facts["email"] else Channel.SMS if mobile
            else Channel.PHONE if read.facts["phone"] or not read.facts["street"] else Channel.LETTER
        )  # fmt: skip

    def _address(self, read: Row, told: dict[str, str]) -> None:
        name, number = told.get("street", ""), told.get("house_number", "")
        street = self.streets.find(name)
        if street is None and not number:
            name, number = cells.split_address(name)
            street = self.streets.find(name)
        if name and street is None:
            raise cells.CellUnreadable(
                _("%(street)s is not a street of %(place)s. Correct it, or leave the street empty.")
                % {"street": name, "place": self.place.name}
            )
        read.facts["street"] = street
        read.facts["house_number"] = cells.read_words(number, most=12)

    def _offer(self, told: dict[str, str]) -> dict[str, Any]:
        month = cells.read_count(told.get("per_month", ""), usual=4, most=MOST_A_MONTH)
        return {
            "tasks": cells.read_tasks(told.get("tasks", ""), self.tasks),
            "slots": cells.read_moments(told.get("moments", "")),
            "radius": 1_500,
            "per_week": max(1, month // 4),
            "per_month": month,
        }
