"""Using an invitation."""

from django import forms
from django.utils.translation import gettext_lazy as _


class InvitationForm(forms.Form):
    code = forms.CharField(
        label=_("The code of your invitation"),
        max_length=30,
        help_text=_("Ten letters and numbers."),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("You sign in with a code that we send there."),
        error_messages={
            "invalid": _("Something is missing in this address. It looks like name@house.be.")
        },
    )
