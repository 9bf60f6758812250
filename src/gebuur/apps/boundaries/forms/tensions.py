"""Noting a tension in three taps: theme, kind, street. There is no room for words or names."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.boundaries.models import Tension
from gebuur.apps.neighbourhood.models import Street
from gebuur.core.ids import as_uuid
from gebuur.core.widgets import Chips

THEMES = {
    Tension.Theme.NOISE: gettext_lazy("Noise"),
    Tension.Theme.PARKING: gettext_lazy("Parking"),
    Tension.Theme.TRAFFIC: gettext_lazy("Traffic"),
    Tension.Theme.ANIMALS: gettext_lazy("Dogs and other animals"),
    Tension.Theme.CHILDREN: gettext_lazy("Children and youngsters playing"),
    Tension.Theme.WASTE: gettext_lazy("Waste in the street"),
    Tension.Theme.GREEN: gettext_lazy("Hedges and trees"),
    Tension.Theme.LANGUAGE: gettext_lazy("Not understanding each other"),
    Tension.Theme.OTHER: gettext_lazy("Something else"),
}
KINDS = {
    Tension.Kind.NEIGHBOURS: gettext_lazy("Between neighbours of one street"),
    Tension.Kind.STREETS: gettext_lazy("Between two streets"),
    Tension.Kind.PLACE: gettext_lazy("About a place in the street"),
}


class TensionForm(forms.Form):
    """A theme, a kind and one street or two."""

    theme = forms.ChoiceField(
        label=gettext_lazy("What is it about?"),
        choices=list(THEMES.items()),
        widget=Chips,
        error_messages={"required": gettext_lazy("Choose what it is about.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Between whom?"),
        choices=list(KINDS.items()),
        widget=Chips,
        error_messages={"required": gettext_lazy("Choose between whom it is.")},
    )
    street = forms.TypedChoiceField(
        label=gettext_lazy("Which street?"),
        coerce=as_uuid,
        error_messages={"required": gettext_lazy("Choose the street.")},
    )
    other_street = forms.TypedChoiceField(
        label=gettext_lazy("And which other street?"),
        coerce=as_uuid,
        empty_value=None,
        required=False,
        help_text=gettext_lazy("Only for something between two streets."),
    )

    def __init__(self, data: Any = None, *, streets: Iterable[Street]) -> None:
        super().__init__(data)
        self.streets = {street.pk: street for street in streets}
        named = [("", ""), *((str(pk), street.name) for pk, street in self.streets.items())]
        for name in ("street", "other_street"):
            field = self.fields[name]
            field.choices = named  # type: ignore[attr-defined]  # a ChoiceField
            field.error_messages["invalid_choice"] = _("Choose a street of the list.")
        for name in ("theme", "kind"):
            field = self.fields[name]
            field.error_messages["invalid_choice"] = field.error_messages["required"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("kind") == Tension.Kind.STREETS and "other_street" not in self.errors:
            if not data.get("other_street"):
                self.add_error("other_street", _("Choose the other street as well."))
            elif data["other_street"] == data.get("street"):
                self.add_error("other_street", _("This is the same street. Choose another one."))
        elif data.get("kind") and data.get("other_street"):
            self.add_error(
                "other_street", _("Leave this open, or choose “between two streets” above.")
            )
        return data

    def facts(self) -> dict[str, Any]:
        """What the action takes beside the street."""
        said = self.cleaned_data
        other = said["other_street"]
        return {
            "theme": said["theme"],
            "kind": said["kind"],
            "other_street": self.streets[other] if other else None,
        }

    def chosen(self) -> Street:
        return self.streets[self.cleaned_data["street"]]


def in_words(theme: str, kind: str) -> tuple[str, str]:
    """How people read a theme and a kind."""
    return str(THEMES[Tension.Theme(theme)]), str(KINDS[Tension.Kind(kind)])
