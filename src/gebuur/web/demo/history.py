"""Ten weeks that show why we are here.

A flyer brings many volunteers in two weeks. For six weeks every question goes to whoever lives nearest, so a few are
asked all the time and many never; those who are never asked, or asked too much, drop out. Then the team looks at whose
turn it is: the four weeks after that, hardly anybody leaves. A few were still never asked; the desk sees who.
Molenstraat helps itself; the two streets next to it hardly take part. A garden that neighbours chose is refused
without a reason.
"""

import datetime as dt
import math
import random

from gebuur.apps.boundaries.models import Light, Task
from gebuur.apps.care.models import HelpRequest
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.volunteers.models import Offer, OfferedTask
from gebuur.domain.matching import Policy
from gebuur.web.demo.book import Book
from gebuur.web.demo.helping import Helper, Helping

WEEKS = 10
WEEKS_IN_TURN = 4
REQUESTS_PER_THOUSAND_A_WEEK = 13
LEAVE_OVERASKED = 0.7
LEAVE_ELSE = 0.1
LEAVE_A_WEEK = 0.06
LEAVE_A_WEEK_UNASKED = 0.3
LEAVE_MOST = 0.9
LEAVE_IN_TURN = 0.025
MOST_ASKED = 3
FEW = 3
DAYS_UNTIL_DONE = 3
OVERLOOKED_OF_A_HUNDRED = 9
SELF_HELPING, QUARRELLING = "Molenstraat", ("Kaarderstraat", "Ververstraat")


