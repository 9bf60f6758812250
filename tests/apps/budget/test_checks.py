"""Services say whether a plan can be done: by a link, with a ground of the frame, on a clock, and once more."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import FeasibilityCheck, Proposal
from gebuur.apps.budget.queries import checks_of
from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives.models import Member
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person, Role
from gebuur.apps.outbox.models import Call, Message
from gebuur.web.forgetting import forget_old
from tests import cast
from tests.nights import same_hour

pytestmark = pytest.mark.django_db
GROUND = "Voor jong en oud"
READER = {
    "reader_name": "Karim Aziz", "reader_email": "groen@stad.example",
    "escalates_to": "Leen, diensthoofd", "escalates_email": "leen@stad.example",
}  # fmt: skip
IF = {
    "verdict": "if", "condition": "Het pad wordt 1,20 m breed.", "ground": GROUND,
    "reasons": "Een rolstoel kan nu niet draaien.",
}  # fmt: skip


@pytest.fixture
def rosa(place: Neighbourhood) -> Person:
    rosa = cast.make_person(place, "Rosa", channel=Channel.MAIL)
    cast.make_user(rosa, "rosa@vlasbloem.example")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    return rosa


@pytest.fixture
def proposal(place: Neighbourhood, nele: Person, rosa: Person) -> Proposal:
    one = cast.make_round(place, coordinator=nele, neighbour=rosa)
    return cast.make_proposal(one, member=rosa)


def day(after: int) -> dt.date:
    return timezone.localdate() + dt.timedelta(days=after)


def ask(proposal: Proposal, actor: Person, service: str = "Groendienst") -> FeasibilityCheck:
    reader = actions.Reader(due_on=day(10), **READER)
    return actions.ask_service(
        proposal, actor=actor, service=service, reader=reader, now=timezone.now()
    )


def letters(template: str) -> list[Message]:
    return list(Message.objects.filter(template=f"budget/messages/{template}"))


def page_in(message: Message) -> str:
    """The address in a letter, as a browser of the test opens it."""
    link = next(word for word in message.body.split() if "/budget/checks/" in word)
    return "/budget/checks/" + link.split("/budget/checks/")[1]


def seen(proposal: Proposal) -> str:
    """What everybody reads of the services."""
    rows = checks_of(proposal, timezone.localdate()).rows
    return "\n".join(
        f"{row.check.service} {[line.words for line in row.lines]} {row.clock}" for row in rows
    )


def test_a_coordinator_names_a_service_and_it_answers_by_its_link(
    proposal: Proposal, nele: Person
) -> None:
    desk, path = cast.sign_in(nele), f"/staff/budget/proposals/{proposal.pk}/checks/"
    assert f'value="{day(75)}"' in desk.get(path).content.decode(), "the day of the frame"
    asked = READER | {"service": "Groendienst", "due_on": day(10).isoformat()}
    wrong = desk.post(path, asked | {"reader_email": "groen", "due_on": ""})
    assert "Groendienst" in wrong.content.decode()
    assert desk.post(path, asked | {"due_on": day(0).isoformat()}).status_code == 200
    assert desk.post(path, asked).status_code == 302
    assert desk.post(path, asked | {"service": "groendienst"}).status_code == 200, "once"
    (letter,) = letters("check_asked")
    assert letter.address == "groen@stad.example"
    assert "Rosa" not in letter.body
    service, page = Client(), page_in(letter)
    assert "Moestuin" in service.get(page).content.decode()
    assert service.post(page, {}).status_code == 200
    bare = service.post(page, IF | {"condition": "", "reasons": ""}).content.decode()
    assert "Zonder redenen" in bare
    forged = service.post(page, IF | {"verdict": "no", "ground": "Geen meerwaarde"})
    assert "staat niet in het kader" in forged.content.decode()
    assert "Een rolstoel kan nu niet draaien." in forged.content.decode()
    done = service.post(page, IF).content.decode()
    assert "Het pad wordt 1,20 m breed." in done
    assert service.post(page, {"verdict": "yes"}).status_code == 200, "once"
    check = FeasibilityCheck.objects.get()
    assert (check.verdict, check.ground) == ("if", GROUND)
    assert Line.objects.filter(act="check-if", actor_kind="service", thing=proposal.pk).exists()
    assert "Karim" not in seen(proposal)
    (told,) = letters("check_said")
    assert "Het pad wordt 1,20 m breed." in told.body
    assert "Moestuin" not in told.subject


def test_no_ground_outside_the_frame_and_no_verdict_without_reasons(
    proposal: Proposal, nele: Person
) -> None:
    check = ask(proposal, nele)
    forged = actions.Verdict("no", ground="Geen meerwaarde", reasons="Daarom niet.")
    with pytest.raises(actions.NotInFrame):
        actions.answer_check(check, forged, actor=None, now=timezone.now())
    for bare in ({"verdict": "no"}, {"verdict": "if", "ground": GROUND, "reasons": "Zo"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            FeasibilityCheck.objects.filter(pk=check.pk).update(answered_at=timezone.now(), **bare)


def test_the_group_mends_once_and_the_service_looks_once_more(
    proposal: Proposal, nele: Person, rosa: Person, place: Neighbourhood
) -> None:
    check = ask(proposal, nele)
    actions.answer_check(check, actions.Verdict(**IF), actor=nele, now=timezone.now())
    path = f"/budget/proposals/{proposal.pk}/checks/{check.pk}/"
    assert Client().get(path).status_code == 404
    luc = cast.make_person(place, "Luc")
    cast.make_user(luc, "luc@vlasbloem.example")
    assert cast.sign_in(luc).post(path, {"words": "Ik ook"}).status_code == 404
    group = cast.sign_in(rosa)
    assert group.post(path, {"words": ""}).status_code == 200
    group.post(path, {"words": "Het pad is nu 1,30 m."})
    again = group.post(path, {"words": "Nog iets"})
    assert "Het pad is nu 1,30 m." in again.content.decode()
    check.refresh_from_db()
    assert check.repaired == "Het pad is nu 1,30 m."
    page = page_in(letters("check_repaired")[0])
    done = Client().post(page, {"verdict": "yes", "reasons": "Nu kan een rolstoel draaien."})
    assert "Nu kan een rolstoel draaien." in done.content.decode()
    check.refresh_from_db()
    assert (check.verdict, check.first["verdict"], check.condition) == ("yes", "if", "")
    assert "Het pad wordt 1,20 m breed." in seen(proposal), "what was said first stays readable"
    with pytest.raises(actions.SaidAlready):
        actions.answer_check(check, actions.Verdict(**IF), actor=nele, now=timezone.now())
    acts = Line.objects.filter(thing=proposal.pk, act__startswith="check").order_by("number")
    assert list(acts.values_list("act", "actor_kind")) == [
        ("check-asked", "professional"),
        ("check-if", "service"),
        ("check-repaired", "group"),
        ("check-again-yes", "service"),
    ]


def test_nothing_is_mended_after_the_day_of_the_frame(proposal: Proposal, nele: Person) -> None:
    check = ask(proposal, nele)
    actions.answer_check(check, actions.Verdict(**IF), actor=nele, now=timezone.now())
    seat = Seat(Member.objects.get(initiative=proposal.group))
    late = same_hour(91)
    with pytest.raises(actions.RepairsOver):
        actions.repair(check, seat=seat, words="Te laat", now=late)
    Proposal.objects.filter(pk=proposal.pk).update(state="on_ballot")
    with pytest.raises(actions.ChecksOver):
        actions.repair(check, seat=seat, words="Te laat", now=timezone.now())


def test_a_service_that_stays_silent_hears_before_and_after_and_then_it_goes_up(
    proposal: Proposal, nele: Person
) -> None:
    ask(proposal, nele)
    answered = ask(proposal, nele, service="Wegendienst")
    actions.answer_check(answered, actions.Verdict("yes"), actor=nele, now=timezone.now())
    written = {
        after: actions.remind_checks(now=same_hour(after))
        for after in (0, 6, 7, 8, 11, 12, 13, 14, 15)
    }
    assert {after: count for after, count in written.items() if count} == {7: 1, 11: 1, 14: 1}
    assert [one.address for one in letters("check_soon") + letters("check_late")] == [
        "groen@stad.example"
    ] * 2
    (up,) = letters("check_one_up")
    assert up.address == "leen@stad.example"
    Client().post(page_in(up), {"verdict": "yes"})
    assert FeasibilityCheck.objects.filter(verdict="yes").count() == 2


def test_everybody_sees_the_clock(proposal: Proposal, nele: Person) -> None:
    check = ask(proposal, nele)
    assert "nog 10 dagen" in seen(proposal)
    FeasibilityCheck.objects.filter(pk=check.pk).update(due_on=day(-4), escalated_at=timezone.now())
    assert "4 dagen te laat" in seen(proposal)
    assert "een trap hoger" in seen(proposal)
    assert "Leen" not in seen(proposal)


def test_who_stayed_silent_until_the_vote_is_told_so(proposal: Proposal, nele: Person) -> None:
    check = ask(proposal, nele)
    page = page_in(letters("check_asked")[0])
    Proposal.objects.filter(pk=proposal.pk).update(state="on_ballot")
    proposal.refresh_from_db()
    (row,) = checks_of(proposal, timezone.localdate()).rows
    assert row.word == "gaf geen antwoord"
    assert Client().post(page, {"verdict": "yes"}).status_code == 200
    check.refresh_from_db()
    assert not check.verdict
    assert cast.sign_in(nele).get(f"/staff/budget/checks/{check.pk}/answer/").status_code == 200
    staff = cast.sign_in(nele).get(f"/staff/budget/{proposal.round_id}/").content.decode()
    assert f"/staff/budget/proposals/{proposal.pk}/checks/" in staff


def test_a_service_without_address_is_phoned_and_its_answer_is_typed(
    proposal: Proposal, nele: Person, place: Neighbourhood
) -> None:
    reader = actions.Reader("Karim", "", day(10), "Leen", "")
    check = actions.ask_service(
        proposal, actor=nele, service="Groendienst", reader=reader, now=timezone.now()
    )
    assert "Groendienst" in Call.objects.get().about
    an = cast.sign_in(cast.make_staff(place, "An"))
    assert an.get(f"/staff/budget/checks/{check.pk}/").status_code == 404, "she names no services"
    path = f"/staff/budget/checks/{check.pk}/answer/"
    assert an.post(path, IF | {"ground": ""}).status_code == 200
    assert an.post(path, IF).status_code == 302
    check.refresh_from_db()
    assert check.verdict == "if"


def test_another_reader_gets_another_link_and_what_was_a_mistake_goes_away(
    proposal: Proposal, nele: Person
) -> None:
    check = ask(proposal, nele)
    old = page_in(letters("check_asked")[0])
    desk, path = cast.sign_in(nele), f"/staff/budget/checks/{check.pk}/"
    facts = READER | {"reader_email": "wegen@stad.example", "due_on": day(12).isoformat()}
    assert desk.post(path, facts | {"reader_name": ""}).status_code == 200
    assert desk.post(path, facts).status_code == 302
    assert Client().get(old).status_code == 404
    new = page_in(Message.objects.get(address="wegen@stad.example"))
    assert Client().get(new).status_code == 200
    desk.post(path, {"away": "1"})
    assert not FeasibilityCheck.objects.exists()
    assert Client().get(new).status_code == 404


def test_nobody_makes_it_go_away_that_a_service_was_late(proposal: Proposal, nele: Person) -> None:
    check = ask(proposal, nele)
    FeasibilityCheck.objects.filter(pk=check.pk).update(due_on=day(-2))
    desk, path = cast.sign_in(nele), f"/staff/budget/checks/{check.pk}/"
    later = desk.post(path, READER | {"due_on": day(9).isoformat()}).content.decode()
    assert "De dag is voorbij" in later
    assert "De dag is voorbij" in desk.post(path, {"away": "1"}).content.decode()
    other = READER | {"reader_name": "Bram", "due_on": day(-2).isoformat()}
    assert desk.post(path, other).status_code == 302
    check.refresh_from_db()
    assert (check.reader_name, check.due_on) == ("Bram", day(-2))
    assert Line.objects.filter(act="check-moved").count() == 1


def test_who_may_not_ask_asks_nobody(proposal: Proposal, rosa: Person) -> None:
    path = f"/staff/budget/proposals/{proposal.pk}/checks/"
    assert cast.sign_in(rosa).get(path).status_code == 404
    there = cast.make_place(name="De Molen", slug="molen")
    bert = cast.sign_in(cast.make_staff(there, "Bert", role=Role.COORDINATOR))
    assert bert.get(path).status_code == 404
    els = Person.objects.get(first_name="Els")
    check = ask(proposal, els)
    assert check.asked_by == els
    assert Line.objects.get(act="check-asked").actor_kind == "authority"


def test_who_read_it_at_a_service_is_forgotten_and_what_it_said_stays(
    proposal: Proposal, nele: Person
) -> None:
    check = ask(proposal, nele)
    actions.answer_check(check, actions.Verdict(**IF), actor=nele, now=timezone.now())
    forget_old(timezone.now() + dt.timedelta(days=731))
    check.refresh_from_db()
    assert (check.reader_name, check.reader_email, check.escalates_to) == ("", "", "")
    assert check.condition == IF["condition"]


def test_a_service_is_not_asked_for_the_end_of_time(proposal: Proposal, nele: Person) -> None:
    path = f"/staff/budget/proposals/{proposal.pk}/checks/"
    asked = {**READER, "service": "Groendienst", "due_on": "9999-12-31"}
    page = cast.sign_in(nele).post(path, asked).content.decode()
    assert "has-error" in page
    assert "Karim Aziz" in page
    assert not FeasibilityCheck.objects.exists()
