"""A call on the desk: kept at every field, finished whole or not at all."""

import json
import uuid

import pytest

from gebuur.apps.care.models import HelpRequest, Proposal, State
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Call
from gebuur.apps.privacy.models import Sight
from gebuur.apps.volunteers.models import Offer
from tests import cast
from tests.apps.care.at_desk import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_field_is_saved_with_the_time_in_a_sentence(desk: Desk) -> None:
    call = desk.call()
    answer = desk.save(call, own_words="Een lamp", urgency="today")
    call.refresh_from_db()
    assert json.loads(answer.content)["saved"].startswith("Bewaard om ")
    assert (call.own_words, call.urgency) == ("Een lamp", "today")


def test_half_a_number_is_kept_as_it_was_typed(desk: Desk) -> None:
    call = desk.call("047")
    assert desk.save(call, phone="0475 12").status_code == 200
    assert 'value="0475 12"' in desk.page(call)
    assert "047" in desk.page(call)


def test_saving_one_field_leaves_the_others(desk: Desk) -> None:
    call = desk.call("Godelieve")
    desk.save(call, wish="Bel twee keer")
    desk.save(call, slots=["4", "10"])
    desk.save(call, task="walk")
    page = desk.page(call)
    assert "Bel twee keer" in page
    assert "Godelieve" in page
    call.refresh_from_db()
    assert (call.slots, call.task and call.task.key) == (1 << 4 | 1 << 10, "walk")


def test_emptying_every_moment_is_saved_too(desk: Desk) -> None:
    call = desk.call()
    desk.save(call, slots=["4"])
    desk.browser.post(f"/desk/calls/{call.pk}/save/", {"changed": ["slots"]})
    call.refresh_from_db()
    assert call.slots == 0


@pytest.mark.parametrize(
    "typed", ["09 000 00 42", "+32 9 000 00 42", "09/000.00.42", "Godel", "verhae", "spoelstraat"]
)
def test_a_neighbour_is_found_by_number_in_any_spelling_half_a_name_or_street(
    desk: Desk, typed: str
) -> None:
    cast.make_person(desk.place, "Godelieve", last_name="Verhaeghe", phone="+3290000042")
    call = desk.call()
    found = desk.browser.post(
        f"/desk/calls/{call.pk}/search/", {"caller": typed}, headers={"HX-Request": "true"}
    )
    assert "Godelieve Verhaeghe" in found.content.decode()


def test_somebody_with_another_number_is_offered_as_a_possible_double(desk: Desk) -> None:
    cast.make_person(desk.place, "Godelieve", last_name="Verhaege", phone="+3290000099")
    page = desk.page(desk.call("09 000 00 42, Godelieve"))
    assert "Godelieve Verhaege" in page
    assert "ander nummer" in page


def test_choosing_who_it_is_brings_her_languages_and_shows_what_she_asked_already(
    desk: Desk,
) -> None:
    emine = cast.make_person(desk.place, "Emine", language="tr", languages=["tr", "nl"])
    desk.ask(emine, "walk")
    call = desk.call("Emine")
    desk.post(call, "search", caller="Emine", this_is=str(emine.pk))
    assert call.seeker == emine
    assert call.languages == ["tr", "nl"]
    assert "nieuw" in desk.page(call)


def test_opening_a_call_of_somebody_known_is_noted_for_her(desk: Desk) -> None:
    rosa = cast.make_person(desk.place, "Rosa")
    desk.browser.post("/desk/calls/", {"person": str(rosa.pk)})
    desk.page(HelpRequest.objects.get(state=State.DRAFT))
    assert Sight.objects.filter(person=rosa, reader=desk.an, page="care:intake-call").exists()


def test_a_first_name_is_enough_for_somebody_new(desk: Desk) -> None:
    call = desk.call("Marie")
    answer = desk.post(call, "finish", caller="Marie", task="groceries", then="later")
    assert answer["Location"] == f"/desk/requests/{call.pk}/"
    assert call.state == State.NEW
    assert call.seeker is not None
    assert (call.seeker.first_name, call.seeker.phone) == ("Marie", "")


def test_one_line_is_read_into_name_number_and_door(desk: Desk) -> None:
    call = desk.call("")
    line = "0475 12 34 56, Marie Peeters, spoelstr 11"
    desk.post(call, "finish", caller=line, task="groceries", then="later")
    marie = call.seeker
    assert marie is not None
    assert (marie.full_name, marie.phone, marie.address) == (
        "Marie Peeters",
        "+32475123456",
        "Spoelstraat 11",
    )


def test_who_calls_for_somebody_else_is_kept_with_how_they_know_each_other(desk: Desk) -> None:
    call = desk.call("Godelieve")
    desk.post(
        call, "finish", caller="Godelieve", task="groceries", then="later",
        asked_by_name="Katrien", asked_by_phone="09 000 00 43", asked_by_relation="dochter",
    )  # fmt: skip
    assert call.asked_by is not None
    assert call.asked_by.phone == "+3290000043"
    assert call.asked_by_relation == "dochter"


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"caller": ""}, "Een voornaam is genoeg"),
        ({"asked_by_name": "K" * 61}, "niet meer dan 60 tekens"),
        ({"task": ""}, "Kies waarmee een buur kan helpen"),
        ({"street": "Nergenslaan"}, "Deze straat kennen we niet"),
        ({"phone": "0475 12"}, "ontbreken"),
    ],
)
def test_finishing_too_early_says_what_is_missing_and_keeps_the_rest(
    desk: Desk, missing: dict[str, str], sentence: str
) -> None:
    call = desk.call()
    typed = {"caller": "Marie", "task": "walk", "wish": "Bel twee keer"} | missing
    page = desk.post(call, "finish", then="later", **typed).content.decode()
    assert sentence in page
    assert "Bel twee keer" in page
    assert call.state == State.DRAFT
    assert not Person.objects.filter(first_name="Marie").exists()


