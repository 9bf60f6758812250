"""The corner of the authority: everything that waits, with its clock, and nobody's name."""

import datetime as dt

import pytest
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import FrameVersion, ReasonsAsked
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person, Role
from tests import cast

pytestmark = pytest.mark.django_db
START = "/staff/budget/authority/"


def test_everything_that_waits_stands_on_one_page_without_a_name(
    place: Neighbourhood, nele: Person
) -> None:
    rosa = cast.make_person(place, "Rosa", last_name="Vermeire")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    one = cast.make_round(place, coordinator=nele, neighbour=rosa)
    now = timezone.now()
    actions.give_idea(
        one, actions.Said("Licht aan het pad"), actor=rosa, channel=Channel.WEB, now=now
    )
    chosen = cast.make_proposal(one, member=rosa, title="Moestuin", state="chosen")
    proposal = cast.make_proposal(one, member=rosa, title="Speelstraat")
    ReasonsAsked.objects.create(
        neighbourhood=place, proposal=chosen, version=1, is_for_answer=True, text="Waarom?", asked_at=now
    )  # fmt: skip
    due_on = timezone.localdate(now) + dt.timedelta(days=5)
    reader = actions.Reader("Karim", "", due_on, "Het diensthoofd", "")
    actions.ask_service(proposal, actor=nele, service="Groendienst", reader=reader, now=now)
    actions.change_round(one, actor=nele, pot_cents=2_500_000)
    actions.draw_up_frame(one, actor=nele, why="Er kwam geld bij", now=now)
    els = cast.sign_in(Person.objects.get(first_name="Els"))
    home = els.get("/", follow=True).content.decode()
    assert START in home
    for path in (f"proposals/{chosen.pk}/decision/", f"{one.pk}/"):
        assert f"/staff/budget/{path}" in home, "what waits for her signature is one press away"
    page = els.get(START).content.decode()
    for words in (
        "Licht aan het pad",
        "Moestuin",
        "Speelstraat",
        "Groendienst",
        "Buurtbudget 2026",
    ):
        assert words in page
    assert "nog 5 dagen" in page
    assert "Rosa" not in page
    assert "Vermeire" not in page
    assert START in cast.sign_in(nele).get("/staff/budget/").content.decode()


def test_a_signed_frame_no_longer_waits_and_an_empty_corner_is_calm(
    place: Neighbourhood, nele: Person
) -> None:
    one = cast.make_round(place, coordinator=nele)
    version = actions.draw_up_frame(one, actor=nele, why="", now=timezone.now())
    els = cast.make_staff(place, "Els", role=Role.AUTHORITY)
    browser = cast.sign_in(els)
    assert one.title in browser.get(START).content.decode()
    digest = version.digest
    actions.sign_for_authority(version, actor=els, digest=digest, now=timezone.now())
    page = browser.get(START).content.decode()
    assert one.title not in page
    assert "wacht nu niets" in page
    assert FrameVersion.objects.get().published_at is None


def test_neighbours_have_no_corner_of_the_authority(place: Neighbourhood) -> None:
    luc = cast.make_person(place, "Luc")
    cast.make_user(luc, "luc@vlasbloem.example")
    assert cast.sign_in(luc).get(START).status_code == 404
    assert START not in cast.sign_in(luc).get("/").content.decode()


def test_who_came_back_after_the_last_day_has_thirty_days_and_is_not_called_late(
    place: Neighbourhood, nele: Person
) -> None:
    rosa, then = cast.make_person(place, "Rosa"), timezone.now() - dt.timedelta(days=150)
    cast.make_group(rosa).members.update(known_at=then)
    one = cast.make_round(place, coordinator=nele, neighbour=rosa, now=then)
    garden = cast.make_proposal(one, member=rosa, state="chosen", now=then)
    refused = cast.sign_decision(garden, now=then + dt.timedelta(days=120))
    seat = Seat(garden.group.members.get(person=rosa))
    said, now = (
        {one.criterion: "De poort blijft open." for one in refused.weighings.all()},
        timezone.now(),
    )
    garden.refresh_from_db()
    actions.reply_to_decision(garden, actor=seat, said=said, now=now)
    actions.hand_in_again(garden, actor=seat, now=now)
    page = cast.sign_in(Person.objects.get(first_name="Els")).get(START).content.decode()
    assert "Moestuin" in page
    assert "nog 30 dagen" in page
    assert "te laat" not in page


def test_decisions_are_due_by_the_frame_that_both_sides_signed(
    place: Neighbourhood, nele: Person
) -> None:
    rosa, now = cast.make_person(place, "Rosa"), timezone.now()
    cast.make_group(rosa).members.update(known_at=now)
    one = cast.make_round(place, coordinator=nele, neighbour=rosa)
    cast.make_proposal(one, member=rosa, state="chosen")
    actions.change_round(
        one, actor=nele, decide_by=timezone.localdate(now) + dt.timedelta(days=400)
    )
    actions.draw_up_frame(one, actor=nele, why="Er is meer tijd nodig", now=now)
    page = cast.sign_in(nele).get(f"/staff/budget/{one.pk}/decisions/").content.decode()
    assert "nog 130 dagen" in page, "nobody signed the other day yet"


def test_before_a_frame_binds_no_button_leads_to_decisions(
    place: Neighbourhood, nele: Person
) -> None:
    one, now = cast.make_round(place, coordinator=nele), timezone.now()
    actions.draw_up_frame(one, actor=nele, why="", now=now)
    browser, path = cast.sign_in(nele), f"/staff/budget/{one.pk}/"
    assert f"{path}decisions/" not in browser.get(path).content.decode()
    assert browser.get(f"{path}decisions/").status_code == 404
