"""What a flyer asks for: at most three needs, in Dutch and perhaps one other language."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.care.queries.demand import Need
from gebuur.apps.neighbourhood.models import Person
from gebuur.core.phones import show_phone
from gebuur.core.widgets import Chips, TileChecks
from gebuur.core.wording import language_in_words

MOST = 3
OTHER = (
    ("none", _("only Dutch")),
    ("fr", "français"),
    ("en", "English"),
    ("tr", "Türkçe"),
    ("ar", "العربية"),
)


class FlyerForm(forms.Form):
    """What do we look for, in which language, and whom to call?"""

    needs = forms.MultipleChoiceField(
        label=_("What do we look for?"),
        help_text=_("Choose one, two or three. Fewer is easier to read."),
        error_messages={
            "required": _("Choose at least one thing."),
            "invalid_choice": _("This is no longer asked. Choose from the list as it is now."),
        },
    )
    language = forms.ChoiceField(
        label=_("In which language besides Dutch?"),
        choices=OTHER,
        widget=Chips(),
        error_messages={"required": _("Choose a language, or only Dutch.")},
    )
    contact = forms.ChoiceField(
        label=_("Whom to call?"),
        help_text=_("This number is printed on the strips."),
        widget=Chips(),
        error_messages={"required": _("Choose who can be called.")},
    )
    where = forms.CharField(
        label=_("Where can somebody walk in?"),
        required=False,
        max_length=120,
        help_text=_("For example the address of the service centre. You may leave it empty."),
    )

    def __init__(
        self, *args: Any, needs: list[Need], staff: list[Person], phone: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.staff = {str(one.pk): one for one in staff}
        chosen, contact = self.fields["needs"], self.fields["contact"]
        assert isinstance(chosen, forms.MultipleChoiceField)  # noqa: S101 - declared so above
        assert isinstance(contact, forms.ChoiceField)  # noqa: S101 - declared so above
        chosen.widget = TileChecks(
            icons={one.key: one.task.icon for one in needs},
            notes={one.key: _note(one) for one in needs},
        )
        chosen.choices = [(one.key, _name(one)) for one in needs]
        contact.choices = [
            (key, f"{one.first_name}, {show_phone(one.phone or phone)}")
            for key, one in self.staff.items()
        ]

    def clean_needs(self) -> list[str]:
        """At most three fit on a sheet that is read from across the street."""
        chosen: list[str] = self.cleaned_data["needs"]
        if len(chosen) > MOST:
            raise forms.ValidationError(_("Choose at most three: more is not read on a flyer."))
        return chosen

    def facts(self) -> dict[str, Any]:
        """What is kept beside the needs."""
        language = self.cleaned_data["language"]
        return {
            "language": "" if language == "none" else language,
            "contact": self.staff[self.cleaned_data["contact"]],
            "where": self.cleaned_data["where"],
        }


def _name(need: Need) -> str:
    return f"{in_language(need.task.names)}, {language_in_words(need.language)}"


def _note(need: Need) -> str:
    asked = ngettext("%(n)d question", "%(n)d questions", need.asked) % {"n": need.asked}
    there = ngettext("%(n)d volunteer", "%(n)d volunteers", need.there) % {"n": need.there}
    return f"{asked}, {there}"
