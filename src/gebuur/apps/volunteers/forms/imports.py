"""Bringing a list in: the file, and which column means what."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gebuur.apps.volunteers.queries.imports import KNOWN_AS, OF_OFFER
from gebuur.core.tables import TableUnreadable, read_table
from gebuur.core.widgets import Chips

MOST_BYTES = 2 * 1024 * 1024
WHY = {
    "empty": _(
        "There is nothing in this file. The first row names the columns, and the people come under it."
    ),
    "long": _("This list is longer than 5,000 rows. Cut it in two."),
    "broken": _("We cannot read this file. Save it as CSV or XLSX and try again."),
    "wide": _("This file has too many columns. Keep only the ones that we need."),
    "large": _("This file is larger than 2 MB. Cut it in two."),
}
LABELS = {
    "first_name": _("First name"),
    "last_name": _("Last name"),
    "name": _("First and last name in one column"),
    "phone": _("Phone number"),
    "other_phone": _("Second number, used when the first is missing"),
    "email": _("E-mail address"),
    "street": _("Street, with or without number"),
    "house_number": _("House number"),
    "languages": _("Languages"),
    "tasks": _("What they like to do"),
    "moments": _("When they have time"),
    "per_month": _("How often a month, at most"),
}


class FileForm(forms.Form):
    """Which list, and of whom?"""

    kind = forms.ChoiceField(
        label=_("Who is in the list?"),
        choices=(("neighbours", _("Neighbours")), ("volunteers", _("People who offered help"))),
        widget=Chips(),
        initial="neighbours",
    )
    file = forms.FileField(
        label=_("The file"),
        help_text=_("CSV or XLSX, at most 5,000 rows. The first row names the columns."),
        error_messages={"required": _("Choose a file."), "empty": WHY["empty"]},
    )

    def clean_file(self) -> list[list[str]]:
        """The rows of the file; what cannot be read is said in one sentence."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(WHY["large"])
        try:
            return read_table(file.read())
        except TableUnreadable as error:
            raise forms.ValidationError(WHY[error.why]) from error


class ColumnsForm(forms.Form):
    """Which column means what?"""

    def __init__(self, *args: Any, head: list[str], kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            ("", _("not in this file")),
            *((str(place), name or f"({place + 1})") for place, name in enumerate(head)),
        ]
        for what in KNOWN_AS:
            if kind == "volunteers" or what not in OF_OFFER:
                self.fields[what] = forms.ChoiceField(
                    label=LABELS[what], choices=choices, required=False
                )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("first_name") and not data.get("name"):
            self.add_error("first_name", _("Say which column holds the first name."))
        if "tasks" in self.fields and not data.get("tasks"):
            self.add_error("tasks", _("Say which column holds what they like to do."))
        return data

    def columns(self) -> dict[str, int]:
        """The place of every column that is there."""
        return {what: int(place) for what, place in self.cleaned_data.items() if place}
