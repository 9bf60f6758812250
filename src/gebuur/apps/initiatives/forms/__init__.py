"""What is typed about groups."""

from gebuur.apps.initiatives.forms.advice import (
    AdviceAnswerForm,
    AdviceForm,
)
from gebuur.apps.initiatives.forms.board import (
    PostForm,
)
from gebuur.apps.initiatives.forms.deciding import (
    AgreementForm,
    DecisionForm,
    ReviewForm,
    VoiceForm,
    WordingForm,
)
from gebuur.apps.initiatives.forms.ending import (
    BackForm,
    ClosingForm,
    SleepForm,
)
from gebuur.apps.initiatives.forms.phases import (
    PhaseContestForm,
    PhaseForm,
)
from gebuur.apps.initiatives.forms.promises import (
    PromiseAnnounceForm,
    StyleSeenForm,
)
from gebuur.apps.initiatives.forms.supports import (
    SupportAskForm,
    SupportEndForm,
    SupportForm,
    SupportLongerForm,
)

__all__ = [
    "AdviceAnswerForm",
    "AdviceForm",
    "AgreementForm",
    "BackForm",
    "ClosingForm",
    "DecisionForm",
    "PhaseContestForm",
    "PhaseForm",
    "PostForm",
    "PromiseAnnounceForm",
    "ReviewForm",
    "SleepForm",
    "StyleSeenForm",
    "SupportAskForm",
    "SupportEndForm",
    "SupportForm",
    "SupportLongerForm",
    "VoiceForm",
    "WordingForm",
]
