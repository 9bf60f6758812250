"""Which past vote is counted anew, and with which answers about equal shares."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.models import Round
from gebuur.apps.budget.queries.frame_words import COMPLETIONS, UTILITIES
from gebuur.apps.budget.queries.rehearsal import Rehearsed, rehearse
from gebuur.core.errors import RuleBroken
from gebuur.core.widgets import Tiles
from gebuur.domain.tally import NotUsable

MOST_MEGABYTES = 2


class RehearsalForm(forms.Form):
    """An earlier round of this place, or the file of another vote."""

    earlier = forms.ChoiceField(
        label=gettext_lazy("Which vote?"), required=False, widget=Tiles(columns=1)
    )
    file = forms.FileField(
        label=gettext_lazy("The file of a past vote (.pb)"),
        required=False,
        help_text=gettext_lazy(
            "Cities publish such files, for example on pabulib.org. We count it and keep nothing."
        ),
        widget=forms.FileInput(attrs={"accept": ".pb,.csv,.txt"}),
    )
    utility = forms.ChoiceField(
        label=gettext_lazy("What counts for a voter?"),
        choices=list(UTILITIES.items()),
        widget=Tiles(columns=1),
        initial=Round.Utility.COST,
        error_messages={"required": gettext_lazy("Choose one.")},
    )
    completion = forms.ChoiceField(
        label=gettext_lazy("And the money that the shares leave?"),
        choices=list(COMPLETIONS.items()),
        widget=Tiles(columns=1),
        initial=Round.Completion.ADD1U,
        error_messages={"required": gettext_lazy("Choose one.")},
    )

    def __init__(self, *args: Any, rounds: list[Round], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rounds = {str(one.pk): one for one in rounds}
        earlier = self.fields["earlier"]
        assert isinstance(earlier, forms.ChoiceField)  # noqa: S101 - for mypy
        earlier.choices = [
            *((pk, one.title) for pk, one in self.rounds.items()),
            ("", _("The file below")),
        ]
        if not rounds:
            del self.fields["earlier"]

    def clean_file(self) -> str | None:
        """The text of the file; nothing is written anywhere."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is None:
            return None
        raw = file.read(MOST_MEGABYTES * 1_000_000 + 1)
        if len(raw) > MOST_MEGABYTES * 1_000_000:
            message = _("This file is larger than %(most)d MB.")
            raise forms.ValidationError(message % {"most": MOST_MEGABYTES})
        try:
            return str(raw, "utf-8-sig")
        except UnicodeDecodeError as error:
            raise forms.ValidationError(_no_vote(None)) from error

    def clean(self) -> dict[str, Any]:
        """Count it; what cannot be counted is said in one sentence."""
        data = super().clean() or {}
        chosen = self.rounds.get(data.get("earlier", ""))
        text = chosen.count.file if chosen else data.get("file")
        if self.errors:
            return data
        if text is None:
            raise forms.ValidationError(_("Choose a file of a past vote."))
        try:
            data["rehearsed"] = rehearse(
                text, utility=data["utility"], completion=data["completion"]
            )
        except NotUsable as error:
            self.add_error(None if chosen else "file", _no_vote(error.line))
        except RuleBroken as broken:
            self.add_error(None if chosen else "file", str(broken))
        return data

    def rehearsed(self) -> Rehearsed:
        found: Rehearsed = self.cleaned_data["rehearsed"]
        return found


def _no_vote(line: int | None) -> str:
    if line is None:
        return _("This is not the file of a vote. Such a file has META, PROJECTS and VOTES.")
    return _("We cannot count this file. Look at line %(line)d.") % {"line": line}
