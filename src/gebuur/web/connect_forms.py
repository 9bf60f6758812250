"""What is chosen and typed for the talk about two streets; nothing of it is kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing.words import said_in
from gebuur.apps.neighbourhood.models import Street
from gebuur.core.ids import as_uuid
from gebuur.core.widgets import Chips

HOLDS = (
    ("yes", gettext_lazy("Yes")),
    ("partly", gettext_lazy("Partly")),
    ("no", gettext_lazy("No")),
    ("unknown", gettext_lazy("We do not know")),
)


class StreetsForm(forms.Form):
    """Which street helps itself, and which one would be joined to it?"""

    helps = forms.TypedChoiceField(
        label=gettext_lazy("The street that helps itself"),
        coerce=as_uuid,
        error_messages={"required": gettext_lazy("Choose the street that helps itself.")},
    )
    beside = forms.TypedChoiceField(
        label=gettext_lazy("The street next to it"),
        coerce=as_uuid,
        error_messages={"required": gettext_lazy("Choose the street next to it.")},
    )

    def __init__(self, *args: Any, streets: list[Street], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", ""), *((str(street.pk), street.name) for street in streets)]
        for name in ("helps", "beside"):
            field = self.fields[name]
            field.error_messages["invalid_choice"] = field.error_messages["required"]
            field.choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("helps") and data.get("helps") == data.get("beside"):
            self.add_error("beside", _("This is the same street. Choose another one."))
        return data


class TalkForm(forms.Form):
    """What do you lay on the table? Nothing of it is kept here; it stands on the sheet only."""

    residents = forms.CharField(
        label=gettext_lazy("What did residents of both streets say themselves?"),
        max_length=800,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Without names. Were they asked at all? Then write that."),
        error_messages={
            "required": gettext_lazy("Write what they said, or that nobody asked them yet.")
        },
    )
    phases = forms.CharField(
        label=gettext_lazy("How far are people of each street with each other?"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "What you saw: they do not know each other yet, they clash, they agree on things, they do things."
        ),
    )
    ask = forms.CharField(
        label=gettext_lazy("What do you ask of your head of service?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Something small: some hours, until a day."),
        error_messages={"required": gettext_lazy("Write what you ask, however small.")},
    )
    look_back = forms.CharField(
        label=gettext_lazy("When do you look at it together, and at what?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Write when you look at it together.")},
    )

    def __init__(self, *args: Any, conditions: list[FrameRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in conditions:
            self.fields[f"holds-{row.key}"] = forms.ChoiceField(
                label=said_in(row, "question"),
                choices=HOLDS,
                initial="unknown",
                widget=Chips(),
                required=False,
            )
            self.fields[f"how-{row.key}"] = forms.CharField(
                label=_("How do you know?"), required=False, max_length=300
            )
