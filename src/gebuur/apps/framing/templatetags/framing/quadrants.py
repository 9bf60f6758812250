"""Four quadrants on two axes with their eight roles: where the time goes now, and where it is wanted."""

from collections.abc import Mapping, Sequence

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing.words import said, said_in
from gebuur.core.charts import Corner, Ends, Picture, Table, draw_field
from gebuur.core.wording import listed
from gebuur.domain import frames

WITH_THE_CLOCK = (
    ("inside", "flexible"),
    ("outside", "flexible"),
    ("outside", "firm"),
    ("inside", "firm"),
)
Values = Mapping[str, float]


def quinn(
    quadrants: Sequence[FrameRow],
    roles: Sequence[FrameRow],
    *,
    now: Values,
    wanted: Values,
    axes: Sequence[FrameRow] = (),
    name: str = "quinn",
) -> Picture:
    """The field with its points for now and for what is wanted; either may be empty.

    `axes` are the rows with the words of the house; without them ours stand at the ends.
    """
    corners = [_corner(row, roles, now, wanted) for row in _with_the_clock(quadrants)]
    desc = [
        _("Four quadrants on two axes, each with two roles. No quadrant is better than another.")
    ]
    if now or wanted:
        desc.append(_("The further from the middle, the more points."))
    if now and wanted:
        desc.append(_("The dashed shape is now, the filled one is what is wanted."))
    return draw_field(
        name,
        title=_finding(quadrants, now, wanted),
        desc=" ".join(desc),
        corners=corners,
        ends=_ends(axes),
        now=_("now") if now else "",
        wanted=_("wanted") if wanted else "",
    )


def quinn_table(
    quadrants: Sequence[FrameRow],
    roles: Sequence[FrameRow],
    *,
    now: Values,
    wanted: Values,
) -> Table:
    """Every quadrant with its roles, and the points it got."""
    given = [
        (words, values) for words, values in ((_("Now"), now), (_("Wanted"), wanted)) if values
    ]
    head = [_("Quadrant"), _("Roles"), *(words for words, _values in given)]
    lines = [
        [
            said(row.name),
            listed(_roles_of(row, roles)),
            *(_points(values.get(row.key, 0)) for _words, values in given),
        ]
        for row in quadrants
    ]
    caption = _("Points out of a hundred") if given else _("Four quadrants and eight roles")
    return Table(caption, head, lines, is_words=True)


def _corner(row: FrameRow, roles: Sequence[FrameRow], now: Values, wanted: Values) -> Corner:
    here, there = now.get(row.key, 0), wanted.get(row.key, 0)
    points = [_("now %(points)s") % {"points": _points(here)}] if now else []
    points += [_("wanted %(points)s") % {"points": _points(there)}] if wanted else []
    return Corner(said(row.name), points, _roles_of(row, roles), here, there)


def _with_the_clock(quadrants: Sequence[FrameRow]) -> list[FrameRow]:
    """The quadrants where their axes put them: from the top on the left, with the clock."""
    ends = {one.key: WITH_THE_CLOCK.index(one.ends) for one in frames.QUADRANTS}
    return sorted(quadrants, key=lambda row: ends[row.key])


def _roles_of(row: FrameRow, roles: Sequence[FrameRow]) -> list[str]:
    own = {one.key for one in frames.ROLES if one.quadrant == row.key}
    return [said(role.name) for role in roles if role.key in own]


def _ends(axes: Sequence[FrameRow]) -> Ends:
    words = {one.key: (said(one.low), said(one.high)) for one in frames.AXES}
    words |= {row.key: (said_in(row, "low"), said_in(row, "high")) for row in axes}
    (firm, flexible), (inside, outside) = words["room"], words["direction"]
    return Ends(top=flexible, end=outside, bottom=firm, start=inside)


def _finding(quadrants: Sequence[FrameRow], now: Values, wanted: Values) -> str:
    """What the picture says first: where more is wanted and where less, or else every number."""
    if not now and not wanted:
        return _("Four quadrants and eight roles.")
    if not now or not wanted:
        told = listed(
            f"{said(row.name)} {_points((now or wanted).get(row.key, 0))}" for row in quadrants
        )
        words = _("Now: %(points)s.") if now else _("Wanted: %(points)s.")
        return words % {"points": told}
    gaps = [(said(row.name), wanted.get(row.key, 0) - now.get(row.key, 0)) for row in quadrants]
    more = listed(quadrant for quadrant, gap in gaps if gap > 0)
    less = listed(quadrant for quadrant, gap in gaps if gap < 0)
    said_first = [_("More wanted of: %(names)s.") % {"names": more}] if more else []
    said_first += [_("Less wanted of: %(names)s.") % {"names": less}] if less else []
    return " ".join(said_first) or _("What is wanted is as it is now.")


def _points(value: float) -> str:
    return str(floatformat(value, -1))
