"""What is typed while reflecting."""

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
    "LONGEST",
    "MOST_ATTITUDES",
    "OUTCOMES",
    "STEPS",
    "AttitudeForm",
    "IntentionForm",
    "LookBackForm",
    "NewEntryForm",
    "StepForm",
    "StyleForm",
    "TextsForm",
]
