"""What is typed on the board."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.initiatives.forms.fields import WordsField
from gebuur.core.widgets import Tiles


class PostForm(forms.Form):
    """A message. When it holds a number, the writer says whose it is before it is put up."""

    text = WordsField(label=_("What do you want to tell the group?"), most=1000, rows=4)
    numbers = forms.ChoiceField(
        label=_("There is a number, a mail address or a house number in it. What do we do?"),
        choices=(
            ("hide", _("Hide it, and put the rest up")),
            ("own", _("It is mine, and the group may read it")),
        ),
        widget=Tiles(columns=1, icons={"hide": "lock", "own": "check"}),
        required=False,
        error_messages={"invalid_choice": _("Choose one of the two, or take the number out.")},
    )

    def __init__(self, data: Any = None, *, found: list[str] | None = None) -> None:
        super().__init__(data)
        if not found:
            del self.fields["numbers"]
        else:
            self.fields["numbers"].required = True
            self.fields["numbers"].error_messages["required"] = _(
                "Choose one of the two, or take the number out."
            )

    @property
    def shows_numbers(self) -> bool:
        return bool(self.cleaned_data.get("numbers") == "own")
