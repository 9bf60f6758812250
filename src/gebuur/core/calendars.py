"""Days for somebody's own calendar, as an .ics file."""

import datetime as dt
import uuid

from icalendar import Alarm, Calendar, Event

PRODUCT = "-//Gebuur//Gebuur//NL"
MORNING = dt.timedelta(hours=9)


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
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
