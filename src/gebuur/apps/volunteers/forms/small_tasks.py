"""A small task as staff writes it down."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from gebuur.apps.neighbourhood.forms.who import LANGUAGES
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.volunteers.models import SmallTask
from gebuur.core.widgets import ChipChecks, Chips, ClockInput, DayInput
from gebuur.domain import frames

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
LENGTHS = (30, 60, 90, 120, 180)
FACTS = ("kind", "title", "on", "at", "where", "minutes", "people", "languages")
MOST_PEOPLE = 30


def _how_long() -> list[tuple[int, str]]:
    """The choices in the language of who reads, so not before somebody asks for the page."""
    return [(n, ngettext("%(n)d minute", "%(n)d minutes", n) % {"n": n}) for n in LENGTHS]


class SmallTaskForm(forms.Form):
    """What, when, where, how long, with how many."""

    kind = forms.ChoiceField(
        label=_("What"), widget=Chips(), error_messages={"required": _("Choose what it is.")}
    )
    title = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=80,
        help_text=_("Volunteers read this. Leave it empty to use the words above."),
    )
    on = forms.DateField(
        label=_("Which day?"),
        required=False,
        widget=DayInput(),
        input_formats=DAY_FORMATS,
        help_text=_("Leave it empty when the volunteer may choose."),
        error_messages={"invalid": _("Write the day like this: 31/12/2026.")},
    )
    at = forms.TimeField(
        label=_("At what time?"),
        required=False,
        widget=ClockInput(),
        input_formats=["%H:%M", "%H.%M", "%Hu%M", "%H"],
        error_messages={"invalid": _("Write the time like this: 14.30.")},
    )
    where = forms.CharField(
        label=_("Where?"),
        required=False,
        max_length=120,
        help_text=_("A place everybody may know, never the address of somebody who needs help."),
    )
    minutes = forms.TypedChoiceField(
        label=_("How long?"),
        coerce=int,
        widget=Chips(),
        choices=_how_long,
        initial=60,
        error_messages={"required": _("Choose how long it takes.")},
    )
    people = forms.IntegerField(
        label=_("How many people?"),
        min_value=1,
        max_value=MOST_PEOPLE,
        initial=1,
        error_messages={
            "required": _("Write how many people you look for."),
            "invalid": _("Write a number, such as 2."),
            "min_value": _("At least one person is needed."),
            "max_value": _("Make two small tasks when more than 30 people are needed."),
        },
    )
    languages = forms.MultipleChoiceField(
        label=_("In which language?"),
        required=False,
        choices=LANGUAGES,
        widget=ChipChecks(),
        help_text=_("Choose nothing when the language does not matter."),
    )
    contact = forms.ChoiceField(
        label=_("Who is the contact?"),
        widget=Chips(),
        error_messages={"required": _("Choose who can be phoned about it.")},
    )

    def __init__(self, *args: Any, staff: list[Person], today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.staff = {str(one.pk): one for one in staff}
        language = get_language() or "nl"
        kinds, contacts = self.fields["kind"], self.fields["contact"]
        assert isinstance(kinds, forms.ChoiceField)  # noqa: S101 - declared so above
        assert isinstance(contacts, forms.ChoiceField)  # noqa: S101 - declared so above
        kinds.widget = Chips(icons={one.key: one.icon for one in frames.SMALL_TASKS})
        kinds.choices = [(one.key, one.names.in_language(language)) for one in frames.SMALL_TASKS]
        contacts.choices = [(key, one.first_name) for key, one in self.staff.items()]

    def clean_on(self) -> dt.date | None:
        """A day still to come; the day that stood there already may stay."""
        on: dt.date | None = self.cleaned_data["on"]
        if on and on < self.today and on != self.initial.get("on"):
            raise forms.ValidationError(_("This day is over. Choose today or a later day."))
        return on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("at") and not data.get("on") and "on" not in self.errors:
            self.add_error("on", _("Choose the day that goes with this time."))
        return data

    def facts(self) -> dict[str, Any]:
        """What is written down."""
        facts = {name: self.cleaned_data[name] for name in FACTS}
        return facts | {"contact": self.staff[self.cleaned_data["contact"]]}

    @staticmethod
    def start_with(task: SmallTask) -> dict[str, Any]:
        """What we know already."""
        return {name: getattr(task, name) for name in FACTS} | {"contact": str(task.contact_id)}
