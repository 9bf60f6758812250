"""Whom we miss, and a flyer for exactly that: from the first count to the person it brought."""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from gebuur.apps.neighbourhood.models import Person, Street
from gebuur.apps.volunteers.models import Flyer, Offer
from gebuur.core import qr
from tests import cast
from tests.apps.care.at_desk import Desk

pytestmark = pytest.mark.django_db
PAGE, NEW = "/staff/demand/", "/staff/demand/flyer/"


@pytest.fixture
def desk() -> Desk:
    return Desk()


def ask(desk: Desk, count: int, task: str = "together", language: str = "tr") -> None:
    for number in range(count):
        seeker = cast.make_person(desk.place, f"Zoekt{task}{number}", languages=[language])
        desk.ask(
            seeker, task, languages=[language], now=timezone.now() - dt.timedelta(days=number + 1)
        )


def make(desk: Desk, **typed: Any) -> Any:
    usual = {
        "needs": ["together:tr"], "language": "none", "contact": str(desk.an.pk), "where": "Garenplein 1",
    }  # fmt: skip
    return desk.browser.post(NEW, usual | typed)


def words_of(browser: Client, flyer: Flyer) -> PdfReader:
    answer = browser.get(f"/staff/flyers/{flyer.pk}/pdf/")
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(answer.content))


def test_advice_tells_whom_we_miss_in_a_sentence(desk: Desk) -> None:
    ask(desk, 5)
    desk.helper("Emine", tasks=("together",), languages=["tr", "nl"])
    desk.helper("Joris", tasks=("groceries",))
    page = desk.browser.get(PAGE)
    said = " ".join(page.content.decode().split())
    assert "5 vragen in het Turks: samen op weg." in said
    assert "1 vrijwilliger spreekt Turks en koos dit." in said
    assert "5 vragen wachten, 2 vrijwilligers hebben plaats" in said
    [need] = page.context["demand"].needs
    assert (need.asked, need.there, need.speakers, need.longest) == (5, 1, 1, 5)


def test_who_pauses_or_is_full_is_not_counted_as_there(desk: Desk) -> None:
    ask(desk, 1)
    emine = desk.helper("Emine", tasks=("together",), languages=["tr"])
    Offer.objects.filter(pk=emine.pk).update(paused_until=dt.date(2099, 1, 1))
    [need] = desk.browser.get(PAGE).context["demand"].needs
    assert (need.there, need.nobody) == (0, 1)
    assert "Geen vrijwilliger met plaats spreekt Turks" in desk.browser.get(PAGE).content.decode()


def test_enough_people_means_no_flyer(desk: Desk) -> None:
    ask(desk, 1)
    desk.helper("Emine", tasks=("together",), languages=["tr"])
    assert "Een flyer is nu niet nodig." in desk.browser.get(PAGE).content.decode()


def test_nothing_waits_and_the_page_says_not_to_recruit(desk: Desk) -> None:
    desk.helper("Joris")
    page = desk.browser.get(PAGE).content.decode()
    assert "Een flyer brengt nu mensen voor wie er geen taak is." in page
    assert "1 mens wou iets doen en is nog nooit gevraagd." in page
    assert "Er wacht niets op iemand" in desk.browser.get(NEW).content.decode()


def test_a_street_with_few_front_doors_is_not_named(desk: Desk) -> None:
    Street.objects.filter(neighbourhood=desk.place, name="Spoelstraat").update(households=4)
    ask(desk, 2)
    assert desk.browser.get(PAGE).context["demand"].areas == []
    Street.objects.filter(neighbourhood=desk.place, name="Spoelstraat").update(households=10)
    [row] = desk.browser.get(PAGE).context["demand"].areas
    assert (row.name, row.asked) == ("Spoelstraat", 2)


def test_the_page_names_nobody(desk: Desk) -> None:
    ask(desk, 2)
    desk.helper("Emine", tasks=("together",))
    page = desk.browser.get(PAGE).content.decode()
    assert "Zoekt" not in page
    assert "Emine" not in page


def test_a_bigger_neighbourhood_asks_no_more_questions_of_the_database(desk: Desk) -> None:
    ask(desk, 2)
    desk.helper("Emine", tasks=("together",))
    few = desk.queries_for(PAGE)
    ask(desk, 3, "walk", "nl")
    desk.helper("Joris", tasks=("walk",))
    assert desk.queries_for(PAGE) == few


def test_a_flyer_says_what_is_needed_on_screen_and_on_paper(desk: Desk) -> None:
    ask(desk, 6)
    answer = make(desk)
    flyer = Flyer.objects.get()
    assert answer.headers["Location"] == f"/staff/flyers/{flyer.pk}/"
    page = desk.browser.get(f"/staff/flyers/{flyer.pk}/").content.decode()
    file = words_of(desk.browser, flyer)
    paper = " ".join(file.pages[0].extract_text().split())
    for said in (
        "Heb jij een uur voor een buur?", "Samen op weg, in het Turks", "6 buren wachten",
        "binnen twee weken een eerste kleine taak", "Garenplein 1", "09 000 00 00", f"/offer/from/{flyer.code}/",
    ):  # fmt: skip
        assert said in page
        assert said in paper
    assert paper.count("09 000 00 00") == 1 + 9
    assert len(file.pages) == 1


def test_the_paper_is_tagged_and_its_square_has_words(desk: Desk) -> None:
    ask(desk, 1)
    make(desk, language="ar")
    file = words_of(desk.browser, Flyer.objects.get())
    root: Any = file.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1<" in root["/Metadata"].get_data()
    assert any(Flyer.objects.get().code in said for said in alts(root["/StructTreeRoot"]))


