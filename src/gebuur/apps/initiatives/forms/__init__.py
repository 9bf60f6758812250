"""What is typed in a group."""

from gebuur.apps.initiatives.forms.board import PostForm
from gebuur.apps.initiatives.forms.deciding import (
    AgreementForm,
    DecisionForm,
    ReviewForm,
    VoiceForm,
    WordingForm,
)
from gebuur.apps.initiatives.forms.ending import BackForm, ClosingForm, SleepForm

__all__ = [
    "AgreementForm",
    "BackForm",
    "ClosingForm",
    "DecisionForm",
    "PostForm",
    "ReviewForm",
    "SleepForm",
    "VoiceForm",
    "WordingForm",
]
