"""Days and dates for somebody's own calendar, as an .ics file or as an address that a calendar reads.

Moments are written in UTC. Each one is a moment of its own, reckoned beforehand from the clock on the wall, so that
it stays right when the clocks change, in calendars that know no time zones as well.
"""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from icalendar import Alarm, Calendar, Event

PRODUCT = "-//Gebuur//Gebuur//NL"
MORNING = dt.timedelta(hours=9)
FIRST_YEAR = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
READ_AGAIN = dt.timedelta(hours=4)


@dataclass(frozen=True)
class Happening:
    """One moment in a calendar; `uid` stays the same for ever, `changed_at` moves with every change."""

    uid: str
    starts_at: dt.datetime
    minutes: int
    words: str
    where: str
    note: str
    address: str
    changed_at: dt.datetime
    is_open: bool
    is_called_off: bool


def calendar_file(name: str, happenings: Iterable[Happening]) -> bytes:
    """Everything that happens, for a calendar that looks again by itself every few hours."""
    calendar = _calendar()
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", READ_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")
    for one in happenings:
        calendar.add_component(_event(one))
    return bytes(calendar.to_ical())


def _event(one: Happening) -> Event:
    """The number of the version grows with every change: it is the second in which it changed."""
    event = Event()
    begin = one.starts_at.astimezone(dt.UTC)
    changed = one.changed_at.astimezone(dt.UTC)
    event.add("uid", one.uid)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", max(0, int((changed - FIRST_YEAR).total_seconds())))
    event.add("dtstart", begin)
    event.add("dtend", begin + dt.timedelta(minutes=one.minutes))
    event.add("summary", one.words)
    event.add("location", one.where)
    if one.note:
        event.add("description", one.note)
    event.add("url", one.address)
    event.add("status", "CANCELLED" if one.is_called_off else "CONFIRMED")
    event.add("class", "PUBLIC" if one.is_open else "PRIVATE")
    return event


def day_file(words: str, day: dt.date, *, note: str, now: dt.datetime) -> bytes:
    """One whole day with a reminder at nine in the morning, for any calendar."""
    event = Event()
    event.add("uid", f"{uuid.uuid4()}@gebuur")
    event.add("dtstamp", now.astimezone(dt.UTC))
    event.add("dtstart", day)
    if day < dt.date.max:  # the calendar of computers ends there; without an end a day lasts a day
        event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", words)
    event.add("description", note)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", MORNING)
    alarm.add("description", words)
    event.add_component(alarm)
    calendar = _calendar()
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    return calendar
