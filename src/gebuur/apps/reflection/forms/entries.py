"""The steps of a reflection. Nothing has to be answered; the intention and its day do."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.reflection.models import Intention
from gebuur.core.widgets import Tiles

LONGEST = 4_000
MOST_ATTITUDES = 3
STEPS = ("recent", "attitude", "style", "otherwise", "expect", "intention")
OUTCOMES = (
    (Intention.Outcome.DONE.value, _("Done")),
    (Intention.Outcome.PARTLY.value, _("Partly")),
    (Intention.Outcome.NOT.value, _("Not")),
)


def _words(label: Any, *, rows: int = 5, required: bool = False, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class NewEntryForm(forms.Form):
    """What the reflection is about, when it is not picked from the list."""

    title = forms.CharField(
        label=_("Something else that happened"),
        max_length=120,
        error_messages={"required": _("Write in a few words what it was about.")},
    )


class StepForm(forms.Form):
    """One step; `answers` is what is kept."""

    def answers(self) -> dict[str, Any]:
        return dict(self.cleaned_data)

    def texts(self) -> dict[str, str]:
        """What was typed in own words, to look for names in."""
        return {name: value for name, value in self.cleaned_data.items() if isinstance(value, str)}


class TextsForm(StepForm):
    """One or two questions in own words."""

    def __init__(self, *args: Any, asks: dict[str, tuple[Any, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, hint) in asks.items():
            self.fields[name] = _words(label, hint=hint)


class AttitudeForm(StepForm):
    """One to three attitudes, each by a moment: no mark."""

    def __init__(self, *args: Any, attitudes: list[FrameRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in attitudes:
            meaning = " ".join(said(place) for place in row.places if place.field == "meaning")
            hint = f"{meaning} {_('What did you do or say?')}".strip()
            self.fields[row.key] = _words(said(row.name), rows=2, hint=hint)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if sum(bool(value) for value in data.values()) > MOST_ATTITUDES:
            self.add_error(
                None, _("Choose at most three. Empty the fields of the others; you can copy them.")
            )
        return data

    def answers(self) -> dict[str, Any]:
        return {"moments": {key: text for key, text in self.cleaned_data.items() if text}}


class StyleForm(StepForm):
    """The style that was promised, and the one that was seen."""

    promised = forms.ChoiceField(label=_("What had you promised?"), required=False, widget=Tiles())
    observed = forms.ChoiceField(label=_("What was it in fact?"), required=False, widget=Tiles())

    def __init__(self, *args: Any, styles: list[FrameRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(row.key, said(row.name)) for row in styles]
        for name, nothing in (
            ("promised", _("nothing was promised")),
            ("observed", _("I do not know")),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared so above
            field.choices = [*choices, ("", nothing)]

    def answers(self) -> dict[str, Any]:
        return {"styles": {name: key for name, key in self.cleaned_data.items() if key}}

    def texts(self) -> dict[str, str]:
        return {}


class IntentionForm(StepForm):
    """One thing to do, and by when."""

    text = _words(
        _("What will you do?"), rows=3, required=True, hint=_("One thing. Small and concrete.")
    )
    due_on = forms.DateField(
        label=_("By when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["text"].error_messages["required"] = _("Write one thing that you will do.")
        self.fields["due_on"].error_messages["required"] = _("Choose a day to look back on it.")

    def clean_due_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["due_on"]
        if day < self.today:
            raise forms.ValidationError(_("This day is over. Choose today or a later day."))
        return day

    def texts(self) -> dict[str, str]:
        return {"text": self.cleaned_data["text"]}


class LookBackForm(forms.Form):
    """What came of the intention."""

    outcome = forms.ChoiceField(
        label=_("Did you do it?"),
        choices=OUTCOMES,
        widget=Tiles(columns=2),
        error_messages={"required": _("Choose done, partly or not.")},
    )
    happened = _words(_("What happened?"), rows=3)
    residents_said = _words(_("What did residents say?"), rows=3)
