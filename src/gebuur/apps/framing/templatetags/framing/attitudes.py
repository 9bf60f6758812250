"""The nine attitudes as moments on a line of days: no totals and no marks."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing.words import said
from gebuur.core.charts import Picture, Table, draw_moments
from gebuur.core.wording import listed

Moments = Sequence[tuple[str, str]]


def attitude_moments(
    attitudes: Sequence[FrameRow], moments: Moments, *, name: str = "attitudes"
) -> Picture:
    """A lane for each attitude, and a brick for each moment: (label of the day, key of the attitude), in time."""
    lanes = {row.key: at for at, row in enumerate(attitudes)}
    known = [(day, key) for day, key in moments if key in lanes]
    days = list(dict.fromkeys(day for day, _key in known))
    return draw_moments(
        name,
        title=_finding(attitudes, known),
        desc=_(
            "A lane for each attitude, and a brick on the day of each moment. Nothing is added up."
        ),
        lanes=[said(row.name) for row in attitudes],
        days=days,
        moments=[(days.index(day), lanes[key]) for day, key in known],
    )


def attitude_moments_table(attitudes: Sequence[FrameRow], moments: Moments) -> Table:
    """Every attitude with the days of its moments."""
    lines = [
        [said(row.name), listed(day for day, key in moments if key == row.key) or "–"]
        for row in attitudes
    ]
    return Table(_("Moments of each attitude"), (_("Attitude"), _("Days")), lines, is_words=True)


def _finding(attitudes: Sequence[FrameRow], moments: Moments) -> str:
    """Of which attitudes there is a moment, in their own order, and from when to when."""
    if not moments:
        return _("No moment has been noted yet.")
    noted = {key for _day, key in moments}
    names = listed(said(row.name) for row in attitudes if row.key in noted)
    first, last = moments[0][0], moments[-1][0]
    if first == last:
        return _("%(day)s, moments of: %(names)s.") % {"day": first, "names": names}
    return _("From %(first)s to %(last)s, moments of: %(names)s.") % {
        "first": first,
        "last": last,
        "names": names,
    }
