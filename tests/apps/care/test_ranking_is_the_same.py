"""The ranking reads with words that are kept; asked the ordinary way, the same neighbours come, in the same order."""

import datetime as dt
import inspect
import random
from types import ModuleType

import pytest

from gebuur.apps.care import actions
from gebuur.apps.care.models import HelpRequest, Visit
from gebuur.apps.care.queries import Ranked, near, policy, rank_for, sides
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import LegalNote, Offer, OfferedTask
from gebuur.apps.volunteers.queries import legal
from tests import cast
from tests.apps.care.story import NOW, Story
from tests.apps.volunteers.test_legal_file import USUALLY_ASKED

pytestmark = pytest.mark.django_db
ROOMS: tuple[ModuleType, ...] = (legal, near, policy, sides)


class Village(Story):
    """Forty neighbours who differ in everything that the ranking looks at, and the questions of some of them."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.chance = random.Random(seed)  # noqa: S311 - a made-up village
        self.chat = cast.make_task(self.place, "phone-chat", phone_only=True)
        self.crowd = [self.neighbour(number) for number in range(40)]
        for offer in self.chance.sample(self.crowd, 6):
            volunteers.keep_apart(self.godelieve, offer.person, actor=self.an)

    def neighbour(self, number: int) -> Offer:
        chance = self.chance
        offer = self.offer(
            f"Buur{number:02}", languages=chance.choice([["nl"], ["tr", "nl"], ["fr"]])
        )
        offer.person.x, offer.person.y = chance.gauss(0, 600), chance.gauss(0, 600)
        offer.person.save()
        Offer.objects.filter(pk=offer.pk).update(
            slots=chance.getrandbits(21) | 1,
            created_at=NOW - dt.timedelta(days=chance.randrange(200)),
            last_match_at=chance.choice([None, NOW - dt.timedelta(days=chance.randrange(90))]),
            paused_until=chance.choice([None, None, None, None, NOW.date()]),
            is_organised=chance.random() < 0.5,
        )
        offer.refresh_from_db()
        volunteers.tick_tasks(offer, chance.sample([self.task, self.chat], chance.choice([1, 2])))
        OfferedTask.objects.filter(offer=offer).update(is_cleared=chance.random() < 0.5)
        for item in chance.choice([[], USUALLY_ASKED[:-1], USUALLY_ASKED]):
            LegalNote.objects.create(
                neighbourhood=self.place, offer=offer, item=item, on=NOW.date(), noted_at=NOW
            )
        return offer

    def live(self) -> list[HelpRequest]:
        """Some are asked, some say no, some came, and Godelieve asks again."""
        for visit in [self.first_visit(), self.come(self.ask())]:
            actions.report_visit(
                visit, actor=visit.match.offer.person, outcome=Visit.State.DONE, now=NOW
            )
        asked = self.ask()
        first = rank_for(asked, now=NOW).helpers[:2]
        offers = [Offer.objects.get(pk=one.offer) for one in first]
        row = actions.pick_helpers(asked, offers, actor=self.an, now=NOW)
        actions.say_not_this_time(row[0], actor=offers[0].person, now=NOW)
        return [asked, self.ask(), self.ask(slots=cast.TUESDAY_AFTERNOON), self.ask(task=self.chat)]

    def come(self, request: HelpRequest) -> Visit:
        best = Offer.objects.get(pk=rank_for(request, now=NOW).helpers[0].offer)
        [asked] = actions.pick_helpers(request, [best], actor=self.an, now=NOW)
        asked.refresh_from_db()
        actions.say_yes(asked, actor=best.person, now=NOW)
        asked.refresh_from_db()
        match = actions.confirm_match(
            asked, actor=self.godelieve, now=NOW, first_on=NOW.date(), part=1
        )
        return match.visits.earliest("on")


def _plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every question be written anew, as Django does."""
    found = [
        (room, name, one.__wrapped__)
        for room in ROOMS
        for name, one in inspect.getmembers(room, inspect.isfunction)
        if one.__module__ == room.__name__ and hasattr(one, "__wrapped__")
    ]
    assert len(found) >= 15
    for room, name, ask in found:
        monkeypatch.setattr(room, name, ask)


@pytest.mark.parametrize("seed", range(2))
def test_the_same_neighbours_for_the_same_reasons(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    village = Village(seed)
    asked = village.live()
    moments = [NOW, NOW + dt.timedelta(days=9)]

    def ranked() -> list[Ranked]:
        return [rank_for(one, now=now, limit=3) for one in asked for now in moments]

    kept = ranked()
    _plainly(monkeypatch)
    assert kept == ranked()
    assert any(one.fits > len(one.helpers) for one in kept)
    found = {code for one in kept for code in one.misfits}
    assert found >= {"task_not_ticked", "no_shared_slot", "too_far", "file_incomplete", "paused"}


def test_nobody_is_missed_who_would_come_first_among_all() -> None:
    village = Village(seed=7)
    for asked in village.live()[1:]:
        among_all = village.among_all(asked)
        ranked = rank_for(asked, now=NOW)
        assert [str(one.offer) for one in ranked.helpers] == [
            one.volunteer_id for one in among_all.candidates
        ]
        assert [one.price for one in ranked.helpers] == [one.price for one in among_all.candidates]
        assert (ranked.fits, ranked.considered) == (among_all.fits, among_all.considered)
