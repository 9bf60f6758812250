"""Putting somebody on the list to phone back, and moving a call."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gebuur.core.formfields import PhoneField
from gebuur.core.widgets import Chips

WAITS = {
    "hour": dt.timedelta(hours=1),
    "afternoon": dt.timedelta(hours=4),
    "tomorrow": dt.timedelta(days=1),
    "days": dt.timedelta(days=3),
}


class CallForm(forms.Form):
    """Who to phone back, and when."""

    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    phone = PhoneField(label=_("Phone number"), required=False)
    about = forms.CharField(
        label=_("What is it about?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    wait = forms.ChoiceField(
        label=_("When?"),
        choices=(
            ("hour", _("In an hour")),
            ("afternoon", _("Later today")),
            ("tomorrow", _("Tomorrow")),
            ("days", _("In three days")),
        ),
        initial="hour",
        widget=Chips(),
        error_messages={"required": _("Choose when.")},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("name") and not data.get("phone") and "phone" not in self.errors:
            self.add_error("name", _("Write a name or a number, so that we know whom to phone."))
        return data

    def facts(self) -> dict[str, Any]:
        """What goes on the list."""
        data = self.cleaned_data
        return {
            "name": data["name"],
            "phone": data["phone"],
            "about": data["about"],
            "call_at": timezone.now() + WAITS[data["wait"]],
        }
