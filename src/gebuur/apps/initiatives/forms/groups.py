"""What a group says of itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.initiatives.models import Initiative
from gebuur.apps.neighbourhood.forms.who import MOST_STREETS, find_street
from gebuur.apps.neighbourhood.models import Neighbourhood, Street
from gebuur.apps.neighbourhood.queries import list_streets


class WhatForm(forms.Form):
    """What do you want to begin?"""

    title = forms.CharField(
        label=_("What do you want to begin?"),
        max_length=60,
        help_text=_("A short name. For example: soup on Sunday."),
        error_messages={"required": _("Write a short name.")},
    )
    aim = forms.CharField(
        label=_("What is it for?"),
        max_length=400,
        help_text=_("One or two sentences. Everybody may read them."),
        error_messages={"required": _("Write in one sentence what it is for.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WhereForm(forms.Form):
    """Where is it, and when do you meet? Both may stay empty."""

    group_street = forms.CharField(
        label=_("In which street?"),
        max_length=120,
        required=False,
        help_text=_("Leave it empty when it is for the whole neighbourhood."),
        widget=forms.TextInput(attrs={"list": "group-streets", "autocomplete": "off"}),
    )
    meets = forms.CharField(
        label=_("When and where do you meet?"),
        max_length=120,
        required=False,
        help_text=_("For example: every Sunday at 2 in the hall. No house number please."),
    )

    def __init__(self, *args: Any, place: Neighbourhood, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place
        streets = list(list_streets(place)[: MOST_STREETS + 1])
        self.streets = streets if len(streets) <= MOST_STREETS else []

    def clean_group_street(self) -> Street | None:
        """The street in any spelling, or none."""
        typed = self.cleaned_data["group_street"]
        found = find_street(self.place, typed) if typed else None
        if typed and found is None:
            raise forms.ValidationError(
                _("We do not know this street in %(place)s. Check the spelling, or leave it empty.")
                % {"place": self.place.name}
            )
        return found


class GroupForm(WhatForm, WhereForm):
    """The same on one page: for staff on the phone, and for changing it later."""

    field_order = ("title", "aim", "group_street", "meets")

    def facts(self) -> dict[str, Any]:
        """What is written down about the group."""
        names = ("title", "aim", "meets")
        said = {name: self.cleaned_data[name] for name in names}
        return said | {"street": self.cleaned_data["group_street"]}

    @staticmethod
    def start_with(group: Initiative) -> dict[str, Any]:
        """What the group says now."""
        said = {name: getattr(group, name) for name in ("title", "aim", "meets")}
        return said | {"group_street": group.street.name if group.street else ""}
