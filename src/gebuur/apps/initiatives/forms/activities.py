"""A date of a group, as somebody types it: what, when, where, and what others can do there."""

import datetime as dt
import re
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gebuur.apps.initiatives.actions import Plan, Wanted
from gebuur.apps.initiatives.models import Activity, Series
from gebuur.core.widgets import Chips, ClockInput, DayInput, Tiles

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
LENGTHS = (30, 60, 90, 120, 180, 240)
LONGEST = 1_440
A_YEAR = dt.timedelta(days=366)
MOST_PLACES, MOST_LETTERS, MOST_PEOPLE = 8, 60, 200
ONCE, THIS_ONE, AND_AFTER = "once", "this", "after"
HOW_MANY = re.compile(r"^(?P<name>.*?)[\s:,x×(-]+(?P<most>\d{1,4})\)?$")


def day_field(label: Any, **options: Any) -> forms.DateField:
    """A day, typed as people write it."""
    return forms.DateField(
        label=label,
        widget=DayInput(),
        input_formats=DAY_FORMATS,
        error_messages={
            "required": gettext_lazy("Choose a day."),
            "invalid": gettext_lazy("Write the day like this: 31/12/2026."),
        },
        **options,
    )


class ActivityForm(forms.Form):
    """Something on a day."""

    title = forms.CharField(
        label=gettext_lazy("What do you do?"),
        max_length=80,
        error_messages={"required": gettext_lazy("Write in a few words what you do.")},
    )
    day = day_field(gettext_lazy("Which day?"))
    at = forms.TimeField(
        label=gettext_lazy("From what time?"),
        widget=ClockInput(),
        input_formats=["%H:%M", "%H.%M", "%Hu%M", "%Hu", "%H"],
        error_messages={
            "required": gettext_lazy("Write when it begins."),
            "invalid": gettext_lazy("Write the time like this: 14.30."),
        },
    )
    minutes = forms.TypedChoiceField(
        label=gettext_lazy("How long?"), coerce=int, initial=120, widget=Chips()
    )
    where = forms.CharField(
        label=gettext_lazy("Where?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Write where it is.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Anything else?"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("What to bring, for instance. Write no names here."),
    )
    places = forms.CharField(
        label=gettext_lazy("What can somebody do there?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=800,
        help_text=gettext_lazy("One thing on each line. Do you want a number? Write: cooking 2."),
        error_messages={
            "required": gettext_lazy("Write at least one thing, for instance: coming.")
        },
    )
    is_public = forms.BooleanField(
        label=gettext_lazy("Everybody may come"),
        required=False,
        help_text=gettext_lazy("Then all neighbours can see it."),
    )

    def __init__(self, *args: Any, activity: Activity | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = {activity.minutes} if activity else set()
        minutes = self.fields["minutes"]
        assert isinstance(minutes, forms.TypedChoiceField)  # noqa: S101 - declared so above
        minutes.choices = [
            (n, ngettext("%(n)d minute", "%(n)d minutes", n) % {"n": n})
            for n in sorted({*LENGTHS, *own})
        ]

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def clean_day(self) -> dt.date:
        """A year ahead at most: further is a slip of the keys, and the last days of the calendar cannot be added to."""
        day: dt.date = self.cleaned_data["day"]
        if day > timezone.localdate() + A_YEAR:
            raise forms.ValidationError(_("Choose a day within one year."))
        return day

    def clean_where(self) -> str:
        return " ".join(self.cleaned_data["where"].split())

    def clean_places(self) -> tuple[Wanted, ...]:
        """One line is one place; a number at its end is how many are wanted."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["places"].splitlines()]
        wanted = [_read_place(line) for line in lines if line]
        if len(wanted) > MOST_PLACES:
            raise forms.ValidationError(_("Keep it to eight things at most."))
        names = {one.name.casefold() for one in wanted}
        if len(names) < len(wanted):
            raise forms.ValidationError(_("Two lines say the same. Leave one out."))
        return tuple(wanted)

    def plan(self) -> Plan:
        """What the action makes of it."""
        names = ("title", "day", "at", "minutes", "where", "note", "is_public", "places")
        return Plan(**{name: self.cleaned_data[name] for name in names})

    @staticmethod
    def start_with(activity: Activity) -> dict[str, Any]:
        """What stands there already."""
        local = timezone.localtime(activity.starts_at)
        names = ("title", "minutes", "where", "note", "is_public")
        places = [
            place.name if place.most is None else f"{place.name} {place.most}"
            for place in activity.places.all()
        ]
        return {
            **{name: getattr(activity, name) for name in names},
            "day": local.date(),
            "at": local.time(),
            "places": "\n".join(places),
        }


class NewActivityForm(ActivityForm):
    """A new date, once or again and again."""

    rhythm = forms.ChoiceField(
        label=gettext_lazy("How often?"),
        required=False,
        initial=ONCE,
        choices=(
            (ONCE, gettext_lazy("Once")),
            (Series.Rhythm.WEEKLY.value, gettext_lazy("Every week")),
            (Series.Rhythm.FORTNIGHTLY.value, gettext_lazy("Every two weeks")),
            (Series.Rhythm.MONTHLY.value, gettext_lazy("Every month")),
        ),
        widget=Tiles(
            notes={Series.Rhythm.MONTHLY.value: gettext_lazy("On the same weekday of the month.")}
        ),
    )
    until = day_field(
        gettext_lazy("Until which day?"),
        required=False,
        help_text=gettext_lazy("Only when it comes back. A year ahead at most."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        day, until = data.get("day"), data.get("until")
        data["rhythm"] = "" if data.get("rhythm") == ONCE else data.get("rhythm", "")
        if not data["rhythm"] or "until" in self.errors:
            return data
        if until is None:
            self.add_error("until", _("Until when does it come back? Choose a day."))
        elif day and until < day:
            self.add_error("until", _("This is before the first day. Choose a later day."))
        elif day and until > day + A_YEAR:
            self.add_error("until", _("Choose a day within one year."))
        return data


class ChangeActivityForm(ActivityForm):
    """Another day, hour, place or part; in a series, this one or what follows as well."""

    which = forms.ChoiceField(label=gettext_lazy("Which ones?"), required=False, widget=Tiles())

    def __init__(self, *args: Any, activity: Activity, **kwargs: Any) -> None:
        super().__init__(*args, activity=activity, **kwargs)
        which = self.fields["which"]
        assert isinstance(which, forms.ChoiceField)  # noqa: S101 - declared so above
        which.choices = which_ones()
        if activity.series_id is None:
            del self.fields["which"]

    def and_after(self) -> bool:
        """Whether what follows in the series is changed as well."""
        return self.cleaned_data.get("which") == AND_AFTER


def which_ones() -> list[tuple[str, str]]:
    """This date, or this one and what follows in its series."""
    return [(THIS_ONE, _("Only this one")), (AND_AFTER, _("This one, and all that follow"))]


def _read_place(line: str) -> Wanted:
    found = HOW_MANY.match(line)
    name = found["name"].strip(" :,(-") if found else line
    most = int(found["most"]) if found and name else None
    if not name or name.isdecimal() or (most is not None and not 1 <= most <= MOST_PEOPLE):
        raise forms.ValidationError(_("Write a thing first, and then a number: cooking 2."))
    if len(name) > MOST_LETTERS:
        raise forms.ValidationError(_("Keep each thing short: sixty letters at most."))
    return Wanted(name, most)
