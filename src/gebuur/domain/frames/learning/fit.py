"""What the frames say about one situation: with reasons, and never a label.

The prose page is ``docs/algorithms/frames.md``.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gebuur.domain.frames.learning.conditions import CONDITIONS
from gebuur.domain.frames.learning.phases import PHASES, SIGNALS
from gebuur.domain.frames.learning.styles import STYLES
from gebuur.domain.frames.learning.values import QUADRANTS, ROLES

WHOLE = 100
UNDER_USED = 2
MUCH = 50
UNCLEAR = "unclear"


class NotInFrame(ValueError):
    """A key that the frames do not know, or numbers that cannot be meant."""


@dataclass(frozen=True, slots=True)
class StyleFit:
    """One style in one situation.

    Attributes
    ----------
    style : str
        Key.
    missing : tuple of str
        Keys of conditions this style cannot do without and that were answered with no.
    open : tuple of str
        Keys of conditions it needs and that nobody looked at.
    suits_phase : bool
        Whether it usually fits the phase that was given.
    is_promised : bool
        Whether it is the style that was promised.
    """

    style: str
    missing: tuple[str, ...]
    open: tuple[str, ...]
    suits_phase: bool
    is_promised: bool


def fitting_styles(
    conditions: Mapping[str, bool], phase: str | None = None, promise: str | None = None
) -> tuple[StyleFit, ...]:
    """Lay the seven styles beside a situation, the best fitting first.

    Nothing is refused: a style with a missing condition stands lower, with the condition named, so that it can
    be mended first or a smaller promise can be made.

    Parameters
    ----------
    conditions : mapping of str to bool
        Answer per condition; one that is absent was not looked at.
    phase : str or None
        Key of the phase the group itself recognises most.
    promise : str or None
        Key of the style that was promised.

    Returns
    -------
    tuple of StyleFit
        Ordered by missing conditions (fewest first), by phase (fitting first), by the promise (promised
        first), and then in the order of the wheel.

    Raises
    ------
    NotInFrame
        For an unknown condition, phase or style.

    Examples
    --------
    >>> fits = fitting_styles({"clarity": False, "relation": True}, phase="performing", promise="delegating")
    >>> fits[0].style, fits[0].missing
    ('facilitating', ())
    >>> next(fit.missing for fit in fits if fit.style == "delegating")
    ('clarity',)
    """
    _require(conditions, {one.key for one in CONDITIONS}, "condition")
    _require([phase] if phase else [], {one.key for one in PHASES}, "phase")
    _require([promise] if promise else [], {one.key for one in STYLES}, "style")
    usual = next((one.styles for one in PHASES if one.key == phase), ())
    fits = [
        StyleFit(
            style=style.key,
            missing=tuple(
                one.key
                for one in CONDITIONS
                if style.key in one.needed_by and conditions.get(one.key) is False
            ),
            open=tuple(
                one.key
                for one in CONDITIONS
                if style.key in one.needed_by and one.key not in conditions
            ),
            suits_phase=style.key in usual,
            is_promised=style.key == promise,
        )
        for style in STYLES
    ]
    return tuple(
        sorted(fits, key=lambda fit: (len(fit.missing), not fit.suits_phase, not fit.is_promised))
    )


@dataclass(frozen=True, slots=True)
class PhaseShares:
    """How many of the signals point to each phase.

    Attributes
    ----------
    shares : dict of str to float
        Per phase, and ``unclear``; all of them, adding up to the number of signals. A signal that points to two
        phases counts half for each.
    signals : int
        How many signals were seen.
    """

    shares: dict[str, float]
    signals: int


def phase_shares(signals: Collection[str], *, nothing_fits: int = 0) -> PhaseShares:
    """Count to which phases the signals point. All shares are shown; none of them is the name of the group.

    Parameters
    ----------
    signals : collection of str
        Keys of signals that were seen; the same one twice counts once.
    nothing_fits : int
        How many observations fitted no signal of the list; they are ``unclear``.

    Raises
    ------
    NotInFrame
        For an unknown signal or a negative number.

    Examples
    --------
    >>> seen = phase_shares({"who-decides", "sides", "we-say"}, nothing_fits=1)
    >>> {name: share for name, share in seen.shares.items() if share}
    {'storming': 2.0, 'norming': 0.5, 'performing': 0.5, 'unclear': 1.0}
    """
    known = {one.key: one for one in SIGNALS}
    _require(signals, set(known), "signal")
    if nothing_fits < 0:
        raise NotInFrame(f"nothing_fits must not be below zero, but is {nothing_fits!r}.")
    shares = {phase.key: 0.0 for phase in PHASES} | {UNCLEAR: float(nothing_fits)}
    for key in sorted(set(signals)):
        for phase in known[key].phases:
            shares[phase] += 1 / len(known[key].phases)
    return PhaseShares(shares, len(set(signals)) + nothing_fits)


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """Where somebody's hundred points went over several sittings.

    Attributes
    ----------
    quadrants : dict of str to float
        Average points per quadrant; they add up to 100.
    least : tuple of str
        Keys of the two roles of the quadrant that got least: something to try, no fault.
    much : tuple of str
        Quadrants that got more than half: a question to ask oneself.
    sittings : int
        How many times a hundred points were divided.
    """

    quadrants: dict[str, float]
    least: tuple[str, ...]
    much: tuple[str, ...]
    sittings: int


def role_profile(splits: Sequence[Mapping[str, int]]) -> RoleProfile:
    """Average what somebody divided, and name two roles to try; she is never given a type.

    Parameters
    ----------
    splits : sequence of mapping of str to int
        Each divides exactly 100 points over the four quadrants; a quadrant that is absent got none.

    Returns
    -------
    RoleProfile
        When quadrants tie for the least, the one that stands first in the frame is named.

    Raises
    ------
    NotInFrame
        Without any split, for an unknown quadrant, points below zero, or a sum that is not 100.

    Examples
    --------
    >>> mine = role_profile([{"people": 60, "renewal": 20, "results": 15, "order": 5}])
    >>> mine.least, mine.much
    (('coordinator', 'monitor'), ('people',))
    """
    if not splits:
        raise NotInFrame("Divide a hundred points at least once.")
    keys = [one.key for one in QUADRANTS]
    for split in splits:
        _require(split, set(keys), "quadrant")
        if any(points < 0 for points in split.values()) or sum(split.values()) != WHOLE:
            raise NotInFrame(
                f"The points must add up to {WHOLE}, none below zero; got {dict(split)!r}."
            )
    means = {key: sum(split.get(key, 0) for split in splits) / len(splits) for key in keys}
    lowest = min(keys, key=means.__getitem__)
    return RoleProfile(
        quadrants=means,
        least=tuple(role.key for role in ROLES if role.quadrant == lowest)[:UNDER_USED],
        much=tuple(key for key in keys if means[key] > MUCH),
        sittings=len(splits),
    )


class Gap(StrEnum):
    """How practice stands to the promise."""

    AS_PROMISED = "as_promised"
    LESS_SAY = "less_say"
    MORE_SAY = "more_say"


@dataclass(frozen=True, slots=True)
class StyleGap:
    """The difference between a promised and an observed style.

    Attributes
    ----------
    gap : Gap
        Whether residents had the say that was promised, less or more.
    steps : int
        How many styles lie between, 0 when it was as promised.
    promised, observed : str
        Keys.
    """

    gap: Gap
    steps: int
    promised: str
    observed: str


def style_gap(promised: str, observed: str) -> StyleGap:
    """Compare what was promised with what was done. Less say than promised is sham; more say is worth a word.

    Raises
    ------
    NotInFrame
        For an unknown style.

    Examples
    --------
    >>> style_gap("delegating", "open-authoritarian")
    StyleGap(gap=<Gap.LESS_SAY: 'less_say'>, steps=3, promised='delegating', observed='open-authoritarian')
    """
    say = {one.key: one.say for one in STYLES}
    _require([promised, observed], set(say), "style")
    difference = say[observed] - say[promised]
    gap = Gap.AS_PROMISED if not difference else Gap.MORE_SAY if difference > 0 else Gap.LESS_SAY
    return StyleGap(gap, abs(difference), promised, observed)


def _require(keys: Collection[str], known: set[str], kind: str) -> None:
    unknown = sorted(set(keys) - known)
    if unknown:
        raise NotInFrame(
            f"{kind} {unknown[0]!r} is not in the frame; there are {', '.join(sorted(known))}."
        )
