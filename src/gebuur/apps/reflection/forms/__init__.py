"""What is typed while reflecting."""

from gebuur.apps.reflection.forms.entries import (
    LONGEST,
    LONGEST_TITLE,
    MOST_ATTITUDES,
    OUTCOMES,
    AttitudeForm,
    IntentionForm,
    LensForm,
    LookBackForm,
    NewEntryForm,
    StepForm,
    StyleForm,
    TextsForm,
)
from gebuur.apps.reflection.forms.lenses import (
    LENS_NAMES,
    LENS_NOTES,
    BoundaryForm,
    ConditionForm,
    LensesForm,
    PhaseForm,
    RoleForm,
)

__all__ = [
    "LENS_NAMES",
    "LENS_NOTES",
    "LONGEST",
    "LONGEST_TITLE",
    "MOST_ATTITUDES",
    "OUTCOMES",
    "AttitudeForm",
    "BoundaryForm",
    "ConditionForm",
    "IntentionForm",
    "LensForm",
    "LensesForm",
    "LookBackForm",
    "NewEntryForm",
    "PhaseForm",
    "RoleForm",
    "StepForm",
    "StyleForm",
    "TextsForm",
]
