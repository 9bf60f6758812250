"""Bringing a list of people in: seen first, written when said so, taken back within a day."""

import datetime as dt
import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gebuur.apps.boundaries.actions import raise_concern
from gebuur.apps.neighbourhood.models import Membership, Neighbourhood, Person, Role
from gebuur.apps.outbox.models import Call
from gebuur.apps.volunteers.models import Import, Offer
from tests import cast
from tests.nights import half_past_midnight, stop_the_clock

pytestmark = pytest.mark.django_db
LIST = (
    "Voornaam;Naam2;GSM;E-mail;Straat;Talen\n"
    "Rik;Peeters;0475 12 34 56;;Spoelstraat 4;Nederlands, Turks\n"
    ";Niemand;;;Spoelstraat;\n"
    "Fien;Maes;123;;Spoelstraat;\n"
    "Jos;Claes;;jos@;Spoelstraat;\n"
    "Mia;Hoste;;;Nergensstraat 3;\n"
    "Godelieve;Verhaeghe;09 000 00 42;;Spoelstraat 9;\n"
    "Rik;Peeters;0475123456;;Spoelstraat 4;\n"
)
VOLUNTEERS = (
    "Voornaam;Naam2;GSM;E-mail;Straat;Talen;Taken;Wanneer;Per maand\n"
    "Rik;Peeters;0475 12 34 56;;Spoelstraat 4;nl, en;Boodschappen;dinsdag namiddag, donderdag;2\n"
    "Fien;Maes;;;;;Tuinieren;;\n"
    "Jos;Claes;;;;;;;\n"
    "Mia;Hoste;;;;;boodschappen;ooit;\n"
    "Luc;Hoste;;;;;boodschappen;;honderd\n"
    "Bert;Hoste;;;;klingon;boodschappen;;\n"
    "=1+1;Hoste;;;;;boodschappen;;\n"
)
OFFERED = {"tasks": "6", "moments": "7", "per_month": "8"}
COLUMNS = {
    "first_name": "0",
    "last_name": "1",
    "phone": "2",
    "email": "3",
    "street": "4",
    "languages": "5",
}


def start() -> tuple[Client, Neighbourhood]:
    place = cast.make_place()
    cast.make_person(place, "Godelieve", last_name="Verhaeghe", phone="+3290000042")
    return cast.sign_in(cast.make_staff(place, "Nele", role=Role.COORDINATOR)), place


def send(
    browser: Client, raw: bytes, *, kind: str = "neighbours", name: str = "lijst.csv"
) -> HttpResponse:
    file = SimpleUploadedFile(name, raw)
    return browser.post("/staff/lists/", {"kind": kind, "file": file})  # type: ignore[return-value]  # is one


def bring_to_check(browser: Client, raw: bytes, *, kind: str = "neighbours", **more: str) -> str:
    columns = send(browser, raw, kind=kind)["Location"]
    return browser.post(columns, COLUMNS | more)["Location"]


def test_columns_are_guessed_from_their_names() -> None:
    browser, _place = start()
    page = browser.get(send(browser, LIST.encode())["Location"]).content.decode()
    assert '<option value="2" selected>GSM</option>' in page


def test_every_row_is_shown_with_its_problem_and_nothing_is_written() -> None:
    browser, place = start()
    page = browser.get(bring_to_check(browser, LIST.encode())).content.decode()
    for words in (
        "1 rij is in orde",
        "Er is geen voornaam",
        "jos@ is geen volledig e-mailadres",
        "Nergensstraat is geen straat van De Vlasbloem",
        "lijkt op",
        "staat al op regel 2",
    ):
        assert words in page
    assert Person.objects.filter(neighbourhood=place).count() == 2


def test_what_is_right_is_written_when_said_so_and_who_was_ticked_too() -> None:
    browser, _place = start()
    path = bring_to_check(browser, LIST.encode())
    browser.post(path, {"line-7": "else"})
    rik = Person.objects.get(first_name="Rik")
    assert (rik.phone, rik.address, rik.languages) == (
        "+32475123456",
        "Spoelstraat 4",
        ["nl", "tr"],
    )
    assert Person.objects.filter(first_name="Godelieve").count() == 2
    browser.post(path, {"line-7": "else"})
    assert Person.objects.filter(first_name="Rik").count() == 1
    assert Import.objects.get().rows == []


