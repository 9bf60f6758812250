"""Advice as neighbours write it, and the answer."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.initiatives.forms.supports import day_field, words_field
from gebuur.apps.initiatives.models import Advice, Support
from gebuur.core.widgets import Tiles

LONG = 600
SOONEST, USUAL, LATEST = 1, 14, 90
ANSWERS = (
    (Advice.Answer.TAKEN, _("Taken over")),
    (Advice.Answer.PARTLY, _("Partly taken over")),
    (Advice.Answer.NOT, _("Not taken over")),
)


class AdviceForm(forms.Form):
    """What, to whom, and by when an answer must come."""

    text = words_field(
        _("What do you advise?"), needed=_("Write your advice."), rows=4, longest=LONG
    )
    to = forms.ChoiceField(
        label=_("To whom?"),
        widget=Tiles(columns=1),
        error_messages={"required": _("Choose to whom you write.")},
    )
    answer_by = day_field(
        _("By which day do you want an answer?"), needed=_("Choose a day for the answer.")
    )

    def __init__(
        self, *args: Any, supports: Sequence[Support], today: dt.date, **kwargs: Any
    ) -> None:
        kwargs["initial"] = {
            "to": str(supports[0].pk) if len(supports) == 1 else "",
            "answer_by": today + dt.timedelta(days=USUAL),
        }
        super().__init__(*args, **kwargs)
        self.today = today
        self.supports = {str(one.pk): one for one in supports}
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared so above
        names = [(key, one.supporter.first_name) for key, one in self.supports.items()]
        field.choices = [*names, ("service", _("Whoever decides at the service"))]

    def clean_answer_by(self) -> dt.date:
        """A day that leaves time to think, and is not forgotten."""
        day: dt.date = self.cleaned_data["answer_by"]
        days = (day - self.today).days
        if not SOONEST <= days <= LATEST:
            raise forms.ValidationError(_("Choose a day from tomorrow on, within three months."))
        return day

    def facts(self) -> dict[str, Any]:
        """What is written down."""
        data = self.cleaned_data
        return {
            "text": data["text"],
            "to_supporter": self.supports.get(data["to"]),
            "answer_by": data["answer_by"],
        }


class AdviceAnswerForm(forms.Form):
    """Taken over, partly or not; and why."""

    answer = forms.ChoiceField(
        label=_("What happens with it?"),
        choices=ANSWERS,
        widget=Tiles(columns=1),
        error_messages={"required": _("Choose what happens with the advice.")},
    )
    reasons = words_field(
        _("Why?"),
        hint=_("The group reads this. Write it so that a neighbour can go on with it."),
        needed=_("Write the reasons. The neighbours need them to go on."),
        rows=4,
        longest=LONG,
    )
