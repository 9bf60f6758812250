"""Coming into the room with a code or the square, and what a phone sees while the facilitator goes on."""

import datetime as dt
import re
from collections.abc import Callable
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions, queries
from gebuur.apps.workshops.models import Pool, Seat, Session
from gebuur.apps.workshops.views import room
from gebuur.core.tokens import LETTERS
from tests import cast
from tests.apps.workshops.in_room import (
    JOIN,
    ROOM,
    an,
    fill,
    go,
    in_hand,
    open_room,
    phone_in,
    say,
    session,
)

__all__ = ["an", "session"]
pytestmark = pytest.mark.django_db
UNKNOWN = "We do not know this code. Look at the screen once more, or scan the square code."
TOO_MANY = "Too many wrong codes were typed. Scan the square code on the screen."


def typed(phone: Client, code: str, *, here: str = "10.0.0.1") -> str:
    """Type a code; tells what the page says, or where it leads."""
    answer = phone.post(JOIN, {"code": code}, REMOTE_ADDR=here)
    return answer.headers.get("Location") or answer.content.decode()


def without_token(text: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)


def page(phone: Client) -> str:
    return phone.get(ROOM).content.decode()


def test_the_code_may_be_typed_small_and_with_spaces(session: Session) -> None:
    code = session.code
    for way in (code, code.lower(), f" {code[:3]} {code[3:]} ", f"{code[:3]}-{code[3:]}"):
        assert typed(Client(), way) == ROOM
    assert session.seats.count() == 4


def test_the_square_code_asks_one_press(session: Session) -> None:
    door, phone = f"/w/{queries.door_of(session)}/", Client()
    assert session.title in phone.get(door).content.decode()
    assert not session.seats.exists()
    assert phone.post(door).headers["Location"] == ROOM
    assert phone.get(ROOM).status_code == 200


def test_who_comes_late_sees_the_question_in_hand(session: Session, an: Person) -> None:
    pool = go(session, an, "poll")
    assert f'data-answer="{pool.pk if pool else ""}"' in page(phone_in(session))


def test_who_comes_again_keeps_her_seat(session: Session) -> None:
    phone = phone_in(session)
    say(phone, in_hand(session))
    typed(phone, session.code)
    phone.post(f"/w/{queries.door_of(session)}/")
    assert session.seats.count() == 1
    assert gettext("Your answer is in") in page(phone)


def test_a_seat_of_another_room_is_no_seat_here(session: Session, an: Person) -> None:
    other = open_room(an)
    phone = phone_in(other)
    assert say(phone, in_hand(session)) == 404
    assert in_hand(session).answered == 0
    typed(phone, session.code)
    assert (session.seats.count(), other.seats.count()) == (1, 1)


@pytest.mark.parametrize(
    "code", ["", " ", "ABCDEF", "ÀÉÎ", "\x00", "'; drop", "Z" * 20, "A" * 5_000]
)
def test_a_wrong_code_is_told_in_a_sentence(session: Session, code: str) -> None:
    answer = Client().post(JOIN, {"code": code})
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode() or "has-error" in answer.content.decode()
    assert not session.seats.exists()


@pytest.mark.usefixtures("one_hour")
def test_after_many_wrong_codes_only_the_square_opens(session: Session) -> None:
    for number in range(room.WRONG_FROM_EVERYBODY):
        assert gettext(UNKNOWN) in typed(Client(), "AAAAAA", here=f"10.0.{number % 7}.1")
    assert gettext(TOO_MANY) in typed(Client(), session.code, here="10.9.9.9")
    assert Client().post(f"/w/{queries.door_of(session)}/").headers["Location"] == ROOM


@pytest.mark.usefixtures("one_hour")
def test_one_place_that_guesses_does_not_stop_the_others(session: Session) -> None:
    for _number in range(room.WRONG_FROM_ONE_PLACE):
        typed(Client(), "AAAAAA", here="10.0.0.66")
    assert gettext(TOO_MANY) in typed(Client(), session.code, here="10.0.0.66")
    assert typed(Client(), session.code, here="10.0.0.1") == ROOM


def test_a_right_code_counts_as_no_try(session: Session) -> None:
    for _number in range(room.WRONG_FROM_EVERYBODY + 5):
        assert typed(Client(), session.code) == ROOM


