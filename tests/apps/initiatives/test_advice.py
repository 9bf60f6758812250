"""An advice gets an answer with reasons by a day; a late one is seen by the whole group."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Advice, Member
from gebuur.apps.outbox.models import Message
from tests import cast
from tests.apps.initiatives.supported import Supported, was_told

pytestmark = pytest.mark.django_db


def advise(story: Supported, **other: Any) -> Advice:
    facts: dict[str, Any] = {
        "to_supporter": story.support,
        "answer_by": story.today + dt.timedelta(7),
    } | other
    return actions.give_advice("Zet er een bank", actor=story.second, now=story.now, **facts)


def test_an_advice_is_written_answered_and_read() -> None:
    story = Supported()
    luc, an = story.browser(story.luc), story.browser(story.an)
    soon = story.today + dt.timedelta(7)
    typed = {"text": "Zet er een bank", "to": str(story.support.pk), "answer_by": soon}
    assert luc.post(story.path("advice/new/"), typed).status_code == 302
    advice = Advice.objects.get()
    assert Message.objects.filter(person=story.an).exists()
    page = an.get("/staff/support/").content.decode()
    assert "Zet er een bank" in page
    path = f"/staff/advice/{advice.pk}/answer/"
    assert "Luc" not in an.get(path).content.decode()
    page = an.post(path, {"answer": "partly"}).content.decode()
    assert "Schrijf de redenen" in page
    an.post(path, {"answer": "partly", "reasons": "Eén bank past in het budget."})
    page = luc.get(story.path("support/")).content.decode()
    assert "Eén bank past in het budget." in page
    assert "Deels overgenomen" in page
    assert Line.objects.filter(act="advice-answered", actor=story.an.pseudonym).exists()
    assert was_told(story.luc, "met redenen")
    assert "Eén bank past" in an.get(path).content.decode()
    an.post(path, {"answer": "not", "reasons": "Toch niet."})
    advice.refresh_from_db()
    assert (advice.answer, advice.reasons) == ("partly", "Eén bank past in het budget.")


@pytest.mark.parametrize("day", ["", "ooit", "2020-01-01", "2999-01-01"])
def test_a_day_that_cannot_be_keeps_what_was_typed(day: str) -> None:
    story = Supported()
    typed = {"text": "Zet er een bank", "to": "service", "answer_by": day}
    page = story.browser(story.luc).post(story.path("advice/new/"), typed).content.decode()
    assert 'class="error"' in page
    assert "Zet er een bank" in page
    assert not Advice.objects.exists()


def test_nothing_filled_in_says_what_is_missing() -> None:
    story = Supported()
    page = story.browser(story.luc).post(story.path("advice/new/"), {}).content.decode()
    assert "Schrijf je advies." in page
    assert "Kies aan wie je schrijft." in page


def test_a_late_answer_is_seen_and_reminded_of_once() -> None:
    story = Supported()
    advise(story)
    soon = story.now + dt.timedelta(days=5)
    assert (actions.remind_of_advice(now=soon), actions.remind_of_advice(now=soon)) == (1, 0)
    Advice.objects.update(answer_by=story.today - dt.timedelta(days=1))
    luc = story.browser(story.luc)
    assert "nog geen antwoord" in luc.get(story.path("support/")).content.decode()
    assert "wacht te lang op een antwoord" in luc.get(story.path()).content.decode()


def test_advice_to_nobody_in_particular_is_for_all_who_work_here() -> None:
    story = Supported()
    bert = cast.make_staff(story.place, "Bert")
    own, open_to_all = advise(story), advise(story, to_supporter=None)
    browser = story.browser(bert)
    assert browser.get(f"/staff/advice/{own.pk}/answer/").status_code == 404
    path = f"/staff/advice/{open_to_all.pk}/answer/"
    assert browser.post(path, {"answer": "taken", "reasons": "Goed idee."}).status_code == 302
    actions.end_support(story.support, actor=story.first, words="", now=story.now)
    assert browser.get(f"/staff/advice/{own.pk}/answer/").status_code == 200


def test_the_database_wants_reasons_too() -> None:
    story = Supported()
    advice = advise(story)
    with pytest.raises(IntegrityError), transaction.atomic():
        Advice.objects.filter(pk=advice.pk).update(answer="not", answered_at=story.now)


def test_who_has_no_voice_cannot_advise() -> None:
    story = Supported()
    Member.objects.filter(person=story.luc).update(known_at=None)
    browser = story.browser(story.luc)
    assert "nog geen stem" in browser.get(story.path("advice/new/")).content.decode()
    typed = {"text": "x", "to": "service", "answer_by": story.today + dt.timedelta(7)}
    assert browser.post(story.path("advice/new/"), typed).status_code == 404