def alts(node: Any) -> Iterator[str]:
    """What a screen reader says instead of a picture, anywhere under this part of the page."""
    found = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(found, list):
        for one in found:
            yield from alts(one)
    elif isinstance(found, dict):
        if "/Alt" in found:
            yield str(found["/Alt"])
        yield from alts(found.get("/K", []))


def test_a_number_below_five_never_goes_on_paper(desk: Desk) -> None:
    ask(desk, 4)
    make(desk)
    flyer = Flyer.objects.get()
    assert flyer.needs == [{"task": "together", "language": "tr", "count": None}]
    text = words_of(desk.browser, flyer).pages[0].extract_text()
    assert "wacht" not in text
    assert "buren wachten" not in desk.browser.get(f"/offer/from/{flyer.code}/").content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "une heure pour un voisin"),
        ("tr", "bir saatin var mı"),
        ("en", "an hour for a neighbour"),
    ],
)
def test_a_second_language_stands_under_the_dutch(desk: Desk, language: str, said: str) -> None:
    ask(desk, 1)
    make(desk, language=language)
    text = " ".join(words_of(desk.browser, Flyer.objects.get()).pages[0].extract_text().split())
    assert "Heb jij een uur" in text
    assert said in text


def test_the_qr_code_holds_the_address_of_the_page_it_opens(desk: Desk) -> None:
    ask(desk, 1)
    make(desk)
    flyer = Flyer.objects.get()
    page = desk.browser.get(f"/staff/flyers/{flyer.pk}/").content.decode()
    address = f"{settings.SITE_ADDRESS}/offer/from/{flyer.code}/"
    assert qr.square(address).path in page
    assert qr.square(address).path != qr.square(address.lower()).path


def test_who_scans_it_reads_first_what_is_needed_and_is_remembered(desk: Desk) -> None:
    ask(desk, 1, "phone-chat", "nl")
    make(desk, needs=["phone-chat:nl"])
    flyer = Flyer.objects.get()
    visitor = Client()
    page = visitor.get(f"/offer/from/{flyer.code.lower()}/").content.decode()
    assert "Babbel per telefoon" in page
    visitor.post(f"/offer/from/{flyer.code}/")
    tasks = visitor.get("/offer/tasks/").content.decode()
    assert "Wat op de flyer stond, staat bovenaan." in tasks
    assert tasks.index("phone-chat") < tasks.index("groceries")
    assert "checked" not in tasks
    steps = {
        "tasks": {"tasks": ["groceries"]}, "times": {"slots": ["4"]}, "limits": {"radius": "800", "per_month": "4"},
        "language": {"languages": ["nl"]},
        "who": {"first_name": "Fatma", "street": "Spoelstraat", "phone": "09 000 00 71"},
    }  # fmt: skip
    for step, typed in steps.items():
        visitor.post(f"/offer/{step}/", typed)
    offer = Offer.objects.get(person__first_name="Fatma")
    assert offer.came_from == flyer
    Offer.objects.filter(pk=offer.pk).update(last_match_at=timezone.now())
    said = " ".join(desk.browser.get(PAGE).content.decode().split())
    assert "1 mens kwam ermee binnen. Een eerste taak kregen er 1." in said


def test_who_came_by_herself_came_from_no_flyer(desk: Desk) -> None:
    assert desk.helper("Joris").came_from is None


def test_mistakes_in_the_form_say_what_to_do_and_keep_what_was_chosen(desk: Desk) -> None:
    ask(desk, 1)
    for task in ("walk", "chat", "letter"):
        ask(desk, 1, task, "nl")
    four = ["together:tr", "walk:nl", "chat:nl", "letter:nl"]
    for typed, said in (
        ({"needs": four, "where": "Bij de bakker"}, "Kies er hoogstens drie"),
        ({"needs": []}, "Kies minstens één ding."),
        ({"needs": ["sky:xx"]}, "Dit wordt niet meer gevraagd."),
        ({"contact": "x"}, "Kies wie ze kunnen bellen."),
        ({"language": "xx"}, "Kies een taal"),
    ):
        page = make(desk, **typed).content.decode()
        assert said in page or "geldige" in page
        assert typed.get("where", "Garenplein 1") in page
    assert not Flyer.objects.exists()


def test_another_neighbourhood_sees_no_flyer_and_nobodys_need(desk: Desk) -> None:
    ask(desk, 6)
    make(desk)
    flyer = Flyer.objects.get()
    bert = cast.sign_in(cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert"))
    assert bert.get(f"/staff/flyers/{flyer.pk}/").status_code == 404
    assert bert.get(f"/staff/flyers/{flyer.pk}/pdf/").status_code == 404
    assert bert.get(f"/offer/from/{flyer.code}/").status_code == 404
    assert "op weg" not in bert.get(PAGE).content.decode().lower()
    assert Client().get("/offer/from/NIETS234/").status_code == 404


def test_what_a_person_typed_is_never_markup_on_paper(desk: Desk) -> None:
    ask(desk, 1)
    nasty = '#read("/etc/passwd") *vet* $x$'
    make(desk, where=nasty)
    text = words_of(desk.browser, Flyer.objects.get()).pages[0].extract_text()
    assert '#read("/etc/passwd")' in text


def test_a_contact_who_left_leaves_the_number_of_the_place(desk: Desk) -> None:
    ask(desk, 1)
    make(desk)
    flyer = Flyer.objects.get()
    Flyer.objects.filter(pk=flyer.pk).update(contact=None)
    assert "An" in words_of(desk.browser, flyer).pages[0].extract_text()
    assert Person.objects.filter(pk=desk.an.pk).exists()
