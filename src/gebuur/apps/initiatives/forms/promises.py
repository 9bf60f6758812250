"""A style as it is announced, with its conditions and its frame, and the style somebody saw."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.framing.templatetags.framing.words import said_in
from gebuur.apps.initiatives.actions import Looked
from gebuur.apps.initiatives.forms.supports import day_field, words_field
from gebuur.apps.initiatives.models import ConditionSeen, Promise, Step
from gebuur.core.widgets import Chips, Tiles

HOLDS = (
    (ConditionSeen.Holds.YES, _("Yes")),
    (ConditionSeen.Holds.PARTLY, _("Partly")),
    (ConditionSeen.Holds.NO, _("No")),
)
STEP_WORDS = {
    Step.BEGIN.value: _("Beginning"),
    Step.DECIDE.value: _("Deciding"),
    Step.DO.value: _("Doing"),
    Step.CLOSE.value: _("Closing"),
}
FRAME = ("fixed", "open", "who_decides", "by", "then")
LONG, SHORT = 600, 200


class PromiseAnnounceForm(forms.Form):
    """Six conditions with how one knows; for a middle style its frame sheet as well."""

    def __init__(
        self, *args: Any, conditions: Sequence[FrameRow], has_frame: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.conditions, self.has_frame = conditions, has_frame
        for row in conditions:
            self.fields[f"holds_{row.key}"] = forms.ChoiceField(
                label=said_in(row, "question"),
                choices=HOLDS,
                widget=Chips(),
                error_messages={"required": _("Choose yes, partly or no.")},
            )
            self.fields[f"evidence_{row.key}"] = words_field(
                _("How do you know?"), needed=_("Write how you know this."), rows=2
            )
        if has_frame:
            self.fields |= _frame_fields()

    @property
    def asked(self) -> list[tuple[FrameRow, forms.BoundField, forms.BoundField]]:
        """Each condition with its two fields."""
        return [
            (row, self[f"holds_{row.key}"], self[f"evidence_{row.key}"]) for row in self.conditions
        ]

    @property
    def frame_fields(self) -> list[forms.BoundField]:
        """The fields of the frame sheet, where there is one."""
        return [self[name] for name in FRAME] if self.has_frame else []

    def looked(self) -> dict[str, Looked]:
        """What she answered, condition by condition."""
        return {
            row.key: Looked(
                self.cleaned_data[f"holds_{row.key}"], self.cleaned_data[f"evidence_{row.key}"]
            )
            for row in self.conditions
        }

    def holds(self) -> dict[str, str]:
        """The same without the words."""
        return {key: one.holds for key, one in self.looked().items()}

    def frame(self) -> dict[str, Any] | None:
        """The frame sheet, where there is one."""
        return {name: self.cleaned_data[name] for name in FRAME} if self.has_frame else None


class StyleSeenForm(forms.Form):
    """For each step that has a promise: which style was it, in fact?"""

    def __init__(
        self,
        *args: Any,
        promises: Sequence[Promise],
        styles: Sequence[FrameRow],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.promises = {str(one.pk): one for one in promises}
        notes = {row.key: said(row.name) for row in styles}
        for key, promise in self.promises.items():
            self.fields[key] = forms.ChoiceField(
                label=STEP_WORDS[promise.step],
                required=False,
                choices=[(row.key, said_in(row, "role")) for row in styles],
                widget=Tiles(columns=1, notes=notes),
            )

    def seen(self) -> Mapping[Promise, str]:
        """What was said; a step that was left open is not there."""
        return {self.promises[key]: style for key, style in self.cleaned_data.items() if style}


def _frame_fields() -> dict[str, forms.Field]:
    return {
        "fixed": words_field(
            _("What is fixed?"),
            hint=_("Money, rules, days: everything that cannot change any more."),
            needed=_("Write what is fixed."),
            longest=LONG,
        ),
        "open": words_field(
            _("What is open?"), needed=_("Write what neighbours can still change."), longest=LONG
        ),
        "who_decides": words_field(
            _("Who decides?"), needed=_("Write who decides."), rows=2, longest=SHORT
        ),
        "by": day_field(_("By which day?"), needed=_("Choose by which day it is decided.")),
        "then": words_field(
            _("What happens with it then?"), needed=_("Write what happens with the outcome.")
        ),
    }
