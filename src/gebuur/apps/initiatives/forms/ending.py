"""What is typed when a group sleeps, closes, or looks back."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.initiatives.forms.fields import DayField, WordsField, within
from gebuur.core.widgets import Tiles

HALF_A_YEAR = dt.timedelta(days=182)
SOONEST, LATEST = dt.timedelta(days=30), dt.timedelta(days=731)


class SleepForm(forms.Form):
    """Is it still going? Every answer is fine."""

    answer = forms.ChoiceField(
        label=_("Is it still going?"),
        choices=(
            ("yes", _("Yes, it goes on")),
            ("close", _("No, help us to close")),
            ("later", _("I do not know yet")),
        ),
        widget=Tiles(
            columns=1,
            icons={"yes": "sprout", "close": "hand-heart", "later": "hourglass"},
            notes={
                "close": _("Somebody from the neighbourhood work phones you. You decide."),
                "later": _("We ask again in four weeks."),
            },
        ),
        error_messages={
            "required": _("Choose one of the three."),
            "invalid_choice": _("Choose one of the three."),
        },
    )


class ClosingForm(forms.Form):
    """How the group closes."""

    thanks = WordsField(
        label=_("Words of thanks"),
        most=600,
        rows=4,
        help_text=_(
            "Every member gets these words. If the group shows itself, everybody reads them."
        ),
    )
    money_to = WordsField(label=_("Where does the money go?"), most=200, rows=2)
    things_to = WordsField(
        label=_("Where do things go?"),
        most=200,
        rows=2,
        required=False,
        help_text=_("Keys, pots, tools, a shed. You may leave this empty."),
    )
    ask_back_on = DayField(
        label=_("When do we ask what remained?"),
        help_text=_("Until that day you can begin again."),
    )

    def __init__(self, data: Any = None, *, today: dt.date, has_money: bool) -> None:
        self.today = today
        super().__init__(data, initial={"ask_back_on": today + HALF_A_YEAR})
        if not has_money:
            self.fields["money_to"].required = False
            self.fields["money_to"].help_text = _("The box is empty. You may leave this empty.")

    def clean_ask_back_on(self) -> dt.date | None:
        day = self.cleaned_data["ask_back_on"]
        return within(day, self.today + SOONEST, self.today + LATEST, self.today)


class BackForm(forms.Form):
    """What remained."""

    words = WordsField(
        label=_("What remained of it?"),
        most=600,
        rows=4,
        help_text=_("Neighbours who still greet each other count too."),
    )
