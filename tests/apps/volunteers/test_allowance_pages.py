"""Allowances on screen: booked on one page, refused with the reason, read by the volunteer, kept for the books."""

import datetime as dt
import io

import pytest
import python_calamine
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Role
from gebuur.apps.outbox.models import Message
from gebuur.apps.privacy.models import Sight
from gebuur.apps.volunteers import actions
from gebuur.apps.volunteers.models import (
    AllowanceCeiling,
    AllowanceLine,
    AllowanceYear,
    KilometreRate,
)
from tests import cast
from tests.apps.care.story import Story

pytestmark = pytest.mark.django_db
A_DAY = "2026-02-03"
LUMP = {"book": "1", "what": "lump", "on": A_DAY, "amount": "40,00", "task_kind": "ordinary"}
CEILINGS = {
    "ceiling": "1", "year": "2022", "day": "36,84", "yearly": "1.473,37", "raised": "",
    "source": "Omzendbrief", "checked": "2026-11-03", "check_by": "2027-01-05",
}  # fmt: skip
RATE = {
    "rate": "1", "rate-mode": "bike", "rate-per_km": "0,36", "rate-since": "2025-01-01",
    "rate-until": "2025-12-31", "rate-source": "Omzendbrief", "rate-checked": "2026-11-03",
    "rate-check_by": "2027-01-05",
}  # fmt: skip


class Office(Story):
    """Joris volunteers for the centre in 2026; An books, Nele coordinates, Emine helps as a neighbour."""

    def __init__(self) -> None:
        super().__init__()
        nele = cast.make_staff(self.place, "Nele", role=Role.COORDINATOR)
        actions.choose_rules(self.joris, is_organised=True, actor=self.an)
        self.joris.refresh_from_db()
        cast.make_user(self.joris.person, "joris@example.be")
        self.an_reads, self.nele_reads = cast.sign_in(self.an), cast.sign_in(nele)
        self.joris_reads = cast.sign_in(self.joris.person)
        self.ledger = f"/staff/offers/{self.joris.pk}/allowances/2026/"

    def choose(self, system: str = "lump_sum") -> None:
        self.an_reads.post(self.ledger, {"way": "1", "system": system})

    def post(self, **facts: str) -> str:
        return self.an_reads.post(self.ledger, facts, follow=True).content.decode()

    def booked(self) -> int:
        return sum(AllowanceLine.objects.values_list("cents", flat=True))


def test_a_way_is_chosen_and_a_day_is_booked_on_the_same_page() -> None:
    office = Office()
    assert "één manier" in office.an_reads.get(office.ledger).content.decode()
    office.choose()
    page = office.post(**LUMP)
    assert "Opgeschreven." in page
    assert "40,00\xa0euro" in page
    assert office.booked() == 40_00


def test_a_refusal_says_why_and_loses_nothing_that_was_typed() -> None:
    office = Office()
    office.choose()
    page = office.post(**LUMP | {"amount": "90,00"})
    assert "hoogstens 44,02\xa0euro" in page
    assert 'value="90,00"' in page
    assert f'value="{A_DAY}"' in page
    assert office.booked() == 0


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"what": "car", "km": ""}, "Schrijf de kilometers"),
        ({"amount": ""}, "Schrijf het bedrag in euro"),
        ({"amount": "veel"}, "Schrijf een getal zo: 12,50."),
        ({"amount": "-5"}, "Schrijf een getal zo: 12,50."),
        ({"amount": "1,005"}, "Zo precies rekenen we niet"),
        ({"on": "31/31/2026"}, "Schrijf de dag zo"),
        ({"on": "2025-02-03"}, "niet in 2026"),
        ({"what": "car", "km": "0,001"}, "te kort"),
        ({"what": "cost"}, "Eén ding"),
        ({"task_kind": "x"}, "Eén ding"),
        ({"what": ""}, "Kies één ding"),
    ],
)
def test_what_does_not_fit_is_explained(wrong: dict[str, str], says: str) -> None:
    office = Office()
    office.choose()
    page = office.post(**LUMP | wrong)
    assert says in page
    assert office.booked() == 0


