"""What is typed for a round, and the sheet that neighbours fill in."""

import datetime as dt
import secrets
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.neighbourhood.models import Street
from gebuur.apps.reflection.models import VoiceRound
from gebuur.apps.reflection.queries.voice import LINE, questions_asked, takes_line
from gebuur.core.widgets import Chips, DayInput, TileChecks, Tiles
from gebuur.domain import frames

LONGEST_LINE = 300
DAYS_BACK, DAYS_OPEN = 92, 62


def in_words(text: frames.Text) -> str:
    """The words in the reader's language."""
    return text.in_language(get_language() or "nl")


class RoundForm(forms.Form):
    """About which activity, until when, and which questions."""

    title = forms.CharField(
        label=_("What was it about?"),
        help_text=_("Neighbours read this. Name no person."),
        max_length=80,
        error_messages={"required": _("Write what it was about, in a few words.")},
    )
    on = forms.DateField(
        label=_("Which day was it?"),
        widget=DayInput,
        error_messages={
            "required": _("Choose the day of the activity."),
            "invalid": _("This is not a day. Write it like 28/11/2026."),
        },
    )
    street = forms.ChoiceField(
        label=_("In one street?"),
        help_text=_("Then we show nothing before there are ten answers."),
        required=False,
        error_messages={"invalid_choice": _("Choose a street of your neighbourhood.")},
    )
    promised = forms.ChoiceField(
        label=_("Which style had you promised?"), required=False, widget=Tiles()
    )
    questions = forms.MultipleChoiceField(
        label=_("What do you ask?"),
        help_text=_("Three to five questions. Fewer are answered more often."),
        widget=TileChecks(columns=1),
        error_messages={
            "required": _("Choose three to five questions."),
            "invalid_choice": _("Choose three to five questions."),
        },
    )
    until = forms.DateField(
        label=_("Until which day can neighbours answer?"),
        widget=DayInput,
        error_messages={
            "required": _("Choose the last day."),
            "invalid": _("This is not a day. Write it like 28/11/2026."),
        },
    )

    def __init__(
        self,
        *args: Any,
        styles: list[FrameRow],
        streets: QuerySet[Street],
        today: dt.date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        rows = [(row.key, said(row.name)) for row in styles]
        _choices(self.fields["promised"], [*rows, ("", _("nothing was promised"))])
        _choices(
            self.fields["questions"],
            [(one.key, in_words(one.words)) for one in frames.VOICE_QUESTIONS],
        )
        self.streets = {str(one.pk): one for one in streets}
        names = [(key, one.name) for key, one in self.streets.items()]
        _choices(self.fields["street"], [("", _("no, for the whole neighbourhood")), *names])

    def clean_street(self) -> Street | None:
        return self.streets.get(self.cleaned_data["street"])

    def clean_questions(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["questions"]
        if not frames.FEWEST_ASKED <= len(chosen) <= frames.MOST_ASKED:
            raise forms.ValidationError(_("Choose three to five questions."))
        return chosen

    def clean_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError(_("This day is still to come. Ask when it is over."))
        if day < self.today - dt.timedelta(days=DAYS_BACK):
            raise forms.ValidationError(
                _("This is more than three months ago. Nobody remembers it well.")
            )
        return day

    def clean_until(self) -> dt.date:
        day: dt.date = self.cleaned_data["until"]
        if day < self.today:
            raise forms.ValidationError(_("This day is over. Choose today or a later day."))
        if day > self.today + dt.timedelta(days=DAYS_OPEN):
            raise forms.ValidationError(_("Choose a day within two months."))
        return day


class SheetForm(forms.Form):
    """The questions of one round, and one free line. Nothing has to be answered, something does."""

    once = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, one: VoiceRound, at_desk: bool = False, language: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("once", secrets.token_hex(8))
        code = language or get_language() or "nl"
        self.asked = questions_asked(one)
        for question in self.asked:
            self.fields[question.key] = _question(question, code, at_desk=at_desk)
        if not takes_line(one):
            return
        with override(code):
            self.fields[LINE] = forms.CharField(
                label=gettext("Do you want to say anything else?"),
                help_text=gettext(
                    "One sentence is fine. Write no names, and nothing that points to you."
                ),
                required=False,
                max_length=LONGEST_LINE,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not any(data.get(name) for name in self.fields if name != "once"):
            self.add_error(None, _("Give at least one answer. The others may stay open."))
        return data

    def sheet(self) -> dict[str, str]:
        """What was answered, without the number of the form."""
        said_all = {name: " ".join(str(value).split()) for name, value in self.cleaned_data.items()}
        said_all.pop("once")
        return said_all

    def number(self) -> str:
        """The number of the form, so that a form that comes twice counts once."""
        return str(self.cleaned_data["once"])


class OwnViewForm(forms.Form):
    """The same questions to the professional: how does she see it, before she hears the others?"""

    def __init__(self, *args: Any, one: VoiceRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions_asked(one):
            row = _question(question, get_language() or "nl", at_desk=True)
            row.required = True
            row.error_messages["required"] = _("Choose one answer.")
            self.fields[question.key] = row


class SayingForm(forms.Form):
    """In which languages the sheets are printed."""

    languages = forms.MultipleChoiceField(
        label=_("In which languages?"),
        widget=TileChecks(columns=2),
        error_messages={
            "required": _("Choose at least one language."),
            "invalid_choice": _("Choose at least one language."),
        },
    )

    def __init__(self, *args: Any, languages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self.fields["languages"], languages)


def _question(question: frames.VoiceQuestion, language: str, *, at_desk: bool) -> forms.ChoiceField:
    choices = [(one.key, one.words.in_language(language)) for one in question.answers]
    return forms.ChoiceField(
        label=question.words.in_language(language),
        choices=choices,
        required=False,
        widget=Chips(numbered=at_desk) if at_desk else Tiles(),
        error_messages={"invalid_choice": _("Choose one of the answers below.")},
    )


def _choices(field: forms.Field, choices: list[tuple[str, Any]]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared so by the caller
    field.choices = choices
