"""What is typed about groups."""

from gebuur.apps.initiatives.forms.advice import AdviceAnswerForm, AdviceForm
from gebuur.apps.initiatives.forms.phases import PhaseContestForm, PhaseForm
from gebuur.apps.initiatives.forms.promises import PromiseAnnounceForm, StyleSeenForm
from gebuur.apps.initiatives.forms.supports import (
    SupportAskForm,
    SupportEndForm,
    SupportForm,
    SupportLongerForm,
)

__all__ = [
    "AdviceAnswerForm",
    "AdviceForm",
    "PhaseContestForm",
    "PhaseForm",
    "PromiseAnnounceForm",
    "StyleSeenForm",
    "SupportAskForm",
    "SupportEndForm",
    "SupportForm",
    "SupportLongerForm",
]
