"""What was seen in a group: apart for members and supporter, as shares, and contested for good."""

import datetime as dt
import re

import pytest

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.models import Member, PhaseNote
from tests.apps.initiatives.supported import Supported

pytestmark = pytest.mark.django_db


def note(story: Supported, *signals: str) -> PhaseNote:
    return actions.note_phase(
        story.group, actor=story.support, signals=signals, is_unclear=False, words="", now=story.now
    )


def test_the_group_reads_and_contests_what_the_supporter_noted() -> None:
    story = Supported()
    an, luc = story.browser(story.an), story.browser(story.luc)
    page = an.post(story.path("phases/new/"), {"words": "Iets"}).content.decode()
    assert 'class="error"' in page
    assert "Iets" in page
    told = {"signals": ["who-decides", "sides"], "words": "Er was gedoe."}
    assert an.post(story.path("phases/new/"), told).status_code == 302
    one = PhaseNote.objects.get()
    page = luc.get(story.path("phases/")).content.decode()
    assert "Er was gedoe." in page
    assert "Botsen 100" in page
    path = story.path(f"phases/{one.pk}/contest/")
    assert 'class="error"' in luc.post(path, {"words": " "}).content.decode()
    luc.post(path, {"words": "We praatten alleen luid."})
    assert "We praatten alleen luid." in an.get(story.path("phases/")).content.decode()
    page = luc.post(path, {"words": "Nog iets"}).content.decode()
    assert "al weersproken" in page
    assert PhaseNote.objects.get().contested_words == "We praatten alleen luid."
    assert an.get(path).status_code == 404


def test_members_are_shown_together_from_five_and_each_sees_her_own() -> None:
    story = Supported()
    seats = [story.first, story.second, *story.more_members(3)]
    for seat in seats:
        actions.note_phase(
            story.group,
            actor=seat,
            signals=["goes-alone"],
            is_unclear=False,
            words="",
            now=story.now,
        )
    browser = story.browser(story.luc)
    page = browser.get(story.path("phases/")).content.decode()
    assert "Wat je het laatst aanduidde" in page
    assert "Samen doen 100" not in page
    before = story.now.replace(day=1) - dt.timedelta(days=2)
    PhaseNote.objects.update(seen_at=before)
    assert "Samen doen 100" in browser.get(story.path("phases/")).content.decode()
    PhaseNote.objects.filter(member=seats[-1].member).delete()
    assert "Samen doen 100" not in browser.get(story.path("phases/")).content.decode()


def test_who_came_and_left_stands_beside_the_look() -> None:
    story = Supported()
    note(story, "we-say")
    PhaseNote.objects.update(seen_at=story.now - dt.timedelta(days=20))
    story.more_members(2)
    Member.objects.filter(person=story.luc).update(
        left_at=story.now, joined_at=story.now - dt.timedelta(days=60)
    )
    note(story, "new-faces")
    seen = queries.open_phases(story.group, member=None, today=story.today)
    # Godelieve began today as well, so with the two who joined she makes three.
    assert [(look.came, look.left) for look in seen.beside] == [(0, 0), (3, 1)]


def test_a_member_is_asked_in_words_of_a_neighbour() -> None:
    story = Supported()
    page = story.browser(story.luc).get(story.path("phases/new/")).content.decode()
    assert "zonder iemand van de dienst" in page
    assert "als jij er niet bent" not in page
    assert (
        "als jij er niet bent"
        in story.browser(story.an).get(story.path("phases/new/")).content.decode()
    )


def test_rubbish_signals_are_refused_in_words() -> None:
    story = Supported()
    answer = story.browser(story.luc).post(story.path("phases/new/"), {"signals": ["best-group"]})
    assert answer.status_code == 200
    assert not PhaseNote.objects.exists()
    assert re.search(r'class="error"', answer.content.decode())
