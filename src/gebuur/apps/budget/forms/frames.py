"""Laying the frame before both sides, and noting who signed it for the neighbourhood."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.initiatives.forms.fields import WordsField
from gebuur.apps.neighbourhood.models import Person


class DrawUpForm(forms.Form):
    """Why the frame changes; needed once a frame was published."""

    why = WordsField(
        label=_("Why does the frame change?"),
        most=300,
        required=False,
        help_text=_("Everybody may read it. For the first version it may stay empty."),
    )


class DigestForm(forms.Form):
    """Which text was on the screen when somebody signed."""

    digest = forms.CharField(max_length=64, widget=forms.HiddenInput())


class NoteSignatureForm(DigestForm):
    """Which neighbour signed, on paper or on the phone."""

    signer = forms.ChoiceField(
        label=_("Which neighbour agrees?"),
        help_text=_("A street contact, or a member of a group whom you know."),
        error_messages={"required": _("Choose a neighbour.")},
    )

    def __init__(self, *args: Any, signers: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["signer"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for mypy
        self.signers = {str(one.pk): one for one in signers}
        field.choices = [("", "–"), *((pk, one.full_name) for pk, one in self.signers.items())]

    def signing(self) -> Person:
        return self.signers[self.cleaned_data["signer"]]
