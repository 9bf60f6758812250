"""Handing over, and what a service says back."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gebuur.apps.neighbourhood.models import Channel
from gebuur.core import widgets
from gebuur.core.formfields import PhoneField

A_YEAR = dt.timedelta(days=366)
NOT_YET = "not_yet"
SAID_YES = [
    (Channel.PHONE, _("Yes, on the phone")),
    (Channel.DESK, _("Yes, face to face")),
    (Channel.LETTER, _("Yes, on paper")),
    (Channel.MAIL, _("Yes, by e-mail")),
    (NOT_YET, _("Not yet")),
]


class HandOverForm(forms.Form):
    """What goes to whom, and who said yes to it."""

    service = forms.CharField(label=_("To which service"), max_length=120)
    name = forms.CharField(
        label=_("Who there"),
        max_length=120,
        required=False,
        help_text=_("You may leave this empty."),
    )
    phone = PhoneField(label=_("Phone of the service"), required=False)
    email = forms.EmailField(
        label=_("E-mail of the service"),
        required=False,
        help_text=_("The mail only holds a link. The question is on a page of its own."),
    )
    what = forms.CharField(
        label=_("What is the question"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only what the service needs, in the words the person agrees with."),
    )
    neighbour_may = forms.CharField(
        label=_("What a neighbour may go on doing"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("You may leave this empty."),
    )
    consent_channel = forms.ChoiceField(
        label=_("Did the person say yes?"),
        choices=SAID_YES,
        widget=widgets.Chips,
        help_text=_("Read aloud what you wrote, and to whom it goes."),
        error_messages={"required": _("Choose how the person said yes, or “not yet”.")},
    )
    answer_by = forms.DateField(label=_("Answer before"), widget=widgets.DayInput)

    def clean_answer_by(self) -> dt.date:
        """Who waits longer than a year was forgotten, and no link lasts that long."""
        day: dt.date = self.cleaned_data["answer_by"]
        if day > timezone.localdate() + A_YEAR:
            raise forms.ValidationError(_("Choose a day within one year."))
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not {"phone", "email"} & self.errors.keys() and not (
            data.get("phone") or data.get("email")
        ):
            self.add_error("phone", _("Write a phone number or an e-mail address of the service."))
        return data

    def facts(self) -> dict[str, Any]:
        """What the action takes: “not yet” is no consent."""
        said = dict(self.cleaned_data)
        if said["consent_channel"] == NOT_YET:
            said["consent_channel"] = ""
        return said


def first_answer_by(today: dt.date) -> dict[str, dt.date]:
    """Two weeks, unless somebody chooses another day."""
    return {"answer_by": today + dt.timedelta(days=14)}


class ReplyForm(forms.Form):
    """What a service says: on its own page, or on the phone to a professional."""

    answered_by = forms.CharField(
        label=_("Your name and service"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name, so that we know whom to phone.")},
    )
    message = forms.CharField(
        label=_("Your answer"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What will you do, and when? One sentence is enough."),
    )

    def __init__(
        self, data: Any = None, *, with_message: bool = False, initial: Any = None
    ) -> None:
        super().__init__(data, initial=initial)
        self.fields["message"].required = with_message
        self.fields["message"].error_messages["required"] = _(
            "Write in one sentence what you will do."
        )


class PhonedReplyForm(ReplyForm):
    """The same, noted by the professional who heard it."""

    def __init__(
        self, data: Any = None, *, with_message: bool = False, initial: Any = None
    ) -> None:
        super().__init__(data, with_message=with_message, initial=initial)
        self.fields["answered_by"].label = _("Who said it")
        self.fields["answered_by"].widget.attrs.pop("autocomplete")
        self.fields["message"].label = _("What did the service say?")
        self.fields["message"].help_text = _("The person hears this from you.")
