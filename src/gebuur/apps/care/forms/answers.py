"""What people answer by link or code."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.core.widgets import ClockInput, DayInput, Tiles

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]


class ConfirmForm(forms.Form):
    """When do you want the helper to come the first time?"""

    first_on = forms.DateField(
        label=_("Which day?"),
        widget=DayInput(),
        input_formats=DAY_FORMATS,
        error_messages={
            "required": _("Choose a day."),
            "invalid": _("Write the day like this: 31/12/2026."),
        },
    )
    part = forms.TypedChoiceField(
        label=_("Which part of the day?"),
        coerce=int,
        choices=((0, _("morning")), (1, _("afternoon")), (2, _("evening"))),
        widget=Tiles(columns=3),
        error_messages={"required": _("Choose a part of the day.")},
    )
    at = forms.TimeField(
        label=_("At what time?"),
        required=False,
        help_text=_("You may leave this open. Then you agree on it by phone."),
        widget=ClockInput(),
        input_formats=["%H:%M", "%H.%M", "%Hu%M", "%H"],
        error_messages={"invalid": _("Write the time like this: 14.30.")},
    )


class WorryForm(forms.Form):
    """What worries you?"""

    worry = forms.CharField(
        label=_("What worries you?"),
        help_text=_("Only the professionals of this neighbourhood read this."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Write in a few words what worries you. You may also phone.")
        },
    )


class FeedbackForm(forms.Form):
    """How was it?"""

    was_good = forms.TypedChoiceField(
        label=_("How was it?"),
        coerce=lambda value: value == "yes",
        choices=(("yes", _("It was good")), ("no", _("It could be better"))),
        widget=Tiles(icons={"yes": "check", "no": "info"}),
        error_messages={"required": _("Choose one of the two.")},
    )
    again = forms.TypedChoiceField(
        label=_("Would you do this again with each other?"),
        coerce=lambda value: value == "yes",
        choices=(("yes", _("Yes, gladly")), ("no", _("Rather with somebody else"))),
        widget=Tiles(),
        error_messages={"required": _("Choose one of the two.")},
    )
    thanks = forms.CharField(
        label=_("A word for the other"),
        required=False,
        max_length=300,
        help_text=_("We pass it on as you write it. You may leave this empty."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    note = forms.CharField(
        label=_("A word for us"),
        required=False,
        max_length=500,
        help_text=_("Only the professionals read this."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
