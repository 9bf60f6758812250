"""What somebody may say when she stops. Nothing has to be said."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.volunteers.models import Reason
from gebuur.core.widgets import TileChecks


class LeaveForm(forms.Form):
    """A word about our service, if she wants."""

    reasons = forms.MultipleChoiceField(
        label=_("What made you stop?"),
        help_text=_("You may leave this empty. We only count it, without your name."),
        choices=Reason.choices,
        required=False,
        widget=TileChecks(),
        error_messages={"invalid_choice": _("Choose from the list, or leave it empty.")},
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_(
            "You may leave this empty. Only the professionals of this neighbourhood read it."
        ),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("That is long. Keep it under 1,000 letters, or phone us.")},
    )
    wants_talk = forms.BooleanField(label=_("I want to talk about it. Phone me."), required=False)
