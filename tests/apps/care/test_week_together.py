"""The proposal of the week, while colleagues press too, people leave and the neighbourhood grows."""

import pytest
from django.db import transaction
from django.utils import timezone

from gebuur.apps.care import actions
from gebuur.apps.care.models import Proposal, WeekPair
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.volunteers.models import Offer
from tests import cast
from tests.apps.care.test_claims import press_together
from tests.apps.care.week_at_desk import WeekAtDesk
from tests.crowd import needs_a_queue

pytestmark = pytest.mark.django_db


def test_a_bigger_neighbourhood_costs_no_more_queries() -> None:
    desk = WeekAtDesk()
    desk.make()
    few = desk.queries_for("/desk/week/")
    for number in range(6):
        desk.helper(f"Buur{number}")
        desk.ask(cast.make_person(desk.place, f"Vrager{number}"))
    desk.make()
    assert WeekPair.objects.filter(run__is_open=True).count() == 7
    assert desk.queries_for("/desk/week/") == few


def make_week_of(count: int) -> tuple[Person, list[WeekPair]]:
    """So many pairs, of as many neighbours."""
    desk = WeekAtDesk()
    Offer.objects.update(per_week=50, per_month=50)
    for _number in range(count - 1):
        desk.ask(desk.luc)
    run = actions.make_week(desk.place, actor=desk.an, now=timezone.now())
    return desk.an, list(run.pairs.select_related("request__neighbourhood", "offer__person"))


@pytest.mark.django_db(transaction=True)
def test_colleagues_who_press_together_ask_every_neighbour_once() -> None:
    needs_a_queue()
    an, pairs = make_week_of(40)

    def ask(_offer: Offer, turn: int) -> bool:
        try:
            actions.ask_pair(
                WeekPair.objects.select_related("request__neighbourhood", "offer__person").get(
                    pk=pairs[turn].pk
                ),
                actor=an,
                now=timezone.now(),
            )
        except (actions.PairDecided, actions.RequestClosed):
            return False
        return True

    won = press_together([pairs[0].offer] * 4, ask)
    assert set(won.values()) == {1}
    assert Proposal.objects.count() == 40


def test_a_pair_read_before_a_colleague_decided_asks_nobody() -> None:
    """What the page of one colleague still shows is looked at again when she presses."""
    an, [stale] = make_week_of(1)
    seen_by_another = WeekPair.objects.select_related("request", "offer").get(pk=stale.pk)
    actions.leave_pair(seen_by_another, actor=an, now=timezone.now())
    assert stale.state == WeekPair.State.PROPOSED
    with pytest.raises(actions.PairDecided):
        actions.ask_pair(stale, actor=an, now=timezone.now())
    assert not Proposal.objects.exists()
    with transaction.atomic():
        # The negative control: without the condition in the update the stale page would have won.
        assert WeekPair.objects.filter(pk=stale.pk).update(state=WeekPair.State.ACCEPTED) == 1
        transaction.set_rollback(True)


def test_who_is_erased_leaves_the_proposal_too() -> None:
    desk = WeekAtDesk()
    desk.make()
    desk.emine.person.delete()
    assert not WeekPair.objects.exists()
    assert desk.browser.get("/desk/week/").status_code == 200


def test_asking_all_with_nobody_ticked_says_what_to_do() -> None:
    desk = WeekAtDesk()
    desk.make()
    for chosen in ({}, {"pair": ["nonsense", "\0"]}):
        answer = desk.browser.post("/desk/week/ask-all/", chosen)
        assert answer.status_code == 422
        assert "Vink minstens één buur aan." in answer.content.decode()
    assert not Proposal.objects.exists()
