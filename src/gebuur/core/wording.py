"""Days, waiting times and names as people say them."""

import datetime as dt
from collections.abc import Iterable
from functools import cache

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import (
    get_language,
    get_language_info,
    gettext_lazy,
    ngettext,
    override,
    pgettext,
)
from django.utils.translation import gettext as _

Moment = dt.datetime | dt.date
A_WEEK = 7
USUAL_HOURS = gettext_lazy("from Monday to Friday between 9 and 12")
KNOWN_LANGUAGES = {
    "pl": "polski",
    "es": "español",
    "uk": "українська",
    "so": "soomaali",
    "ro": "română",
}


def in_its_language(words: str, language: str) -> str:
    """Words that may be in another language than the reader's: then they say so, to a voice and to the line."""
    if language == (get_language() or "nl").split("-")[0]:
        return words
    return format_html('<bdi lang="{}">{}</bdi>', language, words)


def _day_of(moment: Moment) -> dt.date:
    if isinstance(moment, dt.datetime):
        return timezone.localdate(moment) if timezone.is_aware(moment) else moment.date()
    return moment


def day_in_words(moment: Moment, today: dt.date) -> str:
    """`Thursday 26 November`; the year only when it is another one."""
    day = _day_of(moment)
    pattern = pgettext("date format with weekday", "l j F")
    return date_format(day, pattern if day.year == today.year else f"{pattern} Y")


def clock(moment: dt.datetime | dt.time) -> str:
    """The time of day in local time: `10.42`."""
    if isinstance(moment, dt.datetime) and timezone.is_aware(moment):
        moment = timezone.localtime(moment)
    return date_format(moment, pgettext("time format", "H:i"))  # type: ignore[arg-type]  # a time is fine


def hours_in_words(written: str) -> str:
    """When somebody answers the phone: the usual hours in the reader's language, others as they were written."""
    return str(USUAL_HOURS) if written in _usual_hours() else written


@cache
def _usual_hours() -> frozenset[str]:
    """The usual hours as who set the place up may have read them."""
    told = set()
    for code, _name in settings.LANGUAGES:
        with override(code):
            told.add(str(USUAL_HOURS))
    return frozenset(told)


def days_waited(moment: Moment, today: dt.date) -> str:
    """`today`, `1 day`, `19 days`."""
    days = (today - _day_of(moment)).days
    if days <= 0:
        return pgettext("waiting", "today")
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}


def day_near(moment: Moment, today: dt.date) -> str:
    """`today`, `yesterday`, `Monday`, and beyond a week the whole date."""
    day = _day_of(moment)
    days = (today - day).days
    near = {0: _("today"), 1: _("yesterday"), -1: _("tomorrow")}
    if days in near:
        return near[days]
    if 0 < days < A_WEEK:
        return date_format(day, "l")
    return day_in_words(day, today)


def since(moment: Moment, today: dt.date) -> str:
    """`since Monday`, `since Tuesday 3 November`."""
    return pgettext("waiting", "since %(day)s") % {"day": day_near(moment, today)}


def initials(name: str) -> str:
    """Letters for the plate: a short first name whole, else the first letters of two names."""
    names = name.split()
    if not names:
        return ""
    if len(names) == 1:
        return names[0] if len(names[0]) <= 2 else names[0][0].upper()  # noqa: PLR2004 - two letters fit
    return (names[0][0] + names[-1][0]).upper()


def comma() -> str:
    """What stands between two things in a row, in the script of the reader."""
    return pgettext("between two names", ", ")


def listed(words: Iterable[object]) -> str:
    """One after the other: `tea, coffee`; in Arabic with its own comma."""
    return comma().join(str(one) for one in words)


def language_names(codes: list[str]) -> str:
    """Names of languages, each in its own words."""
    names = []
    for code in codes:
        try:
            names.append(KNOWN_LANGUAGES.get(code) or get_language_info(code)["name_local"])
        except KeyError:
            names.append(code)
    return listed(names)


def language_in_words(code: str) -> str:
    """Give the name of a language in the reader's language; in its own words when Django does not know it."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return KNOWN_LANGUAGES.get(code, code)