def test_the_first_in_the_row_is_asked_when_the_call_ends(desk: Desk) -> None:
    joris, emine = desk.helper("Joris"), desk.helper("Emine")
    call = desk.call("Godelieve, Spoelstraat 9")
    row = [str(emine.pk), str(joris.pk)]
    desk.post(
        call, "finish", caller="Godelieve, Spoelstraat 9", task="groceries", then="ask", row=row
    )
    states = dict(call.proposals.values_list("offer", "state"))
    assert states == {emine.pk: Proposal.State.ASKED, joris.pk: Proposal.State.PICKED}


def test_the_row_shows_reasons_and_can_be_skipped_and_swapped_without_script(desk: Desk) -> None:
    desk.helper("Joris"), desk.helper("Emine")
    call = desk.call("Godelieve, Spoelstraat 9")
    desk.post(call, "rank", caller="Godelieve, Spoelstraat 9", task="groceries")
    first, second = _row(desk.page(call))
    name = Offer.objects.get(pk=first).person.first_name
    assert f"Vraag eerst {name}" in desk.page(call)
    desk.post(call, "rank", caller="Godelieve, Spoelstraat 9", task="groceries", swap_now="1")
    assert _row(desk.page(call)) == [second, first]
    desk.post(call, "rank", caller="Godelieve, Spoelstraat 9", task="groceries", skip_now=second)
    assert _row(desk.page(call)) == [first]
    desk.post(
        call, "rank", caller="Godelieve, Spoelstraat 9", task="groceries", skip=second, unskip="1"
    )
    assert _row(desk.page(call)) == [first, second]


def _row(page: str) -> list[str]:
    return [part.split('"')[0] for part in page.split('name="row" value="')[1:]]


def test_a_parked_call_waits_as_a_tab_with_everything_in_it(desk: Desk) -> None:
    call = desk.call()
    desk.post(call, "park", caller="Rosa M", wish="Er is een hond")
    assert call.parked_at is not None
    other = desk.call("Godelieve")
    assert "Rosa M" in desk.page(other)
    assert "Er is een hond" in desk.page(call)


def test_a_call_that_was_nothing_leaves_nothing(desk: Desk) -> None:
    call = desk.call("verkeerd nummer")
    desk.browser.post(f"/desk/calls/{call.pk}/drop/")
    assert not HelpRequest.objects.exists()


def test_a_call_can_become_somebody_to_phone_back(desk: Desk) -> None:
    call = desk.call()
    desk.browser.post(
        f"/desk/calls/{call.pk}/later/",
        {"caller": "Rosa, 09 000 00 77", "own_words": "Past donderdag?"},
    )
    waiting = Call.objects.get()
    assert (waiting.name, waiting.phone, waiting.about) == (
        "Rosa",
        "+3290000077",
        "Past donderdag?",
    )
    assert not HelpRequest.objects.exists()


def test_a_late_autosave_does_not_bring_a_finished_call_back(desk: Desk) -> None:
    call = desk.call("Marie")
    desk.post(call, "finish", caller="Marie", task="groceries", then="later")
    answer = desk.save(call, wish="te laat")
    call.refresh_from_db()
    assert (answer.status_code, call.state, call.wish) == (422, State.NEW, "")


def test_a_stranger_sees_nothing_of_a_call(desk: Desk) -> None:
    call = desk.call("Godelieve")
    over_there = cast.make_place(name="De Molen", slug="molen")
    bert = cast.sign_in(cast.make_staff(over_there, "Bert"))
    foreign = bert.get(f"/desk/calls/{call.pk}/")
    missing = bert.get(f"/desk/calls/{uuid.uuid4()}/")
    assert (foreign.status_code, missing.status_code) == (404, 404)
    for step in ("save", "search", "rank", "park", "drop", "later", "hand-over", "finish"):
        assert bert.post(f"/desk/calls/{call.pk}/{step}/").status_code == 404


def test_somebody_of_another_neighbourhood_cannot_be_chosen(desk: Desk) -> None:
    zoe = cast.make_person(cast.make_place(name="De Molen", slug="molen"), "Zoe")
    call = desk.call()
    assert desk.post(call, "search", this_is=str(zoe.pk)).status_code == 404
    assert desk.save(call, seeker=str(zoe.pk)).status_code == 404


@pytest.mark.parametrize(
    "typed",
    [
        {"seeker": "x"},
        {"slots": "99"},
        {"task": "nope"},
        {"clear_until": "31/02"},
        {"caller": "\x00"},
        {"languages": "xx"},
    ],
)
def test_rubbish_is_never_an_error_page(desk: Desk, typed: dict[str, str]) -> None:
    call = desk.call()
    assert desk.save(call, **typed).status_code in (200, 404)
    assert desk.post(call, "finish", then="later", **typed).status_code in (200, 302, 404)


def test_the_call_asks_as_many_questions_of_the_database_in_a_big_neighbourhood(desk: Desk) -> None:
    call = desk.call("Godelieve, Spoelstraat 9")
    _fill(desk, 2)
    desk.post(call, "rank", caller="Godelieve, Spoelstraat 9", task="groceries")
    few = desk.queries_for(f"/desk/calls/{call.pk}/")
    _fill(desk, 9)
    assert desk.queries_for(f"/desk/calls/{call.pk}/") == few


def _fill(desk: Desk, count: int) -> None:
    for number in range(count):
        desk.helper(f"Helper{number}")
        seeker = cast.make_person(desk.place, "Godelieve", last_name=f"Buur{number}")
        desk.ask(seeker)
