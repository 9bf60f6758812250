"""What the frames of the training are made of: words in Dutch and English, a source, how sure, and two dates."""

import datetime as dt
from dataclasses import dataclass

from gebuur.domain.frames.learning.source import CHECK_BY, CHECKED, Sure, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One thing of a frame: a style, a phase, a question.

    Attributes
    ----------
    key : str
        Never changes; rows and rewordings refer to it.
    words : Words
        Its name, or the sentence itself.
    source : str
        Key of a `Source`.
    sure : Sure
        How sure we are of this very thing.
    checked, check_by : date
        When somebody last looked, and when somebody must look again.
    """

    key: str
    words: Words
    source: str
    sure: Sure
    checked: dt.date = CHECKED
    check_by: dt.date = CHECK_BY


@dataclass(frozen=True, slots=True, kw_only=True)
class Style(Frame):
    """A guidance style of the participation wheel.

    Attributes
    ----------
    role : Words
        The part that residents play.
    residents, worker : tuple of Words
        What residents do; what the professional does.
    fits, misfit : Words
        When it fits; the sign that it is not what was promised.
    say : int
        How much say residents have in it, 0 (none) to 6 (theirs). It orders promises, never people or groups.
    """

    role: Words
    residents: tuple[Words, ...]
    worker: tuple[Words, ...]
    fits: Words
    misfit: Words
    say: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Frame):
    """A core condition to look at before a style is promised.

    Attributes
    ----------
    question : Words
        What to ask oneself.
    when_not : Words
        What to do first when the answer is no.
    needed_by : frozenset of str
        Keys of the styles that cannot do without it.
    """

    question: Words
    when_not: Words
    needed_by: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis(Frame):
    """One of the two axes of the four quadrants, by its two ends."""

    low: Words
    high: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Quadrant(Frame):
    """One of the four quadrants.

    Attributes
    ----------
    ends : tuple of str
        Which end of each axis: ``("inside", "flexible")`` and the like.
    statement : Words
        The sentence of the divide-a-hundred exercise.
    too_much : Words
        What it turns into when there is too much of it.
    """

    ends: tuple[str, str]
    statement: Words
    too_much: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Frame):
    """One of the eight roles.

    Attributes
    ----------
    quadrant : str
        Key of its quadrant.
    does : tuple of Words
        What somebody in this role does in a neighbourhood.
    too_much : Words
        The trap of doing only this.
    """

    quadrant: str
    does: tuple[Words, ...]
    too_much: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal(Frame):
    """Something that anybody can see in a group.

    Attributes
    ----------
    phases : tuple of str
        Keys of the phases it points to; two when it may be either.
    """

    phases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Frame):
    """A phase of a group; groups go back and forth between them.

    Attributes
    ----------
    needs : tuple of Words
        What the group needs.
    worker : tuple of Words
        What a professional does.
    styles : tuple of str
        Keys of styles that usually fit, the best known first.
    """

    needs: tuple[Words, ...]
    worker: tuple[Words, ...]
    styles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attitude(Frame):
    """One of the nine participative attitudes.

    Attributes
    ----------
    meaning : Words
        In one sentence.
    does, does_not : tuple of Words
        What can be seen when it is there; what can be seen when it is not.
    ask_residents : Words
        The same asked of residents, in plain words.
    """

    meaning: Words
    does: tuple[Words, ...]
    does_not: tuple[Words, ...]
    ask_residents: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Frame):
    """A question of the reflection exercise.

    Attributes
    ----------
    help : Words
        What helps to answer it.
    mirrored : Words or None
        The same question from the other side.
    """

    help: Words
    mirrored: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Frame):
    """What one lens shows in one case: an opinion with a source, never the answer.

    Attributes
    ----------
    lens : str
        ``style``, ``condition``, ``role``, ``phase``, ``attitude``, ``boundary`` or ``evidence``.
    refers_to : tuple of str
        Keys of the frames it speaks of.
    """

    lens: str
    refers_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Frame):
    """One of the three cases of the training.

    Attributes
    ----------
    story : tuple of Words
        What happened, paragraph by paragraph.
    asks : tuple of Words
        Think, do, want.
    readings : tuple of Reading
        What the lenses show.
    """

    story: tuple[Words, ...]
    asks: tuple[Words, ...]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Frame):
    """An informal actor, and which rules run for an act done as such.

    Attributes
    ----------
    bond, organised_by : Words
        To whom or what; by whom it is organised.
    is_volunteer_by_law : bool
        Whether the Belgian law on volunteers runs.
    may_ask, boundary : Words
        What one may ask of them; the boundary to show.
    """

    bond: Words
    organised_by: Words
    is_volunteer_by_law: bool
    may_ask: Words
    boundary: Words
