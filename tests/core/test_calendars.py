"""A day for one's own calendar: every program reads it, it rings in the morning, others see no more than busy."""

import datetime as dt

from icalendar import Calendar

from gebuur.core.calendars import day_file

NOW = dt.datetime(2026, 11, 28, 10, 30, tzinfo=dt.UTC)
DAY = dt.date(2026, 12, 12)


def test_the_day_can_be_read_rings_at_nine_and_is_private() -> None:
    words = "Bellen met Emine; samen, over \\ de straat\nen 🏡 جيران"
    calendar = Calendar.from_ical(day_file(words, DAY, note="Terugkomdag, deel 2", now=NOW))
    (event,) = calendar.walk("VEVENT")
    (alarm,) = event.walk("VALARM")
    assert str(event["summary"]) == words
    assert str(event["description"]) == "Terugkomdag, deel 2"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (DAY, dt.date(2026, 12, 13))
    assert event.decoded("dtstamp") == NOW
    assert (str(event["class"]), str(event["transp"])) == ("PRIVATE", "TRANSPARENT")
    assert alarm.decoded("trigger") == dt.timedelta(hours=9)
    assert str(alarm["action"]) == "DISPLAY"


def test_words_cannot_write_lines_of_their_own() -> None:
    file = day_file("x\r\nEND:VCALENDAR\r\nBEGIN:VEVENT", DAY, note="", now=NOW)
    assert file.count(b"\r\nBEGIN:VEVENT") == 1
    assert file.count(b"\r\nEND:VCALENDAR") == 1


def test_two_intentions_are_two_days() -> None:
    days = {
        str(Calendar.from_ical(day_file("x", DAY, note="", now=NOW)).walk("VEVENT")[0]["uid"])
        for _time in range(3)
    }
    assert len(days) == 3


def test_lines_are_short_enough_for_old_programs() -> None:
    file = day_file("é" * 200, DAY, note="", now=NOW)
    assert max(len(line) for line in file.split(b"\r\n")) <= 75


def test_the_last_day_there_is_can_be_chosen() -> None:
    file = day_file("x", dt.date.max, note="", now=NOW)
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert event.decoded("dtstart") == dt.date.max
