"""The proposal of the week: swap a pair, or leave it aside, and see first what that changes."""

import datetime as dt

import pytest
from django.utils import timezone

from gebuur.apps.care.models import Proposal, WeekPair
from gebuur.apps.chronicle.models import Line, Verb
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer
from tests import cast
from tests.apps.care.week_at_desk import NOW, WeekAtDesk, asked_of, read

pytestmark = pytest.mark.django_db


def test_a_swap_says_first_what_it_changes_and_then_changes_it() -> None:
    desk = WeekAtDesk()
    desk.make()
    pair = desk.pair()
    page = read(desk.browser.get(f"/desk/week/{pair.pk}/swap/").content.decode())
    assert "Joris" in page
    look = desk.press(pair, "swap", offer=desk.joris.pk)
    assert "Joris in plaats van Emine" in look
    assert "Emine wacht nog langer op een eerste keer" in look
    assert "Joris stapt 300 meter minder ver dan Emine" in look
    assert desk.pair().offer == desk.emine
    done = desk.press(pair, "swap", offer=desk.joris.pk, sure="1")
    assert "Nu staat Joris daar" in done
    assert desk.pair().offer == desk.joris
    assert not Proposal.objects.exists()
    assert Line.objects.get(act="week-swapped").thing == desk.first.pk
    desk.press(desk.pair(), "ask")
    assert asked_of(desk.joris) == ["asked"]


def test_beside_every_name_stands_what_she_costs_the_week_the_cheapest_first() -> None:
    desk = WeekAtDesk()
    desk.helper("Paul", street="Linnenstraat")
    Offer.objects.filter(person__first_name="Paul").update(last_match_at=NOW)
    desk.make()
    page = desk.browser.get(f"/desk/week/{desk.pair().pk}/swap/")
    names = [one.first_name for one, _price in page.context["helpers"]]
    assert names == ["Joris", "Paul"]
    assert max(price for _one, price in page.context["helpers"]) > 1_000
    for one, price in page.context["helpers"]:
        look = desk.browser.post(f"/desk/week/{desk.pair().pk}/swap/", {"offer": one.offer})
        assert look.context["swap"].price == price
        said = f"{round(price / 10) * 10:,} meter meer voor de week.".replace(",", ".")
        assert f"{one.street} {said}" in read(page.content.decode())


def test_two_neighbours_of_one_name_are_told_apart() -> None:
    desk = WeekAtDesk()
    desk.make()
    namesake = desk.helper("Emine", last_name="Aydin")
    look = desk.press(desk.pair(), "swap", offer=namesake.pk)
    before, after = desk.emine.person.short_name, namesake.person.short_name
    assert f"{after} in plaats van {before}" in look


def test_who_gives_her_turn_away_may_get_the_question_of_the_other() -> None:
    desk = WeekAtDesk()
    Offer.objects.update(per_week=1)
    second = desk.ask(desk.luc)
    desk.make()
    mine, other = desk.pair(), desk.pair(second)
    assert {mine.offer, other.offer} == {desk.joris, desk.emine}
    look = desk.press(mine, "swap", offer=other.offer_id)
    assert "Deze schuiven mee" in look
    assert f"{mine.offer.person.first_name} in plaats van {other.offer.person.first_name}" in look
    desk.press(mine, "swap", offer=other.offer_id, sure="1")
    assert desk.pair().offer == other.offer
    assert desk.pair(second).offer == mine.offer
    assert desk.pair(second).state == WeekPair.State.PROPOSED


def test_a_swap_that_leaves_somebody_without_says_so() -> None:
    desk = WeekAtDesk()
    Offer.objects.update(per_week=1)
    desk.joris.tasks.all().delete()
    volunteers.change_offer(
        desk.joris, actor=desk.an, tasks=[desk.task("walk")], slots=cast.ALWAYS, radius=1_500,
        per_week=1, per_month=9,
    )  # fmt: skip
    desk.emine.tasks.all().delete()
    volunteers.change_offer(
        desk.emine, actor=desk.an, tasks=[desk.task("walk"), desk.task("groceries")],
        slots=cast.ALWAYS, radius=1_500, per_week=1, per_month=9,
    )  # fmt: skip
    walk = desk.ask(desk.luc, task="walk", now=NOW - dt.timedelta(days=1))
    desk.make()
    assert desk.pair(walk).offer == desk.joris
    look = desk.press(desk.pair(walk), "swap", offer=desk.emine.pk)
    assert "Dan is er niemand voor Godelieve V." in look
    desk.press(desk.pair(walk), "swap", offer=desk.emine.pk, sure="1")
    assert not WeekPair.objects.filter(request=desk.first).exists()
    assert "Voor 1 vraag vonden we niemand" in desk.week()


def test_nothing_chosen_and_somebody_who_does_not_fit_get_a_sentence() -> None:
    desk = WeekAtDesk()
    desk.make()
    assert "Kies eerst wie er in de plaats komt" in desk.press(desk.pair(), "swap", nothing="")
    volunteers.pause_offer(
        desk.joris, actor=desk.an, until=timezone.localdate(), now=timezone.now()
    )
    assert "Joris is nu niet vrij" in desk.press(desk.pair(), "swap", offer=desk.joris.pk)
    assert "Joris is nu niet vrij" in desk.press(desk.pair(), "swap", offer=desk.joris.pk, sure="1")
    assert desk.pair().offer == desk.emine


def test_a_pair_is_left_aside_and_taken_up_again() -> None:
    desk = WeekAtDesk()
    desk.make()
    pair = desk.pair()
    assert "opzij gelegd" in desk.press(pair, "leave")
    assert "Vraag Emine" not in desk.week()
    assert Line.objects.get(act="week-left").verb == Verb.DECIDED
    desk.press(pair, "leave", again="1")
    assert "Vraag Emine" in desk.week()
    assert not Proposal.objects.exists()
