"""The parts of the page about fairness: a finding in words, a picture, and the figures."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.mirror import queries
from gebuur.apps.mirror.queries.fairness import LATER, REST, SOON, Group, Share
from gebuur.apps.mirror.queries.load import FEWEST, Bands
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.volunteers.models import Reason, Work
from gebuur.apps.volunteers.queries import count_reasons
from gebuur.core.charts import Bar, Picture, Table, draw_bars
from gebuur.core.charts import Part as Piece
from gebuur.core.wording import language_names
from gebuur.domain.fairness import Difference, Reading

A_YEAR = dt.timedelta(days=365)
Name = Callable[[Group], str]


@dataclass(frozen=True)
class Part:
    """One part of the page; `legend` says how to read the picture."""

    key: str
    heading: str
    finding: str
    legend: str
    picture: Picture | None
    table: Table


def parts_of(place: Neighbourhood) -> list[Part]:
    """Everything there is to say now."""
    now = timezone.now()
    asked = queries.list_asked(place, now=now)
    languages, areas = queries.by_language(asked), queries.by_area(asked)
    bands = queries.list_asked_bands(place, now=now)
    carried = queries.list_carried_bands(place, now=now)
    return [
        _waiting("languages", _("How long people wait, by first language"), languages, _language),
        _waiting("streets", _("How long people wait, by street"), areas, _area),
        _banded(
            "asked",
            _("How often we asked volunteers in twelve weeks"),
            bands,
            _asked_finding(bands),
        ),
        _banded(
            "carried", _("Who carried how much in twelve weeks"), carried, _carried_finding(carried)
        ),
        _said(queries.count_said(place, now=now)),
        _stopped(count_reasons(place, since=now - A_YEAR).reasons),
    ]


def _waiting(key: str, heading: str, groups: Sequence[Group], name: Name) -> Part:
    finding = _waiting_finding(groups, name)
    bars = [Bar(name(group), _pieces(group.soon)) for group in groups if group.soon.whole]
    desc = _(
        "A bar is the people who asked at least %(days)s days ago. Filled: who had somebody within those days."
    ) % {"days": SOON}
    head = (
        _("Who"),
        _("People"),
        _("Somebody within %(days)s days") % {"days": SOON},
        _("Somebody within %(days)s days") % {"days": LATER},
        _("Half of them within"),
        _("Against the others"),
    )
    rows = [
        (
            name(group),
            str(group.people),
            _share(group.soon),
            _share(group.later),
            _days(group.days),
            _against(group.difference),
        )
        for group in groups
    ]
    picture = draw_bars(key, title=finding, desc=desc, rows=bars) if bars else None
    return Part(key, heading, finding, desc, picture, Table(heading, head, rows))


def _pieces(share: Share) -> list[Piece]:
    """Filled and open; where the border would point at a person, one piece with its words."""
    words, whole = _share(share), share.whole or 0
    if share.had is None:
        return [Piece(whole, words, "us" if share.nearly == "all" else "sunk")]
    return [Piece(share.had, "", "us"), Piece(whole - share.had, words, "sunk")]


def _waiting_finding(groups: Sequence[Group], name: Name) -> str:
    """Who waits clearly longer; else that we see no difference, or are too few to say."""
    said = [group.difference.reading for group in groups if group.difference]
    clear = [
        (group.difference.ratio or 0, name(group), group.difference)
        for group in groups
        if group.difference and group.difference.reading is Reading.LONGER
    ]
    if clear:
        _ratio, who, difference = max(clear, key=lambda one: one[:2])
        return _("%(who)s: these people wait %(how)s.") % {"who": who, "how": _against(difference)}
    if any(reading is not Reading.UNKNOWN for reading in said):
        return _("We see no clear difference in waiting.")
    return _("There are too few people to compare.")


def _banded(key: str, heading: str, found: Bands, finding: str) -> Part:
    bars = [
        Bar(_band(band.name), [Piece(band.people, str(band.people), "us")])
        for band in found.bands
        if band.people is not None
    ]
    head = (_("How often"), _("People"), _("All together"))
    rows = [(_band(b.name), _count(b.people), _times(b.times)) for b in found.bands]
    desc = _("A bar is the number of people.")
    picture = draw_bars(key, title=finding, desc=desc, rows=bars) if bars else None
    return Part(key, heading, finding, desc, picture, Table(heading, head, rows))


def _asked_finding(found: Bands) -> str:
    never = found.bands[0].people
    if found.whole is None or never is None:
        return _("Few volunteers or none were left unasked, or they are too few to be shown.")
    return _("%(never)s of the %(whole)s volunteers were not asked once.") % {
        "never": never,
        "whole": found.whole,
    }


def _carried_finding(found: Bands) -> str:
    often = found.bands[-1].people
    if found.whole is None or often is None:
        return _("Few people or none went six times or more, or they are too few to be shown.")
    return _("%(often)s of the %(whole)s volunteers went six times or more.") % {
        "often": often,
        "whole": found.whole,
    }


def _said(counts: Mapping[str, int | None]) -> Part:
    heading = _("What volunteers say of how much we ask")
    finding = _("Everybody counts once, with the last answer of a year.")
    named = {str(Work(work).label): count for work, count in counts.items()}
    return _counted("said", heading, finding, (_("Answer"), _("People")), named)


def _stopped(counts: Mapping[str, int | None]) -> Part:
    heading = _("What people said of our service when they stopped")
    finding = _("Somebody may give several reasons, or none. It is about us, not about them.")
    named = {str(Reason(reason).label): count for reason, count in counts.items()}
    return _counted("stopped", heading, finding, (_("Reason"), _("How often")), named)


def _counted(
    key: str,
    heading: str,
    finding: str,
    head: tuple[str, str],
    counts: Mapping[str, int | None],
) -> Part:
    """Counts by name, as a picture and as figures."""
    bars = [Bar(name, [Piece(n, str(n), "us")]) for name, n in counts.items() if n is not None]
    desc = _("A bar is the number of people.")
    picture = draw_bars(key, title=finding, desc=desc, rows=bars) if bars else None
    rows = [(name, _count(count)) for name, count in counts.items()]
    return Part(key, heading, finding, desc, picture, Table(heading, head, rows))


def _language(group: Group) -> str:
    return _("other languages") if group.name == REST else language_names([group.name])


def _area(group: Group) -> str:
    return _("other streets") if group.name == REST else group.name


def _band(name: str) -> str:
    return {
        "0": _("not once"),
        "1-2": _("1 or 2 times"),
        "3-5": _("3 to 5 times"),
        "6+": _("6 times or more"),
    }[name]


def _count(count: int | None) -> str:
    return _("not shown") if count is None else str(count)


def _times(times: int | None) -> str:
    if times is None:
        return _("not shown")
    return ngettext("%(n)d time", "%(n)d times", times) % {"n": times}


def _days(days: float | None) -> str:
    if days is None:
        return _("not reached, or too few")
    whole = max(1, round(days))
    return ngettext("%(n)d day", "%(n)d days", whole) % {"n": whole}


def _share(share: Share) -> str:
    """`14 of 38`; where that would point at a person, in words."""
    if share.whole is None:
        return _("not shown")
    words = {
        "none": _("fewer than %(few)s of %(whole)s"),
        "all": _("all but a few of %(whole)s"),
        "": _("not shown"),
    }[share.nearly]
    if share.had is not None:
        words = _("%(had)s of %(whole)s")
    return words % {"had": share.had, "whole": share.whole, "few": FEWEST}


def _against(difference: Difference | None) -> str:
    if difference is None or None in (difference.ratio, difference.lower, difference.upper):
        return _("too few to compare")
    if difference.reading is Reading.ALIKE:
        return _("no clear difference")
    words = _("%(ratio)s times as long as the others (between %(lower)s and %(upper)s times)")
    return words % {
        "ratio": number_format(difference.ratio or 0, 1),
        "lower": number_format(difference.lower or 0, 1),
        "upper": number_format(difference.upper or 0, 1),
    }
