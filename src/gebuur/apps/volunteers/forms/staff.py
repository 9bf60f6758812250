"""An offer as staff notes it down, usually on the phone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.boundaries.models import Task
from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.volunteers.forms.offer import FAR, FARTHER, how_far
from gebuur.apps.volunteers.models import Offer
from gebuur.core.formfields import SlotField
from gebuur.core.widgets import ChipChecks, Chips, SlotPicker


class OfferForm(forms.Form):
    """Everything on one page."""

    tasks = forms.MultipleChoiceField(
        label=_("What"),
        widget=ChipChecks(),
        error_messages={"required": _("Choose at least one thing.")},
    )
    slots = SlotField(label=_("When"), widget=SlotPicker(across=True))
    radius = forms.TypedChoiceField(
        label=_("How far"), coerce=int, choices=FAR + FARTHER, initial="800", widget=Chips()
    )
    per_week = forms.IntegerField(label=_("At most per week"), min_value=1, max_value=14, initial=1)
    per_month = forms.IntegerField(
        label=_("At most per month"), min_value=1, max_value=60, initial=4
    )

    def __init__(
        self, *args: Any, tasks: list[Task], offer: Offer | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.catalogue = {task.key: task for task in tasks}
        field = self.fields["tasks"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared so above
        field.choices = [(task.key, in_language(task.names)) for task in tasks]
        far = self.fields["radius"]
        assert isinstance(far, forms.ChoiceField)  # noqa: S101 - declared so above
        if offer is not None:
            far.choices = how_far(offer.radius)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("per_week", 0) > data.get("per_month", 60):
            self.add_error("per_month", _("A month cannot hold less than a week."))
        return data

    def facts(self) -> dict[str, Any]:
        """What is written down."""
        chosen = [self.catalogue[key] for key in self.cleaned_data["tasks"]]
        return self.cleaned_data | {"tasks": chosen}

    @staticmethod
    def start_with(offer: Offer) -> dict[str, Any]:
        """What we know already."""
        names = ("slots", "radius", "per_week", "per_month")
        ticked = [one.task.key for one in offer.tasks.select_related("task")]
        return {name: getattr(offer, name) for name in names} | {"tasks": ticked}
