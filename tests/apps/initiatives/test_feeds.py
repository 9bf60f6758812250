"""Dates in one's own calendar: right across a change of the clock, without a name, under a secret address."""

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar, Component

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Activity, FeedKey, Member
from gebuur.apps.neighbourhood.models import Person
from tests import cast
from tests.apps.initiatives.at_work import SOUP, AtWork, in_days, typed

pytestmark = pytest.mark.django_db
BRUSSELS = ZoneInfo("Europe/Brussels")


def read(path: str) -> Component:
    answer = Client().get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content)


def secret(work: AtWork, person: Person, *, of_all: bool = True) -> str:
    """The address of a member whom the desk knows."""
    Member.objects.filter(person=person).update(known_at=timezone.now())
    made = actions.renew_feed(
        actor=work.seat(person), group=None if of_all else work.group, now=timezone.now()
    )
    return "/" + made.split("/", 3)[3]


def test_a_member_gets_an_address_and_sees_it_once() -> None:
    work = AtWork()
    work.soup()
    luc = work.by_link(work.luc)
    page = luc.post(f"{work.base}dates/calendar/", {"of": "group"})
    words = page.content.decode()
    assert "no-store" in page["Cache-Control"]
    start = words.index('value="http') + len('value="')
    address = words[start : words.index('"', start)]
    token = address.split("/")[-1].removesuffix(".ics")
    assert "webcal://" in words
    assert token not in luc.get(f"{work.base}dates/calendar/").content.decode()
    assert token not in str(list(FeedKey.objects.values()))
    [event] = read("/" + address.split("/", 3)[3]).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Soep maken"


def test_one_address_shows_all_her_groups_and_one_only_this_group() -> None:
    work = AtWork()
    work.soup()
    garden = cast.make_group(work.emine, title="De tuin")
    seat = work.seat(work.emine).__class__(Member.objects.get(initiative=garden))
    plan = actions.Plan(
        "Spitten", in_days(3), dt.time(9), "Tuin", (actions.Wanted("Komen"),), note="Laarzen"
    )
    actions.make_activity(plan, actor=seat, now=timezone.now())
    both = {str(one["SUMMARY"]) for one in read(secret(work, work.emine)).walk("VEVENT")}
    one = {str(e["SUMMARY"]) for e in read(secret(work, work.emine, of_all=False)).walk("VEVENT")}
    assert both == {"Soep maken", "Spitten"}
    assert one == {"Soep maken"}


def next_change_of_the_clock() -> dt.date:
    """The next day on which the clock goes forward or back here, so far ahead that three days before it is to come."""
    noons = (dt.datetime.combine(in_days(n), dt.time(12), BRUSSELS) for n in range(3, 300))
    return next(b.date() for a, b in pairwise(noons) if a.utcoffset() != b.utcoffset())


def test_six_in_the_evening_stays_six_in_the_evening_when_the_clock_changes() -> None:
    work = AtWork()
    change = next_change_of_the_clock()
    plan = actions.Plan("Soep", change - dt.timedelta(days=3), dt.time(18), "Spil", SOUP.places)
    actions.make_activity(
        plan,
        actor=work.seat(work.rosa),
        now=timezone.now(),
        rhythm="weekly",
        until=change + dt.timedelta(days=12),
    )
    events = read(secret(work, work.rosa)).walk("VEVENT")
    starts = [event.decoded("DTSTART") for event in events]
    assert all(start.utcoffset() == dt.timedelta(0) for start in starts)
    assert [start.astimezone(BRUSSELS).time() for start in starts] == [dt.time(18)] * 3
    assert len({start.hour for start in starts}) == 2


def test_a_moved_series_keeps_its_hour_on_both_sides_of_the_change() -> None:
    work = AtWork()
    now = dt.datetime(2027, 3, 1, 12, tzinfo=BRUSSELS)
    plan = actions.Plan("Soep", dt.date(2027, 3, 24), dt.time(18), "Spil", SOUP.places)
    made = actions.make_activity(
        plan, actor=work.seat(work.rosa), now=now, rhythm="weekly", until=dt.date(2027, 4, 1)
    )
    later = actions.Plan("Soep", dt.date(2027, 3, 25), dt.time(19), "Spil", SOUP.places)
    actions.change_activity(made, later, actor=work.seat(work.rosa), now=now, and_after=True)
    local = [timezone.localtime(a.starts_at) for a in Activity.objects.order_by("starts_at")]
    assert [(one.date(), one.hour) for one in local] == [
        (dt.date(2027, 3, 25), 19),
        (dt.date(2027, 4, 1), 19),
    ]
    assert {one.utcoffset() for one in local} == {dt.timedelta(hours=1), dt.timedelta(hours=2)}


def test_a_change_keeps_the_number_and_raises_the_version_and_called_off_is_told() -> None:
    work = AtWork()
    made = work.soup()
    then = timezone.now() - dt.timedelta(hours=2)
    Activity.objects.filter(pk=made.pk).update(changed_at=then)
    address = secret(work, work.rosa)
    [before] = read(address).walk("VEVENT")
    assert before["STATUS"] == "CONFIRMED"
    assert before["CLASS"] == "PRIVATE"
    cast.sign_in(work.rosa).post(f"{work.base}dates/{made.pk}/edit/", typed(at="20:00"))
    [after] = read(address).walk("VEVENT")
    assert after["UID"] == before["UID"]
    assert int(str(after["SEQUENCE"])) > int(str(before["SEQUENCE"]))
    assert after.decoded("LAST-MODIFIED") > before.decoded("LAST-MODIFIED")
    cast.sign_in(work.rosa).post(f"{work.base}dates/{made.pk}/call-off/")
    [off] = read(address).walk("VEVENT")
    assert off["STATUS"] == "CANCELLED"
    assert str(off["SUMMARY"]) == "Gaat niet door: Soep maken"


def test_no_name_of_a_member_stands_in_any_calendar() -> None:
    work = AtWork()
    made = work.soup(is_public=True)
    for person in (work.rosa, work.emine, work.luc):
        work.take(made, person)
    for path in (secret(work, work.rosa), f"{work.base}dates.ics"):
        words = Client().get(path).content.decode()
        assert not [name for name in ("Rosa", "Emine", "Luc") if name in words]


def test_a_new_address_stops_the_one_before_and_stop_stops_it() -> None:
    work = AtWork()
    old = secret(work, work.rosa)
    new = secret(work, work.rosa)
    assert Client().get(old).status_code == 404
    assert Client().get(new).status_code == 200
    rosa = cast.sign_in(work.rosa)
    assert "Voor al je groepen" in rosa.get(f"{work.base}dates/calendar/").content.decode()
    rosa.post(f"{work.base}dates/calendar/", {"press": "stop", "of": "all"})
    assert Client().get(new).status_code == 404
    assert Client().get("/calendar/rubbish.ics").status_code == 404


def test_who_leaves_the_group_reads_no_more_of_it() -> None:
    work = AtWork()
    work.soup()
    address = secret(work, work.emine, of_all=False)
    Member.objects.filter(person=work.emine).update(state=Member.State.LEFT)
    assert read(address).walk("VEVENT") == []
    Person.objects.filter(pk=work.emine.pk).update(left_at=timezone.now())
    assert Client().get(address).status_code == 404


def test_staff_on_the_phone_makes_no_secret_address_for_her() -> None:
    work = AtWork()
    an = cast.make_staff(work.place, "An")
    with pytest.raises(actions.OnlyHerself):
        actions.renew_feed(
            actor=work.seat(work.luc, typed_by=an), group=work.group, now=timezone.now()
        )
    assert not FeedKey.objects.exists()
