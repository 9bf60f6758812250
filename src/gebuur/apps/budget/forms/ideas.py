"""An idea, one or many at once, and standing behind one."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.budget.actions.ideas import Said
from gebuur.apps.budget.models import Backing, Idea
from gebuur.apps.budget.queries.merging import MOST_NEAR
from gebuur.apps.initiatives.forms.fields import WordsField
from gebuur.apps.neighbourhood.forms.who import MOST_STREETS, WhoForm, find_street
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Street
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.core.pictures import MOST_BYTES, BadPicture, Picture, clean_picture
from gebuur.core.widgets import Tiles

MOST_AT_ONCE, LONGEST_TITLE = 100, 80
AGES = (
    ("", gettext_lazy("I would rather not say")),
    (Backing.Age.YOUNG, gettext_lazy("I am younger than 26")),
    (Backing.Age.FAMILY, gettext_lazy("I am between 26 and 64")),
    (Backing.Age.OLDER, gettext_lazy("I am 65 or older")),
)


def streets_to_choose(place: Neighbourhood) -> list[Street]:
    """The streets to offer while somebody types; none when there are too many to read."""
    streets = list(list_streets(place)[: MOST_STREETS + 1])
    return streets if len(streets) <= MOST_STREETS else []


def read_street(place: Neighbourhood, typed: str) -> Street | None:
    """The street in any spelling, or none; a sentence when there is no such street here."""
    found = find_street(place, typed) if typed else None
    if typed and found is None:
        raise forms.ValidationError(
            _("We do not know this street in %(place)s. Check the spelling, or leave it empty.")
            % {"place": place.name}
        )
    return found


class IdeaForm(forms.Form):
    """What is the idea, and where?"""

    title = forms.CharField(
        label=gettext_lazy("What is your idea?"),
        max_length=LONGEST_TITLE,
        help_text=gettext_lazy("In a few words. For example: a bench at the bus stop."),
        error_messages={"required": gettext_lazy("Write your idea in a few words.")},
    )
    text = WordsField(
        label=gettext_lazy("Do you want to say more about it?"),
        most=800,
        required=False,
        help_text=gettext_lazy("May stay empty. Everybody may read it, so no names please."),
    )
    where = forms.CharField(
        label=gettext_lazy("In which street?"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Leave it empty when it is for the whole neighbourhood."),
        widget=forms.TextInput(attrs={"list": "idea-streets", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, place: Neighbourhood, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place
        self.streets = streets_to_choose(place)

    def clean_where(self) -> Street | None:
        """The street in any spelling, or none."""
        return read_street(self.place, self.cleaned_data["where"])

    def said(self) -> Said:
        data = self.cleaned_data
        return Said(data["title"], data["text"], data["where"])


class StaffIdeaForm(IdeaForm):
    """How the idea came in, for staff who types it."""

    channel = forms.ChoiceField(
        label=gettext_lazy("How did it come in?"),
        choices=(
            (Channel.PHONE, gettext_lazy("By phone")),
            (Channel.DESK, gettext_lazy("At the desk")),
            (Channel.LETTER, gettext_lazy("On paper")),
        ),
        initial=Channel.PHONE,
        widget=Tiles(columns=3),
        error_messages={"required": gettext_lazy("Choose one.")},
    )


class LinesForm(forms.Form):
    """Ideas, one on each line, perhaps with a street."""

    lines = forms.CharField(
        label=gettext_lazy("The ideas, one on each line"),
        max_length=20_000,
        help_text=gettext_lazy(
            "A street may follow after a bar: a bench at the bus stop | Linnenstraat"
        ),
        error_messages={"required": gettext_lazy("Write at least one idea.")},
        widget=forms.Textarea(attrs={"rows": 12}),
    )

    def __init__(self, *args: Any, place: Neighbourhood, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place

    def clean_lines(self) -> list[Said]:
        """Every line is an idea; the first that we cannot read is named."""
        lines = [line.strip() for line in self.cleaned_data["lines"].splitlines() if line.strip()]
        if len(lines) > MOST_AT_ONCE:
            raise forms.ValidationError(_("At most a hundred ideas at once."))
        return [self._read(number, line) for number, line in enumerate(lines, start=1)]

    def _read(self, number: int, line: str) -> Said:
        title, _bar, typed = (piece.strip() for piece in line.partition("|"))
        street = find_street(self.place, typed) if typed else None
        if typed and street is None:
            message = _("Line %(number)d: we do not know the street “%(street)s”.")
            raise forms.ValidationError(message % {"number": number, "street": typed})
        if not title or len(title) > LONGEST_TITLE:
            message = _("Line %(number)d: an idea has 1 to 80 characters.")
            raise forms.ValidationError(message % {"number": number})
        return Said(title, "", street)


class MeetingForm(LinesForm):
    """What neighbours wrote on the wall, and a photo of it for the desk."""

    meeting = forms.CharField(
        label=gettext_lazy("Which meeting was it?"),
        max_length=80,
        help_text=gettext_lazy("For example: evening in De Spil on 12 May."),
        error_messages={"required": gettext_lazy("Write a few words here.")},
    )
    wall = forms.FileField(
        label=gettext_lazy("A photo of the wall"),
        required=False,
        help_text=gettext_lazy(
            "May stay empty. Only the desk sees it, and a year after the ideas it is gone."
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    field_order = ("meeting", "lines", "wall")

    def clean_wall(self) -> Picture | None:
        """The photo without what the camera wrote into it."""
        file: UploadedFile[bytes] | None = self.cleaned_data["wall"]
        if file is None:
            return None
        try:
            return clean_picture(file.read(MOST_BYTES + 1))
        except BadPicture as bad:
            raise forms.ValidationError(str(bad)) from bad


class SplitForm(LinesForm):
    """The ideas that one idea falls apart in."""

    field_order = ("lines",)


class MergeForm(forms.Form):
    """Which idea should it become part of?"""

    near = forms.ChoiceField(
        label=gettext_lazy("Which idea should it become part of?"),
        required=False,
        widget=Tiles(columns=1),
    )
    other = forms.CharField(
        label=gettext_lazy("Another one? Type its name."),
        max_length=LONGEST_TITLE,
        required=False,
        widget=forms.TextInput(attrs={"list": "other-ideas", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, others: list[Idea], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = others
        near = self.fields["near"]
        assert isinstance(near, forms.ChoiceField)  # noqa: S101 - for mypy
        near.choices = [(str(one.pk), one.title) for one in others[:MOST_NEAR]]
        self.rest = others[MOST_NEAR:]
        if not self.rest:
            del self.fields["other"]

    def clean(self) -> dict[str, Any]:
        """One of the tiles, or the one whose name was typed."""
        data = super().clean() or {}
        typed = data.get("other", "").strip().casefold()
        data["into"] = next(
            (
                one
                for one in self.others
                if str(one.pk) == data.get("near") or (typed and one.title.casefold() == typed)
            ),
            None,
        )
        if data["into"] is None and not self.errors:
            raise forms.ValidationError(_("Choose an idea of this round."))
        return data


class BackingForm(forms.Form):
    """I like this; and what else may be counted."""

    will_help = forms.BooleanField(label=gettext_lazy("I want to help with it"), required=False)
    will_use = forms.BooleanField(label=gettext_lazy("I would use it"), required=False)
    age = forms.ChoiceField(
        label=gettext_lazy("How old are you?"),
        help_text=gettext_lazy("May stay empty. We only count, and we hide small numbers."),
        choices=AGES,
        required=False,
        widget=Tiles(),
    )


def who_form(data: Any, place: Neighbourhood) -> WhoForm:
    """Who somebody without an account is."""
    return WhoForm(data, place=place, for_other=False)
