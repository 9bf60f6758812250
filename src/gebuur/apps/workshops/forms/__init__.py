"""What is typed for workshops."""

from gebuur.apps.workshops.forms.agenda import LANGUAGES, StartForm, WorkshopForm
from gebuur.apps.workshops.forms.blocks import BlockForm, form_of
from gebuur.apps.workshops.forms.kinds import KINDS, KindWords

__all__ = [
    "KINDS",
    "LANGUAGES",
    "BlockForm",
    "KindWords",
    "StartForm",
    "WorkshopForm",
    "form_of",
]
