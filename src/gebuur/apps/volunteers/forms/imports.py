"""Bringing a list in: the file, and which column means what."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gebuur.apps.volunteers.queries.imports import KNOWN_AS
from gebuur.core.tables import TableUnreadable, read_table
from gebuur.core.widgets import Chips

MOST_BYTES = 5 * 1024 * 1024
WHY = {
    "empty": _(
        "There is nothing in this file. The first row names the columns, people stand under it."
    ),
    "long": _("This list is longer than 5,000 rows. Cut it in two."),
    "broken": _("We cannot read this file. Save it as CSV or XLSX and try again."),
    "large": _("This file is larger than 5 MB. Cut it in two."),
}
LABELS = {
    "first_name": _("First name"),
    "last_name": _("Last name"),
    "phone": _("Phone number"),
    "email": _("E-mail address"),
    "street": _("Street, with or without number"),
    "house_number": _("House number"),
    "languages": _("Languages"),
    "tasks": _("What they like to do"),
}


class FileForm(forms.Form):
    """Which list, and of whom?"""

    kind = forms.ChoiceField(
        label=_("Who stands in the list?"),
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
            if what != "tasks" or kind == "volunteers":
                self.fields[what] = forms.ChoiceField(
                    label=LABELS[what], choices=choices, required=what == "first_name"
                )
        self.fields["first_name"].error_messages["required"] = _(
            "Say which column holds the first name."
        )

    def columns(self) -> dict[str, int]:
        """The place of every column that is there."""
        return {what: int(place) for what, place in self.cleaned_data.items() if place}
