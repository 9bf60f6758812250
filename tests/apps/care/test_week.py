"""The proposal of the week: all questions on one page, and nobody is asked before somebody says so."""

import pytest
from django.utils import timezone

from gebuur.apps.care import actions
from gebuur.apps.care.models import Proposal, State, WeekPair, WeekRun
from gebuur.apps.chronicle.models import ActorKind, Line, Verb
from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.outbox.models import Message
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer
from tests import cast
from tests.apps.care.week_at_desk import NOW, WeekAtDesk, asked_of, read

pytestmark = pytest.mark.django_db


def test_nobody_is_asked_by_the_proposal_itself() -> None:
    desk = WeekAtDesk()
    before = Message.objects.count()
    assert "1 vraag wacht op een buur" in desk.week()
    desk.make()
    page = desk.week()
    assert "1 van de 1 vragen heeft een buur" in page
    assert "Emine" in page
    assert "Voor 1 buur is het een eerste keer" in page
    assert Message.objects.count() == before
    assert not Proposal.objects.exists()


def test_one_press_asks_one_neighbour_and_says_so() -> None:
    desk = WeekAtDesk()
    desk.make()
    page = desk.press(desk.pair(), "ask")
    assert "Emine is gevraagd" in page
    assert asked_of(desk.emine) == ["asked"]
    desk.first.refresh_from_db()
    assert desk.first.state == State.ASKED
    assert desk.pair().decided_by == desk.an
    picked = Line.objects.get(act="helpers-picked")
    assert (picked.verb, picked.actor_kind) == (Verb.DECIDED, ActorKind.PROFESSIONAL)
    assert Line.objects.get(act="week-proposed").actor == desk.an.pseudonym


def test_what_is_asked_tells_the_helper_nothing_about_who_asks() -> None:
    desk = WeekAtDesk()
    desk.make()
    desk.press(desk.pair(), "swap", offer=desk.joris.pk, sure="1")
    desk.press(desk.pair(), "ask")
    messages = Message.objects.filter(person=desk.joris.person)
    assert messages.exists()
    for message in messages:
        for secret in ("Godelieve", "Verhaeghe", "Kanariepiet", "0000042"):
            assert secret not in f"{message.subject} {message.body}"


def test_a_second_press_finds_it_done_and_asks_nobody_twice() -> None:
    desk = WeekAtDesk()
    desk.make()
    pair = desk.pair()
    desk.press(pair, "ask")
    assert "Een collega besliste hier net over" in desk.press(pair, "ask")
    assert asked_of(desk.emine) == ["asked"]


def test_all_are_asked_after_one_look_and_who_was_taken_out_is_not() -> None:
    desk = WeekAtDesk()
    Offer.objects.update(per_week=1)
    second = desk.ask(desk.luc)
    desk.make()
    page = desk.browser.get("/desk/week/ask-all/").content.decode()
    assert "Vraag nu 2 buren" in read(page)
    assert not Proposal.objects.exists()
    answer = desk.browser.post(
        "/desk/week/ask-all/", {"pair": [str(desk.pair(second).pk)]}, follow=True
    )
    assert "1 buur is gevraagd" in read(answer.content.decode())
    assert Proposal.objects.get().request == second
    desk.browser.post("/desk/week/ask-all/", {"pair": [str(desk.pair().pk)]})
    assert "Er is niemand meer te vragen" in read(
        desk.browser.get("/desk/week/ask-all/", follow=True).content.decode()
    )
    assert Proposal.objects.count() == 2


def test_what_changed_meanwhile_is_said_and_not_asked() -> None:
    desk = WeekAtDesk()
    Offer.objects.update(per_week=1)
    second = desk.ask(desk.luc)
    desk.make()
    by_offer = {one.offer: one for one in WeekPair.objects.all()}
    volunteers.pause_offer(
        desk.emine, actor=desk.an, until=timezone.localdate(), now=timezone.now()
    )
    actions.stop_request(
        by_offer[desk.joris].request, actor=desk.an, reason="solved", word_to_seeker="Dag"
    )
    desk.ask(desk.godelieve)
    page = desk.week()
    assert "Deze buur neemt nu pauze" in page
    assert "De vraag is gesloten" in page
    assert "1 nieuwe vraag" in page
    assert "2 koppels passen niet meer" in page
    for pair in by_offer.values():
        desk.press(pair, "ask")
    assert not Proposal.objects.exists()
    assert second.proposals.count() == 0


