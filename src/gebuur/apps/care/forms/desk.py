"""The desk's intake: one screen while somebody is talking. Half words are welcome; only finishing asks for more."""

import uuid
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gebuur.apps.boundaries.models import Light, Task
from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.care.forms.answers import DAY_FORMATS
from gebuur.apps.care.forms.caller import Caller, read_caller
from gebuur.apps.care.models import Rhythm, Urgency
from gebuur.apps.neighbourhood.forms.who import LANGUAGES, find_street
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Street
from gebuur.core.formfields import PhoneField, SlotField
from gebuur.core.looks import LIGHTS
from gebuur.core.widgets import ChipChecks, Chips, DayInput, SlotPicker

MOST_MINUTES = 480
FIRST_CHIPS = 7


class TaskChips(Chips):
    """Green tasks as numbered chips; amber and red ones behind one key, each with its light."""

    template_name = "care/desk_intake/task_chips.html"

    def __init__(self, *, tasks: list[Task]) -> None:
        super().__init__(numbered=True)
        self.tasks = {task.key: task for task in tasks}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        options = [one for _group, group, _index in context["widget"]["optgroups"] for one in group]
        for option in options:
            option["light"] = self.tasks[str(option["value"])].light
            option["key"] = ""
        first = [one for one in options if one["light"] == Light.GREEN][:FIRST_CHIPS]
        for number, option in enumerate(first, start=1):
            option["key"] = str(number)
        others = [one for one in options if one not in first]
        for option in others:
            option["icon"] = LIGHTS[option["light"]].icon if option["light"] != Light.GREEN else ""
        context["widget"].update(
            first=first, others=others, is_open=any(one["selected"] for one in others)
        )
        return context


class IntakeForm(forms.Form):
    """Everything that may come up while somebody is on the phone."""

    caller = forms.CharField(
        label=_("Who calls"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    seeker = forms.UUIDField(required=False, widget=forms.HiddenInput())
    first_name = forms.CharField(label=_("First name"), required=False, max_length=60)
    last_name = forms.CharField(label=_("Last name"), required=False, max_length=80)
    phone = PhoneField(label=_("Phone"), required=False)
    street = forms.CharField(
        label=_("Street"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"list": "streets"}),
    )
    house_number = forms.CharField(
        label=pgettext_lazy("of a house", "Number"), required=False, max_length=12
    )
    channel = forms.ChoiceField(
        label=_("Came in"),
        required=False,
        initial=Channel.PHONE,
        choices=(
            (Channel.PHONE, _("Phone")),
            (Channel.DESK, _("Walked in")),
            (Channel.MAIL, _("Mail")),
            (Channel.LETTER, _("Letter")),
        ),
        widget=Chips(),
    )
    asked_by_name = forms.CharField(label=_("Name of who calls"), required=False, max_length=60)
    asked_by_relation = forms.CharField(
        label=_("Who are they to her or him?"), required=False, max_length=60
    )
    asked_by_phone = PhoneField(label=_("Phone of who calls"), required=False)
    task = forms.ChoiceField(label=_("What for"), required=False)
    own_words = forms.CharField(label=_("In their words"), required=False, max_length=1_000)
    is_clear = forms.BooleanField(label=_("I say yes, within these limits"), required=False)
    clear_minutes = forms.IntegerField(
        label=_("At most how many minutes"), required=False, min_value=10, max_value=MOST_MINUTES
    )
    clear_note = forms.CharField(label=_("What is on the card"), required=False, max_length=200)
    clear_until = forms.DateField(
        label=_("Until when"), required=False, widget=DayInput(), input_formats=DAY_FORMATS
    )
    slots = SlotField(label=_("When"), required=False, widget=SlotPicker(across=True))
    urgency = forms.ChoiceField(
        label=_("How soon"),
        required=False,
        initial=Urgency.WEEK,
        choices=(
            (Urgency.TODAY, _("Today or tomorrow")),
            (Urgency.WEEK, _("This week")),
            (Urgency.ANY, _("It can wait")),
        ),
        widget=Chips(numbered=True),
    )
    rhythm = forms.ChoiceField(
        label=_("How often"),
        required=False,
        initial=Rhythm.ONCE,
        choices=(
            (Rhythm.ONCE, _("Once")),
            (Rhythm.WEEKLY, _("Every week")),
            (Rhythm.FORTNIGHTLY, _("Every two weeks")),
            (Rhythm.UNKNOWN, _("We do not know yet")),
        ),
        widget=Chips(numbered=True),
    )
    languages = forms.MultipleChoiceField(
        label=_("Language"), required=False, choices=LANGUAGES, widget=ChipChecks()
    )
    wish = forms.CharField(label=_("What matters"), required=False, max_length=500)
    gives = forms.CharField(label=_("Likes to do"), required=False, max_length=300)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        place: Neighbourhood,
        tasks: list[Task],
        finishing: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.place, self.finishing = place, finishing
        self.tasks = {task.key: task for task in tasks}
        field = self.fields["task"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared so above
        field.widget = TaskChips(tasks=tasks)
        field.choices = [(task.key, in_language(task.names)) for task in tasks]

    def clean_street(self) -> Street | None:
        """Find the street in any spelling; what is no street of ours is told, and kept as typed."""
        typed = self.cleaned_data["street"]
        found = find_street(self.place, typed)
        if typed.strip() and found is None:
            raise forms.ValidationError(
                _("We do not know this street in %(place)s. Check the spelling, or leave it empty.")
                % {"place": self.place.name}
            )
        return found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.finishing:
            return data
        if (
            not data.get("seeker")
            and not self.newcomer().first_name
            and "caller" not in self.errors
        ):
            self.add_error("caller", _("Write who it is for: a first name is enough."))
        if not data.get("task"):
            self.add_error("task", _("Choose what a neighbour can help with."))
        if data.get("asked_by_relation") and not data.get("asked_by_name"):
            self.add_error("asked_by_name", _("Write who calls as well."))
        return data

    def newcomer(self) -> Caller:
        """Who this is when we do not know her yet: the separate fields, else what stands in `caller`."""
        data = getattr(self, "cleaned_data", {})
        read = read_caller(data.get("caller", ""), self.place)
        return Caller(
            first_name=data.get("first_name") or read.first_name,
            last_name=data.get("last_name") or read.last_name,
            phone=data.get("phone") or read.phone,
            street=data.get("street") or read.street,
            house_number=data.get("house_number") or read.house_number,
        )

    def chosen_task(self) -> Task | None:
        """The task as it was chosen, also when finishing refused it: its reason stands beside it."""
        return self.tasks.get(self.data.get("task", ""))

    def who_is_skipped(self) -> list[str]:
        """Helpers the professional skipped on this screen."""
        return self._posted("skip")

    def is_swapped(self) -> bool:
        """Whether the first two of the row changed turns on this screen."""
        return bool(self._posted("swap"))

    def _posted(self, name: str) -> list[str]:
        return self.data.getlist(name) if isinstance(self.data, QueryDict) else []

    def chosen_seeker(self) -> uuid.UUID | None:
        found: uuid.UUID | None = getattr(self, "cleaned_data", {}).get("seeker")
        return found

    def columns(self) -> dict[str, Any]:
        """What is understood so far, for the columns of the draft."""
        data = self.cleaned_data
        kept: dict[str, Any] = {
            name: data[name]
            for name in (
                "slots",
                "languages",
                "wish",
                "own_words",
                "gives",
                "asked_by_relation",
            )
            if name in data
        }
        for name in ("channel", "urgency", "rhythm"):
            kept[name] = data.get(name) or self.fields[name].initial
        kept["task"] = self.chosen_task()
        return kept
