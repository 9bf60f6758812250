"""What is typed while reflecting."""

from gebuur.apps.reflection.forms.cases import (
    ALONE,
    TOGETHER,
    CaseForm,
    SittingForm,
)
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
    "ALONE",
    "LENS_NAMES",
    "LENS_NOTES",
    "LONGEST",
    "LONGEST_TITLE",
    "MOST_ATTITUDES",
    "OUTCOMES",
    "TOGETHER",
    "AttitudeForm",
    "BoundaryForm",
    "CaseForm",
    "ConditionForm",
    "IntentionForm",
    "LensForm",
    "LensesForm",
    "LookBackForm",
    "NewEntryForm",
    "PhaseForm",
    "RoleForm",
    "SittingForm",
    "StepForm",
    "StyleForm",
    "TextsForm",
]
