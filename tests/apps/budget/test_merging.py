"""Two ideas become one with the yes of who had it; one idea becomes several; all of them stay readable."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Backing, Idea, MergeAsk, Round
from gebuur.apps.chronicle.models import ActorKind, Line
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.models import Message
from gebuur.web.forgetting import erase
from tests import cast

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def one(place: Neighbourhood, nele: Person) -> Round:
    rosa = cast.make_person(place, "Rosa")
    cast.make_group(rosa).members.update(known_at=NOW)
    return cast.make_round(place, coordinator=nele, neighbour=rosa)


def give(one: Round, title: str, first_name: str) -> Idea:
    giver = cast.make_person(one.neighbourhood, first_name)
    said = actions.Said(title)
    return actions.give_idea(one, said, actor=giver, channel=Channel.WEB, now=NOW)


def back(idea: Idea, person: Person, *, will_help: bool = False) -> None:
    actions.back_idea(idea, actor=person, will_help=will_help, will_use=False, age="", now=NOW)


@pytest.fixture
def bench(one: Round) -> Idea:
    return give(one, "Bank aan de bushalte", "Emine")


@pytest.fixture
def seat(one: Round) -> Idea:
    return give(one, "Zitbank bij de bushalte", "Luc")


def test_staff_asks_and_only_the_giver_says_yes(nele: Person, bench: Idea, seat: Idea) -> None:
    joris, rosa = Person.objects.get(first_name="Rosa"), cast.make_person(nele.neighbourhood, "Ali")
    back(seat, joris, will_help=True)
    back(seat, rosa)
    back(bench, rosa, will_help=True)
    desk = cast.sign_in(nele)
    assert (
        f"/budget/ideas/{seat.pk}/merge/" in desk.get(f"/budget/ideas/{seat.pk}/").content.decode()
    )
    desk.post(f"/budget/ideas/{seat.pk}/merge/", {"near": str(bench.pk)})
    seat.refresh_from_db()
    assert seat.state == "open", "nothing happens before she says yes"
    ask, message = (
        MergeAsk.objects.get(),
        Message.objects.get(template="budget/messages/merge_asked"),
    )
    assert message.person == seat.giver
    assert "Bank aan de bushalte" in message.body
    with pytest.raises(PermissionDenied):
        actions.answer_merge(ask, actor=rosa, said_yes=True, now=NOW)
    link = outbox.make_link(
        message.person, "budget:merge-answer", ask, expires_at=NOW + dt.timedelta(days=3)
    ).address.partition("/budget")[2]
    browser, path = Client(), f"/budget{link}"
    assert "Zitbank" in browser.get(path).content.decode()
    assert browser.post(path, {"answer": "maybe"}).status_code == 200
    assert (
        "It stays readable"
        in browser.post(path, {"answer": "yes"}, headers={"accept-language": "en"}).content.decode()
    )
    assert browser.get(path).status_code == 404, "the link did its work"
    seat.refresh_from_db()
    assert (seat.state, seat.merged_into) == ("merged", bench)
    assert set(Backing.objects.values_list("idea", "person__first_name", "will_help")) == {
        (bench.pk, "Rosa", True),
        (bench.pk, "Ali", True),
    }
    page = Client().get(f"/budget/ideas/{seat.pk}/").content.decode()
    assert f"/budget/ideas/{bench.pk}/" in page
    assert f"/budget/ideas/{seat.pk}/back/" not in page, "there is nothing to stand behind any more"
    assert (
        f"/budget/ideas/{seat.pk}/" in Client().get(f"/budget/ideas/{bench.pk}/").content.decode()
    )
    line = Line.objects.get(act="idea-merged")
    assert line.actor_kind == ActorKind.NEIGHBOUR


def test_she_says_no_in_her_own_browser_and_it_stays_on_its_own(bench: Idea, seat: Idea) -> None:
    luc = seat.giver
    assert luc is not None
    cast.make_user(luc, "luc@vlasbloem.example")
    assert bench.giver is not None
    actions.ask_to_merge(seat, bench, actor=bench.giver, now=NOW)
    with pytest.raises(actions.MergeAskedAlready):
        actions.ask_to_merge(seat, bench, actor=bench.giver, now=NOW)
    path = f"/budget/ideas/{seat.pk}/merge/answer/"
    assert Client().post(path, {"answer": "yes"}).status_code == 404
    browser = cast.sign_in(luc)
    assert path in browser.get(f"/budget/ideas/{seat.pk}/").content.decode()
    browser.post(path, {"answer": "no"})
    seat.refresh_from_db()
    assert (seat.state, MergeAsk.objects.get().state) == ("open", "no")
    assert Message.objects.get(template="budget/messages/merge_asked").state == "cancelled"


def test_her_own_idea_becomes_part_at_once_and_choosing_nothing_is_said(
    one: Round, bench: Idea, seat: Idea
) -> None:
    luc = seat.giver
    assert luc is not None
    cast.make_user(luc, "luc@vlasbloem.example")
    browser, path = cast.sign_in(luc), f"/budget/ideas/{seat.pk}/merge/"
    assert browser.post(path, {}).context["form"].errors
    assert browser.post(path, {"near": "x"}).context["form"].errors
    browser.post(path, {"near": str(bench.pk)})
    seat.refresh_from_db()
    assert seat.state == "merged"
    assert Client().get(path).status_code == 404
    again = f"/budget/ideas/{bench.pk}/merge/"
    assert Client().get(again).status_code == 404, "who had no idea asks nothing"
    assert browser.get(again).status_code == 200, "who had one may ask"


def test_staff_decides_about_what_a_meeting_wrote(one: Round, nele: Person, bench: Idea) -> None:
    lines = [actions.Said("Zitbank")]
    actions.give_ideas_of_meeting(one, lines, actor=nele, meeting="Avond", now=NOW)
    wall = Idea.objects.get(meeting="Avond")
    assert bench.giver is not None
    ask = actions.ask_to_merge(wall, bench, actor=bench.giver, now=NOW)
    assert ask.state == "asked", "a neighbour asks, the desk decides"
    desk = cast.sign_in(nele)
    desk.post(f"/budget/ideas/{wall.pk}/merge/answer/", {"answer": "yes"})
    wall.refresh_from_db()
    assert wall.state == "merged"
    assert Line.objects.get(act="idea-merged").actor_kind == ActorKind.PROFESSIONAL


def test_two_ideas_never_become_part_of_each_other(nele: Person, bench: Idea, seat: Idea) -> None:
    asks = [
        actions.ask_to_merge(seat, bench, actor=nele, now=NOW),
        actions.ask_to_merge(bench, seat, actor=nele, now=NOW),
    ]
    actions.answer_merge(asks[0], actor=nele, said_yes=True, now=NOW)
    with pytest.raises(actions.IdeaGone):
        actions.answer_merge(asks[1], actor=nele, said_yes=True, now=NOW)
    assert Idea.objects.filter(state="merged").count() == 1


def test_an_idea_is_split_in_parts_and_stays_readable(nele: Person, bench: Idea) -> None:
    back(bench, Person.objects.get(first_name="Rosa"))
    path = f"/budget/ideas/{bench.pk}/split/"
    assert Client().get(path).status_code == 404
    desk = cast.sign_in(nele)
    assert "Een bank" in desk.post(path, {"lines": "Een bank"}).content.decode(), (
        "one is not a split"
    )
    assert desk.post(path, {"lines": ""}).status_code == 200
    desk.post(path, {"lines": "Een bank\nEen afdak | Weverstraat"})
    bench.refresh_from_db()
    parts = list(bench.parts.order_by("entered_at"))
    assert bench.state == "split"
    assert [(part.title, part.giver, part.typed_by) for part in parts] == [
        ("Een bank", bench.giver, nele),
        ("Een afdak", bench.giver, nele),
    ]
    page = Client().get(f"/budget/ideas/{bench.pk}/").content.decode()
    assert all(f"/budget/ideas/{part.pk}/" in page for part in parts)
    assert Backing.objects.get().idea == bench
    assert Line.objects.filter(act="idea-split").exists()


def test_what_became_part_of_an_idea_that_goes_stands_on_its_own_again(
    nele: Person, bench: Idea, seat: Idea
) -> None:
    ask = actions.ask_to_merge(seat, bench, actor=nele, now=NOW)
    actions.answer_merge(ask, actor=nele, said_yes=True, now=NOW)
    assert bench.giver is not None
    erase(bench.giver, actor=nele, now=NOW)
    assert (Idea.objects.get().title, Idea.objects.get().state) == (seat.title, "open")
