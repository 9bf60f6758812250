"""Beginning on an empty installation."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from gebuur.apps.accounts.models import User
from gebuur.apps.boundaries.models import Task
from gebuur.apps.neighbourhood.models import Neighbourhood
from tests import cast

pytestmark = pytest.mark.django_db
FACTS = {
    "organisation": "Dienstencentrum",
    "neighbourhood": "De Linde",
    "first_name": "Nele",
    "email": "Nele@example.be",
    "contact_name": "Nele",
    "contact_phone": "09 000 00 01",
    "contact_hours": "elke dag",
}


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path


def key() -> str:
    out = StringIO()
    call_command("setup_address", stdout=out)
    return out.getvalue().strip().partition("key=")[2]


def test_the_first_page_of_an_empty_house_leads_to_set_up() -> None:
    assert Client().get("/")["Location"] == "/setup/"


def test_with_the_key_the_house_is_made_and_the_door_closes() -> None:
    browser = Client()
    done = browser.post("/setup/", FACTS | {"key": key()})
    assert done["Location"] == "/accounts/second-factor/"
    place = Neighbourhood.objects.get()
    assert Task.objects.filter(organisation=place.organisation).count() > 20
    assert User.objects.get().email == "nele@example.be"
    assert Client().get("/setup/").status_code == 404
    assert key() == ""


def test_without_the_key_nothing_is_made_and_what_was_typed_stays() -> None:
    page = Client().post("/setup/", FACTS | {"key": "raden"}).content.decode()
    assert "De Linde" in page
    assert not Neighbourhood.objects.exists()


def test_the_key_is_for_its_owner_only(tmp_path: Path) -> None:
    key()
    assert (tmp_path / "secrets" / "setup_key").stat().st_mode & 0o777 == 0o600


def test_where_people_are_set_up_does_not_exist() -> None:
    cast.make_staff(cast.make_place(), "An")
    assert Client().get("/setup/").status_code == 404
