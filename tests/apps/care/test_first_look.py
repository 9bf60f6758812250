"""A first look reads one table; who comes first must be who would come first if everybody were read."""

import datetime as dt
import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gebuur.apps.care.models import HelpRequest, Match, Visit
from gebuur.apps.care.queries import list_best, near, rank_for
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer, OfferedTask
from gebuur.core.grid import REACHES
from tests import cast
from tests.apps.care.story import NOW, Story

pytestmark = pytest.mark.django_db


class Region(Story):
    """Many more neighbours than a first look reads, who differ in all that the price depends on."""

    def __init__(self, many: int) -> None:
        super().__init__()
        self.chance = random.Random(many)  # noqa: S311 - a made-up region
        self.chat = cast.make_task(self.place, "phone-chat", phone_only=True)
        people = Person.objects.bulk_create([self.somebody() for _ in range(many)])
        offers = Offer.objects.bulk_create([self.offering(person) for person in people])
        OfferedTask.objects.bulk_create(
            OfferedTask(neighbourhood=self.place, offer=offer, task=task)
            for offer in offers
            for task in (self.task, self.chat)
        )

    def somebody(self) -> Person:
        chance = self.chance
        return Person(
            neighbourhood=self.place,
            first_name="Buur",
            languages=chance.choice([["nl"], ["fr", "nl"], ["fr"]]),
            x=round(chance.gauss(0, 800)),
            y=round(chance.gauss(0, 800)),
        )

    def offering(self, person: Person) -> Offer:
        chance = self.chance
        return Offer(
            neighbourhood=self.place,
            person=person,
            slots=chance.getrandbits(21) | 1,
            radius=chance.choice([400, 800, 1_500, 5_000]),
            per_week=1,
            per_month=4,
            channel="desk",
            created_at=NOW - dt.timedelta(days=chance.randrange(120)),
            last_match_at=chance.choice([None, NOW - dt.timedelta(days=chance.randrange(140))]),
            paused_until=chance.choice([None, None, None, NOW.date()]),
        )


def _best(request: HelpRequest) -> list[tuple[str, int]]:
    return [(str(one.offer), one.price) for one in list_best(request, now=NOW)]


def _among_all(region: Region, request: HelpRequest) -> list[tuple[str, int]]:
    return [(one.volunteer_id, one.price) for one in region.among_all(request).candidates]


def test_near_home_the_same_ten_come_first_as_when_everybody_is_read() -> None:
    region = Region(300)
    for request in (region.ask(), region.request, region.ask(languages=["tr", "fr"])):
        assert _best(request) == _among_all(region, request)
        assert len(_best(request)) == 10


def test_by_phone_nobody_is_passed_over_who_would_come_first_among_all() -> None:
    region = Region(300)
    for languages, most in ((["nl"], 10), (["fr", "nl"], 10), (["tr"], 0)):
        request = region.ask(task=region.chat, languages=languages)
        found, everybody = _best(request), _among_all(region, request)
        assert [price for _offer, price in found] == [price for _offer, price in everybody]
        assert len(found) == most


def test_by_phone_a_first_look_reads_a_few_and_a_rare_language_makes_it_read_on() -> None:
    region = Region(300)
    far_down = region.offering(region.somebody())
    far_down.person.languages, far_down.created_at = ["tr"], NOW
    far_down.last_match_at = far_down.paused_until = None
    far_down.person.save()
    far_down.save()
    Offer.objects.exclude(pk=far_down.pk).update(
        last_match_at=None, paused_until=None, created_at=NOW - dt.timedelta(weeks=10)
    )
    volunteers.tick_tasks(far_down, [region.chat])

    def looks(**facts: Any) -> tuple[int, list[str]]:
        request = region.ask(task=region.chat, **facts)
        with CaptureQueriesContext(connection) as caught:
            best = list_best(request, now=NOW)
        read = [one for one in caught.captured_queries if "languages" in one["sql"]]
        return len(read), [str(one.offer) for one in best]

    few, found = looks(languages=["nl"])
    assert (len(found), str(far_down.pk) in found) == (10, False)
    more, found = looks(languages=["tr"])
    assert found == [str(far_down.pk)]
    assert more > few


