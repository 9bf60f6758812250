"""The words of questions and answers, in the language of who reads: the organisation's own where it has them."""

import datetime as dt
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gebuur.apps.framing.queries import FrameRow, Place, list_frames
from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.neighbourhood.models import Organisation
from gebuur.apps.workshops.models import Part
from gebuur.core.wording import in_its_language
from gebuur.domain import frames

Words = str | Promise
Kind = frames.BlockKind
ROWS = {
    Kind.WHEEL: "styles",
    Kind.SIGNALS: "signals",
    Kind.ATTITUDES: "attitudes",
    Kind.BOARD: "actors",
    Kind.DIVIDE: "quadrants",
}
OUTCOMES: dict[str, Words] = {"done": _("Done"), "partly": _("Partly"), "not": _("Not")}
LIGHTS: dict[str, Words] = {
    "green": _("Green: a neighbour can do this"),
    "amber": _("Amber: only after talking with the professional"),
    "red": _("Red: not for a neighbour"),
}
SHORT_LIGHTS: dict[str, Words] = {"green": _("Green"), "amber": _("Amber"), "red": _("Red")}
HEADINGS: dict[str, Words] = {
    "think": _("What do you think?"),
    "feel": _("What do you feel?"),
    "do": _("What do you do?"),
    "want": _("What do you want?"),
    "now": _("Divide a hundred points: how is it now?"),
    "wanted": _("Divide a hundred points: how would you want it?"),
    "signals": _("What do you see in the group?"),
    "attitudes": _("Which attitude helped? Tell one moment."),
    "board": _("Who does what here? Give one example."),
    "look_back": _("What came of what you intended last time?"),
    "wheel": _("Which style is it?"),
}
OWN_QUESTION = {"signals", "attitudes", "board", "look_back", "wheel"}
"""Stages whose question stands in the title of the block; who reads another language gets ours."""
SHORT: dict[str, Words] = {
    "think": _("Think"),
    "feel": _("Feel"),
    "do": _("Do"),
    "want": _("Want"),
    "now": _("Now"),
    "wanted": _("Wanted"),
}


class Label(NamedTuple):
    """Words, and the language they are in: not always the reader's."""

    words: str
    language: str

    @property
    def marked(self) -> str:
        """For a page: it says so when the language is another one than the reader's."""
        return in_its_language(self.words, self.language)


def rows_of(part: Part, organisation: Organisation, *, today: dt.date) -> list[FrameRow]:
    """The frame that a part is about, as the organisation says it."""
    kind = ROWS.get(Kind(part.kind))
    return list_frames(organisation, kind, today=today) if kind else []


def labels_of(
    part: Part, stage: frames.Stage, organisation: Organisation, *, today: dt.date
) -> dict[str, Label]:
    """What stands beside each key of a stage."""
    kind = Kind(part.kind)
    if kind == Kind.DIVIDE:
        rows = rows_of(part, organisation, today=today)
        return {row.key: _label(_field(row, "statement")) for row in rows}
    if kind in ROWS:
        return {row.key: _label(row.name) for row in rows_of(part, organisation, today=today)}
    fixed = LIGHTS if kind == Kind.LIGHTS else OUTCOMES if kind == Kind.LOOK_BACK else {}
    own = part.session.language
    return {key: _ours(fixed[key]) if key in fixed else Label(key, own) for key in stage.keys}


def heading_of(
    part: Part, stage: frames.Stage, organisation: Organisation, *, today: dt.date
) -> Label:
    """The question itself: as the facilitator wrote it, or in the reader's own language where we know it."""
    if part.kind == Kind.LIGHTS:
        return _ours(frames.task(stage.key).names.in_language(_reads()))
    if part.kind == Kind.EXERCISE:
        rows = list_frames(organisation, "exercise", today=today)
        return next(_label(row.name) for row in rows if row.key == stage.key)
    own = Label(part.title, part.session.language)
    if stage.key in OWN_QUESTION and _reads() == own.language:
        return own
    return _ours(HEADINGS[stage.key]) if stage.key in HEADINGS else own


def stage_label(part: Part, stage: frames.Stage, number: int) -> str:
    """A short word for a stage, for the foot of the screen."""
    return str(SHORT.get(stage.key, number))


def _reads() -> str:
    return (get_language() or "nl").split("-")[0]


def _ours(words: Words) -> Label:
    """A sentence of Gebuur: it stands in every language."""
    return Label(str(words), _reads())


def _label(place: Place) -> Label:
    return Label(said(place), place.language_for(_reads()))


def _field(row: FrameRow, name: str) -> Place:
    return next(place for place in row.places if place.field == name)
