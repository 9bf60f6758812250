"""Three and twelve months later: neighbours say how it is, without a name, by screen, phone or paper."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.models import LookBack, LookBackAsk, Milestone, Proposal
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.outbox.models import Message
from tests import cast
from tests.apps.budget.test_realising import garden, rosa

__all__ = ["garden", "rosa"]
pytestmark = pytest.mark.django_db


def finish(garden: Proposal, *, days_ago: int) -> None:
    """The only step was done so many days ago, and the group said that it was the last one."""
    day = timezone.localdate() - dt.timedelta(days=days_ago)
    Milestone.objects.create(
        neighbourhood=garden.neighbourhood, proposal=garden, what="Bakken", due_on=day, done_on=day,
        planned_cents=0, actual_cents=0,
    )  # fmt: skip
    garden.finished_at = timezone.now()
    garden.save(update_fields=["finished_at"])


def say(garden: Proposal, number: int, *, is_good: bool = True) -> None:
    for each in range(number):
        actions.look_back(
            garden, months=3, is_good=is_good, words=f"Woord {each}", now=timezone.now()
        )


def test_a_neighbour_without_account_says_how_it_is(garden: Proposal) -> None:
    path = f"/budget/proposals/{garden.pk}/after/3/"
    assert Client().get(path).status_code == 404
    finish(garden, days_ago=100)
    assert Client().get(f"{path}sheet/").status_code == 200
    kept = Client().post(path, {"words": "De poort klemt."})
    assert "De poort klemt." in kept.content.decode()
    Client().post(path, {"answer": "less", "words": "De poort klemt."})
    said = LookBack.objects.get()
    assert (said.is_good, said.words, said.months) == (False, "De poort klemt.", 3)
    assert said.pk.version == 4
    assert Client().get(f"/budget/proposals/{garden.pk}/after/12/").status_code == 404
    assert Client().get(f"/budget/proposals/{garden.pk}/after/7/").status_code == 404


def test_who_was_given_the_page_needs_no_neighbourhood_first(garden: Proposal) -> None:
    finish(garden, days_ago=100)
    molen = cast.make_place(name="De Molen", slug="molen")
    path = f"/budget/proposals/{garden.pk}/after/3/"
    passer_by = Client()
    assert passer_by.get(path).status_code == 200
    thanks = passer_by.post(path, {"answer": "good"}, follow=True)
    assert "niemand weet dat jij het was" in thanks.content.decode()
    assert LookBack.objects.count() == 1
    elsewhere = cast.sign_in(cast.make_staff(molen, "Bert"))
    assert elsewhere.get(path).status_code == 404


def test_fewer_than_five_stay_hidden_and_words_come_mixed(garden: Proposal) -> None:
    finish(garden, days_ago=100)
    say(garden, 4)
    page = f"/budget/{garden.round_id}/realised/"
    assert "Woord 1" not in Client().get(page).content.decode()
    say(garden, 3, is_good=False)
    (voices,) = queries.voices_of(garden, timezone.localdate())
    assert (voices.good, voices.less) == (None, None)
    say(garden, 5)
    (voices,) = queries.voices_of(garden, timezone.localdate())
    assert (voices.good, voices.less) == (9, None)
    order = [said.words for said in voices.words]
    assert order != sorted(order)
    assert "Woord 1" in Client().get(page).content.decode()


def test_one_address_cannot_flood_it_and_the_desk_types_a_pile(
    garden: Proposal, place: Neighbourhood
) -> None:
    cache.clear()
    finish(garden, days_ago=100)
    path = f"/budget/proposals/{garden.pk}/after/3/"
    answers = [Client().post(path, {"answer": "good"}).status_code for _each in range(14)]
    assert answers[-1] == 200
    flooded = LookBack.objects.count()
    assert flooded < 14
    desk = cast.sign_in(cast.make_staff(place, "An"))
    for _each in range(14):
        desk.post(path, {"answer": "good"})
    assert LookBack.objects.count() == flooded + 14


def test_staff_takes_words_away_and_the_answer_still_counts(
    garden: Proposal, place: Neighbourhood, rosa: Person
) -> None:
    finish(garden, days_ago=100)
    say(garden, 5)
    said = LookBack.objects.earliest("words")
    path = f"/staff/budget/said/{said.pk}/hide/"
    assert cast.sign_in(rosa).post(path).status_code == 404
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    assert cast.sign_in(bert).post(path).status_code == 404
    cast.sign_in(cast.make_staff(place, "An")).post(path)
    said.refresh_from_db()
    assert said.words == ""
    assert queries.voices_of(garden, timezone.localdate())[0].good == 5


def test_members_are_asked_once_after_three_and_once_after_twelve_months(
    garden: Proposal,
) -> None:
    now = timezone.now()
    assert actions.ask_look_backs(now=now) == 0
    finish(garden, days_ago=100)
    assert actions.ask_look_backs(now=now) == 1
    assert actions.ask_look_backs(now=now) == 0
    assert actions.ask_look_backs(now=now + dt.timedelta(days=300)) == 1
    assert actions.ask_look_backs(now=now + dt.timedelta(days=2000)) == 0
    assert sorted(LookBackAsk.objects.values_list("months", flat=True)) == [3, 12]
    words = Message.objects.filter(template="budget/messages/look_back")
    assert words.count() == 2
    assert f"/budget/proposals/{garden.pk}/after/3/" in words.earliest("created_at").body


def test_it_opens_on_the_same_day_three_months_later_and_closes(garden: Proposal) -> None:
    day = dt.date(2026, 11, 30)
    finish(garden, days_ago=(timezone.localdate() - day).days)
    window = queries.window_of(garden, 3)
    assert window is not None
    assert window.first == dt.date(2027, 2, 28)
    assert not window.is_open(dt.date(2027, 11, 30))
    noon = dt.datetime(2027, 2, 27, 12, tzinfo=dt.UTC)
    with pytest.raises(actions.NotNow):
        actions.look_back(garden, months=3, is_good=True, words="", now=noon)
