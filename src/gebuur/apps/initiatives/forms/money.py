"""A line of the money book."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.initiatives.forms.activities import day_field
from gebuur.core.money import as_typed, cents_in
from gebuur.core.widgets import Tiles

IN, OUT = "in", "out"


class EuroField(forms.CharField):
    """An amount as people write it, `12,50` or `€ 1.250`, in any digits; gives cents.

    `may_be_nothing` takes an empty field and 0 as no money.
    """

    def __init__(self, *, may_be_nothing: bool = False, **options: Any) -> None:
        options.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr", "class": "num"})
        )
        self.may_be_nothing = may_be_nothing
        super().__init__(max_length=20, required=not may_be_nothing, **options)

    def clean(self, value: Any) -> int:
        typed = str(super().clean(value))
        if self.may_be_nothing and not typed:
            return 0
        cents = cents_in(typed)
        if cents is None:
            raise forms.ValidationError(_("Write a number like this: 12,50."))
        if cents == 0 and not self.may_be_nothing:
            raise forms.ValidationError(_("How much is it? Write the amount in euro."))
        return cents

    def prepare_value(self, value: Any) -> Any:
        """Show cents as people write them; leave what somebody typed as it is."""
        if not isinstance(value, int):
            return value
        return as_typed(value) if value else ""


class MoneyForm(forms.Form):
    """Money that came in, or went out."""

    way = forms.ChoiceField(
        label=gettext_lazy("In or out?"),
        choices=(
            (IN, gettext_lazy("Money came in")),
            (OUT, gettext_lazy("Money went out")),
        ),
        widget=Tiles(icons={IN: "arrow-down-to-line", OUT: "arrow-up-from-line"}),
        error_messages={"required": gettext_lazy("Choose one of the two.")},
    )
    amount = EuroField(
        label=gettext_lazy("How much, in euro?"),
        error_messages={
            "required": gettext_lazy("How much is it? Write the amount in euro."),
        },
    )
    what = forms.CharField(
        label=gettext_lazy("What for?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Write in a few words what it was for.")},
    )
    on = day_field(gettext_lazy("On which day?"))

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_what(self) -> str:
        return " ".join(self.cleaned_data["what"].split())

    def clean_on(self) -> dt.date:
        """A book tells what was: not of a day to come, nor of long ago, which is a slip of the keys."""
        on: dt.date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("That day is still to come. Write it down when it is."))
        if on.year < self.today.year - 10:
            raise forms.ValidationError(_("That is long ago. Check the year."))
        return on

    def facts(self) -> dict[str, Any]:
        """What the action writes."""
        data = self.cleaned_data
        sign = 1 if data["way"] == IN else -1
        return {"on": data["on"], "what": data["what"], "cents": sign * data["amount"]}
