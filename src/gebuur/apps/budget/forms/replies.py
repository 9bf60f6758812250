"""What the group answers to each objection, and the letter that asks for reasons."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from gebuur.apps.budget.queries.answers import Objection
from gebuur.apps.initiatives.forms.fields import WordsField


class ReplyForm(forms.Form):
    """One field under each objection; it may stay open until the group hands in again."""

    def __init__(self, *args: Any, objections: list[Objection], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.objections = objections
        for number, one in enumerate(objections):
            self.fields[f"reply_{number}"] = WordsField(
                label=_("What did you change, or why does it stay?"), most=600, required=False,
                initial=one.reply,
            )  # fmt: skip

    @property
    def rows(self) -> Iterator[tuple[Objection, BoundField]]:
        for number, one in enumerate(self.objections):
            yield one, self[f"reply_{number}"]

    def said(self) -> dict[str, str]:
        return {
            one.key: self.cleaned_data[f"reply_{number}"]
            for number, one in enumerate(self.objections)
        }


class ReasonsForm(forms.Form):
    """The letter, ready to send; the group may write it differently."""

    text = WordsField(label=_("Your letter"), most=2000, rows=16)
