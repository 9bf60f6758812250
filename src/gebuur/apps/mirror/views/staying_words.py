"""What the page says of who stays: the finding, the sentence with each picture, and its table."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.mirror.models import Change
from gebuur.apps.mirror.queries import (
    FEWEST,
    Cohort,
    Comparison,
    FirstTimes,
)
from gebuur.apps.mirror.views.staying_pictures import (
    TICKS,
    WEEK,
    Named,
    draw_staying,
    hundred,
    still_counted,
)
from gebuur.core.charts import Picture, Table
from gebuur.core.wording import day_in_words
from gebuur.domain.disclosure import protect
from gebuur.domain.survival import Curve, LogRank

READ_AT = (8, 4, 2)
LOOK_BACK = (26, 13, 8, 4, 2)
SELDOM = 0.05
LEAST = 0.001


@dataclass(frozen=True)
class Finding:
    """What became of the people of one cohort; `stayed` is None where the number would show a few people."""

    months: str
    began: int
    stayed: int | None
    is_nearly_all: bool
    weeks: int


@dataclass(frozen=True)
class Told:
    """A picture with its sentences and its table."""

    says: str
    picture: Picture
    table: Table
    test: str = ""
    numbers: str = ""


def months_of(cohort: Cohort) -> str:
    last = date_format(cohort.last, "F Y")
    if cohort.first == cohort.last:
        return last
    first = date_format(cohort.first, "F" if cohort.first.year == cohort.last.year else "F Y")
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def find_out(cohorts: Sequence[Cohort]) -> Finding | None:
    """The newest cohort of which everybody could be followed for eight weeks, or else four, or two."""
    for weeks in READ_AT:
        for cohort in cohorts:
            if cohort.known >= weeks * WEEK:
                gone = cohort.curve.at(weeks * WEEK).events
                parts = {"stayed": cohort.curve.n - gone, "gone": gone}
                stayed = protect(parts, minimum=FEWEST)["stayed"]
                is_nearly_all = stayed is None and gone < parts["stayed"]
                return Finding(months_of(cohort), cohort.curve.n, stayed, is_nearly_all, weeks)
    return None


def tell_cohorts(cohorts: Sequence[Cohort]) -> Told:
    """By the month in which people began."""
    curves = [(months_of(cohort), cohort.curve) for cohort in cohorts]
    newest = curves[0][0]
    title = _("Who stays, by the month in which people began; %(months)s is the newest.") % {
        "months": newest
    }
    picture = draw_staying("cohorts", curves, title=title, since=_("weeks since they began"))
    return Told(title, picture, _table(_("Began in"), curves))


def tell_first_weeks(both: Comparison) -> Told | None:
    """Asked within two weeks or not, followed from the landmark."""
    named = (_("asked within 14 days"), _("not asked within 14 days"))
    since = _("weeks since their 14th day")
    return _tell("first-weeks", both, named, since, first=_("What we did"))


def tell_change(both: Comparison, change: Change) -> Told | None:
    """Those who began since a change and those who began before."""
    named = (_("began since then"), _("began before"))
    return _tell("change", both, named, _("weeks since they began"), first=change.what)


def _tell(
    name: str, both: Comparison, named: tuple[str, str], since: str, *, first: str
) -> Told | None:
    if both.one is None or both.other is None:
        return None
    curves: list[Named] = [(named[0], both.one), (named[1], both.other)]
    says = _say(curves)
    picture = draw_staying(name, curves, title=says, since=since)
    return Told(says, picture, _table(first, curves), _say_test(both.test), _count_test(both.test))


def _say(curves: Sequence[Named]) -> str:
    """How many of every 100 stayed, at the last time at which both groups are large enough."""
    for week in LOOK_BACK:
        if all(still_counted(curve, week) for _name, curve in curves):
            (one, first), (other, second) = curves
            return _(
                "After %(weeks)d weeks, %(share)d of every 100 still take part (%(one)s)."
                " In the other group that is %(others)d (%(other)s)."
            ) % {
                "weeks": week,
                "one": one,
                "share": hundred(first.at(week * WEEK).s),
                "other": other,
                "others": hundred(second.at(week * WEEK).s),
            }
    return _("It is too early to compare: we have followed too few people for two weeks.")


def _say_test(test: LogRank | None) -> str:
    if test is None:
        return ""
    if test.p < SELDOM:
        return _("Chance alone seldom makes a difference this large.")
    return _("Chance alone can make a difference like this.")


def _count_test(test: LogRank | None) -> str:
    """The figures of the test, for who wants to check them."""
    if test is None:
        return ""
    p = f"= {number_format(test.p, 3)}" if test.p >= LEAST else f"< {number_format(LEAST, 3)}"
    return f"log-rank χ² {number_format(test.chi2, 1)}, p {p}"


def _table(first: str, curves: Sequence[Named]) -> Table:
    weeks = [w for w in TICKS if w and any(still_counted(curve, w) for _name, curve in curves)]
    after = [ngettext("after %(n)d week", "after %(n)d weeks", w) % {"n": w} for w in weeks]
    return Table(
        _("Of every 100 people, how many still take part (how many we still count)"),
        [first, _("people"), *after],
        [[name, str(curve.n), *(_cell(curve, week) for week in weeks)] for name, curve in curves],
    )


def _cell(curve: Curve, week: int) -> str:
    counted = still_counted(curve, week)
    return "–" if counted is None else f"{hundred(curve.at(week * WEEK).s)} ({counted})"


def tell_first_times(times: Sequence[FirstTimes]) -> Table:
    """How soon we asked people and they had a first task, as counts of a whole."""
    head = (
        _("Within"),
        _("Began at least that long ago"),
        _("We asked them"),
        _("Had a first task"),
        _("Waited for it still"),
        _("Stopped before it"),
    )
    rows = [
        (
            _("%(days)d days") % {"days": one.days},
            str(one.whole),
            *(_of(count, one.whole) for count in (one.asked, one.had, one.waiting, one.gone)),
        )
        for one in times
    ]
    return Table(_("How soon people were asked and had a first task"), head, rows)


def _of(count: int | None, whole: int) -> str:
    if count is None:
        return "–"
    return _("%(count)d of %(whole)d") % {"count": count, "whole": whole}


def say_period(first: dt.datetime, now: dt.datetime) -> str:
    """From when until when we look."""
    today = timezone.localdate(now)
    days = {"first": day_in_words(first, today), "last": day_in_words(now, today)}
    return _("From %(first)s until %(last)s.") % days
