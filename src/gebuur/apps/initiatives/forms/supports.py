"""Support as it is offered, asked for, made longer and ended."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.core.widgets import DayInput

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
LONGEST = 400


def words_field(
    label: Any,
    *,
    hint: Any = "",
    needed: Any = "",
    rows: int = 3,
    longest: int = LONGEST,
) -> forms.CharField:
    """A few lines in own words; asked for when `needed` says what to do."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(needed),
        max_length=longest,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={
            "required": needed or "",
            "max_length": _("This is too long. Write it shorter."),
        },
    )


def day_field(label: Any, *, hint: Any = "", needed: Any) -> forms.DateField:
    """A day, by the calendar or as people write it here."""
    return forms.DateField(
        label=label,
        help_text=hint,
        widget=DayInput(),
        input_formats=DAY_FORMATS,
        error_messages={
            "required": needed,
            "invalid": _("Write the day like this: 31/12/2026."),
        },
    )


class SupportForm(forms.Form):
    """Why, what she does and does not, and until when."""

    reason = words_field(
        _("Why do you offer this?"),
        hint=_("The group reads it. Say what you saw or what was asked."),
        needed=_("Write why you offer this."),
    )
    does = words_field(_("What do you do?"), needed=_("Write what you do for the group."))
    does_not = words_field(
        _("What do you not do?"),
        hint=_("For example: decide, keep the money, speak for the group."),
        needed=_("Write what you leave to the group."),
    )
    until = day_field(
        _("Until when?"),
        hint=_("Support has a last day within a year. It can be made longer together."),
        needed=_("Choose the last day."),
    )


class SupportAskForm(forms.Form):
    """What the group would like help with."""

    words = words_field(
        _("What would help your group?"),
        hint=_("Those who work here read this, and the name of your group. They see no members."),
        needed=_("Write in a few words what would help."),
    )


class SupportEndForm(forms.Form):
    """Words are free."""

    words = words_field(
        _("Do you want to add something?"),
        hint=_("You do not have to. The group and the person who supported it read this."),
    )


class SupportLongerForm(forms.Form):
    """A later last day."""

    until = day_field(
        _("Until which day?"),
        hint=_("It counts when the other side says yes."),
        needed=_("Choose the last day."),
    )