def test_who_was_asked_beside_the_proposal_is_not_asked_again() -> None:
    desk = WeekAtDesk()
    desk.make()
    actions.pick_helpers(desk.first, [desk.joris], actor=desk.an, now=timezone.now())
    assert "Iemand anders is al gevraagd" in desk.week()
    desk.press(desk.pair(), "ask")
    assert asked_of(desk.emine) == []


def test_a_question_answered_on_the_board_says_so() -> None:
    desk = WeekAtDesk()
    desk.make()
    actions.put_on_board(desk.first, actor=desk.an)
    actions.take_from_board_as_helper(
        desk.first, desk.joris, actor=desk.joris.person, now=timezone.now()
    )
    assert "Iemand antwoordde op het bord" in desk.week()


def test_a_new_proposal_takes_the_place_of_the_old_one() -> None:
    desk = WeekAtDesk()
    old = desk.make()
    pair = desk.pair()
    new = desk.make()
    assert WeekRun.objects.filter(is_open=True).get() == new != old
    assert desk.browser.post(f"/desk/week/{pair.pk}/ask/").status_code == 404
    with pytest.raises(actions.PairDecided):
        actions.ask_pair(pair, actor=desk.an, now=timezone.now())
    assert not Proposal.objects.exists()


def test_who_waits_for_a_yes_or_chooses_herself_is_not_divided() -> None:
    desk = WeekAtDesk()
    actions.let_seeker_choose(desk.first, actor=desk.an)
    assert "Geen enkele vraag wacht op een buur" in desk.week()
    desk.make()
    assert not WeekPair.objects.exists()
    assert "Er is niets te verdelen" in desk.week()


def test_a_question_without_anybody_says_why_and_what_may_help() -> None:
    desk = WeekAtDesk()
    tuesday = desk.ask(desk.luc, slots=cast.TUESDAY_AFTERNOON)
    Offer.objects.update(slots=cast.THURSDAY_MORNING)
    desk.make()
    page = desk.week()
    assert "Niemand is vrij op deze momenten" in page
    assert "Bel Luc over andere momenten" in page
    assert not WeekPair.objects.filter(request=tuesday).exists()
    Offer.objects.update(slots=cast.ALWAYS)
    Offer.objects.update(paused_until=timezone.localdate())
    desk.make()
    assert "Hang op het bord" in desk.week()


def test_a_proposal_that_is_not_the_very_best_says_so() -> None:
    desk = WeekAtDesk()
    run = desk.make()
    assert "misschien niet het allerbeste" not in desk.week()
    WeekRun.objects.filter(pk=run.pk).update(is_exact=False, gap=1_234)
    assert "Een goed voorstel, misschien niet het allerbeste" in desk.week()
    assert "1.230 meter" in desk.week()


def test_the_desk_and_the_question_itself_know_of_the_week() -> None:
    desk = WeekAtDesk()
    assert "1 vraag wacht op een buur" in read(desk.browser.get("/desk/").content.decode())
    desk.make()
    assert "Voorstel voor deze week: 1 vraag, 1 met een buur" in read(
        desk.browser.get("/desk/").content.decode()
    )
    assert "In het voorstel van deze week staat Emine hier" in read(desk.detail(desk.first))
    later = desk.ask(desk.luc)
    assert "staat in het voorstel van deze week bij een andere vraag" in read(desk.detail(later))


def test_the_sheet_for_the_meeting_has_the_same_pairs() -> None:
    desk = WeekAtDesk()
    assert desk.browser.get("/desk/week/print/").headers["Location"] == "/desk/week/"
    desk.make()
    assert "Emine" in desk.browser.get("/desk/week/print/").content.decode()


def test_the_neighbourhood_next_door_sees_and_decides_nothing() -> None:
    desk = WeekAtDesk()
    desk.make()
    over_there = cast.make_place(name="De Molen", slug="molen")
    bert = cast.sign_in(cast.make_staff(over_there, "Bert"))
    assert "Emine" not in bert.get("/desk/week/").content.decode()
    for step in ("ask", "leave", "swap"):
        assert bert.post(f"/desk/week/{desk.pair().pk}/{step}/").status_code == 404
    zoe = cast.make_person(over_there, "Zoe")
    theirs = volunteers.make_offer(
        zoe, actor=None, tasks=[], slots=cast.ALWAYS, radius=900, per_week=1, per_month=1,
        channel=Channel.WEB, now=NOW,
    )  # fmt: skip
    address = f"/desk/week/{desk.pair().pk}/swap/"
    for offer in (theirs.pk, "nobody", ""):
        assert desk.browser.post(address, {"offer": offer}).status_code == 404
    assert not Proposal.objects.exists()
