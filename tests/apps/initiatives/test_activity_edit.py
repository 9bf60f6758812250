"""A date moves, is called off, is held; who counted on it hears so, over her own channel, once."""

import datetime as dt

import pytest
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Activity, Holding, Taking
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox.models import Message
from gebuur.core.filters import daydate
from gebuur.web.jobs import BY_DAY, remind_of_dates
from tests import cast
from tests.apps.initiatives.at_work import AtWork, in_days, typed

pytestmark = pytest.mark.django_db


def to(person: Person) -> list[Message]:
    return list(Message.objects.filter(person=person).order_by("created_at"))


def test_who_made_it_moves_it_and_who_took_a_place_hears_so() -> None:
    work = AtWork()
    made = work.soup(by=work.emine)
    for person in (work.rosa, work.luc, work.emine):
        work.take(made, person)
    path = f"{work.base}dates/{made.pk}/edit/"
    emine = cast.sign_in(work.emine)
    assert 'value="18:30"' in emine.get(path).content.decode()
    emine.post(path, typed(day=in_days(6).isoformat(), at="19.00"))
    made.refresh_from_db()
    assert timezone.localtime(made.starts_at).replace(tzinfo=None) == dt.datetime.combine(
        in_days(6), dt.time(19)
    )
    [told] = to(work.luc)
    assert (told.template, told.state) == ("initiatives/messages/date_moved", "to_phone")
    assert "19.00" in told.body
    assert "Soep maken" not in told.subject
    assert len(to(work.rosa)) == 1
    assert to(work.emine) == []


def test_another_note_is_no_reason_to_write_to_anybody() -> None:
    work = AtWork()
    made = work.soup()
    work.take(made, work.luc)
    path = f"{work.base}dates/{made.pk}/edit/"
    cast.sign_in(work.rosa).post(path, typed(where="De Spil, de keuken", note="Met brood"))
    made.refresh_from_db()
    assert made.note == "Met brood"
    assert to(work.luc) == []


def test_only_the_maker_and_who_keeps_the_dates_may_change_it() -> None:
    work = AtWork()
    made = work.soup(by=work.emine)
    luc = work.by_link(work.luc)
    for page in ("edit/", "call-off/"):
        assert luc.get(f"{work.base}dates/{made.pk}/{page}").status_code == 404
        assert luc.post(f"{work.base}dates/{made.pk}/{page}", typed()).status_code == 404
    rosa = cast.sign_in(work.rosa)
    assert rosa.get(f"{work.base}dates/{made.pk}/edit/").status_code == 200
    Holding.objects.filter(charge="dates").update(until=timezone.now())
    assert rosa.get(f"{work.base}dates/{made.pk}/edit/").status_code == 404


def test_a_place_that_somebody_took_is_not_taken_away() -> None:
    work = AtWork()
    made = work.soup()
    work.take(made, work.luc, "Koken")
    work.take(made, work.luc)
    work.take(made, work.emine)
    path = f"{work.base}dates/{made.pk}/edit/"
    rosa = cast.sign_in(work.rosa)
    page = rosa.post(path, typed(places="Komen", title="Anders")).content.decode()
    assert "Iemand doet “Koken”." in page
    assert "Anders" in page
    page = rosa.post(path, typed(places="Komen 1\nKoken")).content.decode()
    assert "2 buren doen “Komen” al." in page
    made.refresh_from_db()
    assert made.title == "Soep maken"
    assert Taking.objects.count() == 3
    rosa.post(path, typed(places="komen 4\nKoken\nAfwassen 2"))
    assert [(one.name, one.most) for one in made.places.all()] == [
        ("komen", 4), ("Koken", None), ("Afwassen", 2),
    ]  # fmt: skip
    assert Taking.objects.count() == 3


def test_this_one_and_all_that_follow_move_and_those_before_stay() -> None:
    work = AtWork()
    first = work.soup(3, rhythm="weekly", until=in_days(24))
    assert first.series is not None
    every = list(first.series.activities.order_by("starts_at"))
    work.take(every[1], work.emine)
    work.take(every[3], work.emine)
    cast.sign_in(work.rosa).post(
        f"{work.base}dates/{every[1].pk}/edit/",
        typed(day=in_days(11).isoformat(), at="10:00", which="after"),
    )
    days = [
        timezone.localtime(one.starts_at) for one in first.series.activities.order_by("starts_at")
    ]
    assert [day.date() for day in days] == [in_days(n) for n in (3, 11, 18, 25)]
    assert [day.hour for day in days] == [18, 10, 10, 10]
    [told] = to(work.emine)
    assert told.body.count("10.00") == 2


def test_one_of_a_series_is_changed_alone() -> None:
    work = AtWork()
    first = work.soup(3, rhythm="weekly", until=in_days(17))
    path = f"{work.base}dates/{first.pk}/edit/"
    cast.sign_in(work.rosa).post(
        path, typed(day=in_days(3).isoformat(), title="Met gasten", which="this")
    )
    assert Activity.objects.filter(title="Met gasten").count() == 1


