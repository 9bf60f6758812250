"""The public offer: what, when, how far, who; one question per page."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from gebuur.apps.boundaries.models import Task
from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.neighbourhood.forms.who import LANGUAGES, LanguageForm
from gebuur.apps.volunteers.models import Offer
from gebuur.core.formfields import SlotField
from gebuur.core.widgets import DayInput, TileChecks, Tiles

FAR = (("400", _("My street and the streets around it")), ("800", _("Ten minutes on foot")))
WEEKS = 4
FARTHER = (("1500", _("Twenty minutes on foot")), ("5000", _("The whole neighbourhood")))


def how_far(own: int) -> list[tuple[str, str]]:
    """The usual choices in words, and the distance of an older offer in metres."""
    usual = [(key, str(words)) for key, words in FAR + FARTHER]
    if str(own) not in dict(usual):
        usual.append((str(own), _("%(metres)s metres") % {"metres": own}))
    return sorted(usual, key=lambda one: int(one[0]))


class TasksForm(forms.Form):
    """What do you like to do?"""

    tasks = forms.MultipleChoiceField(
        label=_("What do you like to do for a neighbour?"),
        help_text=_("Choose what you enjoy. You can change it any day."),
        error_messages={"required": _("Choose at least one thing.")},
    )

    def __init__(self, *args: Any, tasks: list[Task], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["tasks"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared so above
        field.widget = TileChecks(icons={task.key: task.icon for task in tasks})
        field.choices = [(task.key, in_language(task.names)) for task in tasks]


class TimesForm(forms.Form):
    """When can you?"""

    slots = SlotField(
        label=_("When do you usually have time?"),
        help_text=_("Tick every moment that suits you. Nobody expects you to come every time."),
    )


def _how_often(*own: int) -> list[tuple[int, str]]:
    """The choices in the language of who reads, so not before somebody asks for the page."""
    return [
        (n, ngettext("%(n)d time a month", "%(n)d times a month", n) % {"n": n})
        for n in sorted({1, 2, 4, 8, *own})
    ]


def per_week_of(per_month: int) -> int:
    """So often a week at the most as a month of four weeks holds; once at least."""
    return -(-per_month // WEEKS)


class LimitsForm(forms.Form):
    """How far, and how much at the most?"""

    radius = forms.ChoiceField(
        label=_("How far do you want to go?"),
        choices=FAR + FARTHER,
        initial="800",
        widget=Tiles(columns=1),
    )
    per_month = forms.TypedChoiceField(
        label=_("How often may we ask you, at most?"),
        coerce=int,
        choices=_how_often,
        initial=4,
        widget=Tiles(),
    )


class OwnOfferForm(TasksForm, TimesForm, LimitsForm, LanguageForm):
    """All of one's own offer on one page; what staff noted and this page cannot say stays as it is."""

    field_order = ("tasks", "slots", "radius", "per_month", "languages")

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        person = offer.person
        self.offer, self.spoken = offer, person.languages or [person.language]
        initial = {
            "tasks": [one.task.key for one in offer.tasks.select_related("task")],
            "slots": offer.slots,
            "radius": str(offer.radius),
            "per_month": offer.per_month,
            "languages": self.spoken,
        }
        super().__init__(*args, initial=initial, **kwargs)
        far, often = self.fields["radius"], self.fields["per_month"]
        assert isinstance(far, forms.ChoiceField)  # noqa: S101 - declared so above
        assert isinstance(often, forms.ChoiceField)  # noqa: S101 - declared so above
        far.choices, often.choices = how_far(offer.radius), _how_often(offer.per_month)

    def facts(self, tasks: list[Task]) -> dict[str, Any]:
        """What changes in the offer."""
        data, offer = self.cleaned_data, self.offer
        often: int = data["per_month"]
        return {
            "tasks": [task for task in tasks if task.key in data["tasks"]],
            "slots": data["slots"],
            "radius": int(data["radius"]),
            "per_month": often,
            "per_week": offer.per_week if often == offer.per_month else per_week_of(often),
        }

    def spoken_now(self) -> list[str]:
        """What she speaks: what she ticked, and what this page does not offer."""
        offered = {code for code, _name in LANGUAGES}
        others = [code for code in self.spoken if code not in offered]
        return [*self.cleaned_data["languages"], *others]


class PauseForm(forms.Form):
    """Until when do you want a pause?"""

    until = forms.DateField(
        label=_("Until which day do you want a pause?"),
        widget=DayInput(),
        error_messages={
            "required": _("Choose a day."),
            "invalid": _("Write the day like this: 31/12/2026."),
        },
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"],
    )

    def clean_until(self) -> dt.date:
        until: dt.date = self.cleaned_data["until"]
        if until < timezone.localdate():
            raise forms.ValidationError(_("That day is over. Choose a day that is still to come."))
        return until
