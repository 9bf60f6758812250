"""Streets and front doors come in from files; what cannot be used is listed, nothing is merged silently."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.forms.who import find_street
from gebuur.apps.neighbourhood.models import (
    Address,
    Neighbourhood,
    Organisation,
    Person,
    Role,
    SpellingQuestion,
    Street,
)
from gebuur.apps.volunteers.actions import make_offer
from gebuur.web.streets.spelling import alike
from tests import cast

pytestmark = pytest.mark.django_db
TWIN = Path(__file__).resolve().parents[1] / "data" / "streets"
VILLAGE = Path(__file__).resolve().parents[3] / "shared" / "data" / "streets"


@pytest.fixture
def place() -> Neighbourhood:
    organisation = Organisation.objects.create(name="Dienstencentrum")
    facts = {
        "name": "Het Dorp",
        "slug": "dorp",
        "contact_name": "An",
        "contact_phone": "",
        "contact_hours": "",
    }
    return Neighbourhood.objects.create(organisation=organisation, **facts)


def bring_in(folder: Path, *options: str, adjacency: str = "adjacency.csv") -> str:
    out = StringIO()
    files = ["--addresses", str(folder / "addresses.csv"), "--adjacency", str(folder / adjacency)]
    call_command("import_streets", str(folder / "streets.geojson"), *files, *options, stdout=out)
    return out.getvalue()


def staff_of(place: Neighbourhood) -> Person:
    cast.make_streets_of(place)
    return cast.make_staff(place, "An")


def test_pieces_of_one_name_are_one_street_in_metres(place: Neighbourhood) -> None:
    bring_in(TWIN)
    street = Street.objects.get(name="Lindelaan")
    assert len(street.lines) == 2
    assert 250 < street.length < 350
    assert street.households == 2
    place.refresh_from_db()
    assert place.origin_lon == pytest.approx(4.002, abs=0.002)


def test_what_cannot_be_used_is_listed_with_its_line_and_reason(place: Neighbourhood) -> None:
    told = bring_in(TWIN)
    assert place.slug == "dorp"
    for line in (
        "streets.geojson, line 6: a street without a name",
        "streets.geojson, line 7: Nergens: a point lies nowhere on earth",
        "addresses.csv, line 6: no street",
        "addresses.csv, line 7: Lindelaan 3: stands twice",
        "addresses.csv, line 8: Lindelaan: no house number",
        "addresses.csv, line 9: Lindelaan 9: no usable place",
        "line 10: Achterweg: no shape; the street now stands in the middle of its 1 address",
        "adjacency, line 3: Onbekend: no such street",
    ):
        assert line in told
    assert Address.objects.count() == 5


def test_a_second_run_changes_nothing(place: Neighbourhood) -> None:
    bring_in(TWIN)
    before = set(Street.objects.values_list("pk", "households")), Address.objects.count()
    assert "new streets                   0" in bring_in(TWIN)
    assert (set(Street.objects.values_list("pk", "households")), Address.objects.count()) == before
    assert place.slug


def test_a_dry_run_writes_nothing(place: Neighbourhood) -> None:
    assert "Nothing was written" in bring_in(TWIN, "--dry-run", "--place", place.slug)
    assert not Street.objects.exists()


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
def test_a_name_that_no_database_keeps_is_listed(
    name: str, place: Neighbourhood, tmp_path: Path
) -> None:
    line = {"type": "LineString", "coordinates": [[3.7, 51.0], [3.8, 51.0]]}
    street = {"type": "Feature", "properties": {"name": name}, "geometry": line}
    file, out = tmp_path / "map.geojson", StringIO()
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [street]}))
    call_command("import_streets", str(file), place=place.slug, stdout=out)
    assert "map.geojson, line 1: the shape cannot be read" in out.getvalue()
    assert not Street.objects.exists()


@pytest.mark.parametrize("rubbish", [b"x" * 200_000, b"street,housenumber\0,lon,lat\n"])
def test_a_list_of_doors_that_is_none_gets_one_line(
    rubbish: bytes, place: Neighbourhood, tmp_path: Path
) -> None:
    file = tmp_path / "doors.csv"
    file.write_bytes(rubbish)
    with pytest.raises(CommandError, match=r"doors\.csv: "):
        call_command(
            "import_streets", str(TWIN / "streets.geojson"), addresses=file, place=place.slug
        )


@pytest.mark.parametrize("rubbish", ["", "{}", "[1, 2]", "no json", '{"features": 7}'])
def test_a_file_that_is_no_map_gets_one_line(
    place: Neighbourhood, tmp_path: Path, rubbish: str
) -> None:
    file = tmp_path / "kaart.geojson"
    file.write_text(rubbish)
    with pytest.raises(CommandError, match=r"kaart\.geojson: this is no GeoJSON") as caught:
        call_command("import_streets", str(file), "--place", place.slug)
    assert caught.value.returncode == 2
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_missing_column_get_one_line(
    place: Neighbourhood, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_streets", str(tmp_path / "weg.geojson"))
    (tmp_path / "a.csv").write_text("naam;nummer\nx;1\n")
    with pytest.raises(CommandError, match="no column 'street'"):
        call_command(
            "import_streets", str(TWIN / "streets.geojson"), "--addresses", str(tmp_path / "a.csv")
        )
    assert place.slug


def test_numbers_and_old_and_new_tell_streets_apart() -> None:
    names = [
        "1ste Bosdreef",
        "2de Bosdreef",
        "Derde Bosdreef",
        "Oude Baan",
        "Nieuwe Baan",
        "De Blokken",
        "De blokken",
    ]
    assert alike([*names, "Vendelmansweg", "Vendemansweg"]) == [
        ("De Blokken", "De blokken"),
        ("Vendelmansweg", "Vendemansweg"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kerkstr.", "Kerkstraat"),
        ("St. Jansstraat", "Sint-Jansstraat"),
        ("Dr. K. Van Noppenstraat", "Dokter Karel Van Noppenstraat"),
        ("1ste Bosdreef", "Eerste Bosdreef"),
        ("Burg. Maesplein", "Burgemeester Maesplein"),
    ],
)
def test_an_abbreviation_is_asked_about(one: str, other: str) -> None:
    assert alike([one, other]) == [tuple(sorted((one, other)))]


def test_a_person_decides_and_everything_moves_along(place: Neighbourhood) -> None:
    bring_in(TWIN)
    nele = cast.make_staff(cast.make_place(), "Nele", role=Role.COORDINATOR)
    question = SpellingQuestion.objects.get()
    assert {question.a.name, question.b.name} == {"Kasteelbaan", "Kasteelbaann"}
    stranger = cast.sign_in(nele)
    assert stranger.post(f"/staff/streets/{question.pk}/", {"answer": "same"}).status_code == 404
    an = staff_of(place)
    resident = cast.make_person(place, "Rik", street="Kasteelbaann", house_number="4")
    browser = cast.sign_in(an)
    assert "Kasteelbaann" in browser.get("/staff/streets/").content.decode()
    right = "a" if question.a.name == "Kasteelbaan" else "b"
    browser.post(f"/staff/streets/{question.pk}/", {"answer": right})
    resident.refresh_from_db()
    assert resident.street is not None
    kept = resident.street
    assert (kept.name, kept.merged_into, kept.households) == ("Kasteelbaan", None, 2)
    page = browser.get("/staff/streets/").content.decode()
    assert "Geen namen die op elkaar lijken" in page
    assert "één straat, vandaag, An" in page
    assert (
        browser.get("/staff/people/", {"q": "rik kasteelbaan"}).content.decode().count("Rik") == 1
    )


def test_what_a_person_decided_survives_the_next_map(place: Neighbourhood) -> None:
    bring_in(TWIN)
    an, question = staff_of(place), SpellingQuestion.objects.get()
    right = "a" if question.a.name == "Kasteelbaan" else "b"
    cast.sign_in(an).post(f"/staff/streets/{question.pk}/", {"answer": right})
    told = bring_in(TWIN)
    kept = Street.objects.get(name="Kasteelbaan")
    assert "spellings to decide           0" in told
    assert "new front doors               0" in told
    assert (kept.households, kept.addresses.count()) == (2, 2)
    assert not Address.objects.filter(street__merged_into=kept).exists()
    assert find_street(place, "kasteelbaann") == kept


def test_two_streets_are_never_asked_about_again(place: Neighbourhood) -> None:
    bring_in(TWIN)
    an, question = staff_of(place), SpellingQuestion.objects.get()
    cast.sign_in(an).post(f"/staff/streets/{question.pk}/", {"answer": "two"})
    assert "spellings to decide           0" in bring_in(TWIN)
    assert Street.objects.filter(merged_into__isnull=False).count() == 0


def test_neighbours_and_their_offers_follow_the_map(place: Neighbourhood) -> None:
    bring_in(TWIN)
    person = cast.make_person(place, "Rik", street="Lindelaan", house_number="1")
    offer = make_offer(
        person, actor=None, tasks=[cast.make_task(place)], slots=cast.ALWAYS, radius=800,
        per_week=1, per_month=4, channel="web", now=timezone.now(),
    )  # fmt: skip
    Address.objects.update(x=9_000, y=9_000)
    Person.objects.update(x=9_000, y=9_000)
    bring_in(TWIN)
    person.refresh_from_db()
    assert (person.x, person.y) == Address.objects.values_list("x", "y").get(
        street=person.street, number="1"
    )
    ticked = offer.tasks.get()
    assert (ticked.x, ticked.y) == (person.x, person.y)


def test_who_made_the_map_is_named_where_streets_are_shown(place: Neighbourhood) -> None:
    assert "shown with the map: © De Kaartmakers" in bring_in(TWIN)
    page = Client().get(f"/n/{place.slug}/", follow=True).client.get("/street/").content.decode()
    assert "© De Kaartmakers" in page


@pytest.mark.skipif(
    not VILLAGE.exists(), reason="the real village in ../shared/data/streets is not here"
)
def test_the_real_village_comes_in_with_its_dirt(place: Neighbourhood) -> None:
    told = bring_in(VILLAGE, adjacency="street_adjacency.csv")
    assert Street.objects.filter(neighbourhood=place).exclude(lines=[]).count() == 67
    assert Address.objects.count() == 1_545
    asked = {frozenset((one.a.name, one.b.name)) for one in SpellingQuestion.objects.all()}
    assert asked == {
        frozenset(("De Blokken", "De blokken")),
        frozenset(("Vendelmansweg", "Vendemansweg")),
    }
    assert "addresses.csv, line 2: no street" in told
    assert "© OpenStreetMap contributors" in told
    again = bring_in(VILLAGE, adjacency="street_adjacency.csv")
    for words in ("new streets", "new front doors", "new pairs that meet", "spellings to decide"):
        assert f"{words:<24}{0:>7}" in again