@pytest.mark.parametrize(("typed", "cents"), [("12", 12_00), ("€ 12,5", 12_50), ("12.50", 12_50)])
def test_amounts_are_read_as_people_write_them(typed: str, cents: int) -> None:
    office = Office()
    office.choose()
    office.post(**LUMP | {"amount": typed})
    assert office.booked() == cents


def test_kilometres_are_reckoned_by_the_rate_of_their_day() -> None:
    office = Office()
    office.choose()
    office.post(**LUMP | {"what": "bike", "amount": "", "km": "12,4"})
    assert office.booked() == 4_59


def test_the_other_way_is_refused_once_something_is_booked() -> None:
    office = Office()
    office.choose()
    office.post(**LUMP)
    page = office.an_reads.post(office.ledger, {"way": "1", "system": "real_costs"})
    assert "Neem dat eerst terug" in page.content.decode()
    assert AllowanceYear.objects.get().system == "lump_sum"


def test_other_organisations_are_told_in_totals_and_make_the_room_smaller() -> None:
    office = Office()
    office.choose()
    told = {"elsewhere": "1", "others-lump": "1.750,00", "others-task_kind": "ordinary"}
    assert "bijna vol" in office.post(**told)
    page = office.post(**LUMP)
    assert "Er blijft 10,83\xa0euro over" in page
    told["others-lump"] = ""
    office.post(**told)
    office.post(**LUMP)
    assert office.booked() == 40_00


def test_a_line_is_taken_back_and_both_stay_to_be_read() -> None:
    office = Office()
    office.choose()
    office.post(**LUMP)
    line = AllowanceLine.objects.get()
    page = office.post(back=str(line.pk))
    assert "neemt nummer 1 terug" in page
    assert "nam dit al terug" in office.post(back=str(line.pk))
    assert office.booked() == 0


def test_rubbish_and_the_lines_of_others_are_not_found() -> None:
    office = Office()
    office.choose()
    office.post(**LUMP)
    line = AllowanceLine.objects.get()
    bert = cast.sign_in(cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert"))
    assert bert.get(office.ledger).status_code == 404
    assert bert.post(office.ledger, {"back": str(line.pk)}).status_code == 404
    for back in ("x", "", "00000000-0000-0000-0000-000000000000"):
        assert office.an_reads.post(office.ledger, {"back": back}).status_code == 404
    other = office.ledger.replace("2026", "2025")
    office.an_reads.post(other, {"way": "1", "system": "lump_sum"})
    assert office.an_reads.post(other, {"back": str(line.pk)}).status_code == 404
    for year in ("1", "99999999"):
        assert office.an_reads.get(office.ledger.replace("2026", year)).status_code == 404


def test_the_list_shows_who_has_what_and_why_others_are_not_there() -> None:
    office = Office()
    page = office.an_reads.get("/staff/allowances/?year=x").content.decode()
    assert "Kies hoe" in page
    assert "1 persoon helpt als buur" in page
    year = str(timezone.localdate().year)
    office.an_reads.post(office.ledger.replace("2026", year), {"way": "1", "system": "lump_sum"})
    page = office.an_reads.get("/staff/allowances/").content.decode()
    assert "nog niet gevraagd" in page
    assert "Emine" not in page


def test_a_neighbour_is_paid_nothing_and_the_page_says_where_to_choose() -> None:
    office = Office()
    hers = f"/staff/offers/{office.emine.pk}/allowances/2026/"
    assert "hulp tussen buren" in office.an_reads.get(hers).content.decode()
    office.an_reads.post(hers, {"way": "1", "system": "lump_sum"})
    assert not AllowanceYear.objects.exists()


def test_the_list_of_names_is_kept_as_csv_and_as_a_sheet_and_no_name_is_a_formula() -> None:
    office = Office()
    office.choose()
    office.post(**LUMP)
    person = office.joris.person
    person.first_name = "=HYPERLINK(1)"
    person.save()
    raw = office.an_reads.get("/staff/allowances/2026.csv").content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in raw
    assert ";40,00;0;0,00;0,00;40,00" in raw
    on = dt.date.fromisoformat(LUMP["on"])
    assert f";1;{on:%d/%m/%Y}: 40,00 euro;" in raw.replace("\xa0", " ")
    sheet = office.an_reads.get("/staff/allowances/2026.xlsx").content
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sheet))
    rows = book.get_sheet_by_index(0).to_python()
    assert str(rows[1][0]).startswith("=HYPERLINK(1)")
    assert rows[1][-1] == 40
    assert Sight.objects.filter(page="volunteers:allowance-file", person=person).count() == 2
    assert office.an_reads.get("/staff/allowances/2026.exe").status_code == 404


