"""The roll: a list, neighbours we know, one by one at the desk; a code by letter, by text message or on a slip."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Round
from gebuur.apps.budget.queries import Resident, entry_of_code
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from tests import cast
from tests.voting import after, make_voting_round

pytestmark = pytest.mark.django_db
LIST = """Voornaam;Familienaam;Adres;Geboortejaar;Taal
Godelieve;Maes;Linnenstraat 3;1948;
Emine;Kaya;Weverstraat 9, bus 2;1990;Türkçe
;;Weverstraat 1;;
GODELIEVE;maes;linnenstraat 3;1948;
Godelieve;Maes;Linnenstraat 3;1921;
Joris;Claes;Spoelstraat 1;morgen;
"""


@pytest.fixture
def nele(place: Neighbourhood) -> Person:
    return cast.make_staff(place, "Nele", role="coordinator")


@pytest.fixture
def one(place: Neighbourhood, nele: Person) -> Round:
    return make_voting_round(place, nele)


def test_a_list_is_brought_in_and_rows_that_are_wrong_are_named(one: Round, nele: Person) -> None:
    browser, path = cast.sign_in(nele), f"/staff/budget/{one.pk}/roll/import/"
    page = browser.post(path, {"file": SimpleUploadedFile("lijst.csv", LIST.encode())})
    told = page.content.decode()
    assert sorted(one.roll.values_list("name", "language")) == [
        ("Emine Kaya", "tr"), ("Godelieve Maes", "nl"), ("Godelieve Maes", "nl"),
    ]  # fmt: skip
    for line in (4, 5, 7):
        assert f"Regel {line}" in told
    assert "1948" not in str(list(one.roll.values()))
    browser.post(path, {"file": SimpleUploadedFile("lijst.csv", LIST.encode())})
    assert one.roll.count() == 3
    for rubbish in (b"", b"a\0b", b"Kleur\nrood\n", b"PK\x03\x04rubbish"):
        bad = browser.post(path, {"file": SimpleUploadedFile("x.csv", rubbish)})
        assert "has-error" in bad.content.decode()
    assert browser.post(path).status_code == 200


def test_neighbours_we_know_and_somebody_at_the_desk_stand_on_it_once(
    one: Round, nele: Person, place: Neighbourhood
) -> None:
    cast.make_person(place, "Godelieve", last_name="Maes", house_number="3")
    browser = cast.sign_in(nele)
    for _twice in range(2):
        browser.post(f"/staff/budget/{one.pk}/roll/known/")
    assert list(one.roll.values_list("name", "address")) == [("Godelieve Maes", "Spoelstraat 3")]
    an = cast.sign_in(cast.make_staff(place, "An"))
    path = f"/staff/budget/{one.pk}/roll/new/"
    twice = an.post(path, {"name": "godelieve  MAES", "address": "Spoelstraat 3", "language": "nl"})
    assert "staat al op de lijst" in twice.content.decode()
    an.post(path, {"name": "Emine Kaya", "address": "", "language": "tr"})
    assert one.roll.count() == 2
    found = an.get(f"/staff/budget/{one.pk}/roll/", {"q": "kaya"}).content.decode()
    assert "Emine Kaya" in found
    assert "Godelieve" not in found
    with pytest.raises(actions.RollClosed):
        actions.add_to_roll(one, Resident("Laat Komer"), actor=nele, now=after(one))


def test_the_coordinator_mends_a_name_and_takes_somebody_off(one: Round, nele: Person) -> None:
    entry = actions.add_to_roll(one, Resident("Emine Kaja", "W 9"), actor=nele, now=timezone.now())
    actions.add_to_roll(one, Resident("Joris", "W 9"), actor=nele, now=timezone.now())
    browser, path = cast.sign_in(nele), f"/staff/budget/roll/{entry.pk}/edit/"
    taken = browser.post(path, {"name": "Joris", "address": "W 9", "language": "nl"})
    assert "staat al op de lijst" in taken.content.decode()
    browser.post(path, {"name": "Emine Kaya", "address": "W 9", "language": "nl"})
    assert one.roll.filter(name="Emine Kaya").exists()
    browser.post(path, {"away": "1"})
    assert one.roll.count() == 1


def test_letters_are_made_as_they_are_printed_and_one_code_is_sent_by_text_message(
    one: Round, nele: Person, place: Neighbourhood
) -> None:
    for number in range(3):
        who = Resident(f"Buur {number}", f"Linnenstraat {number}, 9000 Gent", language="ar")
        actions.add_to_roll(one, who, actor=nele, now=timezone.now())
    browser = cast.sign_in(nele)
    pile = browser.post(f"/staff/budget/{one.pk}/roll/letters/")
    assert pile.content.startswith(b"%PDF")
    assert not one.roll.filter(code_hash="").exists()
    assert browser.post(f"/staff/budget/{one.pk}/roll/letters/").status_code == 302
    cast.make_person(place, "Emine", phone="+32470000001", house_number="9")
    actions.add_known(one, actor=nele, now=timezone.now())
    emine = one.roll.get(name="Emine")
    browser.post(f"/staff/budget/roll/{emine.pk}/", {"act": "sms"})
    sent = max(settings.SMS_FOLDER.glob("*.txt"), key=lambda file: file.stat().st_mtime)
    code = sent.read_text().rpartition(" ")[2]
    assert entry_of_code(one, code) == emine
    slip = browser.post(f"/staff/budget/roll/{emine.pk}/", {"act": "slip"})
    assert slip.content.startswith(b"%PDF")
    assert entry_of_code(one, code) is None


def test_letters_whose_print_went_wrong_are_made_anew_for_the_same_residents(
    one: Round, nele: Person
) -> None:
    """Also when the button is pressed twice: only the second file arrives, and its codes count."""
    for number in range(2):
        actions.add_to_roll(
            one, Resident(f"Buur {number}", "Linnenstraat 1"), actor=nele, now=timezone.now()
        )
    browser, letters = cast.sign_in(nele), f"/staff/budget/{one.pk}/roll/letters/"

    def codes() -> list[str]:
        return list(one.roll.order_by("name").values_list("code_hash", flat=True))

    press = {"pile": "1", "csrfmiddlewaretoken": "a"}
    assert browser.post(letters, press).content.startswith(b"%PDF")
    first = codes()
    actions.add_to_roll(one, Resident("Zoe", "Spoelstraat 2"), actor=nele, now=timezone.now())
    assert browser.post(letters, press).content.startswith(b"%PDF")
    second = codes()
    assert not set(second[:2]) & set(first)
    assert second[2] == ""

    of_a_colleague = browser.post(letters, {"pile": "1", "csrfmiddlewaretoken": "b"}, follow=True)
    assert "Iemand drukte deze brieven intussen af" in of_a_colleague.content.decode()
    assert codes() == second

    page = browser.get(f"/staff/budget/{one.pk}/roll/").content.decode()
    assert "Ging het laatste afdrukken mis?" in page
    assert browser.post(letters, {"again": "1"}).content.startswith(b"%PDF")
    third = codes()
    assert not set(third[:2]) & set(second)

    assert browser.post(letters, {"pile": "2"}).content.startswith(b"%PDF")
    assert (codes()[:2], codes()[2] != "") == (third[:2], True)
