"""One's own hundred points and moments over time: a question at most, and for nobody else's eyes."""

import json
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import actions
from gebuur.apps.reflection.models import Entry, Lens
from tests import cast
from tests.apps.reflection.written import CANARY, SEEN, a_sitting, an_entry, text_of

pytestmark = pytest.mark.django_db
MINE = "/staff/reflection/over-time/"


def with_points(*points: int) -> dict[str, dict[str, dict[str, int]]]:
    keys = ("people", "renewal", "results", "order")
    return {"role": {"now": dict(zip(keys, points, strict=True))}}


def test_the_average_and_two_roles_to_try(an: Person, browser: Client) -> None:
    a_sitting(an, "role", seen=with_points(40, 30, 30, 0))
    a_sitting(an, "role", seen=with_points(40, 30, 20, 10))
    page = text_of(browser, MINE)
    assert "Het gemiddelde van 2 keer." in page
    assert "Regelaar" in page
    assert "Maakt de beurtrol en de verzekering in orde." in page
    assert "Opvolger" in page
    assert "Ziet welke vraag te lang wacht." in page
    assert "Meer dan de helft" not in page


def test_more_than_half_over_several_sittings_becomes_a_question(
    an: Person, browser: Client
) -> None:
    a_sitting(an, "role", seen=with_points(60, 20, 20, 0))
    assert "Meer dan de helft" not in text_of(browser, MINE)
    a_sitting(an, "role", seen=with_points(70, 10, 10, 10))
    assert "Meer dan de helft van je punten ging naar: Mensen." in text_of(browser, MINE)


def test_moments_come_from_both_forms(an: Person, browser: Client) -> None:
    an_entry(an)
    a_sitting(an, "attitude", seen={"attitude": {"openness": "Ik zei wat vastlag."}})
    page = text_of(browser, MINE)
    assert CANARY in page
    assert "Ik zei wat vastlag." in page


def test_what_is_not_finished_does_not_count(an: Person, browser: Client) -> None:
    entry = actions.begin_entry(an, actor=an, title="Kort", form="think", now=timezone.now())
    actions.choose_lenses(entry, ["role"], actor=an)
    actions.save_lens(entry, "role", SEEN["role"], actor=an)
    assert "Je verdeelde nog geen punten" in text_of(browser, MINE)


def test_only_what_is_wanted_gives_no_average_of_now(an: Person, browser: Client) -> None:
    a_sitting(an, "role", seen={"role": {"wanted": SEEN["role"]["wanted"]}})
    page = text_of(browser, MINE)
    assert "Gewenst: Mensen 25" in page
    assert "Twee rollen" not in page


def test_nobody_else_ever_sees_them(an: Person) -> None:
    entry = a_sitting(an, "role", "attitude")
    nele = cast.make_staff(an.neighbourhood, "Nele")
    actions.share_entry(entry, nele, actor=an, now=timezone.now())
    page = text_of(cast.sign_in(nele), MINE)
    assert CANARY not in page
    assert "Je verdeelde nog geen punten" in page


def test_a_shared_sitting_is_read_whole_until_it_is_taken_back(an: Person, browser: Client) -> None:
    entry = a_sitting(an, "role", "boundary")
    nele = cast.make_staff(an.neighbourhood, "Nele")
    browser.post(f"/staff/reflection/{entry.pk}/share/", {"reader": str(nele.pk)})
    hers = cast.sign_in(nele)
    page = text_of(hers, f"/staff/reflection/{entry.pk}/")
    assert "Bellen." in page
    assert "Honderd" not in page
    assert hers.get(f"/staff/reflection/{entry.pk}/boundary/seen/").status_code == 404
    browser.post(f"/staff/shares/{entry.shares.get().pk}/withdraw/")
    assert hers.get(f"/staff/reflection/{entry.pk}/").status_code == 404


def test_she_takes_a_sitting_along_as_a_file_and_on_paper(an: Person, browser: Client) -> None:
    entry = a_sitting(an, "role", "boundary")
    data = json.loads(browser.get(f"/staff/reflection/{entry.pk}/file/").content)
    assert (data["think"], data["feel"], data["case"]) == (CANARY, CANARY, "volunteers")
    assert data["lenses"] == {"role": SEEN["role"], "boundary": SEEN["boundary"]}
    paper = PdfReader(BytesIO(browser.get(f"/staff/reflection/{entry.pk}/pdf/").content))
    words = " ".join("".join(page.extract_text() for page in paper.pages).split())
    for told in ("Wat denk je?", CANARY, "Nu: Mensen 60", "Grenzen", "Eén keer bellen."):
        assert told in words


def test_deleting_takes_the_lenses_along(an: Person, browser: Client) -> None:
    entry = a_sitting(an, "role", "phase")
    browser.post(f"/staff/reflection/{entry.pk}/delete/")
    assert not Entry.objects.exists()
    assert not Lens.objects.exists()
