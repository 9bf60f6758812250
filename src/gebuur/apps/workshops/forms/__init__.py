"""What is typed in a workshop."""

from gebuur.apps.workshops.forms.agenda import (
    LANGUAGES,
    StartForm,
    WorkshopForm,
)
from gebuur.apps.workshops.forms.blocks import (
    BlockForm,
    form_of,
)
from gebuur.apps.workshops.forms.kinds import (
    KINDS,
    KindWords,
)
from gebuur.apps.workshops.forms.labels import (
    OUTCOMES,
    heading_of,
    labels_of,
    stage_label,
)
from gebuur.apps.workshops.forms.live import (
    AgreementForm,
    AnswerForm,
    IntentionForm,
    LookBackForm,
    RoomCodeForm,
    ThemeForm,
)

__all__ = [
    "KINDS",
    "LANGUAGES",
    "OUTCOMES",
    "AgreementForm",
    "AnswerForm",
    "BlockForm",
    "IntentionForm",
    "KindWords",
    "LookBackForm",
    "RoomCodeForm",
    "StartForm",
    "ThemeForm",
    "WorkshopForm",
    "form_of",
    "heading_of",
    "labels_of",
    "stage_label",
]