def test_volunteers_come_with_their_offer() -> None:
    browser, place = start()
    cast.make_task(place)
    path = bring_to_check(browser, VOLUNTEERS.encode(), kind="volunteers", **OFFERED)
    page = browser.get(path).content.decode()
    for words in (
        "We kennen de taak “tuinieren” niet",
        "Niets dat deze persoon graag doet",
        "We kennen het moment “ooit” niet",
        "is geen aantal keer",
        "Regel 8",
        "is een formule",
    ):
        assert words in page
    browser.post(path)
    offer = Offer.objects.get()
    assert (offer.person.first_name, offer.per_month) == ("Rik", 2)
    assert offer.slots == cast.TUESDAY_AFTERNOON | 0b111 << 9
    assert [one.task.key for one in offer.tasks.all()] == ["groceries"]


def test_the_offer_of_a_neighbour_we_know_is_noted_and_taken_back() -> None:
    browser, place = start()
    cast.make_task(place)
    known = "Voornaam;GSM;Taken\nGodelieve;09 000 00 42;boodschappen\n"
    chosen = {"first_name": "0", "phone": "1", "tasks": "2"}
    path = browser.post(send(browser, known.encode(), kind="volunteers")["Location"], chosen)[
        "Location"
    ]
    assert "Dezelfde persoon" in browser.get(path).content.decode()
    browser.post(path, {"line-2": "same"})
    assert Offer.objects.get().person.last_name == "Verhaeghe"
    browser.post(f"{path}undo/")
    assert not Offer.objects.exists()
    assert Person.objects.filter(last_name="Verhaeghe").exists()


def test_a_list_of_after_midnight_leaves_no_role_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    browser, place = start()
    cast.make_task(place)
    stop_the_clock(monkeypatch, half_past_midnight())
    known = "Voornaam;GSM;Taken\nGodelieve;09 000 00 42;boodschappen\n"
    columns = send(browser, known.encode(), kind="volunteers")["Location"]
    chosen = {"first_name": "0", "phone": "1", "tasks": "2"}
    path = browser.post(columns, chosen)["Location"]
    browser.post(path, {"line-2": "same"})
    given = Membership.objects.filter(role=Role.VOLUNTEER)
    assert given.get().since == timezone.localdate()
    browser.post(f"{path}undo/")
    assert not given.exists()


def test_lines_are_counted_as_in_the_file_and_a_title_above_the_list_does_no_harm() -> None:
    browser, _place = start()
    text = "\n;;\nVoornaam;Naam\nRik;Peeters\n\n;Niemand\n"
    path = browser.post(send(browser, text.encode())["Location"], {"first_name": "0"})["Location"]
    assert "Regel 6" in browser.get(path).content.decode()


def test_a_long_list_asks_as_many_questions_as_a_short_one() -> None:
    browser, _place = start()
    counts = []
    for size in (2, 400):
        lines = "".join(f"Mens{n};Van{n};;;Spoelstraat {n};\n" for n in range(size))
        path = bring_to_check(browser, (LIST.splitlines()[0] + "\n" + lines).encode())
        with CaptureQueriesContext(connection) as asked:
            browser.get(path)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_list_is_thrown_away_before_anything_is_written() -> None:
    browser, _place = start()
    browser.post(bring_to_check(browser, LIST.encode()), {"drop": "1"})
    assert not Import.objects.exists()
    assert not Person.objects.filter(first_name="Rik").exists()


def test_a_list_is_taken_back_within_a_day_and_who_is_in_use_stays() -> None:
    browser, place = start()
    path = bring_to_check(browser, LIST.replace("Fien;Maes;123", "Fien;Maes;").encode())
    browser.post(path)
    fien = Person.objects.get(first_name="Fien")
    Call.objects.create(
        neighbourhood=place, person=fien, call_at=dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
    )
    page = browser.post(f"{path}undo/", follow=True).content.decode()
    assert "Deze mensen blijven" in page
    assert "Fien Maes" in page
    assert "een vraag, een bericht, een oproep of een rol" in page
    assert not Person.objects.filter(first_name="Rik").exists()


