"""Template filters that turn days, moments and numbers into words; `{% load gebuur %}` brings them."""

import datetime as dt

from django.utils import timezone

from gebuur.core import phones, weekparts, wording


def daydate(moment: wording.Moment | None) -> str:
    """`Thursday 26 November`."""
    return wording.day_in_words(moment, timezone.localdate()) if moment else ""


def near(moment: wording.Moment | None) -> str:
    """`yesterday`, `Monday`, `Tuesday 3 November`."""
    return wording.day_near(moment, timezone.localdate()) if moment else ""


def ago(moment: wording.Moment | None) -> str:
    """`since Monday`."""
    return wording.since(moment, timezone.localdate()) if moment else ""


def waited(moment: wording.Moment | None) -> str:
    """`19 days`."""
    return wording.days_waited(moment, timezone.localdate()) if moment else ""


def clock(moment: dt.datetime | dt.time | None) -> str:
    """`10.42`."""
    return wording.clock(moment) if moment else ""


def moments(mask: int | None) -> str:
    """`Tuesday afternoon, Thursday morning and afternoon`."""
    return weekparts.moments_in_words(mask or 0)


def tel(number: str) -> str:
    """Give the address that makes a phone call this number: `{% button href=number|tel %}`."""
    return phones.dial_link(number) if number else ""


def spoken(number: str) -> str:
    """Write a phone number as on a Belgian letter, for texts without a link."""
    return phones.show_phone(number)
