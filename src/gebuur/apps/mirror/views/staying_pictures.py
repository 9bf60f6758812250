"""The pictures of who stays: stairs over weeks, which stop where fewer than five are counted."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from gebuur.apps.mirror.queries import FEWEST
from gebuur.core.charts import Axis, Line, Look, Picture, draw_steps
from gebuur.domain.survival import Curve

WEEK = 7
TICKS = (0, 2, 4, 8, 13, 20, 26, 39, 52)
LOOKS = (Look.US, Look.STONE, Look.INK)
Named = tuple[str, Curve]


def hundred(share: float) -> int:
    """A share as so many of every 100."""
    return round(share * 100)


def still_counted(curve: Curve, week: int) -> int | None:
    """How many are counted at the beginning of a week; None under five."""
    counted = curve.at(week * WEEK).at_risk
    return counted if counted >= FEWEST else None


def draw_staying(name: str, curves: Sequence[Named], *, title: str, since: str) -> Picture:
    """Up to three groups, the first with its band; `since` says from which day the weeks count."""
    shown = curves[: len(LOOKS)]
    ticks = _ticks([curve for _name, curve in shown])
    return draw_steps(
        name,
        title=title,
        desc=_("Stairs that go down where people stopped. The figures are in the table."),
        x=Axis(since, [(week, str(week)) for week in ticks]),
        y=Axis(_("of every 100 still take part"), [(n, str(n)) for n in (0, 25, 50, 75, 100)]),
        lines=[
            _line(words, curve, look, ticks)
            for (words, curve), look in zip(shown, LOOKS, strict=False)
        ],
        counted=_("how many people we still count"),
    )


def _ticks(curves: Sequence[Curve]) -> list[int]:
    longest = max(_shown(curve)[-1][0] for curve in curves)
    inside = [week for week in TICKS if week < longest]
    after = next((week for week in TICKS if week >= max(longest, 1)), TICKS[-1])
    return [*inside, after] if inside else [0, after]


def _shown(curve: Curve) -> list[tuple[float, float, float, float]]:
    """Week, share, lower and upper, of every step at which at least five were counted."""
    return [
        (step.t / WEEK, step.s * 100, step.lower * 100, step.upper * 100)
        for step in curve.steps()
        if step.at_risk >= FEWEST and step.t <= TICKS[-1] * WEEK
    ]


def _line(words: str, curve: Curve, look: Look, ticks: Sequence[int]) -> Line:
    shown = _shown(curve)
    counts = {float(week): still_counted(curve, week) for week in ticks}
    return Line(
        words,
        [(week, share) for week, share, _lower, _upper in shown],
        end=str(round(shown[-1][1])),
        look=look,
        band=[(week, low, high) for week, _share, low, high in shown] if look == Look.US else (),
        counts={week: str(count) for week, count in counts.items() if count is not None},
    )