class Story:
    """Plays the weeks one by one, with chance from a seed."""

    def __init__(
        self,
        place: Neighbourhood,
        people: list[Person],
        offers: list[Offer],
        professional: Person,
        *,
        rng: random.Random,
        now: dt.datetime,
    ) -> None:
        self.place, self.people, self.rng, self.now = place, people, rng, now
        self.book = Book(place)
        self.helping = Helping(place, professional, self.book, rng=rng)
        self.switched_at = now - dt.timedelta(weeks=WEEKS_IN_TURN)
        greens = Task.objects.filter(organisation=place.organisation, light=Light.GREEN)
        self.tasks = {task.pk: task for task in greens.order_by("position")}
        self.helpers = self._helpers(offers)
        self.near: dict[tuple[int, int], list[Helper]] = {}
        for helper in self.helpers:
            self.near.setdefault(_square(helper.offer.person), []).append(helper)
        self.seekers = [p for p in people for _ in range(_eagerness(p))]

    def play(self) -> None:
        """Let the weeks pass, then write everything down."""
        for helper in self.helpers:
            self._act(helper, Verb.BEGAN, "offer", at=helper.offer.created_at)
        per_week = max(4, len(self.people) * REQUESTS_PER_THOUSAND_A_WEEK // 1_000)
        for week in range(WEEKS, 0, -1):
            monday = self.now - dt.timedelta(weeks=week)
            for at in sorted(self._moment(monday) for _ in range(per_week)):
                self._one_request(self.rng.choice(self.seekers), self._some_task(), at)
            self._some_leave(monday + dt.timedelta(days=6))
        self._ask_who_was_not()
        self._garden()
        self._write()

    def _helpers(self, offers: list[Offer]) -> list[Helper]:
        ticks: dict[object, set[object]] = {}
        ticked = OfferedTask.objects.filter(neighbourhood=self.place)
        for offer_id, task_id in ticked.values_list("offer_id", "task_id"):
            ticks.setdefault(offer_id, set()).add(task_id)
        helpers = [Helper(offer, ticks.get(offer.pk, set())) for offer in offers]
        for helper in self._overlooked(helpers):
            helper.is_overlooked = True
        return helpers

    def _overlooked(self, helpers: list[Helper]) -> list[Helper]:
        """Some of the first wave and more of the second; nobody asks them, and they wait patiently."""
        count = math.ceil(len(helpers) * OVERLOOKED_OF_A_HUNDRED / 100) - 1
        early = [h for h in helpers if h.weeks_here(self.now) >= WEEKS - 1]
        late = [h for h in helpers if h.weeks_here(self.now) < WEEKS_IN_TURN]
        few = min(len(early), count // 3)
        return self.rng.sample(early, few) + self.rng.sample(late, min(len(late), count - few))

    def _moment(self, monday: dt.datetime) -> dt.datetime:
        days, hours = self.rng.randrange(5), self.rng.randrange(-2, 6)
        return monday + dt.timedelta(days=days, hours=hours, minutes=self.rng.randrange(60))

    def _some_task(self) -> Task:
        return self.rng.choice(list(self.tasks.values()))

    def _one_request(self, seeker: Person, task: Task, at: dt.datetime) -> None:
        request = self.helping.ask(seeker, task, at)
        able = [h for h in self._around(seeker) if self._is_able(h, request, at)]
        by_turn = at >= self.switched_at
        row = sorted(able, key=lambda h: _price(h, seeker, at, by_turn=by_turn))
        search = self._search(at, few=len(able) < FEW, by_turn=by_turn)
        for turn, helper in enumerate(row[:MOST_ASKED], start=1):
            yes = self.rng.random() < (0.7 if helper.asked_lately(at, days=14) > 1 else 0.92)
            asked_at = at + search + dt.timedelta(hours=6 * (turn - 1))
            proposal = self.helping.propose(request, helper, asked_at, turn=turn, says_yes=yes)
            if yes:
                self.helping.help(request, helper, proposal)
                return

    def _search(self, at: dt.datetime, *, few: bool, by_turn: bool) -> dt.timedelta:
        """How long it took before somebody was asked: longer when few could come; never into tomorrow."""
        days = self.rng.choice((0, 0, 1) if by_turn else (0, 1, 1, 2, 3))
        if few:
            days += self.rng.choice((0, 1, 2))
        room = (self.now - at).days - DAYS_UNTIL_DONE
        return dt.timedelta(days=max(0, min(days, room)))

    def _around(self, person: Person) -> list[Helper]:
        """Helpers of the same square of the map and of those beside it."""
        x, y = _square(person)
        beside = ((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        return [helper for square in beside for helper in self.near.get(square, ())]

    def _is_able(self, helper: Helper, request: HelpRequest, at: dt.datetime) -> bool:
        offer, seeker = helper.offer, request.seeker
        return (
            seeker is not None
            and helper.is_here(at)
            and not helper.is_overlooked
            and request.task_id in helper.tasks
            and offer.person_id != seeker.pk
            and not set(offer.person.languages).isdisjoint(seeker.languages)
            and (at < self.switched_at or helper.asked_lately(at, days=7) < offer.per_week)
        )

    def _some_leave(self, at: dt.datetime) -> None:
        for helper in self.helpers:
            busy = bool(helper.asked) and helper.asked[-1] > at - dt.timedelta(days=3)
            if not helper.is_here(at) or helper.is_overlooked or busy:
                continue
            if self.rng.random() < self._chance_to_leave(helper, at):
                helper.offer.stopped_at = at
                self._act(helper, Verb.DECIDED, "offer-stopped", at=at)

    def _chance_to_leave(self, helper: Helper, at: dt.datetime) -> float:
        """Who is asked now and then stays; who hears nothing, or is asked all the time, leaves."""
        if at >= self.switched_at:
            return LEAVE_IN_TURN
        if helper.asked_lately(at, days=14) >= MOST_ASKED:
            return LEAVE_OVERASKED
        if helper.asked:
            return LEAVE_ELSE + LEAVE_A_WEEK * ((at - helper.asked[-1]).days // 7)
        return min(LEAVE_MOST, LEAVE_ELSE + LEAVE_A_WEEK_UNASKED * helper.weeks_here(at))

    def _ask_who_was_not(self) -> None:
        """In the last week the team looked for a first time for nearly everybody who was never asked."""
        for helper in self.helpers:
            if helper.asked or helper.is_overlooked or not helper.is_here(self.now):
                continue
            at = self.now - dt.timedelta(days=self.rng.randrange(3, 6), hours=self.rng.randrange(4))
            tasks = [task for pk, task in self.tasks.items() if pk in helper.tasks]
            request = self.helping.ask(self._seeker_for(helper), self.rng.choice(tasks), at)
            proposal = self.helping.propose(request, helper, at, turn=1, says_yes=True)
            self.helping.help(request, helper, proposal)

    def _seeker_for(self, helper: Helper) -> Person:
        """A neighbour who speaks a language of this helper; the nearest of some."""
        own = set(helper.offer.person.languages)
        talk = [p for p in self.people if p is not helper.offer.person and own & set(p.languages)]
        some = self.rng.sample(talk, min(20, len(talk)))
        return min(some, key=lambda person: _metres(helper.offer.person, person))

    def _garden(self) -> None:
        """Case 3: neighbours choose a garden together; the authority says no and gives no reason."""
        for weeks, verb, act, kind in (
            (9, Verb.BEGAN, "garden-idea", ActorKind.GROUP),
            (6, Verb.DECIDED, "garden-chosen", ActorKind.GROUP),
            (5, Verb.SUPPORTED, "garden-passed-on", ActorKind.PROFESSIONAL),
            (2, Verb.REFUSED, "garden-refused", ActorKind.AUTHORITY),
        ):
            at = self.now - dt.timedelta(weeks=weeks)
            self.book.add(at, verb, self.place, act=act, actor=None, kind=kind)

    def _act(self, helper: Helper, verb: Verb, act: str, *, at: dt.datetime) -> None:
        self.book.add(
            at, verb, helper.offer, act=act, actor=helper.offer.person, kind=ActorKind.VOLUNTEER
        )

    def _write(self) -> None:
        Offer.objects.bulk_update(
            [h.offer for h in self.helpers],
            ["stopped_at", "last_asked_at", "last_match_at"],
            batch_size=500,
        )
        self.helping.rows.write()
        self.book.write()


def _price(helper: Helper, seeker: Person, at: dt.datetime, *, by_turn: bool) -> float:
    """Metres; and, once the team looks at whose turn it is, less the turn bonus of our own ranking."""
    metres = _metres(helper.offer.person, seeker)
    if not by_turn:
        return metres
    return metres - Policy().turn_bonus(helper.weeks_here(at), helper.weeks_since_match(at))


def _eagerness(person: Person) -> int:
    """How often people of a street ask: much in the street that helps itself, little next to it."""
    street = person.street.name if person.street else ""
    if street == SELF_HELPING:
        return 4
    return 0 if street in QUARRELLING else 1


def _square(person: Person) -> tuple[int, int]:
    return (person.x or 0) // 500, (person.y or 0) // 500


def _metres(one: Person, other: Person) -> float:
    return math.dist((one.x or 0, one.y or 0), (other.x or 0, other.y or 0))
