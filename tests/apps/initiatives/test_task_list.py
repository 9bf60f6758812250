"""To do: written down, taken by one, given back, done, dropped."""

from functools import partial

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import GroupTask, Holding
from tests import cast
from tests.apps.initiatives.at_work import AtWork, in_days
from tests.crowd import at_once, needs_a_queue


def make(work: AtWork, what: str = "Koffie kopen") -> GroupTask:
    return actions.add_group_task(
        actor=work.seat(work.emine), what=what, by=None, now=timezone.now()
    )


@pytest.mark.django_db
def test_a_task_goes_from_written_down_to_done() -> None:
    work = AtWork()
    emine, luc = cast.sign_in(work.emine), work.by_link(work.luc)
    path = f"{work.base}tasks/"
    emine.post(path, {"what": "Koffie kopen", "by": in_days(3).isoformat()})
    task = GroupTask.objects.get()
    assert "Koffie kopen" in luc.get(path).content.decode()
    luc.post(f"{path}{task.pk}/", {"press": "take"})
    assert "Luc doet dit." in emine.get(path).content.decode()
    assert "Koffie kopen" in luc.get(work.base).content.decode()
    luc.post(f"{path}{task.pk}/", {"press": "back"})
    task.refresh_from_db()
    assert task.taken_by is None
    luc.post(f"{path}{task.pk}/", {"press": "done"})
    done = GroupTask.objects.get(done_at__isnull=False)
    assert done.taken_by == work.member(work.luc)
    acts = Line.objects.filter(thing=work.group.pk, act__startswith="task").order_by("number")
    assert [(one.verb, one.act) for one in acts] == [
        ("began", "task-made"),
        ("decided", "task-taken"),
        ("decided", "task-given-back"),
        ("did", "task-done"),
    ]


@pytest.mark.django_db
def test_nothing_filled_in_asks_what_and_rubbish_changes_nothing() -> None:
    work = AtWork()
    rosa, path = cast.sign_in(work.rosa), f"{work.base}tasks/"
    page = rosa.post(path, {"what": " ", "by": "gisteren"}).content.decode()
    assert "Schrijf in een paar woorden wat er moet gebeuren." in page
    assert "Schrijf de dag zo" in page
    task = make(work)
    page = rosa.post(f"{path}{task.pk}/", {"press": "eat"}, follow=True).content.decode()
    assert "Kies een van de knoppen." in page


@pytest.mark.django_db
def test_what_somebody_else_took_is_hers() -> None:
    work = AtWork()
    task = make(work)
    actions.take_group_task(task, actor=work.seat(work.luc), now=timezone.now())
    emine, path = cast.sign_in(work.emine), f"{work.base}tasks/{task.pk}/"
    assert "net voor" in emine.post(path, {"press": "take"}, follow=True).content.decode()
    for press in ("back", "done"):
        page = emine.post(path, {"press": press}, follow=True).content.decode()
        assert "niet meer van jou" in page
    task.refresh_from_db()
    assert (task.taken_by, task.done_at) == (work.member(work.luc), None)


@pytest.mark.django_db
def test_who_wrote_it_who_took_it_and_who_leads_drop_it() -> None:
    work = AtWork()
    hers, other = make(work), make(work)
    luc, rosa = work.by_link(work.luc), cast.sign_in(work.rosa)
    path = f"{work.base}tasks/{{}}/"
    assert luc.post(path.format(hers.pk), {"press": "drop"}).status_code == 404
    cast.sign_in(work.emine).post(path.format(hers.pk), {"press": "drop"})
    rosa.post(path.format(other.pk), {"press": "drop"})
    assert not GroupTask.objects.filter(dropped_at__isnull=True).exists()
    third = make(work)
    Holding.objects.filter(charge="lead").update(until=timezone.now())
    assert rosa.post(path.format(third.pk), {"press": "drop"}).status_code == 404


@pytest.mark.django_db
def test_strangers_see_no_tasks() -> None:
    work = AtWork()
    task = make(work)
    an = cast.make_staff(work.place, "An")
    for browser in (Client(), cast.sign_in(an)):
        assert browser.get(f"{work.base}tasks/").status_code == 404
        assert browser.post(f"{work.base}tasks/{task.pk}/", {"press": "take"}).status_code == 404
    other = cast.make_group(work.emine, title="De tuin")
    emine = cast.sign_in(work.emine)
    path = f"/initiatives/{other.pk}/tasks/{task.pk}/"
    assert emine.post(path, {"press": "take"}).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_press_at_once_and_one_has_it() -> None:
    needs_a_queue()
    work = AtWork()
    task = make(work)
    seats = [work.seat(person) for person in (work.rosa, work.emine, work.luc)]
    found = at_once(
        *(partial(actions.take_group_task, task, actor=one, now=timezone.now()) for one in seats)
    )
    assert sorted(type(one).__name__ for one in found) == ["NoneType", "TaskGone", "TaskGone"]
