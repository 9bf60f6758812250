"""Who leaves, who is forgotten, and a group that closes: nobody stands waiting at a door."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import (
    Activity,
    FeedKey,
    GroupTask,
    Initiative,
    Member,
    MoneyLine,
    Taking,
)
from gebuur.apps.neighbourhood.models import Person, Role
from gebuur.web.forgetting import forget_old
from gebuur.web.person_file import everything_about
from tests import cast
from tests.apps.initiatives.at_work import AtWork, spot

pytestmark = pytest.mark.django_db


def busy() -> AtWork:
    """Emine set a date, cooks at another, took a task, and reads it all in her calendar."""
    work = AtWork()
    now = timezone.now()
    work.take(work.soup(), work.emine, "Koken")
    work.soup(6, by=work.emine, title="Kaarten")
    task = actions.add_group_task(actor=work.seat(work.emine), what="Bellen", by=None, now=now)
    actions.take_group_task(task, actor=work.seat(work.emine), now=now)
    actions.renew_feed(actor=work.seat(work.emine), group=None, now=now)
    return work


def test_what_a_neighbour_does_in_a_group_stands_in_her_file() -> None:
    told = everything_about(busy().emine)
    assert told["initiatives.taking:member__person"][0]["what"] == "Soep maken: Koken"
    assert told["initiatives.activity:made_by__person"][0]["title"] == "Kaarten"
    assert told["initiatives.grouptask:taken_by__person"][0]["what"] == "Bellen"


def test_who_is_forgotten_leaves_the_dates_of_the_group_and_no_trace() -> None:
    work = busy()
    nele = cast.make_staff(work.place, "Nele", role=Role.COORDINATOR)
    answer = cast.sign_in(nele).post(f"/staff/people/{work.emine.pk}/erase/")
    assert answer.status_code == 302
    assert not Person.objects.filter(pk=work.emine.pk).exists()
    assert not FeedKey.objects.exists()
    assert not Taking.objects.exists()
    assert Activity.objects.get(title="Kaarten").made_by is None
    assert GroupTask.objects.get().taken_by is None
    rosa = cast.sign_in(work.rosa)
    for path in ("", "dates/", "tasks/", f"dates/{Activity.objects.get(title='Kaarten').pk}/"):
        page = rosa.get(work.base + path)
        assert page.status_code == 200
        assert "Emine" not in page.content.decode()


def test_the_book_of_a_group_stays_when_who_kept_it_is_forgotten() -> None:
    work = AtWork()
    actions.note_money(
        actor=work.seat(work.rosa),
        on=timezone.localdate(),
        what="Soep",
        cents=5,
        now=timezone.now(),
    )
    nele = cast.make_staff(work.place, "Nele", role=Role.COORDINATOR)
    cast.sign_in(nele).post(f"/staff/people/{work.rosa.pk}/erase/")
    assert MoneyLine.objects.get().noted_by is None
    assert "0,05" in work.by_link(work.luc).get(f"{work.base}money/").content.decode()


def test_the_place_and_the_task_of_who_left_are_free_again() -> None:
    work = busy()
    Member.objects.filter(person=work.emine).update(state=Member.State.LEFT)
    soup, task = Activity.objects.get(title="Soep maken"), GroupTask.objects.get()
    luc = work.by_link(work.luc)
    assert "Emine" not in luc.get(f"{work.base}dates/{soup.pk}/").content.decode()
    assert "Emine doet dit" not in luc.get(f"{work.base}tasks/").content.decode()
    luc.post(f"{work.base}dates/{soup.pk}/place/", {"place": str(spot(soup, "Koken").pk)})
    assert Taking.objects.filter(member=work.member(work.luc)).count() == 1
    luc.post(f"{work.base}tasks/{task.pk}/", {"press": "take"})
    task.refresh_from_db()
    assert task.taken_by == work.member(work.luc)


def test_what_lay_ahead_when_a_group_closes_does_not_go_on() -> None:
    work = AtWork()
    soup = work.soup(1)
    work.take(soup, work.luc)
    made = actions.renew_feed(actor=work.seat(work.emine), group=None, now=timezone.now())
    now = timezone.now()
    Initiative.objects.update(state=Initiative.State.CLOSED, closed_at=now)
    [event] = Calendar.from_ical(Client().get("/" + made.split("/", 3)[3]).content).walk("VEVENT")
    assert event["STATUS"] == "CANCELLED"
    assert actions.remind_dates(now=now) == 0
    rosa = cast.sign_in(work.rosa)
    assert "Er is geen datum" in rosa.get(f"{work.base}dates/").content.decode()
    assert "Ik doe dit" not in rosa.get(f"{work.base}dates/{soup.pk}/").content.decode()


def test_stopped_addresses_are_deleted_after_three_months() -> None:
    work = AtWork()
    now = timezone.now()
    for _turn in range(2):
        actions.renew_feed(actor=work.seat(work.emine), group=None, now=now)
    forget_old(now + dt.timedelta(days=89))
    assert FeedKey.objects.count() == 2
    forget_old(now + dt.timedelta(days=91))
    assert FeedKey.objects.count() == 1
