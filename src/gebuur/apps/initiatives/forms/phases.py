"""What somebody saw in a group, and what the group says of what was noted."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.initiatives.forms.supports import words_field
from gebuur.core.widgets import TileChecks

# One signal speaks to the professional; members are asked the same of her.
FOR_MEMBERS = "goes-alone"


class PhaseForm(forms.Form):
    """Signals to tick. It is no test, and nothing has to fit."""

    signals = forms.MultipleChoiceField(
        label=_("What did you see in the group?"), required=False, widget=TileChecks()
    )
    is_unclear = forms.BooleanField(
        label=_("I saw something that fits none of these."), required=False
    )
    words = words_field(
        _("Do you want to say something about it?"), hint=_("Without names. You do not have to.")
    )

    def __init__(
        self, *args: Any, signals: Sequence[FrameRow], is_member: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["signals"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared so above
        own = {FOR_MEMBERS: gettext("It works, also without somebody from the service.")}
        told = own if is_member else {}
        field.choices = [(row.key, told.get(row.key) or said(row.name)) for row in signals]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not data.get("signals") and not data.get("is_unclear"):
            self.add_error("signals", _("Tick what you saw, or that it was something else."))
        return data


class PhaseContestForm(forms.Form):
    """In the words of the group."""

    words = words_field(
        _("How was it, in your words?"),
        hint=_("Your words stand beside the note for good."),
        needed=_("Write how you saw it."),
    )
