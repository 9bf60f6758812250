"""Fields that come back in the forms of a group: some words, and a day within bounds."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gebuur.core.widgets import DayInput
from gebuur.core.wording import day_in_words

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]


class WordsField(forms.CharField):
    """A few sentences. Line breaks stay."""

    def __init__(self, *, label: Any, most: int, rows: int = 3, **options: Any) -> None:
        super().__init__(
            label=label,
            max_length=most,
            widget=forms.Textarea(attrs={"rows": rows}),
            error_messages={
                "required": _("Write a few words here."),
                "max_length": _("Make it shorter: at most %(limit_value)d characters."),
            },
            **options,
        )


class DayField(forms.DateField):
    """A day, as a calendar or typed."""

    def __init__(self, *, label: Any, **options: Any) -> None:
        super().__init__(
            label=label,
            widget=DayInput(),
            input_formats=DAY_FORMATS,
            error_messages={
                "required": _("Choose a day."),
                "invalid": _("Write the day like this: 31/12/2026."),
            },
            **options,
        )


def within(day: dt.date | None, first: dt.date, last: dt.date, today: dt.date) -> dt.date | None:
    """The day itself, or a sentence that says between which days it must fall."""
    if day is not None and not first <= day <= last:
        bounds = {"first": day_in_words(first, today), "last": day_in_words(last, today)}
        raise ValidationError(_("Choose a day from %(first)s to %(last)s.") % bounds)
    return day
