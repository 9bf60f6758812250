"""What is typed in a workshop."""

from gebuur.apps.workshops.forms.labels import OUTCOMES, heading_of, labels_of, stage_label
from gebuur.apps.workshops.forms.live import (
    AgreementForm,
    AnswerForm,
    IntentionForm,
    LookBackForm,
    RoomCodeForm,
    ThemeForm,
)

__all__ = [
    "OUTCOMES",
    "AgreementForm",
    "AnswerForm",
    "IntentionForm",
    "LookBackForm",
    "RoomCodeForm",
    "ThemeForm",
    "heading_of",
    "labels_of",
    "stage_label",
]
