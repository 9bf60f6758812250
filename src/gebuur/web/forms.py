"""Setting up an empty installation, and signing in."""

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.accounts.models import User
from gebuur.core.formfields import PhoneField
from gebuur.core.limits import may_try
from gebuur.core.wording import USUAL_HOURS
from gebuur.web.joining import account_for

CODES_FROM_ONE_PLACE = 60
CODES_TO_ONE_ADDRESS = 10
TRIES_FROM_ONE_PLACE = 100
NO_ADDRESS = _("Something is missing in this address. It looks like name@house.be.")
TOO_OFTEN = _("Too many tries. Wait an hour, or phone us.")


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
    contact_hours = forms.CharField(label=_("When?"), max_length=120, initial=USUAL_HOURS)


class LoginCodeForm(RequestLoginCodeForm):  # type: ignore[misc]  # allauth has no types
    """One field; the answer is the same for an address that we know and for one that we do not."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        error_messages={"invalid": NO_ADDRESS, "required": NO_ADDRESS},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )

    def clean_email(self) -> str:
        email = str(super().clean_email()).strip().lower()
        here = context.request.META.get("REMOTE_ADDR", "")
        by_place = may_try("login", here, per_hour=CODES_FROM_ONE_PLACE)
        if not may_try("login-to", email, per_hour=CODES_TO_ONE_ADDRESS) or not by_place:
            raise forms.ValidationError(TOO_OFTEN)
        self._user: User | None = self._user or account_for(email)
        return email


class CodeForm(ConfirmLoginCodeForm):  # type: ignore[misc]  # allauth has no types
    """The code from the mail."""

    code = forms.CharField(
        label=_("The code from your mail"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}
        ),
    )

    def clean_code(self) -> str:
        here = context.request.META.get("REMOTE_ADDR", "")
        if not may_try("login-code", here, per_hour=TRIES_FROM_ONE_PLACE):
            raise forms.ValidationError(TOO_OFTEN)
        return str(super().clean_code())


DIGITS = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})


class AppForm(ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    code = forms.CharField(label=_("The six digits"), max_length=20, widget=DIGITS)


class SecondCodeForm(AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    code = forms.CharField(
        label=_("The six digits"),
        help_text=_("Or one of your spare codes, of eight digits."),
        max_length=20,
        widget=DIGITS,
    )


class SameCodeForm(ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    code = forms.CharField(
        label=_("The six digits"),
        help_text=_("Or one of your spare codes, of eight digits."),
        max_length=20,
        widget=DIGITS,
    )


class CredentialField(forms.JSONField):
    """What a passkey says; a number or a nest that no machine reads is refused like a wrong code."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except (ValueError, RecursionError) as error:
            raise get_adapter().validation_error("incorrect_code") from error

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Rubbish is not shown again: her device fills the field anew."""
        try:
            return super().bound_data(data, initial)
        except (ValueError, RecursionError):
            return initial


class KeyLoginForm(LoginWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    credential = CredentialField()


class KeySecondForm(AuthenticateWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    credential = CredentialField()


class KeyAgainForm(ReauthenticateWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    credential = CredentialField()


class KeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """A passkey opens the door alone, unless one chooses otherwise."""

    credential = CredentialField()
    name = forms.CharField(
        label=_("What do you call this key?"),
        max_length=60,
        required=False,
        help_text=_("For example: my phone, or the computer at the desk."),
    )
    passwordless = forms.BooleanField(
        label=_("Sign in with this key alone, without a code by mail"),
        required=False,
        initial=True,
        help_text=_("Your device then asks your finger, your face or its PIN."),
    )


class KeyNameForm(EditWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    name = forms.CharField(label=_("What do you call this key?"), max_length=60)
