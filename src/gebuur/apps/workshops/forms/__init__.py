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
    AnswerForm,
    IntentionForm,
    RoomCodeForm,
)
from gebuur.apps.workshops.forms.notes import (
    AgreementForm,
    LookBackForm,
    NoteForm,
    ThemeForm,
    or_wrong,
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
    "NoteForm",
    "RoomCodeForm",
    "StartForm",
    "ThemeForm",
    "WorkshopForm",
    "form_of",
    "heading_of",
    "labels_of",
    "or_wrong",
    "stage_label",
]
