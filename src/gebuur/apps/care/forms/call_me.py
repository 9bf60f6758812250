"""Asking to be phoned back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.core.formfields import PhoneField


class CallMeForm(forms.Form):
    name = forms.CharField(
        label=_("Your name"), max_length=120, error_messages={"required": _("Write your name.")}
    )
    phone = PhoneField(label=_("Phone number"))
    about = forms.CharField(
        label=_("What is it about?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
