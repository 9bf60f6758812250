"""A word of thanks from staff, and for how long nobody said thank you."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.neighbourhood.models import Channel
from gebuur.core.widgets import Chips

WEEKS = (4, 8, 12)


class ThankForm(forms.Form):
    """What you want to say, and how it gets there."""

    words = forms.CharField(
        label=_("What do you want to say?"),
        help_text=_("Name one thing that you saw. It arrives as you write it."),
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": _("Write a sentence. An empty card says nothing."),
            "max_length": _("That is too long for a card. Keep it under 800 letters."),
        },
    )
    channel = forms.ChoiceField(
        label=_("How does it get there?"),
        choices=(
            (Channel.MAIL, _("By e-mail")),
            (Channel.SMS, _("By text message, with a link")),
            (Channel.LETTER, _("By letter")),
            (Channel.DESK, _("A card, given by hand")),
        ),
        widget=Chips(),
        error_messages={"required": _("Choose how it gets there.")},
    )
