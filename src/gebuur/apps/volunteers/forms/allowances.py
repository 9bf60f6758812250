"""Booking allowances, telling about other organisations, and entering the figures of a year."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.volunteers.forms.legal import day_field
from gebuur.apps.volunteers.models import FIRST_YEAR, LAST_YEAR
from gebuur.apps.volunteers.queries.allowance_words import WORK_WORDS
from gebuur.core.widgets import Chips, Tiles
from gebuur.domain.allowances import Ceiling, Kind, Mode, Rate, System, Work

NUMBER = re.compile(r"^\d{1,6}([.,]\d{1,4})?$")
THOUSANDS = re.compile(r"^\d{1,3}([. ]\d{3})+(,\d{1,4})?$")
CENTS = 100


class NumberField(forms.CharField):
    """A number as people write it here, `1.760,83`; gives whole parts of a unit, such as cents."""

    def __init__(self, *, parts: int, **options: Any) -> None:
        self.parts = parts
        options.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr", "class": "num"})
        )
        super().__init__(max_length=20, **options)

    def clean(self, value: Any) -> int | None:
        typed = str(super().clean(value)).replace("€", "").replace("\xa0", " ").strip()
        if not typed:
            return None
        is_sure = self.parts == CENTS or "," in typed or " " in typed
        if is_sure and THOUSANDS.match(typed):
            typed = typed.replace(".", "").replace(" ", "")
        if not NUMBER.match(typed):
            raise forms.ValidationError(_("Write a number like this: 12,50."))
        amount = Decimal(typed.replace(",", ".")) * self.parts
        if amount != amount.to_integral_value():
            raise forms.ValidationError(_("That is finer than we count. Write fewer decimals."))
        return int(amount)


def euro_field(label: Any, **options: Any) -> NumberField:
    """An amount in euro, as cents."""
    return NumberField(parts=CENTS, label=label, **options)


def km_field(label: Any, **options: Any) -> NumberField:
    """A distance in kilometres, as metres."""
    return NumberField(parts=1_000, label=label, **options)


class WayForm(forms.Form):
    """How is this volunteer paid back this year?"""

    system = forms.ChoiceField(
        label=_("How is this volunteer paid back this year?"),
        choices=(
            (System.LUMP_SUM.value, _("A lump sum for a day")),
            (System.REAL_COSTS.value, _("Real costs")),
        ),
        widget=Tiles(
            columns=2,
            icons={System.LUMP_SUM.value: "calendar-days", System.REAL_COSTS.value: "book-open"},
            notes={
                System.LUMP_SUM.value: _("No receipts. The day and the year have a ceiling."),
                System.REAL_COSTS.value: _("What was really paid, with a receipt for each cost."),
            },
        ),
        error_messages={"required": _("Choose one of the two.")},
    )
    may_be_raised = forms.BooleanField(
        label=_("The raised ceiling is possible"),
        required=False,
        help_text=_(
            "Only for listed tasks, and for people without a benefit. We do not keep which one."
        ),
    )


LUMP, CAR, BIKE, TICKET, COST = "lump", "car", "bike", "ticket", "cost"
WHATS: dict[str, tuple[Kind, Mode | None]] = {
    LUMP: (Kind.LUMP, None),
    CAR: (Kind.TRAVEL, Mode.CAR),
    BIKE: (Kind.TRAVEL, Mode.BIKE),
    TICKET: (Kind.TRAVEL, Mode.PUBLIC),
    COST: (Kind.REAL, None),
}
WHAT_WORDS = {
    LUMP: _("Lump sum for a day"),
    COST: _("A cost with a receipt"),
    CAR: _("Kilometres by car"),
    BIKE: _("Kilometres by bike"),
    TICKET: _("A ticket"),
}


class BookForm(forms.Form):
    """What do we pay back?"""

    what = forms.ChoiceField(
        label=_("What do we pay back?"),
        choices=list(WHAT_WORDS.items()),
        widget=Chips(),
        error_messages={"required": _("Choose one thing.")},
    )
    on = day_field(_("On which day?"))
    amount = euro_field(_("How much, in euro?"), required=False)
    km = km_field(_("How many kilometres?"), required=False)
    task_kind = forms.ChoiceField(
        label=_("For what kind of task?"),
        choices=list(WORK_WORDS.items()),
        initial=Work.ORDINARY.value,
        widget=Chips(),
    )

    def __init__(self, *args: Any, system: System, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        other = COST if system == System.LUMP_SUM else LUMP
        what = self.fields["what"]
        assert isinstance(what, forms.ChoiceField)  # noqa: S101 - declared so above
        what.choices = [(key, words) for key, words in WHAT_WORDS.items() if key != other]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        by_way = data.get("what") in (CAR, BIKE)
        if by_way and not data.get("km") and "km" not in self.errors:
            self.add_error("km", _("How far was it? Write the kilometres, there and back."))
        if (
            data.get("what")
            and not by_way
            and not data.get("amount")
            and "amount" not in self.errors
        ):
            self.add_error("amount", _("How much is it? Write the amount in euro."))
        return data

    def facts(self) -> dict[str, Any]:
        """What the action books."""
        data = self.cleaned_data
        kind, mode = WHATS[data["what"]]
        by_way = mode in (Mode.CAR, Mode.BIKE)
        return {
            "kind": kind,
            "mode": mode,
            "on": data["on"],
            "cents": 0 if by_way else data["amount"],
            "metres": data["km"] if by_way else 0,
            "work": Work(data["task_kind"]),
        }


class ElsewhereForm(forms.Form):
    """What did other organisations pay this year, in total?"""

    lump = euro_field(_("Lump sums of other organisations, in euro"), required=False)
    km = km_field(_("Kilometres that others paid"), required=False)
    travel = euro_field(_("What others paid for travel, in euro"), required=False)
    task_kind = forms.ChoiceField(
        label=_("For what kind of task?"),
        choices=list(WORK_WORDS.items()),
        initial=Work.ORDINARY.value,
        widget=Chips(),
    )

    def facts(self) -> dict[str, Any]:
        """What the action notes; empty is nothing."""
        data = self.cleaned_data
        return {
            "lump_cents": data["lump"] or 0,
            "metres": data["km"] or 0,
            "travel": data["travel"] or 0,
            "work": Work(data["task_kind"]),
        }


class SourceForm(forms.Form):
    """Where a figure stands, and when somebody looks again."""

    source = forms.CharField(
        label=_("Where did you read it?"),
        max_length=200,
        error_messages={"required": _("Write where it is, so that others can look it up.")},
    )
    checked = day_field(_("Read on"))
    check_by = day_field(_("Look again before"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "checked" in data and "check_by" in data and data["check_by"] <= data["checked"]:
            self.add_error("check_by", _("Choose a day after the day on which it was read."))
        return data


class CeilingForm(SourceForm):
    """The ceilings of a year."""

    year = forms.IntegerField(
        label=_("Year"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages={
            "required": _("Write the year."),
            "invalid": _("Write the year in four digits."),
            "min_value": _("Write the year in four digits."),
            "max_value": _("Write the year in four digits."),
        },
    )
    day = euro_field(_("For a day, in euro"), error_messages={"required": _("Write the amount.")})
    yearly = euro_field(
        _("For a year, in euro"), error_messages={"required": _("Write the amount.")}
    )
    raised = euro_field(
        _("For a year, raised, in euro"),
        required=False,
        help_text=_("You may leave it empty. Then nobody goes above the usual ceiling."),
    )
    field_order = ("year", "day", "yearly", "raised")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        day, yearly, raised = data.get("day"), data.get("yearly"), data.get("raised")
        if day == 0:
            self.add_error("day", _("Write an amount above zero."))
        if day and yearly is not None and yearly <= day:
            self.add_error("yearly", _("A year is more than a day. Look at both again."))
        if raised is not None and yearly and raised <= yearly:
            self.add_error("raised", _("The raised ceiling is higher than the usual one."))
        return data

    def ceiling(self) -> Ceiling:
        """What was typed, as the rules read it."""
        data = self.cleaned_data
        return Ceiling(
            year=data["year"],
            day=data["day"],
            yearly=data["yearly"],
            raised=data["raised"],
            source=data["source"],
            checked=data["checked"],
            check_by=data["check_by"],
        )


class RateForm(SourceForm):
    """What a kilometre pays between two days."""

    mode = forms.ChoiceField(
        label=_("By what?"),
        choices=((Mode.CAR.value, _("by car")), (Mode.BIKE.value, _("by bike"))),
        initial=Mode.CAR.value,
        widget=Chips(),
        error_messages={"required": _("Choose one of the two.")},
    )
    per_km = NumberField(
        parts=10_000,
        label=_("For a kilometre, in euro"),
        error_messages={"required": _("Write the amount.")},
    )
    since = day_field(_("From"))
    until = day_field(_("Until and with"))
    field_order = ("mode", "per_km", "since", "until")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if "since" in data and "until" in data and data["until"] < data["since"]:
            self.add_error("until", _("Choose a day after the first one."))
        if data.get("per_km") == 0:
            self.add_error("per_km", _("Write an amount above zero."))
        return data

    def rate(self) -> Rate:
        """What was typed, as the rules read it."""
        data = self.cleaned_data
        return Rate(
            mode=Mode(data["mode"]),
            since=data["since"],
            until=data["until"],
            per_km=data["per_km"],
            source=data["source"],
            checked=data["checked"],
            check_by=data["check_by"],
        )
