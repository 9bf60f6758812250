"""A reflection is private: sealed, shared by choice, taken along, and deleted for real."""

import json
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pypdf import PdfReader

from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Person, Role
from gebuur.apps.reflection.models import Entry, Intention, Lens, Share
from tests import cast
from tests.apps.reflection.written import CANARY, a_sitting, an_entry, text_of

pytestmark = pytest.mark.django_db


def test_the_database_holds_no_word_of_it(an: Person) -> None:
    an_entry(an, text=CANARY)
    with connection.cursor() as cursor:
        for model in (Entry, Intention):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')  # noqa: S608 - a name of our own
            assert CANARY not in str(cursor.fetchall())


def test_the_chronicle_does_not_know_that_somebody_reflected(an: Person) -> None:
    before = Line.objects.count()
    an_entry(an)
    assert Line.objects.count() == before


@pytest.mark.parametrize("page", ["", "recent/", "delete/", "file/", "pdf/"])
def test_for_colleagues_coordinators_and_strangers_it_does_not_exist(an: Person, page: str) -> None:
    entry = an_entry(an)
    nele = cast.make_staff(an.neighbourhood, "Nele", role=Role.COORDINATOR)
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    for somebody in (nele, bert):
        assert cast.sign_in(somebody).get(f"/staff/reflection/{entry.pk}/{page}").status_code == 404


def test_a_colleague_reads_what_is_shared_until_it_is_taken_back(
    an: Person, browser: Client
) -> None:
    entry = an_entry(an)
    nele = cast.make_staff(an.neighbourhood, "Nele")
    browser.post(f"/staff/reflection/{entry.pk}/share/", {"reader": str(nele.pk)})
    hers = cast.sign_in(nele)
    page = text_of(hers, f"/staff/reflection/{entry.pk}/")
    assert CANARY in page
    assert "Wis dit" not in page
    assert "Wat collega" in text_of(hers, "/staff/reflection/")
    assert hers.get(f"/staff/reflection/{entry.pk}/recent/").status_code == 404
    browser.post(f"/staff/shares/{Share.objects.get().pk}/withdraw/")
    assert hers.get(f"/staff/reflection/{entry.pk}/").status_code == 404


def test_nobody_outside_the_organisation_can_be_let_in(an: Person, browser: Client) -> None:
    entry = an_entry(an)
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    godelieve = cast.make_person(an.neighbourhood, "Godelieve")
    for reader in (str(bert.pk), str(godelieve.pk), str(an.pk), "rubbish", ""):
        answer = browser.post(
            f"/staff/reflection/{entry.pk}/share/", {"reader": reader}, follow=True
        )
        assert "Kies iemand die in je organisatie werkt." in answer.content.decode()
    assert not Share.objects.exists()


def test_she_takes_it_along_as_a_file_and_on_paper(an: Person, browser: Client) -> None:
    entry = an_entry(an)
    data: dict[str, Any] = json.loads(browser.get(f"/staff/reflection/{entry.pk}/file/").content)
    assert data["recent"] == CANARY
    assert data["intention"]["text"] == "Volgende keer eerst vragen."
    paper = PdfReader(BytesIO(browser.get(f"/staff/reflection/{entry.pk}/pdf/").content))
    words = "".join(page.extract_text() for page in paper.pages)
    assert CANARY in words
    assert "Alleen wie het van jou krijgt" in words


def test_deleting_is_for_real(an: Person, browser: Client) -> None:
    entry = an_entry(an)
    assert "Niemand kan het terughalen." in text_of(
        browser, f"/staff/reflection/{entry.pk}/delete/"
    )
    browser.post(f"/staff/reflection/{entry.pk}/delete/")
    assert not Entry.objects.exists()
    assert not Intention.objects.exists()
    assert browser.get(f"/staff/reflection/{entry.pk}/").status_code == 404


def test_who_leaves_and_is_erased_takes_every_sitting_along(an: Person) -> None:
    a_sitting(an, "role", "boundary")
    nele = cast.make_staff(an.neighbourhood, "Nele", role=Role.COORDINATOR)
    cast.sign_in(nele).post(f"/staff/people/{an.pk}/erase/")
    assert not Person.objects.filter(pk=an.pk).exists()
    for model in (Entry, Intention, Lens):
        assert not model.objects.exists()
