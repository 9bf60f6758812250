"""A group decides: who has spoken, who still may, and what comes out."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.models import Decision, Member, Voice
from gebuur.apps.outbox.models import Message
from tests import cast
from tests.apps.initiatives.in_group import Group, days_from_now
from tests.nights import same_hour

pytestmark = pytest.mark.django_db


def test_a_question_is_asked_on_screen_and_everybody_hears_it() -> None:
    group = Group()
    browser = group.browser("Rosa")
    assert group.page("decision-new") in browser.get(group.page("decision-list")).content.decode()
    answer = browser.post(
        group.page("decision-new"),
        {
            "proposal": "Elke eerste zondag soep.",
            "reasons": "Dan zien we elkaar.",
            "kind": "consent",
            "speak_until": days_from_now(7),
        },
    )
    decision = Decision.objects.get()
    assert answer.headers["Location"] == group.page("decision-detail", decision=decision.pk)
    assert decision.needed == 2
    told = Message.objects.filter(template="initiatives/messages/decision_put")
    assert {message.person.first_name for message in told} == {"Godelieve", "Joris", "Emine"}
    assert {message.state for message in told} == {"to_print", "waiting"}
    for message in told:
        assert "soep" in message.body
        assert "soep" not in message.subject
        assert "Spoelstraat helpt" not in message.subject


def test_a_text_message_tells_nothing_of_the_group() -> None:
    group = Group()
    joris = group.seat("Joris").person
    joris.channel, joris.phone = "sms", "+3290000055"
    joris.save()
    group.ask()
    said = Message.objects.get(person=joris).body
    assert "ladder" not in said
    assert "Spoelstraat" not in said
    assert "/l/group/" in said


def test_a_page_shows_by_first_name_who_spoke_and_who_still_may() -> None:
    group = Group()
    decision = group.ask()
    group.say(decision, Emine="doubt")
    page = group.browser("Joris").get(group.page("decision-detail", decision=decision.pk))
    text = " ".join(page.content.decode().split())
    assert "<bdi>Emine</bdi>" in text
    assert "Te duur" in text
    assert "<bdi>Godelieve</bdi>, <bdi>Joris</bdi>, <bdi>Rosa</bdi>" in text


def test_the_last_voice_settles_it_and_the_group_decided() -> None:
    group = Group()
    decision = group.ask()
    assert group.say(decision, Rosa="yes", Joris="yes", Emine="doubt").state == "open"
    settled = group.say(decision, Godelieve="yes")
    assert settled.state == "taken"
    line = Line.objects.get(act="decision-taken")
    assert (line.verb, line.actor_kind, line.actor) == ("decided", "group", None)
    told = Message.objects.filter(template="initiatives/messages/decision_settled")
    assert told.count() == 4
    assert "Te duur" in told.first().body  # type: ignore[union-attr]  # there are four


def test_an_objection_stops_it_until_who_objects_says_something_else() -> None:
    group = Group()
    decision = group.ask()
    assert (
        group.say(decision, Rosa="yes", Joris="yes", Emine="yes", Godelieve="objection").state
        == "open"
    )
    assert group.say(decision, Godelieve="doubt").state == "taken"


def test_an_objection_that_stands_on_the_last_day_means_no() -> None:
    group = Group()
    decision = group.ask()
    group.say(decision, Rosa="yes", Joris="yes", Emine="yes", Godelieve="objection")
    assert actions.settle_decisions(now=same_hour(7)) == 0
    assert actions.settle_decisions(now=same_hour(8)) == 1
    assert actions.settle_decisions(now=same_hour(8)) == 0
    decision.refresh_from_db()
    assert decision.state == "not_taken"


def test_too_few_voices_decide_nothing() -> None:
    group = Group()
    decision = group.ask()
    group.say(decision, Rosa="yes")
    actions.settle_decisions(now=same_hour(8))
    decision.refresh_from_db()
    assert decision.state == "not_taken"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({"Rosa": "yes", "Joris": "yes", "Emine": "no", "Godelieve": "abstain"}, "taken"),
        ({"Rosa": "yes", "Joris": "no", "Emine": "abstain", "Godelieve": "abstain"}, "not_taken"),
        ({"Rosa": "no", "Joris": "no", "Emine": "yes", "Godelieve": "yes"}, "not_taken"),
    ],
)
def test_a_vote_counts_and_a_draw_is_no(said: dict[str, str], state: str) -> None:
    group = Group()
    decision = group.ask(kind="vote")
    assert group.say(decision, **said).state == state


def test_the_last_word_counts_and_nobody_speaks_twice() -> None:
    group = Group()
    decision = group.ask(kind="vote")
    group.say(decision, Rosa="no")
    group.say(decision, Rosa="yes")
    assert Voice.objects.get(decision=decision).stance == "yes"


def test_who_left_no_longer_blocks() -> None:
    group = Group()
    decision = group.ask()
    group.say(decision, Emine="objection", Rosa="yes", Joris="yes")
    Member.objects.filter(person__first_name="Emine").update(state="left")
    assert group.say(decision, Godelieve="yes").state == "taken"


def test_other_words_are_another_question_and_the_first_stays_to_be_read() -> None:
    group = Group()
    decision = group.ask()
    group.say(decision, Godelieve="objection")
    browser = group.browser("Rosa")
    page = group.page("decision-change", decision=decision.pk)
    assert "ladder" in browser.get(page).content.decode()
    words = {
        "proposal": "We lenen een ladder.",
        "reasons": "Goedkoper",
        "speak_until": days_from_now(5),
    }
    browser.post(page, words)
    new = Decision.objects.get(replaces=decision)
    assert (new.state, new.voices.count()) == ("open", 0)
    old = browser.get(group.page("decision-detail", decision=decision.pk)).content.decode()
    assert "Te duur" in old
    assert group.page("decision-detail", decision=new.pk) in old


def test_only_who_asked_takes_it_back() -> None:
    group = Group()
    decision = group.ask(by="Joris")
    page = group.page("decision-withdraw", decision=decision.pk)
    assert group.browser("Emine").get(page).status_code == 404
    browser = group.browser("Joris")
    assert browser.get(page).status_code == 200
    browser.post(page)
    decision.refresh_from_db()
    assert decision.state == "withdrawn"
    assert browser.post(page).status_code == 404


def test_after_it_is_settled_nobody_speaks() -> None:
    group = Group(size=2)
    decision = group.ask()
    group.say(decision, Rosa="yes", Godelieve="yes")
    browser = group.browser("Godelieve")
    page = group.page("decision-detail", decision=decision.pk)
    answer = browser.post(page, {"stance": "objection", "reason": "Toch niet"}).content.decode()
    assert "Toch niet" in answer
    assert Voice.objects.filter(stance="objection").count() == 0


def test_who_is_not_known_yet_reads_along_and_has_no_voice() -> None:
    group = Group()
    cast.join_group(group.group, cast.make_person(group.place, "Luc"), known=False)
    decision = group.ask()
    assert decision.needed == 2
    browser = group.browser("Luc")
    assert browser.get(group.page("decision-new")).status_code == 404
    page = group.page("decision-detail", decision=decision.pk)
    assert 'name="stance"' not in browser.get(page).content.decode()
    assert browser.post(page, {"stance": "yes"}).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.speak(decision, actor=group.seat("Luc"), stance="yes", now=timezone.now())


def test_strangers_and_staff_without_a_seat_see_nothing() -> None:
    group = Group()
    decision = group.ask()
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    an = cast.make_staff(group.place, "An")
    rosa_elsewhere = cast.make_group(cast.make_person(group.place, "Zita"), title="Soep")
    for browser in (Client(), cast.sign_in(bert), cast.sign_in(an)):
        for name in (
            "decision-list",
            "decision-new",
            "agreement-new",
            "board",
            "archive",
            "closing",
        ):
            assert browser.get(group.page(name)).status_code == 404, name
        assert browser.get(group.page("decision-detail", decision=decision.pk)).status_code == 404
    foreign = group.browser("Rosa").get(
        f"/initiatives/{rosa_elsewhere.pk}/decisions/{decision.pk}/"
    )
    assert foreign.status_code == 404


def test_bad_input_gets_a_sentence_and_keeps_what_was_typed() -> None:
    group = Group()
    browser = group.browser("Rosa")
    page = group.page("decision-new")
    assert browser.post(page, {}).status_code == 200
    typed = {"proposal": "Soep", "reasons": "x" * 700, "kind": "nonsense", "speak_until": "morgen"}
    answer = browser.post(page, typed).content.decode()
    assert "Soep" in answer
    assert "x" * 700 in answer
    assert browser.post(page, typed | {"speak_until": days_from_now(1)}).status_code == 200
    assert Decision.objects.count() == 0
    decision = group.ask()
    detail = group.page("decision-detail", decision=decision.pk)
    for said in ({}, {"stance": "no"}, {"stance": "objection", "reason": "  "}):
        assert browser.post(detail, said).status_code == 200
    assert Voice.objects.count() == 0


def test_what_waits_for_you_stands_on_the_first_page_until_you_spoke() -> None:
    group = Group()
    decision = group.ask()
    browser = group.browser("Joris")
    here = group.page("initiative-detail")
    assert "ladder" in browser.get(here).content.decode()
    group.say(decision, Joris="yes")
    assert "ladder" not in browser.get(here).content.decode()


def test_staff_types_a_voice_for_who_is_on_the_phone() -> None:
    group = Group()
    an = cast.make_staff(group.place, "An")
    decision = group.ask()
    seat = group.seat("Godelieve")
    actions.speak(decision, actor=type(seat)(seat.member, an), stance="yes", now=timezone.now())
    page = group.browser("Joris").get(group.page("decision-detail", decision=decision.pk))
    assert "<bdi>An</bdi>" in page.content.decode()


def test_who_left_before_the_end_is_not_counted_in_what_came_out() -> None:
    group = Group()
    question = group.say(group.ask(kind="vote"), Joris="yes")
    actions.leave(actor=group.seat("Joris"), now=timezone.now())
    settled = group.say(question, Rosa="yes", Godelieve="no", Emine="no")
    assert settled.state == "not_taken"
    told = dict(queries.standing_of(settled).counts)
    assert (told["yes"], told["no"]) == (1, 2)
    actions.leave(actor=group.seat("Emine"), now=timezone.now())
    assert dict(queries.standing_of(settled).counts)["no"] == 2
