"""What neighbours said, as a file to take along."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from gebuur.apps.neighbourhood.models import Person
from tests import cast
from tests.apps.reflection.voices import answer, make_round

pytestmark = pytest.mark.django_db
LIST = "/staff/voice/"


@pytest.fixture
def an() -> Person:
    return cast.make_staff(cast.make_place(), "An")


@pytest.fixture
def browser(an: Person) -> Client:
    return cast.sign_in(an)


def test_the_file_says_the_same_with_pictures(an: Person, browser: Client) -> None:
    one = make_round(an)
    answer(one, times=10, line="Het was fijn.")
    answered = browser.get(f"{LIST}{one.pk}/pdf/")
    reader = PdfReader(BytesIO(answered.content))
    text = " ".join(page.extract_text() for page in reader.pages).replace("\n", " ")
    assert "5 van de 5 zeggen: ja." in text
    assert "Het was fijn." in text
    assert "minder te zeggen dan beloofd" in text
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]


def test_the_file_of_few_answers_tells_no_count_per_answer(an: Person, browser: Client) -> None:
    one = make_round(an)
    answer(one, times=4, line="Kanarie.")
    text = PdfReader(BytesIO(browser.get(f"{LIST}{one.pk}/pdf/").content)).pages[0].extract_text()
    assert "4 antwoorden" in text
    assert "Kanarie" not in text
    assert "zeggen" not in text
