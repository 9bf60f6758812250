"""The workshop itself, and the hour it begins."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.workshops.actions.agenda import LONGEST_TITLE
from gebuur.core.widgets import ClockInput, Tiles

LANGUAGES = {"nl": _("Dutch"), "en": _("English")}
HOURS = ("%H:%M", "%H.%M", "%Hu%M", "%H")


class WorkshopForm(forms.Form):
    """The name of a workshop, and the language of its screen."""

    title = forms.CharField(
        label=_("Name of the workshop"),
        max_length=LONGEST_TITLE,
        error_messages={
            "required": _("Give the workshop a name."),
            "max_length": _("Make it shorter: at most %(limit_value)d characters."),
        },
    )
    language = forms.ChoiceField(
        label=_("Language of the screen"),
        choices=tuple(LANGUAGES.items()),
        widget=Tiles(),
        initial="nl",
        error_messages={
            "required": _("Choose Dutch or English."),
            "invalid_choice": _("Choose Dutch or English."),
        },
    )


class StartForm(forms.Form):
    """When the workshop begins; the clock times follow from it."""

    start = forms.TimeField(
        label=_("We begin at"),
        input_formats=HOURS,
        widget=ClockInput(),
        error_messages={
            "required": _("Write an hour, for example 9:00 or 13:30."),
            "invalid": _("Write an hour, for example 9:00 or 13:30."),
        },
    )
