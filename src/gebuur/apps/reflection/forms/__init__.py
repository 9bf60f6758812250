"""What is typed while reflecting."""

from gebuur.apps.reflection.forms.cases import ALONE, TOGETHER, CaseForm, SittingForm
from gebuur.apps.reflection.forms.entries import (
    LONGEST,
    MOST_ATTITUDES,
    OUTCOMES,
    STEPS,
    AttitudeForm,
    IntentionForm,
    LookBackForm,
    NewEntryForm,
    StepForm,
    StyleForm,
    TextsForm,
)

__all__ = [
    "ALONE",
    "LONGEST",
    "MOST_ATTITUDES",
    "OUTCOMES",
    "STEPS",
    "TOGETHER",
    "AttitudeForm",
    "CaseForm",
    "IntentionForm",
    "LookBackForm",
    "NewEntryForm",
    "SittingForm",
    "StepForm",
    "StyleForm",
    "TextsForm",
]
