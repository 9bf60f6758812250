"""Whose turn counts how much: our own figures propose, the coordinator decides."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from gebuur.apps.care.actions.turn import approve_turn, turn_by_hand
from gebuur.apps.care.models import HelpRequest, Match, Proposal, TurnBonus
from gebuur.apps.care.queries.policy import policy_for
from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role
from gebuur.domain.matching import Policy, TooFew
from tests import cast
from tests.apps.mirror.crew import Crew, make_crew

pytestmark = pytest.mark.django_db
PAGE = "/staff/mirror/turn/"
APPROVE, BY_HAND = f"{PAGE}approve/", f"{PAGE}by-hand/"


@pytest.fixture
def crew() -> Crew:
    """Thirty-five who helped once and stay; fifteen who wait in vain and stop after five weeks."""
    crew = make_crew()
    seeker, task = crew.seeker, crew.task
    for offer in crew.many(35, 70):
        request = HelpRequest.objects.create(
            neighbourhood=crew.place, seeker=seeker, task=task, state="done", channel="phone",
            created_at=crew.now - dt.timedelta(days=70), closed_at=crew.now,
        )  # fmt: skip
        proposal = Proposal.objects.create(
            neighbourhood=crew.place, request=request, offer=offer, state="yes", turn=1,
            asked_at=crew.now - dt.timedelta(days=68), answered_at=crew.now - dt.timedelta(days=67),
        )  # fmt: skip
        Match.objects.create(
            neighbourhood=crew.place, request=request, offer=offer, proposal=proposal, word="appel",
            made_at=crew.now - dt.timedelta(days=66),
        )  # fmt: skip
    crew.many(15, 70, stayed=36)
    return crew


@pytest.fixture
def nele(crew: Crew) -> Person:
    return cast.make_staff(crew.place, "Nele", role=Role.COORDINATOR)


def is_by_hand(place: Neighbourhood) -> bool:
    return policy_for(place) == Policy()


def test_the_coordinator_sees_what_waiting_would_count_for_and_approves_it(
    crew: Crew, nele: Person
) -> None:
    client = cast.sign_in(nele)
    page = client.get(PAGE).content.decode()
    assert "50 mensen" in page
    assert "15 die stopten" in page
    assert is_by_hand(crew.place)
    after = client.post(APPROVE, {"metres": "6000"}, follow=True).content.decode()
    assert "Nele keurde deze getallen goed" in after
    policy = policy_for(crew.place)
    assert policy.new_curve[-1] > 0
    assert policy.turn_bonus(4, None) > policy.turn_bonus(4, 4)


def test_going_back_to_the_hand_set_numbers_keeps_what_held_before(
    crew: Crew, nele: Person
) -> None:
    client = cast.sign_in(nele)
    client.post(APPROVE, {"metres": "3000"})
    page = client.post(BY_HAND, follow=True).content.decode()
    assert is_by_hand(crew.place)
    assert "Wat voordien gold" in page
    assert [turn.metres for turn in TurnBonus.objects.all()] == [3000]


def test_a_new_approval_takes_the_place_of_the_one_before(crew: Crew, nele: Person) -> None:
    first = approve_turn(crew.place, metres=3000, actor=nele, now=crew.now)
    second = approve_turn(crew.place, metres=6000, actor=nele, now=crew.now)
    held = TurnBonus.objects.filter(ended_at__isnull=True)
    assert [turn.pk for turn in held] == [second.pk]
    assert policy_for(crew.place).new_curve == tuple(second.new_curve)
    assert second.new_curve[-1] > first.new_curve[-1]


def test_every_decision_leaves_one_line_in_the_chronicle(crew: Crew, nele: Person) -> None:
    approve_turn(crew.place, metres=3000, actor=nele, now=crew.now)
    turn_by_hand(crew.place, actor=nele, now=crew.now)
    turn_by_hand(crew.place, actor=nele, now=crew.now)
    acts = Line.objects.filter(neighbourhood=crew.place, thing_kind="care.turnbonus")
    assert list(acts.order_by("number").values_list("act", flat=True)) == [
        "turn-bonus",
        "turn-by-hand",
    ]


def test_a_professional_reads_and_does_not_decide(crew: Crew) -> None:
    client = cast.sign_in(cast.make_staff(crew.place, "An"))
    page = client.get(PAGE).content.decode()
    assert APPROVE not in page
    assert client.post(APPROVE, {"metres": "6000"}).status_code == 404
    assert client.post(BY_HAND).status_code == 404
    assert is_by_hand(crew.place)


def test_a_coordinator_elsewhere_changes_nothing_here(crew: Crew) -> None:
    there = cast.make_place(name="De Molen", slug="molen")
    other = cast.make_staff(there, "Bert", role=Role.COORDINATOR)
    assert "50 mensen" not in cast.sign_in(other).get(PAGE).content.decode()
    with pytest.raises(PermissionDenied):
        approve_turn(crew.place, metres=6000, actor=other, now=crew.now)
    assert is_by_hand(crew.place)


def test_with_few_people_the_page_says_what_is_missing_and_offers_no_button() -> None:
    crew = make_crew()
    crew.many(3, 30, stayed=10)
    nele = cast.make_staff(crew.place, "Nele", role=Role.COORDINATOR)
    client = cast.sign_in(nele)
    page = client.get(PAGE).content.decode()
    assert "minstens 30 mensen" in page
    assert APPROVE not in page
    assert client.post(APPROVE, {"metres": "6000"}).status_code == 200
    assert is_by_hand(crew.place)
    with pytest.raises(TooFew):
        approve_turn(crew.place, metres=6000, actor=nele, now=crew.now)


@pytest.mark.parametrize("typed", ["", "veel", "-5", "499", "20001", "6000.5", "9" * 400])
def test_a_number_that_makes_no_sense_gets_a_sentence_and_stays(
    crew: Crew, nele: Person, typed: str
) -> None:
    client = cast.sign_in(nele)
    for answer in (client.get(PAGE, {"metres": typed}), client.post(APPROVE, {"metres": typed})):
        assert answer.status_code == 200
        page = answer.content.decode()
        assert "has-error" in page
        assert f'value="{typed}"' in page or not typed
    assert is_by_hand(crew.place)
