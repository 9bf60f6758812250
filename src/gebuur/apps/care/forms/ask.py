"""The public form: one question per page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.boundaries.models import Task
from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.care.models import Rhythm
from gebuur.core.formfields import SlotField
from gebuur.core.widgets import Tiles

OTHER = "other"


class WhomForm(forms.Form):
    """For whom is it?"""

    whom = forms.ChoiceField(
        label=_("Who is it for?"),
        choices=(("me", _("For me")), ("other", _("For somebody else"))),
        widget=Tiles(icons={"me": "user-round", "other": "users-round"}),
        error_messages={"required": _("Choose one of the two.")},
    )


class TaskForm(forms.Form):
    """What can a neighbour help with?"""

    task = forms.ChoiceField(
        label=_("What can a neighbour help with?"),
        help_text=_("Choose one. The rest can come later."),
        error_messages={"required": _("Choose one, or choose “something else”.")},
    )
    own_words = forms.CharField(
        label=_("Tell it in your own words"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, tasks: list[Task], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(task.key, in_language(task.names)) for task in tasks]
        icons = {task.key: task.icon for task in tasks} | {OTHER: "ellipsis"}
        field = self.fields["task"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared so above
        field.widget = Tiles(icons=icons)
        field.choices = [*choices, (OTHER, _("Something else"))]


class WhenForm(forms.Form):
    """When does it suit, and how often?"""

    slots = SlotField(
        label=_("When does it suit?"),
        help_text=_(
            "Tick every moment that suits you. The more you tick, the sooner somebody can come."
        ),
        required=False,
    )
    any_time = forms.BooleanField(label=_("Any moment is fine"), required=False)
    rhythm = forms.ChoiceField(
        label=_("How often?"),
        choices=(
            (Rhythm.ONCE, _("Once")),
            (Rhythm.WEEKLY, _("Every week")),
            (Rhythm.FORTNIGHTLY, _("Every two weeks")),
            (Rhythm.UNKNOWN, _("I do not know yet")),
        ),
        initial=Rhythm.ONCE,
        widget=Tiles(),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("slots") and not data.get("any_time") and "slots" not in self.errors:
            self.add_error("slots", _("Tick at least one moment, or tick “any moment is fine”."))
        return data


class MoreForm(forms.Form):
    """What matters, and what the asker likes to do for somebody else; both may stay empty."""

    wish = forms.CharField(
        label=_("What is good to know?"),
        required=False,
        max_length=500,
        help_text=_("For example: ring twice, there is a dog."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    gives = forms.CharField(
        label=_("What do you like to do for somebody else?"),
        required=False,
        max_length=300,
        help_text=_(
            "Everybody can do something: soup, a chat on the phone, a letter in your language."
        ),
    )
