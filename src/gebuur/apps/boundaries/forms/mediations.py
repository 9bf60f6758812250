"""Referring to neighbour mediation: what goes there, and whether it fits."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.boundaries.forms.hand_overs import HandOverForm, first_answer_by
from gebuur.core.widgets import Chips

FITS = "fits"
LANGUAGE = "nl"


class MediationForm(HandOverForm):
    """A hand-over to the mediators; help of a neighbour has no place in it."""

    hindrance = forms.ChoiceField(
        label=gettext_lazy("Is there violence, a crime, or a case in court?"),
        choices=[
            (FITS, gettext_lazy("No, none of these")),
            ("crime", gettext_lazy("Violence or a crime")),
            ("court", gettext_lazy("A case in court")),
        ],
        widget=Chips,
        help_text=gettext_lazy("Your answer is not kept."),
        error_messages={"required": gettext_lazy("Ask this first, and choose.")},
    )

    def __init__(self, data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        del self.fields["neighbour_may"]

    def facts(self) -> dict[str, Any]:
        said = super().facts()
        if said["hindrance"] == FITS:
            said["hindrance"] = ""
        return said


def ready_words(today: dt.date) -> dict[str, Any]:
    """What usually goes to the mediators, in the language of the service: about nobody else."""
    with translation.override(LANGUAGE):
        known = {
            "service": _("Neighbour mediation"),
            "what": _(
                "I am at odds with somebody who lives near me. I would like to talk about it. Please phone me first."
            ),
        }
    return known | first_answer_by(today)
