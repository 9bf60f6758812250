"""Who answers a question on the board."""

from django import forms
from django.utils.translation import gettext_lazy as _


class BoardForm(forms.Form):
    first_name = forms.CharField(
        label=_("First name"),
        max_length=60,
        error_messages={"required": _("Write your first name.")},
    )
    contact = forms.CharField(
        label=_("Phone number or e-mail address"),
        max_length=254,
        help_text=_("The one you gave when you offered help."),
        error_messages={"required": _("Write your phone number or your e-mail address.")},
    )
