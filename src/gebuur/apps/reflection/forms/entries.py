"""The steps of a reflection. Nothing has to be answered; the intention and its day do."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.reflection.models import Entry, Intention
from gebuur.core.widgets import Tiles

LONGEST = 4_000
LONGEST_TITLE = 120
MOST_ATTITUDES = 3
OUTCOMES = (
    (Intention.Outcome.DONE.value, _("Done")),
    (Intention.Outcome.PARTLY.value, _("Partly")),
    (Intention.Outcome.NOT.value, _("Not")),
)


FORMS = (
    (Entry.Form.EXERCISE.value, _("Five questions")),
    (Entry.Form.THINK.value, _("Think, do, want")),
)
FORM_NOTES = {
    Entry.Form.EXERCISE.value: _("The exercise of the training, in its order. Ten minutes."),
    Entry.Form.THINK.value: _("What do you think, do and want? With two lenses at most."),
}


def words_field(
    label: Any, *, rows: int = 5, required: bool = False, hint: Any = ""
) -> forms.CharField:
    """A field for own words."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class NewEntryForm(forms.Form):
    """How, and what it is about: a contact of the last weeks, something written, or a case."""

    form = forms.ChoiceField(
        label=_("How do you want to do it?"),
        choices=FORMS,
        required=False,
        widget=Tiles(notes=FORM_NOTES),
    )
    line = forms.CharField(
        label=_("What you did in the last two weeks"), required=False, widget=Tiles()
    )
    title = forms.CharField(
        label=_("Something else that happened"), max_length=LONGEST_TITLE, required=False
    )

    def __init__(
        self,
        *args: Any,
        contacts: Sequence[tuple[str, str, str]],
        title: str,
        **kwargs: Any,
    ) -> None:
        """Take `contacts` as (key, what, day), and the `title` of the case she comes with."""
        super().__init__(*args, **kwargs)
        self.fixed_title = title
        if title:
            del self.fields["title"]
        if not contacts:
            del self.fields["line"]
            return
        widget = self.fields["line"].widget
        assert isinstance(widget, Tiles)  # noqa: S101 - declared so above
        nothing = ("", _("Something else. I write it below."))
        widget.choices = [*((key, what) for key, what, _day in contacts), nothing]
        widget.notes = {key: day for key, _what, day in contacts}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        is_silent = not data.get("line") and not data.get("title")
        if is_silent and "title" in self.fields and "title" not in self.errors:
            self.add_error("title", _("Write in a few words what it was about."))
        return data

    def chosen(self) -> dict[str, str]:
        """How, and what it is called."""
        return {
            "form": self.cleaned_data["form"] or Entry.Form.EXERCISE.value,
            "title": self.fixed_title or self.cleaned_data["title"],
        }

    def texts(self) -> dict[str, str]:
        """What was typed in own words, to look for names in; not the title of a case."""
        return {} if self.fixed_title else {"title": self.cleaned_data["title"]}


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
            self.fields[name] = words_field(label, hint=hint)


class LensForm(StepForm):
    """What is seen through one lens; `told` is what is kept, empty when nothing was said."""

    def told(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if value}


class AttitudeForm(LensForm):
    """One to three attitudes, each by a moment: no mark."""

    def __init__(self, *args: Any, attitudes: list[FrameRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in attitudes:
            meaning = " ".join(said(place) for place in row.places if place.field == "meaning")
            hint = f"{meaning} {_('What did you do or say?')}".strip()
            self.fields[row.key] = words_field(said(row.name), rows=2, hint=hint)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if sum(bool(value) for value in data.values()) > MOST_ATTITUDES:
            self.add_error(
                None, _("Choose at most three. Empty the fields of the others; you can copy them.")
            )
        return data

    def answers(self) -> dict[str, Any]:
        return {"moments": self.told()}


class StyleForm(LensForm):
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
        return {"styles": self.told()}

    def texts(self) -> dict[str, str]:
        return {}


class IntentionForm(StepForm):
    """One thing to do, and by when."""

    text = words_field(
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
    happened = words_field(_("What happened?"), rows=3)
    residents_said = words_field(_("What did residents say?"), rows=3)
