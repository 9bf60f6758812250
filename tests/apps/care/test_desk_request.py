"""A request on the desk: where it stands, and every step somebody takes on the phone."""

import datetime as dt
import uuid

import pytest
from django.utils import timezone

from gebuur.apps.boundaries.models import Concern
from gebuur.apps.care.models import Feedback, HelpRequest, Match, Proposal, State, Visit
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Message
from gebuur.apps.privacy.models import Sight
from tests import cast
from tests.apps.care.at_desk import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def godelieve(desk: Desk) -> Person:
    return cast.make_person(desk.place, "Godelieve", last_name="Verhaeghe", phone="+3290000042")


@pytest.fixture
def asked(desk: Desk, godelieve: Person) -> HelpRequest:
    return desk.ask(godelieve, wish="Bel twee keer")


def pick(desk: Desk, asked: HelpRequest, *names: str) -> list[Proposal]:
    offers = [str(desk.helper(name).pk) for name in names]
    desk.browser.post(f"/desk/requests/{asked.pk}/ask/", {"offer": offers})
    asked.refresh_from_db()
    return list(asked.proposals.order_by("turn"))


def test_the_page_says_where_it_stands_and_who_can_help(desk: Desk, asked: HelpRequest) -> None:
    desk.helper("Joris")
    page = desk.detail(asked)
    assert "Kies wie we vragen." in page
    assert "Joris" in page
    assert "Een buur vroeg dit." in page


def test_whoever_opens_a_request_is_noted_for_its_seeker(
    desk: Desk, asked: HelpRequest, godelieve: Person
) -> None:
    desk.detail(asked)
    assert Sight.objects.get(person=godelieve).page == "care:request-detail"


def test_the_title_of_the_page_says_nothing_about_who_or_what(
    desk: Desk, asked: HelpRequest
) -> None:
    title = desk.detail(asked).split("<title>")[1].split("</title>")[0]
    assert "Godelieve" not in title
    assert "Boodschappen" not in title


def test_helpers_are_asked_in_the_order_they_were_chosen(desk: Desk, asked: HelpRequest) -> None:
    first, second = pick(desk, asked, "Joris", "Emine")
    assert (first.state, second.state) == (Proposal.State.ASKED, Proposal.State.PICKED)
    assert "Joris is gevraagd" in desk.detail(asked).replace("Joris.", "Joris")


@pytest.mark.parametrize("count", [0, 4])
def test_asking_nobody_or_too_many_says_how_many(
    desk: Desk, asked: HelpRequest, count: int
) -> None:
    pick(desk, asked, *[f"Helper{number}" for number in range(count)])
    assert not asked.proposals.exists()
    assert "één, twee of drie" in desk.detail(asked)


def test_a_yes_on_the_phone_leads_to_the_seeker(desk: Desk, asked: HelpRequest) -> None:
    [joris] = pick(desk, asked, "Joris")
    desk.browser.post(f"/desk/proposals/{joris.pk}/answer/", {"answer": "yes"})
    page = desk.detail(asked)
    assert "Joris zei ja. Wat zegt Godelieve?" in page


def test_not_this_time_goes_to_the_next_one(desk: Desk, asked: HelpRequest) -> None:
    joris, emine = pick(desk, asked, "Joris", "Emine")
    desk.browser.post(f"/desk/proposals/{joris.pk}/answer/", {"answer": "no"})
    emine.refresh_from_db()
    assert emine.state == Proposal.State.ASKED
    assert "deze keer niet" in desk.detail(asked)


def test_yes_and_not_this_time_are_the_same_button(desk: Desk, asked: HelpRequest) -> None:
    pick(desk, asked, "Joris")
    assert desk.detail(asked).count('class="say"') == 2


def test_the_seeker_says_yes_on_the_phone_with_a_first_time(desk: Desk, asked: HelpRequest) -> None:
    [joris] = pick(desk, asked, "Joris")
    desk.browser.post(f"/desk/proposals/{joris.pk}/answer/", {"answer": "yes"})
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    typed = {"answer": "yes", "first_on": tomorrow.isoformat(), "part": "1", "at": "14u30"}
    desk.browser.post(f"/desk/proposals/{joris.pk}/confirm/", typed)
    visit = Visit.objects.get(match__request=asked)
    assert (visit.on, visit.at) == (tomorrow, dt.time(14, 30))
    assert "Afgesproken met Joris" in desk.detail(asked)


