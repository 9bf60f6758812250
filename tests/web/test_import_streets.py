"""Streets and front doors come in from files; what cannot be used is listed, nothing is merged silently."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gebuur.apps.neighbourhood.models import (
    Address,
    Neighbourhood,
    Organisation,
    Role,
    SpellingQuestion,
    Street,
)
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
        "line 10: Achterweg: no shape; the street now stands in the middle of its 1 addresses",
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


def test_a_person_decides_and_everything_moves_along(place: Neighbourhood) -> None:
    bring_in(TWIN)
    nele = cast.make_staff(cast.make_place(), "Nele", role=Role.COORDINATOR)
    question = SpellingQuestion.objects.get()
    assert {question.a.name, question.b.name} == {"Kasteelbaan", "Kasteelbaann"}
    stranger = cast.sign_in(nele)
    assert stranger.post(f"/staff/streets/{question.pk}/", {"answer": "same"}).status_code == 404
    cast.make_streets_of(place)
    an = cast.make_staff(place, "An")
    resident = cast.make_person(place, "Rik", street="Kasteelbaann", house_number="4")
    browser = cast.sign_in(an)
    assert "Kasteelbaann" in browser.get("/staff/streets/").content.decode()
    browser.post(f"/staff/streets/{question.pk}/", {"answer": "same"})
    resident.refresh_from_db()
    assert resident.street is not None
    kept = resident.street
    assert (kept.merged_into, kept.households) == (None, 2)
    assert Street.objects.filter(merged_into=kept).count() == 1
    assert "Geen namen die op elkaar lijken" in browser.get("/staff/streets/").content.decode()


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