def test_the_coordinator_enters_a_year_and_a_rate_and_a_professional_only_reads() -> None:
    office = Office()
    office.an_reads.post("/staff/allowances/ceilings/", CEILINGS)
    assert not AllowanceCeiling.objects.exists()
    office.nele_reads.post("/staff/allowances/ceilings/", CEILINGS)
    office.nele_reads.post("/staff/allowances/ceilings/", RATE)
    assert AllowanceCeiling.objects.get().yearly_cents == 1_473_37
    assert KilometreRate.objects.get().per_km == 3_600
    page = office.an_reads.get("/staff/allowances/ceilings/").content.decode()
    assert "1.473,37\xa0euro" in page
    assert "hier ingevuld" in page
    office.nele_reads.post("/staff/allowances/ceilings/", CEILINGS | {"day": "37"})
    assert AllowanceCeiling.objects.get().day_cents == 37_00


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"year": "2026"}, "zitten al in Gebuur"),
        ({"year": "twee"}, "vier cijfers"),
        ({"source": " "}, "Schrijf waar het staat"),
        ({"check_by": "2026-11-03"}, "Kies een dag na"),
        ({"yearly": "30"}, "meer dan een dag"),
        ({"raised": "100"}, "hoger dan het gewone"),
        ({"day": "0"}, "boven nul"),
    ],
)
def test_a_figure_that_cannot_be_is_explained(wrong: dict[str, str], says: str) -> None:
    office = Office()
    page = office.nele_reads.post("/staff/allowances/ceilings/", CEILINGS | wrong)
    assert says in page.content.decode()
    assert not AllowanceCeiling.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"rate-since": "2026-01-01", "rate-until": "2026-02-01"}, "Kies andere dagen"),
        ({"rate-until": "2024-12-31"}, "na de eerste dag"),
        ({"rate-per_km": "0"}, "boven nul"),
        ({"rate-per_km": ""}, "Schrijf het bedrag"),
    ],
)
def test_a_rate_that_cannot_be_is_explained(wrong: dict[str, str], says: str) -> None:
    office = Office()
    page = office.nele_reads.post("/staff/allowances/ceilings/", RATE | wrong)
    assert says in page.content.decode()
    assert not KilometreRate.objects.exists()


def test_the_volunteer_reads_her_own_lines_with_and_without_an_account() -> None:
    office = Office()
    office.choose()
    office.post(**LUMP)
    for path in ("/offer/mine/", "/offer/mine/file/"):
        page = office.joris_reads.get(path).content.decode()
        assert "Wat je terugkreeg in 2026" in page
        assert "40,00\xa0euro" in page
    actions.send_file(office.joris, actor=office.an, now=timezone.now())
    body = Message.objects.get(template="volunteers/messages/your_file").body
    link = "/l/file/" + body.partition("/l/file/")[2].partition("/")[0] + "/"
    assert "40,00\xa0euro" in Client().get(link).content.decode()


def test_what_she_was_paid_stands_in_her_file_and_goes_when_she_is_erased() -> None:
    office = Office()
    office.choose()
    office.post(**LUMP)
    office.post(back=str(AllowanceLine.objects.get().pk))
    page = office.joris_reads.get("/me/data/").content.decode()
    assert "Wat je terugkreeg" in page
    assert "40,00\xa0euro" in page
    office.nele_reads.post(f"/staff/people/{office.joris.person_id}/erase/")
    assert not AllowanceYear.objects.exists()
    assert not AllowanceLine.objects.exists()
