"""The public form: one question per page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.boundaries.models import Task
from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.care.models import Rhythm
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Street
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.core.formfields import PhoneField, SlotField
from gebuur.core.search import normalise
from gebuur.core.widgets import TileChecks, Tiles

OTHER = "other"
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


class WhomForm(forms.Form):
    """For whom is it?"""

    whom = forms.ChoiceField(
        label=_("Who is it for?"),
        choices=(("me", _("For me")), ("other", _("For somebody else"))),
        widget=Tiles(icons={"me": "user-round", "other": "users-round"}),
        error_messages={"required": _("Choose one of the two.")},
    )


class TaskForm(forms.Form):
    """What can a neighbour help with?"""

    task = forms.ChoiceField(
        label=_("What can a neighbour help with?"),
        help_text=_("Choose one. The rest can come later."),
        error_messages={"required": _("Choose one, or choose “something else”.")},
    )
    own_words = forms.CharField(
        label=_("Tell it in your own words"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, tasks: list[Task], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(task.key, in_language(task.names)) for task in tasks]
        icons = {task.key: task.icon for task in tasks} | {OTHER: "ellipsis"}
        field = self.fields["task"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared so above
        field.widget = Tiles(icons=icons)
        field.choices = [*choices, (OTHER, _("Something else"))]


class WhenForm(forms.Form):
    """When does it suit, and how often?"""

    slots = SlotField(
        label=_("When does it suit?"),
        help_text=_("Tick everything that can. The more you tick, the sooner somebody can come."),
        required=False,
    )
    any_time = forms.BooleanField(label=_("Any moment is fine"), required=False)
    rhythm = forms.ChoiceField(
        label=_("How often?"),
        choices=(
            (Rhythm.ONCE, _("Once")),
            (Rhythm.WEEKLY, _("Every week")),
            (Rhythm.FORTNIGHTLY, _("Every two weeks")),
            (Rhythm.UNKNOWN, _("I do not know yet")),
        ),
        initial=Rhythm.ONCE,
        widget=Tiles(),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("slots") and not data.get("any_time") and "slots" not in self.errors:
            self.add_error("slots", _("Tick at least one moment, or tick “any moment is fine”."))
        return data


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
        self.streets = list(list_streets(place))
        if for_other:
            self.fields["first_name"].label = _("First name of the person who needs help")
            self.fields["asker_name"].required = True
        else:
            for name in ("asker_name", "asker_phone", "relation"):
                del self.fields[name]

    def clean_street(self) -> Street:
        """Find the street in any spelling; half a name is enough when only one street begins so."""
        found = find_street(self.streets, self.cleaned_data["street"])
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


class MoreForm(forms.Form):
    """What matters, and what the asker likes to do for somebody else; both may stay empty."""

    wish = forms.CharField(
        label=_("What is good to know?"),
        required=False,
        max_length=500,
        help_text=_("For example: ring twice, there is a dog."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    gives = forms.CharField(
        label=_("What do you like to do for somebody else?"),
        required=False,
        max_length=300,
        help_text=_(
            "Everybody can do something: soup, a chat on the phone, a letter in your language."
        ),
    )


def find_street(streets: list[Street], typed: str) -> Street | None:
    """The street somebody meant: the same letters, or the only one that begins with them."""
    wanted = normalise(typed).replace(" ", "")
    if not wanted:
        return None
    keys = {street: normalise(street.name).replace(" ", "") for street in streets}
    same = [street for street, key in keys.items() if key == wanted]
    begins = [street for street, key in keys.items() if key.startswith(wanted)]
    if same:
        return same[0]
    return begins[0] if len(begins) == 1 else None
