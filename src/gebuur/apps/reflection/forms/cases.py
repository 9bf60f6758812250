"""A case in own words, and how a sitting around it is laid out."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.reflection.queries import paragraphs_of
from gebuur.domain import frames

MOST_PARAGRAPHS = 5
ALONE, TOGETHER = "alone", "together"


class CaseForm(forms.Form):
    """What happened, and what the writer saw through a lens if she likes."""

    title = forms.CharField(
        label=_("Title"),
        help_text=_("A few words that say what it is about."),
        max_length=120,
        error_messages={
            "required": _("Give it a title of a few words."),
            "max_length": _("This title is too long. Say it in a few words."),
        },
    )
    story = forms.CharField(
        label=_("The story"),
        help_text=_(
            "At most five paragraphs, with an empty line between them. "
            "Say “a neighbour” and “a street”, no names."
        ),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={
            "required": _("Tell what happened."),
            "max_length": _("This is too long to read aloud. Keep what matters."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for lens in frames.LENSES:
            self.fields[f"lens-{lens.key}"] = forms.CharField(
                label=said(lens.words),
                help_text=said(lens.question),
                required=False,
                max_length=600,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={"max_length": _("Say this in two or three sentences.")},
            )

    def clean_title(self) -> str:
        title = str(self.cleaned_data["title"])
        if not any(letter.isalpha() for letter in title):
            raise forms.ValidationError(self.fields["title"].error_messages["required"])
        return title

    def clean_story(self) -> str:
        lines = str(self.cleaned_data["story"]).replace("\r\n", "\n").replace("\r", "\n")
        story = "\n\n".join(paragraphs_of(re.sub(r"\n[ \t]*\n\s*", "\n\n", lines)))
        if len(paragraphs_of(story)) > MOST_PARAGRAPHS:
            raise forms.ValidationError(_("Five paragraphs at most. Join some, or leave some out."))
        return story

    def remarks(self) -> dict[str, str]:
        """What was seen, by lens."""
        return {
            lens.key: self.cleaned_data[f"lens-{lens.key}"]
            for lens in frames.LENSES
            if self.cleaned_data[f"lens-{lens.key}"]
        }

    def case(self) -> dict[str, Any]:
        """What is kept."""
        return {
            "title": self.cleaned_data["title"],
            "story": self.cleaned_data["story"],
            "remarks": self.remarks(),
        }

    def texts(self) -> dict[str, str]:
        """Everything that was typed, by field, to read along in."""
        return {name: text for name, text in self.cleaned_data.items() if text}

    def lens_fields(self) -> Iterator[BoundField]:
        yield from (self[f"lens-{lens.key}"] for lens in frames.LENSES)

    def has_lens(self) -> bool:
        """Whether something stands in a lens: then they are shown open."""
        return any(field.value() or field.errors for field in self.lens_fields())


class SittingForm(forms.Form):
    """Which plan, alone or together, and through which lenses."""

    plan = forms.ChoiceField(choices=[(one.key, one.key) for one in frames.PLANS], required=False)
    who = forms.ChoiceField(choices=[(ALONE, ALONE), (TOGETHER, TOGETHER)], required=False)
    lens = forms.MultipleChoiceField(
        choices=[(one.key, one.key) for one in frames.LENSES],
        required=False,
        error_messages={"invalid_choice": _("Choose out of these lenses.")},
    )

    def clean_lens(self) -> list[str]:
        chosen = list(dict.fromkeys(self.cleaned_data["lens"]))
        if len(chosen) > frames.MOST_LENSES:
            raise forms.ValidationError(
                _(
                    "Two lenses are enough for one sitting. Keep two; the others wait for another time."
                )
            )
        return chosen

    def ticked(self) -> list[str]:
        """What stands ticked, also when it is too much."""
        return [str(key) for key in self["lens"].value() or []]

    def is_alone(self) -> bool:
        return self.cleaned_data.get("who") == ALONE

    def plan_key(self) -> str:
        """The plan that was asked for; alone there is one."""
        first = frames.PLANS[0].key
        return first if self.is_alone() else self.cleaned_data.get("plan") or first