def test_guessing_a_code_succeeds_less_than_once_in_a_million(session: Session) -> None:
    """Tries are counted per hour of the clock, so a session of eight hours touches nine of them."""
    hours = actions.LONGEST // dt.timedelta(hours=1) + 1
    tries = hours * room.WRONG_FROM_EVERYBODY
    assert len(session.code) == 6
    assert set(session.code) <= set(LETTERS)
    assert tries / len(LETTERS) ** len(session.code) < 1e-6


@pytest.mark.parametrize("door", ["x", "A" * 35, "é", "A" * 4_000, "%00"])
def test_a_square_that_is_not_ours_is_404(session: Session, door: str) -> None:
    assert Client().get(f"/w/{door}/").status_code == 404
    assert Client().post(f"/w/{door}/").status_code == 404


@pytest.mark.parametrize("cookie", ["", "a:b:c"])
def test_without_a_seat_the_room_is_not_there(session: Session, cookie: str) -> None:
    phone = Client()
    phone.cookies[room.COOKIE] = cookie
    for address in (ROOM, f"{ROOM}state/", f"{ROOM}intention/"):
        assert phone.get(address).status_code == 404
    assert phone.post(ROOM, {"pool": str(in_hand(session).pk), "line": "Hallo"}).status_code == 404


def test_the_cookie_of_a_seat_is_out_of_reach_of_scripts(session: Session) -> None:
    cookie = phone_in(session).cookies[room.COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == actions.LONGEST.total_seconds()


def test_a_pause_is_a_quiet_screen(session: Session, an: Person) -> None:
    phone = phone_in(session)
    actions.set_paused(session, is_paused=True, actor=an)
    assert "data-answer" not in page(phone)
    actions.set_paused(session, is_paused=False, actor=an)
    assert "data-answer" in page(phone)


def test_the_state_changes_when_a_phone_must_look(session: Session, an: Person) -> None:
    phone, _other = phone_in(session), phone_in(session)
    before = phone.get(f"{ROOM}state/").json()
    say(phone, in_hand(session))
    answered = phone.get(f"{ROOM}state/").json()
    assert answered == before | {"answered": 1}
    versions = {before["version"]}
    actions.close_stage(session, actor=an)
    versions.add(phone.get(f"{ROOM}state/").json()["version"])
    actions.set_paused(session, is_paused=True, actor=an)
    versions.add(phone.get(f"{ROOM}state/").json()["version"])
    go(session, an, "poll")
    versions.add(phone.get(f"{ROOM}state/").json()["version"])
    actions.end_session(session, actor=an, now=timezone.now())
    versions.add(phone.get(f"{ROOM}state/").json()["version"])
    assert len(versions) == 5


def test_a_script_gets_the_part_that_changes_and_who_has_none_the_page(session: Session) -> None:
    phone = phone_in(session)
    part = phone.get(ROOM, HTTP_X_REQUESTED_WITH="fetch").content.decode()
    assert part.startswith("<div data-live-part")
    assert without_token(part.strip()) in without_token(page(phone))
    sent = {"pool": str(in_hand(session).pk), "line": "Samen koken."}
    answer = phone.post(ROOM, sent, HTTP_X_REQUESTED_WITH="fetch")
    assert answer.status_code == 200
    assert answer.content.decode().startswith("<div data-live-part")
    assert gettext("Your answer is in") in answer.content.decode()


def test_at_the_end_the_code_and_all_hashes_are_gone(session: Session, an: Person) -> None:
    phone, code, door = phone_in(session), session.code, f"/w/{queries.door_of(session)}/"
    say(phone, in_hand(session))
    actions.end_session(session, actor=an, now=timezone.now())
    session.refresh_from_db()
    assert session.code == ""
    assert not Seat.objects.exists()
    assert not Pool.objects.exclude(turns=[]).exists()
    assert gettext(UNKNOWN) in typed(Client(), code)
    assert gettext("This workshop has ended") in Client().post(door).content.decode()
    assert gettext("The workshop is over") in page(phone)
    assert say(phone, Pool.objects.filter(part__session=session)[0]) == 302
    assert sum(Pool.objects.values_list("answered", flat=True)) == 1


def test_a_room_that_nobody_ended_is_over_after_eight_hours(session: Session, an: Person) -> None:
    phone = phone_in(session)
    later = timezone.now()
    Session.objects.update(ends_at=later)
    assert gettext("The workshop is over") in page(phone)
    assert say(phone, Pool.objects.filter(part__session=session)[0]) == 302
    assert gettext(UNKNOWN) in typed(Client(), session.code)
    assert (
        gettext("This workshop has ended")
        in Client().post(f"/w/{queries.door_of(session)}/").content.decode()
    )
    assert actions.end_old_sessions(now=later) == 1
    assert actions.end_old_sessions(now=later) == 0
    assert not Session.objects.exclude(code="").exists()


def test_a_colleague_of_the_same_place_may_take_over(session: Session, an: Person) -> None:
    nele = cast.sign_in(cast.make_staff(an.neighbourhood, "Nele"))
    at = f"/staff/sessions/{session.pk}/"
    assert nele.get(at).status_code == 200
    assert nele.get(f"{at}screen/").status_code == 200
    assert nele.post(f"{at}move/", {"to": "next"}).status_code == 302
    assert in_hand(session).stage == "poll"
    assert nele.post(f"{at}close/").status_code == 302
    assert in_hand(session).is_closed
    assert nele.post(f"{at}pause/").status_code == 302
    assert Session.objects.get().is_paused


@pytest.mark.parametrize("act", ["move", "close", "pause", "hide", "end", "note"])
def test_who_works_elsewhere_finds_no_room(session: Session, act: str) -> None:
    there = cast.make_place(name="De Molen", slug="molen")
    bert, zoe = cast.make_staff(there, "Bert"), cast.make_person(there, "Zoe")
    cast.make_user(zoe, "zoe@molen.example")
    at = f"/staff/sessions/{session.pk}/{act}/"
    assert cast.sign_in(bert).post(at).status_code == 404
    assert cast.sign_in(zoe).post(at).status_code in {302, 403, 404}
    assert Client().post(at).status_code in {302, 404}
    session.refresh_from_db()
    assert (session.closed_at, session.is_paused, in_hand(session).stage) == (
        None,
        False,
        "question",
    )


def test_who_works_elsewhere_cannot_act_either(session: Session) -> None:
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    now = timezone.now()
    refusals: tuple[Callable[[], None], ...] = (
        partial(actions.move, session, 1, 0, actor=bert, now=now),
        partial(actions.close_stage, session, actor=bert),
        partial(actions.set_paused, session, is_paused=True, actor=bert),
        partial(actions.end_session, session, actor=bert, now=now),
        partial(actions.set_hidden, in_hand(session), "x", is_hidden=True, actor=bert),
    )
    for refused in refusals:
        with pytest.raises(PermissionDenied):
            refused()


@pytest.mark.parametrize("to", ["", "nowhere", "back", "\x00", "9" * 400])
def test_moving_to_rubbish_moves_no_further_than_the_welcome(
    session: Session, an: Person, to: str
) -> None:
    browser = cast.sign_in(an)
    for _time in range(3):
        assert browser.post(f"/staff/sessions/{session.pk}/move/", {"to": to}).status_code == 302
    session.refresh_from_db()
    assert (session.part_at, session.stage_at) == ((-1, 0) if to == "back" else (0, 0))


def test_a_line_can_be_hidden_and_put_back(session: Session, an: Person) -> None:
    fill(session, 5)
    pool, browser = in_hand(session), cast.sign_in(an)
    stage = queries.scene_of(session).stage
    assert stage is not None
    line = queries.results_of(pool, stage).visible[0]
    at = f"/staff/sessions/{session.pk}/"
    sent = {"pool": str(pool.pk), "line": line.id, "hide": "1"}
    browser.post(f"{at}hide/", sent)
    assert line.line not in browser.get(f"{at}screen/").content.decode()
    assert line.line in browser.get(at).content.decode()
    assert line.line not in page(phone_in(session))
    browser.post(f"{at}hide/", sent | {"hide": "0"})
    assert line.line in browser.get(f"{at}screen/").content.decode()
    assert browser.post(f"{at}hide/", sent | {"pool": "x"}).status_code == 404
    assert browser.post(f"{at}hide/", sent | {"line": "x"}).status_code == 302
