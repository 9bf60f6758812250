"""What staff writes down about a request: limits, a word to the seeker, how it was."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gebuur.apps.care.forms.answers import DAY_FORMATS, FeedbackForm
from gebuur.apps.neighbourhood.models import Channel
from gebuur.core.widgets import Chips, DayInput, Tiles

STOP_REASONS = {
    "found_self": pgettext_lazy("why a question stopped", "found somebody themselves"),
    "not_needed": pgettext_lazy("why a question stopped", "no longer needed"),
    "moved": pgettext_lazy("why a question stopped", "moved away"),
    "nobody_found": pgettext_lazy("why a question stopped", "we found nobody"),
    "other": pgettext_lazy("why a question stopped", "something else"),
}


class ClearForm(forms.Form):
    """The professional's yes to an amber task."""

    minutes = forms.IntegerField(
        label=_("At most how many minutes"),
        min_value=10,
        max_value=480,
        error_messages={
            "required": _("Write how many minutes at most."),
            "invalid": _("Write the minutes as a number, for example 60."),
        },
    )
    ends_on = forms.DateField(
        label=_("Until when"),
        required=False,
        help_text=_("Leave empty when there is no end."),
        widget=DayInput(),
        input_formats=DAY_FORMATS,
        error_messages={"invalid": _("Write the day like this: 31/12/2026.")},
    )
    note = forms.CharField(
        label=_("What is on the card"),
        required=False,
        max_length=200,
        help_text=_("Both sides read this. No health words."),
    )


class StopForm(forms.Form):
    """Why it stops, and the word the seeker gets."""

    reason = forms.ChoiceField(
        label=_("Why does it stop?"),
        choices=tuple(STOP_REASONS.items()),
        widget=Tiles(columns=1),
        error_messages={"required": _("Choose why it stops.")},
    )
    word = forms.CharField(
        label=_("A word to the person who asked"),
        max_length=600,
        help_text=_("We pass it on as you write it."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write a word. Nobody is left without an answer.")},
    )


class WorriedByPhoneForm(forms.Form):
    """What the helper is worried about, heard on the phone."""

    worry = forms.CharField(
        label=_("What worries the helper?"),
        help_text=_("Only the professionals of this neighbourhood read this."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write in a few words what it is about.")},
    )


class FeedbackByPhoneForm(FeedbackForm):
    """How it was, as somebody told it at the desk."""

    side = forms.ChoiceField(
        label=_("Who tells it?"),
        choices=(("seeker", _("Who was helped")), ("helper", _("Who helped"))),
        initial="seeker",
        widget=Tiles(),
        error_messages={"required": _("Choose who tells it.")},
    )
    channel = forms.ChoiceField(
        label=_("How did it come in?"),
        choices=(
            (Channel.PHONE, _("Phone")),
            (Channel.DESK, _("Walked in")),
            (Channel.LETTER, _("Letter")),
            (Channel.MAIL, _("Mail")),
        ),
        initial=Channel.PHONE,
        widget=Chips(),
    )

    field_order = ("side", "was_good", "again", "thanks", "note", "channel")
