"""Setting up an empty installation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.core.formfields import PhoneField


class SetupForm(forms.Form):
    key = forms.CharField(label=_("The key that ./start showed"), max_length=60)
    organisation = forms.CharField(label=_("Name of your organisation"), max_length=120)
    neighbourhood = forms.CharField(label=_("Name of the neighbourhood"), max_length=120)
    first_name = forms.CharField(label=_("Your first name"), max_length=60)
    last_name = forms.CharField(label=_("Your last name"), max_length=80, required=False)
    email = forms.EmailField(
        label=_("Your e-mail address"), help_text=_("You sign in with a code that we mail.")
    )
    contact_name = forms.CharField(
        label=_("Whom do neighbours phone?"), max_length=60, help_text=_("A first name.")
    )
    contact_phone = PhoneField(label=_("On which number?"))
    contact_hours = forms.CharField(
        label=_("When?"), max_length=120, initial=_("from Monday to Friday between 9 and 12")
    )
