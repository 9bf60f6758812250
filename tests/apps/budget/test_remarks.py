"""The authority reads along: it asks, it doubts while that helps, and its silence is never a yes."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Idea, Proposal, Remark, Round
from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person, Role
from gebuur.apps.outbox.models import Message
from tests import cast

pytestmark = pytest.mark.django_db
DOUBT = {"kind": "doubt", "text": "Wie geeft water in juli?", "criterion": "Voor jong en oud"}


@pytest.fixture
def rosa(place: Neighbourhood) -> Person:
    rosa = cast.make_person(place, "Rosa", email="rosa@vlasbloem.example", channel=Channel.MAIL)
    cast.make_group(rosa).members.update(known_at=timezone.now())
    return rosa


@pytest.fixture
def one(place: Neighbourhood, nele: Person, rosa: Person) -> Round:
    return cast.make_round(place, coordinator=nele, neighbour=rosa)


@pytest.fixture
def els(one: Round) -> Person:
    return Person.objects.get(first_name="Els")


@pytest.fixture
def idea(one: Round) -> Idea:
    giver = cast.make_person(
        one.neighbourhood, "Godelieve", email="g@vlasbloem.example", channel=Channel.MAIL
    )
    said = actions.Said("Moestuin achter de refter")
    return actions.give_idea(one, said, actor=giver, channel=Channel.PHONE, now=timezone.now())


def in_days(days: int) -> str:
    return (timezone.localdate() + dt.timedelta(days=days)).isoformat()


def doubt(thing: Idea | Proposal, els: Person, days: int = 14) -> Remark:
    now = timezone.now()
    answer_by = timezone.localdate(now) + dt.timedelta(days=days)
    return actions.ask_along(thing, actor=els, answer_by=answer_by, now=now, **DOUBT)


def page(idea: Idea, browser: Client | None = None) -> str:
    return (browser or Client()).get(f"/budget/ideas/{idea.pk}/").content.decode()


def link_in(message: Message) -> str:
    return next(word for word in message.body.split() if "/budget/" in word)


def test_a_doubt_names_its_criterion_and_nothing_typed_is_lost(idea: Idea, els: Person) -> None:
    authority = cast.sign_in(els)
    path = f"/staff/budget/ideas/{idea.pk}/remark/"
    assert authority.post(path, {}).status_code == 200
    wrong = authority.post(path, DOUBT | {"criterion": "", "answer_by": in_days(14)})
    assert DOUBT["text"] in wrong.content.decode()
    forged = authority.post(
        path, DOUBT | {"criterion": "Geen meerwaarde", "answer_by": in_days(9)}
    ).content.decode()
    assert "staat niet in het kader" in forged
    too_soon = authority.post(path, DOUBT | {"answer_by": in_days(2)})
    assert too_soon.status_code == 200
    assert authority.post(path, DOUBT | {"kind": "<b>", "answer_by": "x"}).status_code == 200
    assert not Remark.objects.exists()
    assert authority.post(path, DOUBT | {"answer_by": in_days(14)}).status_code == 302
    seen = page(idea)
    assert DOUBT["text"] in seen
    assert "Els" not in seen, "the authority speaks, not a person"
    assert Line.objects.filter(act="remark-doubt", actor_kind="authority").exists()


def test_an_action_refuses_a_ground_that_neighbours_could_not_know(idea: Idea, els: Person) -> None:
    facts = DOUBT | {"criterion": "Geen meerwaarde"}
    with pytest.raises(actions.NotInFrame):
        actions.ask_along(
            idea, actor=els, now=timezone.now(), answer_by=timezone.localdate(), **facts
        )
    remark = doubt(idea, els)
    with pytest.raises(IntegrityError), transaction.atomic():
        Remark.objects.filter(pk=remark.pk).update(criterion="")


def test_who_had_the_idea_answers_by_her_own_link(idea: Idea, els: Person) -> None:
    remark = doubt(idea, els)
    letter = Message.objects.get(template="budget/messages/remark_asked")
    assert letter.person == idea.giver
    assert "Moestuin" not in letter.subject
    link = link_in(letter).removeprefix("http://localhost:8000").replace("http://testserver", "")
    path = "/budget/" + link.split("/budget/")[1]
    browser = Client()
    assert DOUBT["text"] in browser.get(path).content.decode()
    assert browser.post(path, {"answer": ""}).status_code == 200
    done = browser.post(path, {"answer": "Er is een beurtrol voor water."})
    assert "Er is een beurtrol voor water." in done.content.decode()
    assert "Er is een beurtrol voor water." in page(idea)
    assert browser.get(path).status_code == 404, "the link did its work"
    told = Message.objects.get(template="budget/messages/remark_answered")
    assert told.person == els
    assert idea.giver is not None
    with pytest.raises(actions.AnsweredMeanwhile):
        actions.answer_remark(remark, actor=idea.giver, answer="Nog iets", now=timezone.now())


def test_the_desk_types_the_answer_and_a_stranger_finds_no_page(
    idea: Idea, els: Person, nele: Person, rosa: Person
) -> None:
    remark = doubt(idea, els)
    path = f"/budget/remarks/{remark.pk}/answer/"
    assert Client().get(path).status_code == 404
    assert cast.sign_in(els).post(path, {"answer": "Zelf"}).status_code == 404
    desk = cast.sign_in(nele)
    assert path in page(idea, desk)
    desk.post(path, {"answer": "Ze belde: er is een beurtrol."})
    remark.refresh_from_db()
    assert remark.answer == "Ze belde: er is een beurtrol."
    line = Line.objects.get(act="remark-answered")
    assert idea.giver is not None
    assert (line.actor, line.actor_kind) == (idea.giver.pseudonym, "neighbour")


def test_a_member_answers_about_the_proposal_of_her_group(
    one: Round, els: Person, rosa: Person, place: Neighbourhood
) -> None:
    cast.make_user(rosa, "rosa@vlasbloem.example")
    proposal = cast.make_proposal(one, member=rosa)
    authority, path = cast.sign_in(els), f"/staff/budget/proposals/{proposal.pk}/remark/"
    authority.post(path, DOUBT | {"answer_by": in_days(14)})
    remark = Remark.objects.get()
    assert Message.objects.get(template="budget/messages/remark_asked").person == rosa
    luc = cast.make_person(place, "Luc")
    cast.make_user(luc, "luc@vlasbloem.example")
    answer = f"/budget/remarks/{remark.pk}/answer/"
    assert cast.sign_in(luc).post(answer, {"answer": "Ik ook"}).status_code == 404
    cast.sign_in(rosa).post(answer, {"answer": "Wij geven om de beurt water."})
    remark.refresh_from_db()
    assert remark.answered_at is not None
    Proposal.objects.filter(pk=proposal.pk).update(state="on_ballot")
    assert authority.get(path).status_code == 404, "after the vote began it is too late"


def test_silence_is_never_a_yes(idea: Idea, els: Person) -> None:
    assert "heeft nog niet meegelezen" in page(idea)
    authority, path = cast.sign_in(els), f"/staff/budget/ideas/{idea.pk}/remark/"
    typed = authority.post(path, {"kind": "read", "text": "Toch iets"}).content.decode()
    assert "Toch iets" in typed
    for _time in range(2):
        authority.post(path, {"kind": "read"})
    assert Remark.objects.get().kind == "read"
    assert "geen twijfels bekend" in page(idea)
    doubt(idea, els)
    assert "geen twijfels bekend" not in page(idea)


def test_after_the_answer_the_page_does_not_speak_of_silence(one: Round, rosa: Person) -> None:
    proposal = cast.make_proposal(one, member=rosa, state="chosen")
    path = f"/budget/proposals/{proposal.pk}/"
    before = Client().get(path).content.decode()
    assert "Zwijgen is geen ja" in before
    cast.sign_decision(proposal)
    after = Client().get(path).content.decode()
    assert "Zwijgen is geen ja" not in after
    assert "leest mee" not in after
    assert "Nog geen dienst kijkt ernaar" not in after


def test_an_unanswered_doubt_says_so_after_its_day(idea: Idea, els: Person) -> None:
    remark = doubt(idea, els)
    Remark.objects.filter(pk=remark.pk).update(
        answer_by=timezone.localdate() - dt.timedelta(days=3)
    )
    assert "Nog geen antwoord. Gevraagd tegen" in page(idea)


def test_only_the_authority_of_this_place_speaks_for_it(
    idea: Idea, nele: Person, rosa: Person
) -> None:
    path = f"/staff/budget/ideas/{idea.pk}/remark/"
    assert cast.sign_in(nele).get(path).status_code == 404
    there = cast.make_place(name="De Molen", slug="molen")
    zoe = cast.sign_in(cast.make_staff(there, "Zoe", role=Role.AUTHORITY))
    assert zoe.get(path).status_code == 404
    assert Client().get(path).status_code == 302
