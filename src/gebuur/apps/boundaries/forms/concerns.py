"""What came of a concern."""

from django import forms
from django.utils.translation import gettext_lazy as _


class OutcomeForm(forms.Form):
    """What did you do or see?"""

    outcome = forms.CharField(
        label=_("What did you do or see?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only professionals of this neighbourhood read this."),
    )
