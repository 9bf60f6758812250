"""After a yes: the group plans, ticks off, counts and shows; everybody reads what came of it."""

import datetime as dt
import struct
import zlib

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.models import Effect, Milestone, Picture, Proposal
from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role
from tests import cast

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 28)
NOON = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)


@pytest.fixture
def rosa(place: Neighbourhood) -> Person:
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@example.org")
    return rosa


@pytest.fixture
def garden(place: Neighbourhood, rosa: Person) -> Proposal:
    """A garden of Rosa's group, with a conditional yes of 6.380 euro."""
    nele = cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    cast.make_group(rosa).members.update(known_at=timezone.now())
    one = cast.make_round(place, coordinator=nele, neighbour=rosa)
    garden = cast.make_proposal(one, member=rosa, state="chosen", households=15, young_people=10)
    cast.sign_decision(garden, outcome="if")
    return garden


def seat(proposal: Proposal) -> Seat:
    return Seat(Member.objects.get(initiative=proposal.group))


def plan(proposal: Proposal, what: str, after: int, cents: int) -> Milestone:
    due = TODAY + dt.timedelta(days=after)
    return actions.plan_milestone(
        proposal, actor=seat(proposal), what=what, due_on=due, planned_cents=cents, now=NOON
    )


def tick(step: Milestone, day: dt.date, cents: int, words: str = "") -> None:
    actions.tick_milestone(
        step,
        actor=seat(step.proposal),
        done_on=day,
        actual_cents=cents,
        words=words,
        now=NOON,
    )


def say_done(proposal: Proposal) -> None:
    actions.finish_work(proposal, actor=seat(proposal), now=NOON)
    proposal.refresh_from_db()


def told(proposal: Proposal, today: dt.date = TODAY) -> str:
    one = queries.realised_of(proposal, today)
    assert one is not None
    return " ".join((*one.in_time, *one.in_money)).replace("\xa0", " ")


