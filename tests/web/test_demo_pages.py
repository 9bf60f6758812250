"""The demo's own pages, which exist in the demo only."""

from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from gebuur.core.gateways import ConsoleGateway
from tests import cast

pytestmark = pytest.mark.django_db


def test_elsewhere_the_demo_pages_do_not_exist() -> None:
    cast.make_place()
    for address in ("/demo/", "/demo/outbox/"):
        assert Client().get(address).status_code == 404
    assert Client().post("/demo/", {"email": "an@vlasbloem.example"}).status_code == 404


def test_one_press_signs_in_as_somebody_of_the_demo(settings: Any) -> None:
    settings.DEMO = True
    an = cast.make_staff(cast.make_place(), "An")
    browser = Client()
    browser.post("/demo/", {"email": "an@vlasbloem.example"})
    assert browser.get("/staff/tasks/").status_code == 200
    assert an.user is not None


@pytest.mark.parametrize("email", ["zoe@vlasbloem.example", "", "\0"])
def test_somebody_who_is_not_of_the_demo_cannot_be_chosen(settings: Any, email: str) -> None:
    settings.DEMO = True
    cast.make_staff(cast.make_place(), "Zoe")
    assert Client().post("/demo/", {"email": email}).status_code == 404


def test_the_outbox_shows_mails_and_text_messages(settings: Any, tmp_path: Path) -> None:
    settings.DEMO = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = settings.MAIL_FOLDER = tmp_path
    cast.make_place()
    EmailMessage(
        "Een vraag", "Dag Joris, kijk op http://localhost:8000/l/x/", to=["joris@example.be"]
    ).send()
    EmailMessage("Nog een", "Dag Zoë", to=["zoe@example.be"]).send()
    ConsoleGateway().send("+3290000042", "De Vlasbloem: hoe was het?")
    page = Client().get("/demo/outbox/").content.decode()
    assert '<a href="http://localhost:8000/l/x/"' in page
    assert "Dag Zoë" in page
    assert "hoe was het?" in page
