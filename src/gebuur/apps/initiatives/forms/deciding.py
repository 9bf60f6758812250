"""What is typed about agreements and decisions."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.initiatives.forms.fields import DayField, WordsField, within
from gebuur.apps.initiatives.models import Decision, Voice
from gebuur.apps.initiatives.queries import STANCES
from gebuur.core.widgets import Tiles

SOONEST, LATEST = dt.timedelta(days=3), dt.timedelta(days=60)
USUAL = dt.timedelta(days=7)
TOMORROW, YEARS = dt.timedelta(days=1), dt.timedelta(days=731)
HALF_A_YEAR = dt.timedelta(days=182)

STANCE_WORDS = {
    Voice.Stance.YES: _("Yes, for me it is good"),
    Voice.Stance.DOUBT: _("I have a doubt"),
    Voice.Stance.OBJECTION: _("I object"),
    Voice.Stance.NO: _("No"),
    Voice.Stance.ABSTAIN: _("No opinion"),
}
STANCE_NOTES = {
    Voice.Stance.DOUBT: _("Say it. It stops nothing."),
    Voice.Stance.OBJECTION: _("This harms our group or somebody. It stops until we mend it."),
}
STANCE_ICONS = {
    Voice.Stance.YES: "check",
    Voice.Stance.DOUBT: "info",
    Voice.Stance.OBJECTION: "hand",
    Voice.Stance.NO: "x",
    Voice.Stance.ABSTAIN: "minus",
}


class WordingForm(forms.Form):
    """The wording of a question, and until when everybody can speak."""

    proposal = WordsField(
        label=_("What do you propose?"),
        most=400,
        help_text=_("One thing, so that everybody can say yes or no."),
    )
    reasons = WordsField(label=_("Why?"), most=600)
    speak_until = DayField(
        label=_("Until when can everybody speak?"),
        help_text=_("Give letters time to arrive: three days at least."),
    )

    def __init__(self, data: Any = None, *, today: dt.date, **options: Any) -> None:
        self.today = today
        options["initial"] = {"speak_until": today + USUAL, **options.get("initial", {})}
        super().__init__(data, **options)

    def clean_speak_until(self) -> dt.date | None:
        day = self.cleaned_data["speak_until"]
        return within(day, self.today + SOONEST, self.today + LATEST, self.today)


class DecisionForm(WordingForm):
    """A question to the group."""

    kind = forms.ChoiceField(
        label=_("How do you decide?"),
        choices=(
            (Decision.Kind.CONSENT, _("Together, until nobody objects")),
            (Decision.Kind.VOTE, _("With a vote")),
        ),
        widget=Tiles(
            columns=1,
            icons={"consent": "handshake", "vote": "check"},
            notes={
                "consent": _("Whoever objects says why. Then you look for other words together."),
                "vote": _("Most voices count. A draw is no."),
            },
        ),
        error_messages={
            "required": _("Choose how you decide."),
            "invalid_choice": _("Choose how you decide."),
        },
    )
    field_order = ("proposal", "reasons", "kind", "speak_until")


class VoiceForm(forms.Form):
    """What one member says. Nothing is chosen before."""

    stance = forms.ChoiceField(
        label=_("What do you say?"),
        error_messages={
            "required": _("Choose what you say."),
            "invalid_choice": _("Choose what you say."),
        },
    )
    reason = WordsField(
        label=_("Why?"),
        most=400,
        required=False,
        help_text=_("With a doubt or an objection this is needed. The group reads it."),
    )

    def __init__(self, data: Any = None, *, kind: str, **options: Any) -> None:
        super().__init__(data, **options)
        stances = STANCES[Decision.Kind(kind)]
        field = self.fields["stance"]
        field.widget = Tiles(columns=1, icons=STANCE_ICONS, notes=STANCE_NOTES)
        field.choices = [(s.value, STANCE_WORDS[s]) for s in stances]  # type: ignore[attr-defined]  # a ChoiceField
        if kind == Decision.Kind.VOTE:
            self.fields["reason"].help_text = _("You may leave this empty. The group reads it.")


class AgreementForm(forms.Form):
    """Something the group agreed."""

    text = WordsField(
        label=_("What did you agree?"),
        most=600,
        help_text=_("In words that a new neighbour understands."),
    )
    review_on = DayField(
        label=_("When do you look at it again?"),
        help_text=_("On that day we remind you. Then it goes on, changes or ends."),
    )

    def __init__(self, data: Any = None, *, today: dt.date, **options: Any) -> None:
        self.today = today
        options["initial"] = {"review_on": today + HALF_A_YEAR, **options.get("initial", {})}
        super().__init__(data, **options)

    def clean_review_on(self) -> dt.date | None:
        day = self.cleaned_data["review_on"]
        return within(day, self.today + TOMORROW, self.today + YEARS, self.today)


class ReviewForm(AgreementForm):
    """What becomes of an agreement. One that ends needs no words and no day."""

    outcome = forms.ChoiceField(
        label=_("What becomes of it?"),
        choices=(
            ("goes_on", _("It goes on")),
            ("changed", _("It goes on in other words")),
            ("ended", _("It ends")),
        ),
        widget=Tiles(
            columns=1, icons={"goes_on": "check", "changed": "history", "ended": "circle-x"}
        ),
        error_messages={
            "required": _("Choose what becomes of it."),
            "invalid_choice": _("Choose what becomes of it."),
        },
    )
    field_order = ("outcome", "text", "review_on")

    def __init__(self, data: Any = None, *, today: dt.date, **options: Any) -> None:
        super().__init__(data, today=today, **options)
        if self.data.get("outcome") == "ended":
            self.fields["text"].required = self.fields["review_on"].required = False

    def clean_review_on(self) -> dt.date | None:
        if self.data.get("outcome") == "ended":
            return None
        return super().clean_review_on()