def png() -> bytes:
    """A grey dot."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    where = chunk(b"tEXt", b"Location\0Spoelstraat 12")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), where, chunk(b"IDAT", zlib.compress(b"\0\x80")), chunk(b"IEND", b""))
    )


def test_a_member_plans_ticks_off_and_sets_a_slip_right(garden: Proposal, rosa: Person) -> None:
    browser, own = cast.sign_in(rosa), f"/budget/proposals/{garden.pk}/"
    empty = browser.post(f"{own}steps/new/", {"planned_cents": "1.200,50", "due_on": ""})
    assert "1.200,50" in empty.content.decode()
    said = {"what": "Vier bakken zetten", "due_on": "2027-03-01", "planned_cents": "1.200,50"}
    page = browser.post(f"{own}steps/new/", said, follow=True).content.decode()
    assert "Vier bakken zetten" in page
    step = Milestone.objects.get()
    assert step.planned_cents == 120_050
    today = timezone.localdate().isoformat()
    future = browser.post(f"{own}steps/{step.pk}/done/", {"done_on": "2099-01-01"})
    assert future.status_code == 200
    done = {"done_on": today, "actual_cents": "1300", "words": "Met twaalf buren."}
    browser.post(f"{own}steps/{step.pk}/done/", done)
    browser.post(f"{own}steps/{step.pk}/done/", done | {"actual_cents": "1200"})
    step.refresh_from_db()
    assert (step.actual_cents, step.done_on) == (120_000, timezone.localdate())
    assert Line.objects.filter(thing=garden.pk, act="budget-step-done").count() == 1
    kept = browser.post(f"{own}steps/{step.pk}/edit/", said | {"away": "1"})
    assert kept.status_code == 200
    assert Milestone.objects.exists()
    public = Client().get(f"/budget/{garden.round_id}/realised/").content.decode()
    assert "Met twaalf buren." in public
    assert "Rosa" not in public


def test_money_left_goes_back_to_the_pot_and_the_round_says_how_much(garden: Proposal) -> None:
    first, second = plan(garden, "Bakken", 10, 400_000), plan(garden, "Grond", 20, 238_000)
    tick(first, TODAY, 380_000)
    assert "380.000" not in told(garden)
    assert queries.leftovers_of(garden.round).cents == 0
    tick(second, TODAY + dt.timedelta(days=32), 210_000)
    say_done(garden)
    said = told(garden, TODAY + dt.timedelta(days=40))
    assert "12 dagen later dan gepland" in said
    assert "480 euro gaat terug naar de pot" in said
    assert queries.leftovers_of(garden.round).cents == 48_000
    page = Client().get(f"/budget/{garden.round_id}/realised/").content.decode()
    assert "Gaat naar de volgende ronde." in page


def test_a_group_that_ticked_off_its_only_step_says_itself_that_it_is_done(
    garden: Proposal, rosa: Person
) -> None:
    browser, own = cast.sign_in(rosa), f"/budget/proposals/{garden.pk}/realising/"
    first = plan(garden, "Bakken", 10, 400_000)
    assert "Ben je klaar?" not in browser.get(own).content.decode()
    with pytest.raises(actions.StepsLeft):
        say_done(garden)
    tick(first, TODAY, 380_000)
    assert "Alles was klaar" not in told(garden)
    assert "De groep moet nog zeggen dat alles klaar is." in told(garden)
    assert "Ben je klaar?" in browser.get(own).content.decode()
    browser.post(f"{own}done/")
    page = browser.post(f"{own}done/", follow=True).content.decode()
    assert "Ben je klaar?" not in page
    garden.refresh_from_db()
    assert "Alles was klaar" in told(garden)
    assert Line.objects.filter(thing=garden.pk, act="budget-finished").count() == 1
    plan(garden, "Een bank", 20, 10_000)
    garden.refresh_from_db()
    assert "Gedaan: 1 van de 2 stappen" in told(garden), "one step more, and it is at work again"
    page = browser.post(f"{own}done/", follow=True).content.decode()
    assert "Vink eerst elke stap af" in page


def test_more_than_granted_is_said_and_nothing_is_left(garden: Proposal) -> None:
    tick(plan(garden, "Alles", -3, 700_000), TODAY - dt.timedelta(days=5), 650_000)
    say_done(garden)
    said = told(garden)
    assert "120 euro meer dan er is toegekend" in said
    assert "2 dagen vroeger dan gepland" in said
    assert queries.leftovers_of(garden.round).cents == 0


def test_a_step_past_its_day_is_said_to_be_late(garden: Proposal) -> None:
    plan(garden, "Bakken", -9, 10_000)
    assert "9 dagen later dan gepland" in told(garden)


def test_less_than_promised_is_said_as_it_is(garden: Proposal, rosa: Person) -> None:
    plan(garden, "Bakken", 10, 10_000)
    households = Effect.objects.get(what="households")
    browser = cast.sign_in(rosa)
    path = f"/budget/proposals/{garden.pk}/effects/{households.pk}/"
    assert browser.post(path, {"after_three": "veel"}).status_code == 200
    browser.post(path, {"after_three": "12", "promised": "3"})
    browser.post(
        f"/budget/proposals/{garden.pk}/effects/new/", {"what": "Feesten", "promised": "4"}
    )
    one = queries.realised_of(garden, TODAY)
    assert one is not None
    assert [promise.effect.promised for promise in one.promises] == [15, 10, 4]
    page = Client().get(f"/budget/{garden.round_id}/realised/").content.decode()
    assert "Dat is 3 minder dan beloofd." in page


def test_a_picture_is_shown_without_what_the_camera_wrote(garden: Proposal, rosa: Person) -> None:
    browser, own = cast.sign_in(rosa), f"/budget/proposals/{garden.pk}/pictures/"
    said = {"what": "De eerste bak", "consent": "Niemand staat erop."}
    script = SimpleUploadedFile("tuin.png", b"<svg onload=alert(1)>", content_type="image/png")
    refused = browser.post(f"{own}new/", said | {"picture": script})
    assert "De eerste bak" in refused.content.decode()
    unsaid = SimpleUploadedFile("tuin.png", png())
    browser.post(f"{own}new/", {"what": "De eerste bak", "picture": unsaid})
    assert not Picture.objects.exists()
    browser.post(f"{own}new/", said | {"picture": SimpleUploadedFile("tuin.png", png())})
    picture = Picture.objects.get()
    shown = Client().get(f"/budget/pictures/{picture.pk}/")
    assert shown["Content-Type"] == "image/png"
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in shown["Content-Security-Policy"]
    assert b"Spoelstraat" not in shown.content
    public = Client().get(f"/budget/{garden.round_id}/realised/").content.decode()
    assert 'alt="De eerste bak"' in public
    assert "Niemand staat erop." not in public
    browser.post(f"{own}{picture.pk}/remove/")
    assert Client().get(f"/budget/pictures/{picture.pk}/").status_code == 404


def test_without_a_yes_nothing_is_planned(garden: Proposal, rosa: Person) -> None:
    Proposal.objects.filter(pk=garden.pk).update(version=2, state="chosen")
    garden.refresh_from_db()
    cast.sign_decision(garden)
    with pytest.raises(actions.NotGranted):
        plan(garden, "Bakken", 10, 10_000)
    browser = cast.sign_in(rosa)
    assert browser.get(f"/budget/proposals/{garden.pk}/realising/").status_code == 404
    assert "Moestuin" not in browser.get(f"/budget/{garden.round_id}/realised/").content.decode()


def test_a_group_that_makes_its_plan_real_is_awake(garden: Proposal) -> None:
    long_ago = NOON - dt.timedelta(days=400)
    Initiative.objects.update(last_sign_at=long_ago)
    plan(garden, "Bakken maken", 30, 100_000)
    garden.group.refresh_from_db()
    assert garden.group.last_sign_at == NOON, "nobody asks it whether it goes on"


def test_a_condition_before_the_vote_grants_nothing(garden: Proposal, rosa: Person) -> None:
    path = cast.make_proposal(garden.round, member=rosa, title="Pad")
    cast.sign_decision(path, outcome="if")
    assert path.decisions.get().is_before_vote
    assert queries.realised_of(path, TODAY) is None
    page = cast.sign_in(rosa).get(f"/budget/proposals/{path.pk}/realising/")
    assert page.status_code == 404, "the neighbourhood has not chosen it yet"


def test_strangers_plan_nothing(garden: Proposal, place: Neighbourhood) -> None:
    path = f"/budget/proposals/{garden.pk}/steps/new/"
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    an = cast.make_staff(place, "An")
    for browser in (Client(), cast.sign_in(bert), cast.sign_in(an)):
        assert browser.post(path, {"what": "Iets"}).status_code == 404
    other = cast.make_group(cast.make_person(place, "Joris"), "Een andere groep")
    stranger = Seat(Member.objects.get(initiative=other))
    with pytest.raises(PermissionDenied):
        actions.add_promise(garden, actor=stranger, what="Iets", promised=1)