def test_called_off_is_told_once_and_cannot_be_changed_any_more() -> None:
    work = AtWork()
    made = work.soup()
    work.take(made, work.luc)
    work.take(made, work.luc, "Koken")
    rosa, path = cast.sign_in(work.rosa), f"{work.base}dates/{made.pk}/"
    assert "niet door?" in rosa.get(f"{path}call-off/").content.decode()
    page = rosa.post(f"{path}call-off/", follow=True).content.decode()
    assert "Dit gaat niet door." in page
    again = rosa.post(f"{path}call-off/", follow=True).content.decode()
    assert "Het blijft zoals het is." in again
    assert "Het blijft zoals het is." in rosa.post(f"{path}edit/", typed()).content.decode()
    [told] = to(work.luc)
    assert told.template == "initiatives/messages/date_off"
    assert Line.objects.filter(act="date-called-off", verb="decided").count() == 1


def test_all_that_follow_are_called_off_together() -> None:
    work = AtWork()
    first = work.soup(3, rhythm="weekly", until=in_days(17))
    assert first.series is not None
    every = list(first.series.activities.order_by("starts_at"))
    for one in every:
        work.take(one, work.emine)
    cast.sign_in(work.rosa).post(f"{work.base}dates/{every[1].pk}/call-off/", {"which": "after"})
    off = Activity.objects.filter(called_off_at__isnull=False)
    assert set(off) == set(every[1:])
    assert len(to(work.emine)) == 1


def test_it_took_place_is_said_afterwards_by_any_member() -> None:
    work = AtWork()
    coming, past = work.soup(), work.soup(-1)
    luc = work.by_link(work.luc)
    page = luc.post(f"{work.base}dates/{coming.pk}/held/", follow=True).content.decode()
    assert "Dit is nog niet begonnen." in page
    luc.post(f"{work.base}dates/{past.pk}/held/")
    luc.post(f"{work.base}dates/{past.pk}/held/")
    past.refresh_from_db()
    assert past.held_at is not None
    assert Line.objects.filter(act="date-held", verb="did", thing=work.group.pk).count() == 1


def test_the_day_before_who_took_a_place_is_reminded_once_over_her_own_channel() -> None:
    work = AtWork()
    letters = cast.make_person(work.place, "Maria", channel=Channel.LETTER)
    reader = cast.make_person(work.place, "Paul", channel=Channel.LETTER, phone="+32470000002")
    for person in (letters, reader):
        cast.join_group(work.group, person)
    made = work.soup(1, title="Soep & brood")
    work.take(made, work.luc, "Koken")
    for person in (work.emine, work.luc, letters, reader):
        work.take(made, person)
    late = spot_now(work, made)
    assert remind_of_dates in BY_DAY
    assert remind_of_dates(timezone.now()) == "dates reminded of: 1"
    assert remind_of_dates(timezone.now()) == "dates reminded of: 0"
    states = {one.person: one.state for one in Message.objects.filter(thing=made.pk)}
    assert states == {
        work.emine: "waiting", work.luc: "to_phone", letters: "to_print", reader: "to_phone",
    }  # fmt: skip
    assert late not in states
    [told] = to(work.luc)
    assert "Soep & brood" in told.body
    assert "18.30" in told.body


def spot_now(work: AtWork, made: Activity) -> Person:
    """Somebody who took a place today: she knows it."""
    actions.take_place(
        made.places.select_related("activity").get(name="Komen"),
        actor=work.seat(work.rosa),
        now=timezone.now(),
    )
    return work.rosa


def test_a_text_message_names_the_day_since_it_may_arrive_after_midnight() -> None:
    work = AtWork()
    Person.objects.filter(pk=work.luc.pk).update(channel=Channel.SMS)
    work.take(work.soup(1), work.luc)
    remind_of_dates(timezone.now())
    [told] = to(work.luc)
    assert f"op {daydate(in_days(1))} rekent je groep op jou" in told.body


@pytest.mark.parametrize("days", [0, 2])
def test_other_days_and_what_is_called_off_remind_nobody(days: int) -> None:
    work = AtWork()
    other = work.soup(days, at=dt.time(23, 59))
    work.take(other, work.luc) if days else None
    off = work.soup(1)
    work.take(off, work.luc)
    actions.call_off_activity(off, actor=work.seat(work.rosa), now=timezone.now())
    Message.objects.all().delete()
    assert remind_of_dates(timezone.now()) == "dates reminded of: 0"
    assert to(work.luc) == []


def test_moved_to_tomorrow_again_is_reminded_again() -> None:
    work = AtWork()
    made = work.soup(1)
    work.take(made, work.luc)
    remind_of_dates(timezone.now())
    cast.sign_in(work.rosa).post(
        f"{work.base}dates/{made.pk}/edit/", typed(day=in_days(1).isoformat(), at="20:00")
    )
    assert remind_of_dates(timezone.now()) == "dates reminded of: 1"
    live = [one.template for one in to(work.luc) if one.state != "cancelled"]
    assert live == ["initiatives/messages/date_moved", "initiatives/messages/date_tomorrow"]
