"""The page about the price of first times, in words, a picture and a table."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.care.queries.first_times import first_time_prices
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.core.charts import Axis, Line, Picture, Table, draw_curve
from gebuur.domain.matching import FrontierPoint, NotUsable

AT_MOST = 6


@dataclass(frozen=True)
class Shown:
    """Findings, or in `nothing` why there are none; the picture from two points on."""

    findings: list[str]
    nothing: str
    picture: Picture | None = None
    table: Table | None = None


def show_frontier(place: Neighbourhood, *, now: dt.datetime) -> Shown:
    """Reckon the prices of this moment and put them in words."""
    try:
        points = first_time_prices(place, now=now)
    except NotUsable:
        return Shown([], _("There are too many possible pairs to work this out on a page."))
    if not points:
        return Shown([], _("There is no open question now. Come back when there is one."))
    if len(points) == 1:
        return Shown([_least(points[0]), _("More first times are not possible this week.")], "")
    return Shown(_findings(points), "", _picture(points), _table(points))


def _findings(points: Sequence[FrontierPoint]) -> list[str]:
    first, second, last = points[0], points[1], points[-1]
    return [
        _least(first),
        _("One first time more costs %(metres)s metres.") % {"metres": _number(second.more)},
        _("At most there can be %(most)s. All together that costs %(metres)s metres more.")
        % {"most": last.first_tasks, "metres": _number(last.metres - first.metres)},
    ]


def _least(point: FrontierPoint) -> str:
    return ngettext(
        "With the shortest walks, %(count)s neighbour gets a first time.",
        "With the shortest walks, %(count)s neighbours get a first time.",
        point.first_tasks,
    ) % {"count": point.first_tasks}


def _picture(points: Sequence[FrontierPoint]) -> Picture:
    first, last = points[0], points[-1]
    extra = [(point.first_tasks, point.metres - first.metres) for point in points]
    top = max(1, extra[-1][1])
    return draw_curve(
        "first-times",
        title=_findings(points)[-1],
        desc=_("A line that rises ever faster. The figures are in the table below."),
        x=Axis(_("first times"), _ticks(first.first_tasks, last.first_tasks)),
        y=Axis(_("metres more"), _ticks(0, top)),
        lines=[Line(_("all together"), extra, end=_number(top))],
    )


def _ticks(low: int, high: int) -> list[tuple[float, str]]:
    """Whole numbers from the lowest to the highest, not too many."""
    step = _round_up(-(-(high - low) // (AT_MOST - 1)))
    return [
        (low + count * step, _number(low + count * step))
        for count in range(-(-(high - low) // step) + 1)
    ]


def _round_up(step: int) -> int:
    """The next 1, 2 or 5, with noughts behind it: steps that one can read at a glance."""
    ten: int = 10 ** (len(str(max(1, step))) - 1)
    return next(size * ten for size in (1, 2, 5, 10) if size * ten >= step)


def _table(points: Sequence[FrontierPoint]) -> Table:
    rows = [
        [
            str(point.first_tasks),
            _number(point.more) if place else "",
            _number(point.metres - points[0].metres),
        ]
        for place, point in enumerate(points)
    ]
    head = (_("First times"), _("Metres for this one"), _("Metres more, all together"))
    return Table(_("What each further first time costs"), head, rows)


def _number(metres: int) -> str:
    return number_format(metres, force_grouping=True)
