"""Who somebody is, in public forms: name, street, number, how to reach them, languages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Street
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.core.formfields import PhoneField
from gebuur.core.search import normalise
from gebuur.core.widgets import TileChecks

MOST_STREETS = 80
LANGUAGES = (
    ("nl", "Nederlands"),
    ("fr", "français"),
    ("en", "English"),
    ("tr", "Türkçe"),
    ("ar", "العربية"),
    ("pl", "polski"),
    ("es", "español"),
    ("uk", "українська"),
)


class LanguageForm(forms.Form):
    """Which languages do you like to speak?"""

    languages = forms.MultipleChoiceField(
        label=_("Which language do you like to speak?"),
        help_text=_("You may choose more than one."),
        choices=LANGUAGES,
        widget=TileChecks(),
        error_messages={"required": _("Choose at least one language.")},
    )


class WhoForm(forms.Form):
    """Who are you, and where may we reach you?"""

    first_name = forms.CharField(
        label=_("First name"),
        max_length=60,
        error_messages={"required": _("Write your first name.")},
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    last_name = forms.CharField(
        label=_("Last name"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    street = forms.CharField(
        label=_("Street"),
        max_length=120,
        error_messages={"required": _("Write the name of your street.")},
        widget=forms.TextInput(attrs={"list": "streets", "autocomplete": "off"}),
    )
    house_number = forms.CharField(label=_("House number"), max_length=12, required=False)
    phone = PhoneField(label=_("Phone number"), required=False)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("You do not need one. A phone number is enough."),
        error_messages={
            "invalid": _("This e-mail address is not complete. It looks like name@example.be.")
        },
    )
    asker_name = forms.CharField(
        label=_("Your own name"),
        max_length=120,
        required=False,
        error_messages={"required": _("Write your own name as well.")},
    )
    asker_phone = PhoneField(label=_("Your own phone number"), required=False)
    relation = forms.CharField(
        label=_("Who are you to this person?"),
        max_length=60,
        required=False,
        help_text=_("For example: daughter, neighbour, nurse."),
    )

    def __init__(self, *args: Any, place: Neighbourhood, for_other: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place, self.for_other = place, for_other
        streets = list(list_streets(place)[: MOST_STREETS + 1])
        self.streets = streets if len(streets) <= MOST_STREETS else []
        if for_other:
            self.fields["first_name"].label = _("First name of the person who needs help")
            self.fields["asker_name"].required = True
        else:
            for name in ("asker_name", "asker_phone", "relation"):
                del self.fields[name]

    def clean_street(self) -> Street:
        """Find the street in any spelling; half a name is enough when only one street begins so."""
        found = find_street(self.place, self.cleaned_data["street"])
        if found is None:
            raise forms.ValidationError(
                _("We do not know this street in %(place)s. Check the spelling, or phone us.")
                % {"place": self.place.name}
            )
        return found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        reachable = data.get("phone") or data.get("email") or data.get("asker_phone")
        if not reachable and not {"phone", "email", "asker_phone"} & set(self.errors):
            self.add_error(
                "phone", _("Write a phone number or an e-mail address, so that we can answer you.")
            )
        return data

    def channel(self) -> str:
        """How to answer: a mobile gets a text message, else mail, else we phone."""
        if self.cleaned_data.get("email"):
            return Channel.MAIL
        return (
            Channel.SMS if self.cleaned_data.get("phone", "").startswith("+324") else Channel.PHONE
        )

    def person_facts(self) -> dict[str, Any]:
        """What is written down about the person."""
        names = ("first_name", "last_name", "street", "house_number", "phone", "email")
        return {name: self.cleaned_data[name] for name in names}


def find_street(place: Neighbourhood, typed: str) -> Street | None:
    """The street somebody meant: the same letters, also in a spelling of before, or the only one that begins so."""
    wanted = normalise(typed)
    if not wanted:
        return None
    streets = list_streets(place)
    begins = list(streets.filter(key__startswith=wanted)[:2])
    same = streets.filter(key=wanted).first()
    if same is not None or len(begins) == 1:
        return same or begins[0]
    merged = Street.objects.filter(neighbourhood=place, key=wanted, merged_into__isnull=False)
    spelled = merged.select_related("merged_into").first()
    if spelled is not None:
        return spelled.merged_into
    joined = wanted.replace(" ", "")
    near = streets.filter(key__startswith=wanted[:2])
    return next((street for street in near if street.key.replace(" ", "") == joined), None)
