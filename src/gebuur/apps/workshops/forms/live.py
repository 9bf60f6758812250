"""Answering on a phone, opening the room with a code, and an intention of one's own."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.workshops.forms.labels import Label
from gebuur.core.tokens import clean_code
from gebuur.core.widgets import TileChecks, Tiles
from gebuur.domain import frames

Shape = frames.Shape
POINTS = "points-"


class RoomCodeForm(forms.Form):
    """The six signs on the screen."""

    code = forms.CharField(
        label=_("Which code is on the screen?"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={"required": _("Type the six characters that are on the screen.")},
    )

    def clean_code(self) -> str:
        return clean_code(self.cleaned_data["code"])


class AnswerForm(forms.Form):
    """One answer, in the shape of the question. The action judges it, so nothing here is required."""

    def __init__(
        self,
        *args: Any,
        stage: frames.Stage,
        heading: Label,
        labels: dict[str, Label],
        over: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.stage = stage
        self.heading = heading.marked
        self.over = over if over != heading.words else ""
        choices = [(key, labels[key].marked) for key in stage.keys]
        if stage.shape in {Shape.CHOICE, Shape.KEYED}:
            self.fields["key"] = forms.ChoiceField(
                label=self.heading, choices=choices, required=False, widget=Tiles(columns=1)
            )
        if stage.shape == Shape.TICKS:
            self.fields["keys"] = forms.MultipleChoiceField(
                label=self.heading, choices=choices, required=False, widget=TileChecks(columns=1)
            )
            self.fields["nothing_fits"] = forms.BooleanField(
                label=_("I saw something else"), required=False
            )
        if stage.shape == Shape.HUNDRED:
            for key, words in choices:
                self.fields[POINTS + key] = forms.CharField(
                    label=words,
                    required=False,
                    widget=forms.TextInput(
                        attrs={"inputmode": "numeric", "size": 3, "autocomplete": "off"}
                    ),
                )
        if stage.shape in {Shape.LINE, Shape.KEYED}:
            self.fields["line"] = forms.CharField(
                label=self.heading if stage.shape == Shape.LINE else _("In one sentence"),
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def value(self) -> dict[str, Any]:
        """What was sent, for `give_answer` to judge: also when a tile was chosen that is not there."""
        data = self.data
        if self.stage.shape == Shape.TICKS:
            keys = data.getlist("keys") if hasattr(data, "getlist") else []
            return {"keys": keys, "nothing_fits": "nothing_fits" in data}
        if self.stage.shape == Shape.HUNDRED:
            return {"points": {key: data.get(POINTS + key, "") for key in self.stage.keys}}
        return {"key": data.get("key", ""), "line": data.get("line", "")}


class IntentionForm(forms.Form):
    """One intention of one's own: it becomes a reminder in one's own calendar, and is kept nowhere else."""

    text = forms.CharField(
        label=_("What will you do?"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write one thing that you will do.")},
    )
    due_on = forms.DateField(
        label=_("By when?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a day to look back on it.")},
    )
    email = forms.EmailField(
        label=_("Your mail address, if you want it by mail"),
        required=False,
        error_messages={"invalid": _("Look at the mail address once more: something is missing.")},
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_due_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["due_on"]
        if day < self.today:
            raise forms.ValidationError(_("This day is over. Choose today or a later day."))
        return day
