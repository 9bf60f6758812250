"""What staff writes down about somebody."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gebuur.apps.neighbourhood.forms.who import LANGUAGES, find_street
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person, Role, Street
from gebuur.core.formfields import PhoneField
from gebuur.core.widgets import ChipChecks, Chips, DayInput

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]


class PersonForm(forms.Form):
    """A first name is enough; the rest may follow."""

    first_name = forms.CharField(
        label=_("First name"), max_length=60, error_messages={"required": _("Write a first name.")}
    )
    last_name = forms.CharField(label=_("Last name"), max_length=80, required=False)
    phone = PhoneField(label=_("Phone number"), required=False)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        error_messages={
            "invalid": _("This e-mail address is not complete. It looks like name@example.be.")
        },
    )
    street = forms.CharField(label=_("Street"), max_length=120, required=False)
    house_number = forms.CharField(label=_("House number"), max_length=12, required=False)
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=LANGUAGES, widget=ChipChecks(), required=False, initial=["nl"]
    )
    channel = forms.ChoiceField(
        label=_("How do we reach this person?"),
        choices=Channel.choices[:5],
        widget=Chips(),
        initial=Channel.PHONE,
    )
    desk_note = forms.CharField(
        label=_("Note for the desk"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept locked. We note who opens this page, and the person can see it."),
    )

    def __init__(self, *args: Any, place: Neighbourhood, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place

    def clean_street(self) -> Street | None:
        typed = self.cleaned_data["street"]
        found = find_street(self.place, typed)
        if typed and found is None:
            raise forms.ValidationError(
                _("We do not know this street in %(place)s. Check the spelling, or leave it empty.")
                % {"place": self.place.name}
            )
        return found

    def facts(self) -> dict[str, Any]:
        """What is written down; the first language is the one letters are in."""
        languages = self.cleaned_data["languages"] or ["nl"]
        own = next((code for code in languages if code in {"nl", "en", "fr", "tr", "ar"}), "nl")
        return self.cleaned_data | {"languages": languages, "language": own}

    @staticmethod
    def start_with(person: Person) -> dict[str, Any]:
        """What we know already."""
        names = (
            "first_name",
            "last_name",
            "phone",
            "email",
            "house_number",
            "languages",
            "channel",
            "desk_note",
        )
        known = {name: getattr(person, name) for name in names}
        return known | {"street": person.street.name if person.street else ""}


class RoleForm(forms.Form):
    """Which role, from when, until when."""

    role = forms.ChoiceField(
        label=_("Role"),
        choices=[choice for choice in Role.choices if choice[0] != Role.NEIGHBOUR],
        widget=Chips(),
        error_messages={"required": _("Choose a role.")},
    )
    until = forms.DateField(
        label=_("Until"),
        required=False,
        widget=DayInput(),
        input_formats=DAY_FORMATS,
        help_text=_("Leave empty when there is no end yet."),
        error_messages={"invalid": _("Write the day like this: 31/12/2026.")},
    )

    def clean_until(self) -> dt.date | None:
        """The last day; a role that has ended before it begins is none."""
        day: dt.date | None = self.cleaned_data["until"]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose today or a later day."))
        return day


class GiveForm(RoleForm):
    """A role for somebody we know."""

    invite = forms.BooleanField(
        label=_("Invite this person to make an account"),
        required=False,
        help_text=_("Somebody without an e-mail address gets a letter with a code."),
    )


class InviteForm(RoleForm):
    """Somebody new, with a role, and how the invitation goes."""

    first_name = forms.CharField(
        label=_("First name"), max_length=60, error_messages={"required": _("Write a first name.")}
    )
    last_name = forms.CharField(label=_("Last name"), max_length=80, required=False)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("Leave empty to print a letter with a code."),
        error_messages={
            "invalid": _("This e-mail address is not complete. It looks like name@example.be.")
        },
    )
    field_order = ("first_name", "last_name", "role", "until", "email")
