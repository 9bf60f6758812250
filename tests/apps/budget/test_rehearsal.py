"""Before the rule is fixed, both sides see what it would have done with a past vote. Nothing is kept."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gebuur.apps.budget.models import Count, Round
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role
from tests import cast

pytestmark = pytest.mark.django_db
PATH = "/staff/budget/rehearsal/"
SAID = {"utility": "cost", "completion": "add1u"}
VOTE = (
    "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n"
    "1;90;De weg\n2;40;De tuin\n3;50;De bank\nVOTES\nvoter_id;vote\n"
) + "".join(f"{n};{vote}\n" for n, vote in enumerate(["1"] * 6 + ["2"] * 3 + ["2,3"]))

MANY = VOTE.replace("1;90;De weg\n", "".join(f"p{n};9;x\n" for n in range(501)) + "1;90;De weg\n")


def file(raw: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("vote.pb", raw.encode() if isinstance(raw, str) else raw)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.AUTHORITY])
def test_who_gets_nothing_under_each_rule(place: Neighbourhood, role: Role) -> None:
    browser = cast.sign_in(cast.make_staff(place, "Els", role=role))
    assert PATH in browser.get("/staff/budget/").content.decode()
    found = browser.post(PATH, SAID | {"file": file(VOTE)}).context["found"]
    assert (found.voters, found.nothing_by_votes, found.nothing_by_shares) == (10, 4, 6)
    assert [(row.name, row.wins_by_votes, row.wins_by_shares) for row in found.rows] == [
        ("De weg", True, False),
        ("De tuin", False, True),
        ("De bank", False, True),
    ]


@pytest.mark.parametrize(
    "raw",
    ["", "straat;naam\n1;2\n", VOTE.replace("2,3", "9"), b"\xff\xfe\0", b"x" * 2_000_001, MANY],
)
def test_rubbish_gets_one_clear_line(nele: Person, raw: str | bytes) -> None:
    answer = cast.sign_in(nele).post(PATH, SAID | {"file": file(raw)})
    assert answer.status_code == 200
    assert len(answer.context["form"].errors) == 1
    assert answer.context["found"] is None


def test_nothing_filled_in_asks_for_a_vote(nele: Person) -> None:
    page = cast.sign_in(nele).post(PATH, {})
    assert set(page.context["form"].errors) == {"utility", "completion"}
    assert cast.sign_in(nele).post(PATH, SAID).context["form"].non_field_errors()


def test_an_earlier_round_of_this_place_is_counted_anew(place: Neighbourhood, nele: Person) -> None:
    there = cast.make_place(name="De Molen", slug="molen")
    bert = cast.make_staff(there, "Bert", role=Role.COORDINATOR)
    rounds = [counted(nele), counted(bert)]
    desk = cast.sign_in(nele)
    page = desk.get(PATH).content.decode()
    assert str(rounds[0].pk) in page
    assert str(rounds[1].pk) not in page
    assert desk.post(PATH, SAID | {"earlier": str(rounds[0].pk)}).context["found"].voters == 10
    assert desk.post(PATH, SAID | {"earlier": str(rounds[1].pk)}).context["found"] is None


def counted(coordinator: Person) -> Round:
    one = cast.make_round(coordinator.neighbourhood, coordinator=coordinator)
    Count.objects.create(
        neighbourhood=one.neighbourhood, round=one, file=VOTE, seed="x", result={}, ballots=10,
        digest=hashlib.sha256(VOTE.encode()).hexdigest(), counted_at=timezone.now(),
    )  # fmt: skip
    return one