def test_who_was_changed_or_carries_a_worry_stays() -> None:
    browser, _place = start()
    path = bring_to_check(browser, LIST.replace("Fien;Maes;123", "Fien;Maes;").encode())
    browser.post(path)
    rik, fien = Person.objects.get(first_name="Rik"), Person.objects.get(first_name="Fien")
    raise_concern(fien, raised_by=None, text="Zorg")
    browser.post(
        f"/staff/people/{rik.pk}/edit/",
        {"first_name": "Rik", "last_name": "Peters", "channel": "phone"},
    )
    page = browser.post(f"{path}undo/", follow=True).content.decode()
    assert "Iemand paste het adreskaartje intussen aan" in page
    assert Person.objects.filter(first_name__in=["Rik", "Fien"]).count() == 2


def test_after_a_day_a_list_cannot_be_taken_back() -> None:
    browser, _place = start()
    path = bring_to_check(browser, LIST.encode())
    browser.post(path)
    Import.objects.update(written_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    assert "binnen een dag" in browser.post(f"{path}undo/", follow=True).content.decode()
    assert Person.objects.filter(first_name="Rik").exists()


def test_a_sheet_with_formulas_is_read_as_what_it_shows() -> None:
    browser, _place = start()
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Voornaam", "Naam2", "GSM", "E-mail", "Straat", "Talen"])
        sheet.write_row(1, 0, ["Rik", "Peeters", 475123456, "", "Spoelstraat 4", ""])
    browser.post(bring_to_check(browser, made.getvalue()))
    assert Person.objects.get(first_name="Rik").phone == "+32475123456"


@pytest.mark.parametrize(
    "raw", [b"x", b"\0\1\2\3", b"PK\3\4rubbish", b"Voornaam\n", b"a;b\n" * 6000]
)
def test_a_file_that_is_no_list_gets_one_sentence(raw: bytes) -> None:
    browser, _place = start()
    answer = send(browser, raw)
    assert answer.status_code == 200
    assert 'class="error"' in answer.content.decode() or "has-error" in answer.content.decode()
    assert not Import.objects.exists()


def test_a_number_that_no_machine_counts_is_shown_with_its_problem() -> None:
    browser, place = start()
    cast.make_task(place)
    rubbish = [VOLUNTEERS, *(f"Jo;Maes;;;;;boodschappen;dinsdag;{n}" for n in ("\u00b2", "9" * 80))]
    path = bring_to_check(browser, "\n".join(rubbish).encode(), kind="volunteers", **OFFERED)
    assert "\u00b2” is geen aantal keer" in browser.get(path).content.decode()


@pytest.mark.parametrize("line", ["\u00b2", "9" * 500, "-1", ""])
def test_a_choice_for_a_line_that_cannot_be_is_left_out(line: str) -> None:
    browser, _place = start()
    path = bring_to_check(browser, LIST.encode())
    assert browser.post(path, {f"line-{line}": "else"}).status_code == 302


@pytest.mark.parametrize(
    ("kind", "language", "made_up"),
    [("csv", "nl", "Van Hierboven"), ("xlsx", "nl", "Van Hierboven"), ("csv", "en", "From Above")],
)
def test_the_empty_list_can_be_brought_in_again(kind: str, language: str, made_up: str) -> None:
    browser, place = start()
    cast.make_task(place)
    path = f"/staff/lists/empty/{kind}/"
    empty = browser.get(path, headers={"accept-language": language}).content
    columns = send(browser, empty, kind="volunteers")["Location"]
    guessed = {
        name: str(field.initial or browser.get(columns).context["form"].initial.get(name, ""))
        for name, field in browser.get(columns).context["form"].fields.items()
    }
    browser.post(browser.post(columns, guessed)["Location"], {"line-2": "else"})
    offer = Offer.objects.get()
    assert (offer.person.last_name, offer.person.address) == (made_up, "Linnenstraat 9")
    assert (offer.per_month, offer.tasks.count(), offer.slots.bit_count()) == (4, 1, 4)


def test_a_professional_who_is_no_coordinator_brings_nothing_in() -> None:
    place = cast.make_place()
    assert cast.sign_in(cast.make_staff(place, "An")).get("/staff/lists/").status_code == 404
