"""A block of each kind: what the room reads, how long it takes, and what is chosen for it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gebuur.apps.workshops.actions.agenda import LONGEST_TITLE
from gebuur.apps.workshops.queries.agenda import BlockWords
from gebuur.apps.workshops.queries.drafts import Draft
from gebuur.apps.workshops.queries.names import Names
from gebuur.core.widgets import TileChecks, Tiles
from gebuur.domain import frames
from gebuur.domain.frames import BlockKind

FEWEST_MINUTES, MOST_MINUTES = 1, 240
LONGEST_TEXT = 600
LONGEST_CHOICE = 80
FEWEST_CHOICES, MOST_CHOICES = 2, 12
WRONG_MINUTES = _("Write whole minutes, from 1 to 240.")
TOO_LONG = _("Make it shorter: at most %(limit_value)d characters.")


class BlockForm(forms.Form):
    """What every kind of block has: words, minutes and a place."""

    title = forms.CharField(
        label=_("What the room reads first"),
        max_length=LONGEST_TITLE,
        error_messages={
            "required": _("Write a title. The room reads it on the screen."),
            "max_length": TOO_LONG,
        },
    )
    text = forms.CharField(
        label=_("Explanation under it"),
        help_text=_("Short sentences read best from the back of the room. It may be empty."),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
    minutes = forms.IntegerField(
        label=_("How many minutes"),
        min_value=FEWEST_MINUTES,
        max_value=MOST_MINUTES,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), WRONG_MINUTES
        ),
    )
    place = forms.TypedChoiceField(
        label=_("Where in the agenda"),
        coerce=int,
        error_messages={
            "required": _("Choose where this block goes."),
            "invalid_choice": _("The agenda changed meanwhile. Choose once more where this goes."),
        },
    )

    def __init__(self, draft: Draft, data: Any = None) -> None:
        self.words, self.names = draft.words, draft.names
        words = draft.words
        known = {"title": words.title, "text": words.text, "minutes": words.minutes}
        known |= {"place": draft.place} | self.known_picks(words.picks)
        super().__init__(data, initial=known)
        where = self.fields["place"]
        assert isinstance(where, forms.ChoiceField)  # noqa: S101 - declared so above
        where.choices = [
            (0, _("at the very beginning")),
            *(
                (number, _("%(number)d, after “%(title)s”") % {"number": number + 1, "title": one})
                for number, one in enumerate(draft.others, start=1)
            ),
        ]
        self.offer(draft.names)

    def offer(self, names: Names) -> None:
        """Lay out what can be picked."""

    def known_picks(self, picks: tuple[str, ...]) -> dict[str, Any]:
        """How the picks stand in the fields."""
        return {}

    def picks(self) -> tuple[str, ...]:
        """What was picked, as `domain.frames.stages_of` reads it."""
        return ()

    def clean_text(self) -> str:
        """Browsers end a line with two characters; we keep one."""
        text: str = self.cleaned_data["text"]
        return text.replace("\r\n", "\n")

    def written(self) -> BlockWords:
        """The block as it was typed."""
        data = self.cleaned_data
        return BlockWords(
            kind=self.words.kind,
            title=data["title"],
            text=data["text"],
            minutes=data["minutes"],
            picks=self.picks(),
        )


class CaseForm(BlockForm):
    """One of the three cases, with or without the question what one feels."""

    case = forms.ChoiceField(
        label=_("Which case"),
        widget=Tiles(columns=1),
        error_messages={
            "required": _("Choose one of the three cases."),
            "invalid_choice": _("Choose one of the three cases."),
        },
    )
    with_feel = forms.BooleanField(
        label=_("Also ask: what do you feel?"),
        help_text=_("Only where people trust each other. Nobody has to answer."),
        required=False,
    )
    field_order = ("case", "with_feel")

    def offer(self, names: Names) -> None:
        cases = self.fields["case"]
        assert isinstance(cases, forms.ChoiceField)  # noqa: S101 - declared so above
        cases.choices = list(names.cases.items())
        self.fields["title"].required = False
        self.fields["title"].help_text = _("Leave it empty, and the name of the case comes there.")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "case" in data and not data.get("title"):
            data["title"] = self.names.cases[data["case"]]
        return data

    def known_picks(self, picks: tuple[str, ...]) -> dict[str, Any]:
        case = next((pick for pick in picks if pick != frames.FEEL), "")
        return {"case": case, "with_feel": frames.FEEL in picks}

    def picks(self) -> tuple[str, ...]:
        feel = (frames.FEEL,) if self.cleaned_data["with_feel"] else ()
        return (self.cleaned_data["case"], *feel)


class LightsForm(BlockForm):
    """Tasks of the catalogue. Which light they have stays hidden, also for who looks over a shoulder."""

    tasks = forms.MultipleChoiceField(
        label=_("Which tasks"),
        help_text=_("Six to eight is enough for twenty minutes. Mix easy and hard ones."),
        widget=TileChecks(columns=2),
        error_messages={
            "required": _("Choose at least one task."),
            "invalid_choice": _("One of these tasks does not exist. Choose again."),
        },
    )
    field_order = ("tasks",)

    def offer(self, names: Names) -> None:
        tasks = self.fields["tasks"]
        assert isinstance(tasks, forms.MultipleChoiceField)  # noqa: S101 - declared so above
        # Shuffled by the alphabet: the order of the catalogue would tell the lights.
        in_order = sorted(names.tasks.values(), key=lambda task: task.name)
        tasks.choices = [(task.key, task.name) for task in in_order]
        assert isinstance(tasks.widget, TileChecks)  # noqa: S101 - declared so above
        tasks.widget.icons = {task.key: task.icon for task in in_order}

    def known_picks(self, picks: tuple[str, ...]) -> dict[str, Any]:
        return {"tasks": list(picks)}

    def picks(self) -> tuple[str, ...]:
        """In the order they had; new ones behind them."""
        chosen: list[str] = self.cleaned_data["tasks"]
        kept = [key for key in self.words.picks if key in chosen]
        return (*kept, *(key for key in dict.fromkeys(chosen) if key not in kept))


class PollForm(BlockForm):
    """Two to twelve choices of one's own."""

    choices = forms.CharField(
        label=_("The choices"),
        help_text=_("One a line, two to twelve."),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write two to twelve choices, one a line.")},
    )
    field_order = ("title", "text", "choices")

    def known_picks(self, picks: tuple[str, ...]) -> dict[str, Any]:
        return {"choices": "\n".join(picks)}

    def clean_choices(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["choices"].splitlines()]
        choices = [line for line in lines if line]
        if not FEWEST_CHOICES <= len(choices) <= MOST_CHOICES:
            raise ValidationError(
                _("Write two to twelve choices, one a line. Now there are %(count)d."),
                params={"count": len(choices)},
            )
        for choice in choices:
            if len(choice) > LONGEST_CHOICE:
                raise ValidationError(
                    _("This choice is too long for a phone: “%(choice)s”."),
                    params={"choice": f"{choice[:40]}…"},
                )
        seen: set[str] = set()
        for choice in choices:
            if choice.casefold() in seen:
                raise ValidationError(
                    _("“%(choice)s” is there twice. Take one out."), params={"choice": choice}
                )
            seen.add(choice.casefold())
        return choices

    def picks(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data["choices"])


FORMS: dict[str, type[BlockForm]] = {
    BlockKind.CASE: CaseForm,
    BlockKind.LIGHTS: LightsForm,
    BlockKind.POLL: PollForm,
}


def form_of(kind: str) -> type[BlockForm]:
    """The form of this kind of block."""
    return FORMS.get(kind, BlockForm)
