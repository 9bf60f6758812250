"""After the end nothing moves any more, and two presses are one step: also when two colleagues press at once."""

import pytest
from django.utils import timezone
from django.utils.translation import gettext

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.models import Session, opened
from tests.apps.workshops.in_room import ROOM, an, fill, go, in_hand, phone_in, say, session
from tests.cast import sign_in

__all__ = ["an", "session"]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("act", "sent"), [("close", {}), ("move", {"to": "next"}), ("pause", {})])
def test_nothing_held_back_comes_out_after_the_end(
    session: Session, an: Person, act: str, sent: dict[str, str]
) -> None:
    phones, pool = [phone_in(session) for _number in range(6)], in_hand(session)
    for phone in phones[:3]:
        say(phone, pool)
    actions.end_session(session, actor=an, now=timezone.now())
    answer = sign_in(an).post(f"/staff/sessions/{session.pk}/{act}/", sent, follow=True)
    pool.refresh_from_db()
    session.refresh_from_db()
    assert answer.redirect_chain[-1][0] == f"/staff/sessions/{session.pk}/report/"
    assert opened(pool.shown) == []
    assert (session.part_at, session.is_paused) == (0, False)


def test_two_colleagues_press_next_and_the_room_goes_one_question_on(
    session: Session, an: Person
) -> None:
    me, nele = sign_in(an), sign_in(an)
    at, sent = f"/staff/sessions/{session.pk}/move/", {"to": "next", "at": session.place}
    assert f'name="at" value="{session.place}"' in nele.get(at[:-5]).content.decode()
    me.post(at, sent)
    assert nele.post(at, sent).status_code == 302
    session.refresh_from_db()
    assert session.place == "1.0"


def test_a_late_press_on_close_leaves_the_next_question_open(session: Session, an: Person) -> None:
    was = session.place
    go(session, an, "poll")
    sign_in(an).post(f"/staff/sessions/{session.pk}/close/", {"at": was})
    assert not in_hand(session).is_closed


def test_two_presses_on_wait_are_one_pause(session: Session, an: Person) -> None:
    for _press in range(2):
        sign_in(an).post(f"/staff/sessions/{session.pk}/pause/", {"paused": "1"})
    session.refresh_from_db()
    assert session.is_paused


def test_who_comes_in_after_all_have_answered_is_heard_too(session: Session, an: Person) -> None:
    """Five phones close the question by themselves; five more come in and answer."""
    trainer, at = sign_in(an), f"/staff/sessions/{session.pk}/"
    fill(session, 5)
    assert f"{at}close/" not in trainer.get(at).content.decode()
    late = [phone_in(session) for _number in range(7)]
    for phone in late[:5]:
        say(phone, in_hand(session))
    for page in (at, f"{at}screen/"):
        assert f"{at}close/" in trainer.get(page).content.decode()
    trainer.post(f"{at}close/", {"at": session.place})
    assert len(opened(in_hand(session).shown)) == 10
    assert f"{at}close/" not in trainer.get(at).content.decode()


def test_one_early_phone_does_not_see_its_own_line_on_the_screen(
    session: Session, an: Person
) -> None:
    fill(session, 1)
    assert opened(in_hand(session).shown) == []
    assert not in_hand(session).is_closed
    sign_in(an).post(f"/staff/sessions/{session.pk}/close/", {"at": session.place})
    assert len(opened(in_hand(session).shown)) == 1


def test_a_phone_reads_the_question_once(session: Session) -> None:
    page = phone_in(session).get(ROOM).content.decode()
    assert page.count(session.parts.get(position=0).title) == 1


def test_a_small_room_is_not_told_that_answers_come_by_five(session: Session, an: Person) -> None:
    told = gettext("Without a name. Answers are shown together, five or more at a time.")
    on_screen = gettext("Without a name, five or more at a time.")
    screen = f"/staff/sessions/{session.pk}/screen/"
    phone = phone_in(session)
    assert told not in phone.get(ROOM).content.decode()
    assert on_screen not in sign_in(an).get(screen).content.decode()
    for _number in range(4):
        phone_in(session)
    assert told in phone.get(ROOM).content.decode()
    assert on_screen in sign_in(an).get(screen).content.decode()
