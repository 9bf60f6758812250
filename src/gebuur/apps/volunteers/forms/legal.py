"""Noting items of a legal file, choosing what is asked, and rewording a text."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gebuur.apps.volunteers.models import Answer, Doer, LegalItem, LegalText, Way
from gebuur.core.widgets import Chips, DayInput, Tiles
from gebuur.domain.frames import BLANKS, unknown_blanks

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
BACK = "back"


def day_field(label: Any) -> forms.DateField:
    """A day, typed as people write it."""
    return forms.DateField(
        label=label,
        widget=DayInput(),
        input_formats=DAY_FORMATS,
        error_messages={
            "required": _("Choose a day."),
            "invalid": _("Write the day like this: 31/12/2026."),
        },
    )


class NoteForm(forms.Form):
    """One press on one item: `press` is an answer, or an answer and a way."""

    item = forms.ChoiceField(choices=LegalItem.choices, widget=forms.HiddenInput())
    press = forms.RegexField(regex=r"^[a-z_]+(:[a-z]+)?$", widget=forms.HiddenInput())
    on = day_field(_("On which day?"))

    def clean_press(self) -> tuple[str, str]:
        answer, _colon, way = self.cleaned_data["press"].partition(":")
        if answer not in (BACK, *Answer.values) or way not in ("", *Way.values):
            raise forms.ValidationError(_("Press one of the buttons of this paper."))
        return answer, way


class ManyForm(forms.Form):
    """What did everybody who was there get or do?"""

    item = forms.ChoiceField(
        label=_("What is in order?"),
        choices=LegalItem.choices,
        widget=Chips(),
        error_messages={"required": _("Choose one thing.")},
    )
    way = forms.ChoiceField(
        label=_("How?"), choices=Way.choices, initial=Way.MEETING, widget=Chips()
    )
    on = day_field(_("On which day?"))
    offers = forms.MultipleChoiceField(
        error_messages={"required": _("Tick at least one person in the list.")}
    )

    def __init__(
        self, *args: Any, offers: list[str], items: list[LegalItem], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["offers"] = forms.MultipleChoiceField(
            label=_("Who was there?"),
            choices=[(pk, pk) for pk in offers],
            error_messages={
                "required": _("Tick at least one person in the list."),
                "invalid_choice": _("Somebody in your list has everything by now. Tick again."),
            },
        )
        item = self.fields["item"]
        assert isinstance(item, forms.ChoiceField)  # noqa: S101 - declared so above
        item.choices = [(one.value, one.label) for one in items]


class NewOffersForm(forms.Form):
    """How do new offers begin here?"""

    begin = forms.ChoiceField(
        label=_("How does a new offer begin?"),
        choices=(
            ("neighbours", _("As help between neighbours")),
            ("organised", _("As a volunteer of the organisation")),
        ),
        widget=Tiles(
            columns=2,
            icons={"neighbours": "hand-heart", "organised": "handshake"},
            notes={
                "neighbours": _("Neighbours find each other by themselves. No papers are asked."),
                "organised": _("We organise it and propose who goes where. The papers come first."),
            },
        ),
        error_messages={"required": _("Choose one of the two.")},
    )


class RequirementsForm(forms.Form):
    """Which papers are asked, and who does them? Two fields for each item."""

    def __init__(
        self, *args: Any, asked: dict[LegalItem, tuple[bool, Doer]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for item, (is_asked, doer) in asked.items():
            self.fields[f"asked_{item.value}"] = forms.BooleanField(
                label=item.label, required=False, initial=is_asked
            )
            self.fields[f"doer_{item.value}"] = forms.ChoiceField(
                label=_("Who does this?"), choices=Doer.choices, initial=doer, widget=Chips()
            )

    def rows(self) -> list[tuple[Any, Any]]:
        """The two fields of every item."""
        return [(self[f"asked_{one.value}"], self[f"doer_{one.value}"]) for one in self._items()]

    def asked(self) -> dict[LegalItem, tuple[bool, Doer]]:
        """What was chosen."""
        data = self.cleaned_data
        return {
            item: (data[f"asked_{item.value}"], Doer(data[f"doer_{item.value}"]))
            for item in self._items()
        }

    def _items(self) -> list[LegalItem]:
        return [item for item in LegalItem if f"asked_{item.value}" in self.fields]


class TextForm(forms.Form):
    """The next version of a text."""

    nl = forms.CharField(
        label=_("In Dutch"),
        max_length=8_000,
        widget=forms.Textarea(attrs={"rows": 24}),
        error_messages={"required": _("Write the text in Dutch.")},
    )
    en = forms.CharField(
        label=_("In English"),
        max_length=8_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 24, "lang": "en"}),
        help_text=_("You may leave it empty. Then everybody reads the Dutch words."),
    )
    valid_from = day_field(_("From which day does this version apply?"))
    asks_again = forms.BooleanField(
        label=_("Whoever had an older version, gets this one as well"),
        required=False,
        help_text=_("Until then we propose that volunteer nowhere."),
    )

    def clean_nl(self) -> str:
        return _without_unknown(self.cleaned_data["nl"])

    def clean_en(self) -> str:
        return _without_unknown(self.cleaned_data["en"])

    def words(self) -> dict[str, str]:
        """The words by language, without empty ones."""
        data = self.cleaned_data
        return {code: data[code] for code in ("nl", "en") if data[code]}

    @staticmethod
    def start_with(text: LegalText, *, on: Any) -> dict[str, Any]:
        """The words that hold now."""
        words = {code: text.words.get(code, "") for code in ("nl", "en")}
        return {**words, "valid_from": on}


def _without_unknown(words: str) -> str:
    unknown = unknown_blanks(words)
    if unknown:
        raise forms.ValidationError(
            _("Nobody can fill in {%(word)s}. These words can go between braces: %(known)s.")
            % {"word": unknown[0][:30], "known": ", ".join(BLANKS)}
        )
    return words.replace("\r\n", "\n").strip() + "\n"
