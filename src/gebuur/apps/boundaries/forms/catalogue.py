"""The words of a task and of a number, in five languages."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from gebuur.apps.boundaries.models import Helpline, Light, Task
from gebuur.core import widgets
from gebuur.core.looks import LIGHTS

REQUIRED = ("nl", "en")
A_YEAR = dt.timedelta(days=365)
NUMBER = re.compile(r"\+?[0-9][0-9 ./]{1,18}[0-9]")
RIGHT_TO_LEFT = ("ar",)


class LinesField(forms.CharField):
    """One thing on each line; gives a list."""

    def __init__(self, *, rows: int = 4, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return [line.strip() for line in text.splitlines() if line.strip()]


@dataclass(frozen=True)
class LanguageFields:
    """The fields of one language, under each other."""

    code: str
    name: str
    is_required: bool
    is_missing: bool
    has_errors: bool
    fields: list[BoundField]


class InLanguages(forms.Form):
    """A form whose words stand in every language of the site: `<what>_<code>`."""

    texts: tuple[str, ...] = ()

    def add_texts(
        self, what: str, label: Any, *, lines: bool, needed: bool, hint: Any = ""
    ) -> None:
        for code, _name in settings.LANGUAGES:
            options: dict[str, Any] = {
                "label": label,
                "help_text": hint if code == "nl" else "",
                "required": needed and code in REQUIRED,
            }
            sort, most = (LinesField, 2_000) if lines else (forms.CharField, 400)
            field = sort(max_length=most, **options)
            field.widget.attrs |= {"lang": code} | ({"dir": "rtl"} if code in RIGHT_TO_LEFT else {})
            self.fields[f"{what}_{code}"] = field
        self.texts = (*self.texts, what)

    def in_languages(self) -> list[LanguageFields]:
        """The fields per language, Dutch first."""
        return [
            LanguageFields(
                code,
                str(name),
                code in REQUIRED,
                not self[f"{self.texts[0]}_{code}"].value(),
                any(self[f"{what}_{code}"].errors for what in self.texts),
                [self[f"{what}_{code}"] for what in self.texts],
            )
            for code, name in settings.LANGUAGES
        ]

    def words(self) -> dict[str, dict[str, Any]]:
        """What was typed, as the columns hold it; an empty language is left out."""
        return {
            what: {
                code: self.cleaned_data[f"{what}_{code}"]
                for code, _name in settings.LANGUAGES
                if self.cleaned_data.get(f"{what}_{code}")
            }
            for what in self.texts
        }


class TaskForm(InLanguages):
    """How this organisation words a task, and who may do it."""

    light = forms.ChoiceField(
        label=_("Traffic light"),
        choices=lambda: [(light, LIGHTS[light].word) for light in Light.values],
        widget=widgets.Chips,
    )
    is_offered = forms.BooleanField(label=_("People can ask for this"), required=False)
    minutes = forms.IntegerField(
        label=_("How many minutes one time usually takes"), min_value=0, max_value=600
    )
    max_minutes = forms.IntegerField(
        label=_("At most how many minutes"),
        min_value=5,
        max_value=600,
        required=False,
        help_text=_("Only for amber. Leave it empty when there is no limit."),
    )
    position = forms.IntegerField(
        label=_("Place in the list"), min_value=0, max_value=999, help_text=_("The first one is 0.")
    )
    is_checked = forms.BooleanField(
        label=_("I read everything again today"),
        required=False,
        help_text=_("Then we ask again in a year."),
    )

    def __init__(self, task: Task, data: Any = None, *, today: dt.date) -> None:
        self.task, self.today = task, today
        self.is_overdue = task.check_by < today
        super().__init__(data, initial=self._initial())
        red = (self.data.get("light") if data is not None else task.light) == Light.RED
        self.add_texts("names", _("Name"), lines=False, needed=True)
        self.add_texts(
            "do", _("What we do"), lines=True, needed=not red, hint=_("One thing a line.")
        )
        self.add_texts("dont", _("What we do not do"), lines=True, needed=not red)
        self.add_texts("questions", _("What we ask the person"), lines=True, needed=False)
        self.add_texts(
            "limit", _("Amber: what the professional checks first"), lines=False, needed=False
        )
        self.add_texts("refusal", _("Red: why not, and who does"), lines=False, needed=red)

    def _initial(self) -> dict[str, Any]:
        task = self.task
        known: dict[str, Any] = {
            name: getattr(task, name)
            for name in ("light", "is_offered", "minutes", "max_minutes", "position")
        }
        for what in ("names", "do", "dont", "questions", "limit", "refusal"):
            known |= {f"{what}_{code}": text for code, text in getattr(task, what).items()}
        return known

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        longest = data.get("max_minutes")
        if longest is not None and longest < data.get("minutes", 0):
            self.add_error(
                "max_minutes", _("This is less than one time usually takes. Make it longer.")
            )
        return data

    def facts(self) -> dict[str, Any]:
        names = ("light", "is_offered", "minutes", "max_minutes", "position")
        said = {name: self.cleaned_data[name] for name in names} | self.words()
        if self.cleaned_data["is_checked"]:
            said |= {"checked": self.today, "check_by": self.today + A_YEAR}
        return said


class HelplineForm(InLanguages):
    """A number, and when somebody looked whether it still holds."""

    number = forms.CharField(
        label=_("Number to dial"), max_length=20, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    is_urgent = forms.BooleanField(
        label=_("Show it at the foot of every page and on every card"), required=False
    )
    position = forms.IntegerField(
        label=_("Place in the list"), min_value=0, max_value=999, help_text=_("The first one is 0.")
    )
    checked = forms.DateField(label=_("Checked on"), widget=widgets.DayInput)
    check_by = forms.DateField(label=_("Check again before"), widget=widgets.DayInput)
    source = forms.CharField(label=_("Where you found it"), max_length=300)

    def __init__(self, line: Helpline, data: Any = None, *, today: dt.date) -> None:
        self.today = today
        names = ("number", "is_urgent", "position", "checked", "check_by", "source")
        known = {name: getattr(line, name) for name in names}
        for what in ("names", "what_for", "hours"):
            known |= {f"{what}_{code}": text for code, text in getattr(line, what).items()}
        super().__init__(data, initial=known)
        self.add_texts("names", _("Name"), lines=False, needed=True)
        self.add_texts("what_for", _("What for"), lines=False, needed=True)
        self.add_texts("hours", _("When somebody answers"), lines=False, needed=True)

    def clean_number(self) -> str:
        number: str = self.cleaned_data["number"].strip()
        if not NUMBER.fullmatch(number):
            raise ValidationError(
                _("Write the number in digits, as people dial it: 1712 or 070 245 245.")
            )
        return number

    def clean_checked(self) -> dt.date:
        day: dt.date = self.cleaned_data["checked"]
        if day > self.today:
            raise ValidationError(_("This day is still to come. Write the day somebody looked."))
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if {"checked", "check_by"} <= data.keys() and data["check_by"] <= data["checked"]:
            self.add_error("check_by", _("Choose a day after the day it was checked."))
        return data

    def facts(self) -> dict[str, Any]:
        names = ("number", "is_urgent", "position", "checked", "check_by", "source")
        return {name: self.cleaned_data[name] for name in names} | {"is_sure": True} | self.words()
