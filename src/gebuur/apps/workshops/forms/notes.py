"""What the facilitator writes down: themes, agreements, and what came of them."""

import uuid
from collections.abc import Mapping
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.workshops.forms.labels import OUTCOMES
from gebuur.apps.workshops.models import Note
from gebuur.core.widgets import Chips, DayInput

Data = Mapping[str, Any] | None
Old = dict[str, Any] | None


class ThemeForm(forms.Form):
    """A theme that the facilitator hears in the answers; `about` is the block it is about."""

    text = forms.CharField(
        label=_("What do you hear?"),
        max_length=200,
        error_messages={"required": _("Write the theme in a few words.")},
    )

    def __init__(
        self, data: Data = None, *, about: uuid.UUID | None = None, initial: Old = None
    ) -> None:
        super().__init__(data, auto_id=f"theme-{about or 'all'}-%s", initial=initial)
        self.place = f"part-{about}" if about else "notes"


class AgreementForm(forms.Form):
    """What is agreed, by whom and by when."""

    place = "notes"
    text = forms.CharField(
        label=_("What do you agree?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write what is agreed.")},
    )
    by_whom = forms.CharField(
        label=_("Who does it?"),
        help_text=_("A role or a first name is enough."),
        max_length=80,
        required=False,
    )
    due_on = forms.DateField(
        label=_("By when?"),
        required=False,
        widget=DayInput(),
        error_messages={"invalid": _("Choose a day in the calendar, or leave it empty.")},
    )

    def __init__(self, data: Data = None, *, initial: Old = None) -> None:
        super().__init__(data, auto_id="agreement-%s", initial=initial)


NoteForm = ThemeForm | AgreementForm


class LookBackForm(forms.Form):
    """What came of an agreement of last time."""

    outcome = forms.ChoiceField(
        label=_("Did you do it?"),
        choices=tuple(OUTCOMES.items()),
        widget=Chips(),
        error_messages={"required": _("Choose done, partly or not.")},
    )
    happened = forms.CharField(
        label=_("What happened?"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: Data = None, *, note: Note) -> None:
        old = {"outcome": note.outcome, "happened": note.happened}
        super().__init__(data, auto_id=f"back-{note.pk}-%s", initial=old)
        self.note = note


Form = TypeVar("Form", bound=forms.Form)


def or_wrong(empty: Form, wrong: forms.Form | None) -> Form:
    """The form that was sent, where it stood; elsewhere the empty one."""
    if isinstance(wrong, type(empty)) and wrong.auto_id == empty.auto_id:
        return wrong
    return empty