def test_somebody_she_knows_stands_among_the_first_however_short_she_waits() -> None:
    region = Region(300)
    visit = region.first_visit()
    Visit.objects.filter(pk=visit.pk).update(state=Visit.State.DONE)
    known = visit.match.offer
    volunteers.tick_tasks(known, [region.chat])
    Match.objects.update(state=Match.State.ENDED)
    Offer.objects.exclude(pk=known.pk).update(created_at=NOW, last_match_at=None)
    Offer.objects.filter(pk=known.pk).update(
        created_at=NOW, last_match_at=None, per_week=9, per_month=9
    )
    first, *_others = _best(region.ask(task=region.chat))
    assert first == (str(known.pk), -2_200)


def test_where_very_many_volunteer_nobody_is_counted_as_long_as_somebody_fits() -> None:
    region = Region(near.CROWDED)
    request = region.ask()
    ranked = rank_for(request, now=NOW)
    assert [(str(one.offer), one.price) for one in ranked.helpers] == _among_all(region, request)
    assert (ranked.considered, ranked.misfits) == (0, {})
    nobody = rank_for(region.ask(languages=["tr"]), now=NOW)
    assert nobody.helpers == []
    assert nobody.considered == near.CROWDED + 2
    assert "no_shared_language" in nobody.misfits


CHANGES: dict[str, Callable[[Offer], object]] = {
    "moves far to the south-west": lambda offer: Person.objects.filter(pk=offer.person_id).update(
        x=-1, y=-5_001
    ),
    "moves away from the map": lambda offer: Person.objects.filter(pk=offer.person_id).update(
        x=None, y=None
    ),
    "learns a language": lambda offer: Person.objects.filter(pk=offer.person_id).update(
        languages=["nl", "tr"]
    ),
    "tells no language but has one": lambda offer: Person.objects.filter(pk=offer.person_id).update(
        languages=[], language="ar"
    ),
    "goes further": lambda offer: Offer.objects.filter(pk=offer.pk).update(radius=2_001),
    "has other moments": lambda offer: Offer.objects.filter(pk=offer.pk).update(slots=5),
    "helps": lambda offer: Offer.objects.filter(pk=offer.pk).update(last_match_at=NOW),
    "helps at a moment with a fraction": lambda offer: Offer.objects.filter(pk=offer.pk).update(
        last_match_at=NOW + dt.timedelta(microseconds=1_203), created_at=NOW.replace(microsecond=40)
    ),
    "stops": lambda offer: Offer.objects.filter(pk=offer.pk).update(stopped_at=NOW),
    "offers anew": lambda offer: volunteers.tick_tasks(
        offer, [one.task for one in offer.tasks.all()]
    ),
}


def _moment(microseconds: int) -> dt.datetime:
    return dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(microseconds=microseconds)


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_the_database_repeats_it_at_once(change: str) -> None:
    story = Story()
    before = OfferedTask.objects.filter(offer=story.emine).values().get()
    CHANGES[change](story.joris)
    offer = Offer.objects.select_related("person").get(pk=story.joris.pk)
    tick, person = offer.tasks.get(), offer.person
    x, y = person.x or 0, person.y or 0
    assert (tick.x, tick.y, tick.radius, tick.slots) == (x, y, offer.radius, offer.slots)
    assert (_moment(tick.offered), tick.matched and _moment(tick.matched)) == (
        offer.created_at,
        offer.last_match_at,
    )
    assert tick.is_living == (offer.stopped_at is None)
    assert frozenset(json.loads(tick.languages)) == frozenset(person.languages or [person.language])
    assert tick.reach == min(reach for reach in REACHES if reach >= offer.radius)
    assert (tick.east, tick.north) == (x // tick.reach, y // tick.reach)
    assert OfferedTask.objects.filter(offer=story.emine).values().get() == before
