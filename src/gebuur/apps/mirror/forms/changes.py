"""A change in the way of working, as a coordinator writes it down."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.core.widgets import DayInput


class ChangeForm(forms.Form):
    """What changed, and since when?"""

    on = forms.DateField(
        label=_("Since which day?"),
        widget=DayInput,
        error_messages={
            "required": _("Choose the day on which it changed."),
            "invalid": _("This is not a day. Write it as 31/12/2026."),
        },
    )
    what = forms.CharField(
        label=_("What have you done differently since then?"),
        help_text=_("A few words about your way of working, no names."),
        max_length=80,
        error_messages={
            "required": _("Say in a few words what changed."),
            "max_length": _("Keep it shorter: at most 80 characters."),
        },
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> dt.date:
        on: dt.date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("This day is still to come. Choose today or earlier."))
        return on
