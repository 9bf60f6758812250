"""The roll: one resident, or a list of them."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.queries.roll import Resident
from gebuur.apps.neighbourhood.forms.who import LANGUAGES
from gebuur.core.search import normalise
from gebuur.core.tables import TableUnreadable, read_table

MOST_BYTES = 2 * 1024 * 1024
OLDEST = 1900
WHY = {
    "empty": gettext_lazy(
        "There is nothing in this file. The first row names the columns, and the people come under it."
    ),
    "long": gettext_lazy("This list is longer than 5,000 rows. Cut it in two."),
    "broken": gettext_lazy("We cannot read this file. Save it as CSV or XLSX and try again."),
    "wide": gettext_lazy("This file has too many columns. Keep only the ones that we need."),
    "large": gettext_lazy("This file is larger than 2 MB. Cut it in two."),
}
KNOWN_AS = {
    "first": ("voornaam", "first name", "prenom"),
    "last": ("familienaam", "achternaam", "last name", "nom"),
    "name": ("naam", "name", "volledige naam"),
    "address": ("adres", "address", "adresse"),
    "street": ("straat", "street", "rue"),
    "house": ("huisnummer", "nummer", "number", "nr", "numero"),
    "born": ("geboortejaar", "birth year", "annee de naissance", "jaar"),
    "language": ("taal", "language", "langue"),
}
TONGUES = {normalise(word): code for code, name in LANGUAGES for word in (code, name)}


class ResidentForm(forms.Form):
    """Who is she, and where does she live?"""

    name = forms.CharField(
        label=gettext_lazy("First and last name"), max_length=140,
        error_messages={"required": gettext_lazy("Type the name.")},
    )  # fmt: skip
    address = forms.CharField(
        label=gettext_lazy("Street and number"), max_length=160, required=False,
        help_text=gettext_lazy("For the letter. A comma begins a new line on the envelope."),
    )  # fmt: skip
    born = forms.IntegerField(
        label=gettext_lazy("Year of birth"), required=False, min_value=OLDEST, max_value=2100,
        help_text=gettext_lazy("Only when two neighbours have the same name and address. We do not keep it."),
    )  # fmt: skip
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the letter"), choices=LANGUAGES, initial="nl"
    )

    def resident(self) -> Resident:
        said = self.cleaned_data
        return Resident(said["name"], said["address"], str(said["born"] or ""), said["language"])


@dataclass(frozen=True)
class BadRow:
    """A row that is left out, with the sentence that says why."""

    line: int
    name: str
    problem: str


@dataclass
class RollList:
    """A list as we read it: who can be written down, and which rows cannot."""

    right: list[Resident] = field(default_factory=list)
    wrong: list[BadRow] = field(default_factory=list)


class RollFileForm(forms.Form):
    """A list of residents, as the town or an association keeps it."""

    file = forms.FileField(
        label=gettext_lazy("The file"),
        help_text=gettext_lazy("CSV or XLSX, at most 5,000 rows. The first row names the columns."),
        error_messages={"required": gettext_lazy("Choose a file."), "empty": WHY["empty"]},
    )

    def clean_file(self) -> RollList:
        """Read who stands in it; a file that is no list is refused in one sentence."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(WHY["large"])
        try:
            lines = read_table(file.read())
        except TableUnreadable as error:
            raise forms.ValidationError(WHY[error.why]) from error
        at = next(number for number, row in enumerate(lines) if row)
        columns = _columns(lines[at])
        if not columns.keys() & {"name", "first", "last"}:
            raise forms.ValidationError(_("One column has to be called “Name”."))
        return _read(lines, at, columns)


def _columns(head: list[str]) -> dict[str, int]:
    named = {normalise(name): place for place, name in enumerate(head)}
    found = {
        what: next((named[name] for name in names if name in named), None)
        for what, names in KNOWN_AS.items()
    }
    return {what: place for what, place in found.items() if place is not None}


def _read(lines: list[list[str]], head: int, columns: dict[str, int]) -> RollList:
    told, seen = RollList(), dict[str, int]()
    for line, row in enumerate(lines[head + 1 :], head + 2):
        if not row:
            continue
        said = {what: row[place].strip() for what, place in columns.items()}
        resident = _resident(said)
        problem = _problem(resident, seen)
        if problem:
            told.wrong.append(BadRow(line, resident.name, problem))
        else:
            seen[resident.key] = line
            told.right.append(resident)
    return told


def _resident(said: dict[str, Any]) -> Resident:
    parts = (said.get("name", ""), said.get("first", ""), said.get("last", ""))
    own = said.get("address") or f"{said.get('street', '')} {said.get('house', '')}"
    tongue = TONGUES.get(normalise(said.get("language", "")), "nl")
    return Resident(" ".join(filter(None, parts)), own.strip(), said.get("born", ""), tongue)


def _problem(resident: Resident, seen: dict[str, int]) -> str:
    """Say what is to be mended in a row; nothing when it is right."""
    if not resident.name:
        return _("There is no name.")
    if len(resident.name) > 140 or len(resident.address) > 160:  # noqa: PLR2004 - what the roll holds
        return _("The name or the address is too long.")
    if resident.born and not (
        resident.born.isascii()
        and resident.born.isdigit()
        and OLDEST <= int(resident.born) <= dt.date.max.year
    ):
        return _("The year of birth is not a year, such as 1951.")
    if resident.key in seen:
        return _("The same as line %(line)d.") % {"line": seen[resident.key]}
    return ""
