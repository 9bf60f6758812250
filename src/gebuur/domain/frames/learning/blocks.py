"""What a workshop is made of: the kinds of blocks, the stages each goes through, and the shape of an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gebuur.domain.frames.learning.actors import ACTORS
from gebuur.domain.frames.learning.attitudes import ATTITUDES
from gebuur.domain.frames.learning.cases import CASES
from gebuur.domain.frames.learning.exercise import EXERCISE
from gebuur.domain.frames.learning.fit import NotInFrame
from gebuur.domain.frames.learning.phases import SIGNALS
from gebuur.domain.frames.learning.styles import STYLES
from gebuur.domain.frames.learning.values import QUADRANTS
from gebuur.domain.frames.tasks import TASKS, Light

FEEL = "feel"
"""A pick of the block `case`: the optional fourth question."""
FEWEST_CHOICES, MOST_CHOICES = 2, 12


class BlockKind(StrEnum):
    """The kinds of blocks of an agenda."""

    LOOK_BACK = "look_back"
    CASE = "case"
    WHEEL = "wheel"
    DIVIDE = "divide"
    SIGNALS = "signals"
    ATTITUDES = "attitudes"
    EXERCISE = "exercise"
    BOARD = "board"
    LIGHTS = "lights"
    QUESTION = "question"
    POLL = "poll"
    PAUSE = "pause"
    SOURCES = "sources"


class Shape(StrEnum):
    """What one answer looks like.

    ``NOTHING``: the stage asks nothing. ``LINE``: one line of text. ``CHOICE``: one key. ``TICKS``: some keys.
    ``HUNDRED``: a whole number per key, together 100. ``KEYED``: one key, and a line with it.
    """

    NOTHING = "nothing"
    LINE = "line"
    CHOICE = "choice"
    TICKS = "ticks"
    HUNDRED = "hundred"
    KEYED = "keyed"


@dataclass(frozen=True, slots=True)
class Stage:
    """One question within a block.

    Attributes
    ----------
    key : str
        Names the stage within its block.
    shape : Shape
        What an answer looks like.
    keys : tuple of str
        What can be chosen, ticked or divided over; empty for lines.
    """

    key: str
    shape: Shape
    keys: tuple[str, ...] = ()


OUTCOMES = ("done", "partly", "not")


def stages_of(kind: BlockKind, picks: Sequence[str] = ()) -> tuple[Stage, ...]:
    """Say which stages a block goes through, in order.

    Parameters
    ----------
    kind : BlockKind
        The kind of block.
    picks : sequence of str
        What was chosen for it: for ``case`` the key of a case and perhaps ``feel``; for ``lights`` keys of tasks;
        for ``poll`` the choices themselves. Other kinds take none.

    Raises
    ------
    NotInFrame
        For picks that this kind cannot do with.

    Examples
    --------
    >>> [stage.key for stage in stages_of(BlockKind.CASE, ["streets"])]
    ['think', 'do', 'want']
    >>> stages_of(BlockKind.DIVIDE)[1].keys
    ('people', 'renewal', 'results', 'order')
    """
    check_picks(kind, picks)
    styles = tuple(one.key for one in STYLES)
    fixed: dict[BlockKind, tuple[Stage, ...]] = {
        BlockKind.LOOK_BACK: (Stage("look_back", Shape.KEYED, OUTCOMES),),
        BlockKind.WHEEL: (Stage("wheel", Shape.CHOICE, styles),),
        BlockKind.DIVIDE: tuple(
            Stage(key, Shape.HUNDRED, tuple(one.key for one in QUADRANTS))
            for key in ("now", "wanted")
        ),
        BlockKind.SIGNALS: (Stage("signals", Shape.TICKS, tuple(one.key for one in SIGNALS)),),
        BlockKind.ATTITUDES: (
            Stage("attitudes", Shape.KEYED, tuple(one.key for one in ATTITUDES)),
        ),
        BlockKind.EXERCISE: tuple(Stage(one.key, Shape.LINE) for one in EXERCISE),
        BlockKind.BOARD: (Stage("board", Shape.KEYED, tuple(one.key for one in ACTORS)),),
        BlockKind.QUESTION: (Stage("question", Shape.LINE),),
        BlockKind.POLL: (Stage("poll", Shape.CHOICE, tuple(picks)),),
        BlockKind.PAUSE: (Stage("pause", Shape.NOTHING),),
        BlockKind.SOURCES: (Stage("sources", Shape.NOTHING),),
    }
    if kind == BlockKind.CASE:
        asks = ("think", FEEL, "do", "want") if FEEL in picks else ("think", "do", "want")
        return tuple(Stage(key, Shape.LINE) for key in asks)
    if kind == BlockKind.LIGHTS:
        lights = tuple(str(light) for light in Light)
        return tuple(Stage(key, Shape.CHOICE, lights) for key in picks)
    return fixed[kind]


def check_picks(kind: BlockKind, picks: Sequence[str]) -> None:
    """Refuse picks that a kind of block cannot do with.

    Raises
    ------
    NotInFrame
        Naming what is wrong.

    Examples
    --------
    >>> check_picks(BlockKind.CASE, [])
    Traceback (most recent call last):
    ...
    gebuur.domain.frames.learning.fit.NotInFrame: A case block needs exactly one case.
    """
    if len(set(picks)) != len(picks):
        raise NotInFrame("The same pick stands there twice.")
    cases, tasks = {one.key for one in CASES}, {one.key for one in TASKS}
    rules: dict[BlockKind, tuple[bool, str]] = {
        BlockKind.CASE: (
            len(set(picks) & cases) == 1 and set(picks) <= cases | {FEEL},
            "A case block needs exactly one case.",
        ),
        BlockKind.LIGHTS: (
            bool(picks) and set(picks) <= tasks,
            "A traffic-light block needs tasks of the catalogue.",
        ),
        BlockKind.POLL: (
            FEWEST_CHOICES <= len(picks) <= MOST_CHOICES and all(pick.strip() for pick in picks),
            f"A poll needs {FEWEST_CHOICES} to {MOST_CHOICES} choices.",
        ),
    }
    is_right, why = rules.get(kind, (not picks, f"A block of the kind {kind} takes no picks."))
    if not is_right:
        raise NotInFrame(why)