def test_a_yes_without_a_day_says_what_is_missing_and_keeps_the_hour(
    desk: Desk, asked: HelpRequest
) -> None:
    [joris] = pick(desk, asked, "Joris")
    desk.browser.post(f"/desk/proposals/{joris.pk}/answer/", {"answer": "yes"})
    answer = desk.browser.post(
        f"/desk/proposals/{joris.pk}/confirm/",
        {"answer": "yes", "first_on": "", "part": "1", "at": "14:30"},
    )
    assert answer.status_code == 422
    assert "14:30" in answer.content.decode()
    assert not Match.objects.exists()


def test_rather_somebody_else_needs_no_reason(desk: Desk, asked: HelpRequest) -> None:
    joris, emine = pick(desk, asked, "Joris", "Emine")
    desk.browser.post(f"/desk/proposals/{joris.pk}/answer/", {"answer": "yes"})
    desk.browser.post(f"/desk/proposals/{joris.pk}/confirm/", {"answer": "no"})
    emine.refresh_from_db()
    assert emine.state == Proposal.State.ASKED


def test_turns_are_swapped_and_somebody_is_skipped(desk: Desk, asked: HelpRequest) -> None:
    _joris, emine, luc = pick(desk, asked, "Joris", "Emine", "Luc")
    both = {"first": str(emine.pk), "second": str(luc.pk)}
    desk.browser.post(f"/desk/requests/{asked.pk}/swap/", both)
    luc.refresh_from_db()
    assert luc.turn == 2
    desk.browser.post(f"/desk/proposals/{luc.pk}/skip/")
    luc.refresh_from_db()
    assert luc.state == Proposal.State.WITHDRAWN


def test_an_amber_question_asks_for_limits_before_anybody_is_asked(
    desk: Desk, godelieve: Person
) -> None:
    asked = desk.ask(godelieve, "device")
    assert "Alleen met jouw ja" in desk.detail(asked)
    empty = desk.browser.post(f"/desk/requests/{asked.pk}/clear/", {"minutes": ""})
    assert (empty.status_code, "hoeveel minuten" in empty.content.decode()) == (422, True)
    desk.browser.post(f"/desk/requests/{asked.pk}/clear/", {"minutes": "45", "note": "Geen codes"})
    page = desk.detail(asked)
    assert "Hoogstens 45 minuten. An zei ja." in page
    assert "Alleen met jouw ja" not in page


def test_the_board_takes_a_question_and_gives_it_back(desk: Desk, asked: HelpRequest) -> None:
    for on, hangs in (("1", True), ("0", False)):
        desk.browser.post(f"/desk/requests/{asked.pk}/board/", {"on": on})
        asked.refresh_from_db()
        assert asked.on_board is hangs


def test_no_question_is_closed_without_a_word_to_the_seeker(desk: Desk, asked: HelpRequest) -> None:
    address = f"/desk/requests/{asked.pk}/stop/"
    silent = desk.browser.post(address, {"reason": "nobody_found", "word": " "})
    assert "Niemand blijft zonder antwoord" in silent.content.decode()
    desk.browser.post(address, {"reason": "nobody_found", "word": "We zoeken in januari opnieuw."})
    asked.refresh_from_db()
    assert asked.state == State.STOPPED
    assert "we vonden niemand" in desk.detail(asked)
    assert "We zoeken in januari opnieuw." in Message.objects.get(thing=asked.pk).body


@pytest.fixture
def visit(desk: Desk, godelieve: Person) -> Visit:
    match = desk.agree(godelieve, desk.helper("Joris"), on=timezone.localdate())
    return match.visits.earliest("on")


def test_what_is_done_asks_nobody_for_a_yes_any_more(desk: Desk, visit: Visit) -> None:
    desk.browser.post(f"/desk/visits/{visit.pk}/outcome/", {"outcome": "done"})
    page = desk.detail(visit.match.request)
    assert "Joris zei ja" not in page
    assert 'name="first_on"' not in page
    assert "Joris" in page.split("Hoe het ging")[1]


