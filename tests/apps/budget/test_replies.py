"""What the group does with an answer: reply to each objection, hand in again, ask in a letter."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Decision, Proposal, ReasonsAsked
from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Person
from tests import cast
from tests.apps.budget.answering import (
    CRITERION,
    PAST,
    WHOLE,
    address,
    chosen,
    els,
    publish,
    rosa,
    seat,
    sign,
    write,
)
from tests.nights import same_hour

__all__ = ["chosen", "els", "rosa"]
pytestmark = pytest.mark.django_db


def test_the_group_answers_each_objection_and_the_authority_weighs_again(
    chosen: Proposal, els: Person, rosa: Person
) -> None:
    sign(chosen, els)
    browser, path = cast.sign_in(rosa), f"/budget/proposals/{chosen.pk}/reply/"
    assert "reply_0" in browser.get(path).context["form"].fields
    empty = browser.post(path, {"act": "hand-in"})
    assert empty.context["form"].non_field_errors()
    words = {"reply_0": "De poort blijft open tot acht uur."}
    browser.post(path, words | {"act": "keep"})
    assert browser.get(path).context["form"]["reply_0"].value() == words["reply_0"]
    assert browser.post(path, words | {"act": "hand-in"}).status_code == 302
    chosen.refresh_from_db()
    assert (chosen.state, chosen.version) == ("handed_in", 2)
    assert Line.objects.get(act="proposal-again").actor_kind == "group"
    again = cast.sign_in(els).get(f"/staff/budget/proposals/{chosen.pk}/decision/")
    assert words["reply_0"] in again.content.decode(), "the answer stands beside the criterion"
    sign(chosen, els, outcome="if", met_0="met", conditions="Het pad wordt 1,20 meter breed.")
    page = Client().get(address(chosen)).content.decode()
    for kept in (WHOLE["words_0"], words["reply_0"], "1,20 meter"):
        assert kept in page, "what was objected, answered and decided then stays to read"
    stranger = cast.sign_in(cast.make_staff(chosen.neighbourhood, "An"))
    assert stranger.get(path).status_code == 404


def test_what_was_being_written_goes_along_to_the_next_version(
    chosen: Proposal, els: Person
) -> None:
    write(chosen, els, plain="Nog te schrijven.")
    Proposal.objects.update(version=2)
    decision = sign(chosen, els)
    assert (Decision.objects.count(), decision.version) == (1, 2)


def test_what_was_kept_off_the_ballot_comes_back_until_the_vote_begins(
    chosen: Proposal, els: Person
) -> None:
    Proposal.objects.update(state="handed_in", is_chosen=None)
    chosen.refresh_from_db()
    sign(chosen, els)
    said, late = {CRITERION: "De poort blijft open."}, same_hour(100)
    actions.reply_to_decision(chosen, actor=seat(chosen), said=said, now=late)
    with pytest.raises(actions.VoteBegan):
        actions.hand_in_again(chosen, actor=seat(chosen), now=late)
    actions.hand_in_again(chosen, actor=seat(chosen), now=timezone.now())
    assert chosen.state == "handed_in"


def test_a_whole_yes_has_nothing_to_answer(chosen: Proposal, els: Person, rosa: Person) -> None:
    sign(chosen, els, outcome="yes", met_0="met")
    with pytest.raises(actions.NothingToAnswer):
        actions.hand_in_again(chosen, actor=seat(chosen), now=timezone.now())
    browser = cast.sign_in(rosa)
    assert browser.get(f"/budget/proposals/{chosen.pk}/reply/").status_code == 302


def test_the_group_asks_for_the_answer_when_its_day_is_past(
    chosen: Proposal, els: Person, rosa: Person
) -> None:
    browser, path = cast.sign_in(rosa), f"/budget/proposals/{chosen.pk}/reasons/"
    assert browser.get(path).status_code == 302, "its day has not come"
    today = timezone.localdate()
    ago = {name: today - dt.timedelta(days=days) for name, days in PAST.items()}
    publish(chosen, Person.objects.get(first_name="Nele"), rosa, els, **ago)
    assert "3 dagen te laat" in Client().get(address(chosen)).content.decode()
    letter = browser.get(path).context["form"].initial["text"]
    assert "29 juli 1991" in letter
    assert browser.post(path, {"text": ""}).status_code == 200
    assert browser.post(path, {"text": letter}).status_code == 302
    assert browser.get(path).status_code == 302, "one letter is enough"
    assert ReasonsAsked.objects.get().is_for_answer
    assert "vroeg de groep" in Client().get(address(chosen)).content.decode()
    desk = cast.sign_in(els).get(f"/staff/budget/proposals/{chosen.pk}/decision/")
    assert "29 juli 1991" in desk.content.decode()
    paper = browser.get(f"{path}letter/")
    assert paper["Content-Type"] == "application/pdf"
    sign(chosen, els)
    assert browser.get(path).context["is_for_answer"] is False, "after a no it asks for reasons"
