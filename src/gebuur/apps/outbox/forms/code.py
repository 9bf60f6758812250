"""Typing a code from paper."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("The code from your letter"),
        help_text=_("Ten letters and numbers. Spaces and capitals do not matter."),
        max_length=30,
    )