def test_a_visit_is_done_in_one_press_and_feedback_is_told_by_phone(
    desk: Desk, visit: Visit
) -> None:
    desk.browser.post(f"/desk/visits/{visit.pk}/outcome/", {"outcome": "done"})
    visit.refresh_from_db()
    assert visit.state == Visit.State.DONE
    told = {
        "side": "seeker",
        "was_good": "yes",
        "again": "yes",
        "thanks": "Dank je",
        "channel": "phone",
    }
    desk.browser.post(f"/desk/visits/{visit.pk}/feedback/", told)
    feedback = Feedback.objects.get()
    assert (feedback.by_seeker, feedback.noted_by, feedback.thanks) == (True, desk.an, "Dank je")
    assert "Godelieve: het was goed." in desk.detail(visit.match.request)


def test_a_worry_heard_by_phone_goes_to_professionals_only(desk: Desk, visit: Visit) -> None:
    address = f"/desk/visits/{visit.pk}/worry/"
    assert "in een paar woorden" in desk.browser.post(address, {"worry": ""}).content.decode()
    desk.browser.post(address, {"worry": "De koelkast is leeg."})
    assert Concern.objects.get().text == "De koelkast is leeg."
    assert "De koelkast is leeg." not in desk.detail(visit.match.request)


def test_an_outcome_told_twice_says_so(desk: Desk, visit: Visit) -> None:
    for _twice in range(2):
        desk.browser.post(f"/desk/visits/{visit.pk}/outcome/", {"outcome": "done"})
    assert visit.match.request.matches.count() == 1
    assert (
        desk.browser.post(f"/desk/visits/{visit.pk}/outcome/", {"outcome": "x"}).status_code == 404
    )


def test_one_time_is_called_off_and_the_helper_is_told(desk: Desk, visit: Visit) -> None:
    desk.browser.post(f"/desk/visits/{visit.pk}/call-off/")
    visit.refresh_from_db()
    assert visit.state == Visit.State.CALLED_OFF


def test_when_a_helper_cannot_go_on_the_question_is_open_again(desk: Desk, visit: Visit) -> None:
    address = f"/desk/matches/{visit.match_id}/end/"
    assert "kan niet meer" in desk.browser.get(address).content.decode()
    desk.browser.post(address)
    visit.match.request.refresh_from_db()
    assert visit.match.request.state == State.SEARCHING


def test_both_cards_are_printed_from_the_desk_and_the_look_is_noted(
    desk: Desk, visit: Visit, godelieve: Person
) -> None:
    for side, name in (("seeker", "Joris"), ("helper", "Godelieve")):
        card = desk.browser.get(f"/desk/matches/{visit.match_id}/card/{side}/")
        assert name in card.content.decode()
        paper = desk.browser.get(f"/desk/matches/{visit.match_id}/card/{side}/pdf/")
        assert paper.content.startswith(b"%PDF")
    assert Sight.objects.filter(person=godelieve, page="care:desk-card").count() == 4
    assert desk.browser.get(f"/desk/matches/{visit.match_id}/card/nobody/").status_code == 404


def test_a_stranger_sees_no_request_and_takes_no_step(desk: Desk, visit: Visit) -> None:
    over_there = cast.make_place(name="De Molen", slug="molen")
    bert = cast.sign_in(cast.make_staff(over_there, "Bert"))
    match, asked = visit.match, visit.match.request
    opened = [f"requests/{asked.pk}/", f"requests/{asked.pk}/stop/", f"visits/{visit.pk}/worry/"]
    opened += [
        f"visits/{visit.pk}/feedback/",
        f"matches/{match.pk}/end/",
        f"matches/{match.pk}/card/helper/",
    ]
    for address in [*opened, f"requests/{uuid.uuid4()}/"]:
        assert bert.get(f"/desk/{address}").status_code == 404, address
    steps = [f"requests/{asked.pk}/{step}/" for step in ("ask", "swap", "clear", "board", "stop")]
    steps += [f"proposals/{match.proposal_id}/{step}/" for step in ("skip", "answer", "confirm")]
    steps += [f"visits/{visit.pk}/{step}/" for step in ("outcome", "call-off")]
    for address in steps:
        answer = bert.post(f"/desk/{address}", {"offer": str(match.offer_id), "on": "1"})
        assert answer.status_code == 404, address


def test_the_page_asks_as_many_questions_of_the_database_with_a_long_history(
    desk: Desk, godelieve: Person
) -> None:
    asked = desk.ask(godelieve)
    desk.helper("Joris"), desk.helper("Luc")
    address = f"/desk/requests/{asked.pk}/"
    few = desk.queries_for(address)
    for number in range(6):
        desk.helper(f"Helper{number}")
    assert desk.queries_for(address) == few
