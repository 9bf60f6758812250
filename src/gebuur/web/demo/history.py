"""Ten weeks that show why we are here.

A flyer brings many volunteers in two weeks. Until the eighth week every question goes to whoever lives nearest, so a
few are asked all the time and many never; those who are never asked, or asked too much, drop out.
Molenstraat helps itself; the two streets next to it hardly take part. A garden that neighbours chose
is refused without a reason.
"""

import datetime as dt
import math
import random
from dataclasses import dataclass, field

from gebuur.apps.boundaries.models import Light, Task
from gebuur.apps.care.models import Feedback, HelpRequest, Match, Proposal, Rhythm, State, Visit
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.volunteers.models import Offer, OfferedTask
from gebuur.web.demo.book import Book
from gebuur.web.demo.words import DOOR_WORDS, GIFTS, WISHES

WEEKS = 10
REQUESTS_PER_THOUSAND_A_WEEK = 13
LEAVE_NEVER_ASKED = 0.24
LEAVE_OVERASKED = 0.45
LEAVE_ELSE = 0.08
SELF_HELPING, QUARRELLING = "Molenstraat", ("Kaarderstraat", "Ververstraat")


@dataclass
class Helper:
    """A volunteer during the ten weeks."""

    offer: Offer
    tasks: set[object]
    asked: list[int] = field(default_factory=list)

    def is_here(self, at: dt.datetime) -> bool:
        return self.offer.created_at < at and self.offer.stopped_at is None


@dataclass
class Rows:
    """What the ten weeks leave in the tables."""

    requests: list[HelpRequest] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    feedback: list[Feedback] = field(default_factory=list)


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
        self.place, self.people, self.professional = place, people, professional
        self.rng, self.now = rng, now
        self.tasks = list(Task.objects.filter(organisation=place.organisation, light=Light.GREEN))
        ticks: dict[object, set[object]] = {}
        for offer_id, task_id in OfferedTask.objects.filter(neighbourhood=place).values_list(
            "offer_id", "task_id"
        ):
            ticks.setdefault(offer_id, set()).add(task_id)
        self.helpers = [Helper(offer, ticks.get(offer.pk, set())) for offer in offers]
        self.near: dict[tuple[int, int], list[Helper]] = {}
        for helper in self.helpers:
            self.near.setdefault(_square(helper.offer.person), []).append(helper)
        self.seekers = [p for p in people for _ in range(_eagerness(p))]
        self.rows, self.book = Rows(), Book(place)

    def play(self) -> None:
        """Let the weeks pass, then write everything down."""
        per_week = max(4, len(self.people) * REQUESTS_PER_THOUSAND_A_WEEK // 1_000)
        for helper in self.helpers:
            self.book.add(
                helper.offer.created_at,
                Verb.BEGAN,
                helper.offer,
                act="offer",
                actor=helper.offer.person,
                kind=ActorKind.VOLUNTEER,
            )
        for week in range(WEEKS, 0, -1):
            monday = self.now - dt.timedelta(days=week * 7)
            for _ in range(per_week):
                self._one_request(
                    monday
                    + dt.timedelta(days=self.rng.randrange(5), hours=self.rng.randrange(-2, 6))
                )
            self._some_leave(week, monday + dt.timedelta(days=6))
        self._garden()
        self._write()

    def _one_request(self, at: dt.datetime) -> None:
        seeker, task = self.rng.choice(self.seekers), self.rng.choice(self.tasks)
        request = HelpRequest(
            neighbourhood=self.place,
            seeker=seeker,
            entered_by=self.professional,
            task=task,
            channel=self.rng.choice((Channel.PHONE, Channel.PHONE, Channel.DESK, Channel.WEB)),
            state=State.STOPPED,
            stop_reason="nobody_found",
            rhythm=Rhythm.ONCE,
            slots=1 << self.rng.randrange(15),
            languages=seeker.languages,
            wish=self.rng.choice(WISHES) if self.rng.random() < 0.4 else "",
            gives=self.rng.choice(GIFTS) if self.rng.random() < 0.3 else "",
            created_at=at,
            waiting_since=at,
            closed_at=at + dt.timedelta(days=9),
        )
        self.rows.requests.append(request)
        self.book.add(
            at, Verb.BEGAN, request, act="request", actor=seeker, kind=ActorKind.NEIGHBOUR
        )
        helper = self._nearest(request, at)
        if helper is not None:
            self._helped(request, helper, at)

    def _nearest(self, request: HelpRequest, at: dt.datetime) -> Helper | None:
        """Whoever lives nearest and ticked the task: how it went before anybody looked at whose turn it was."""
        seeker = request.seeker
        assert seeker is not None  # noqa: S101 - a request of the story has a seeker
        here_x, here_y = _square(seeker)
        around = [
            h
            for x in (-1, 0, 1)
            for y in (-1, 0, 1)
            for h in self.near.get((here_x + x, here_y + y), [])
        ]
        able = [
            h
            for h in around
            if h.is_here(at)
            and request.task_id in h.tasks
            and h.offer.person_id != seeker.pk
            and not set(h.offer.person.languages).isdisjoint(seeker.languages)
        ]
        return min(able, key=lambda h: _metres(h.offer.person, seeker), default=None)

    def _helped(self, request: HelpRequest, helper: Helper, at: dt.datetime) -> None:
        offer, yes, day = helper.offer, at + dt.timedelta(hours=5), at + dt.timedelta(days=2)
        helper.asked.append(self._week_of(at))
        proposal = Proposal(
            neighbourhood=self.place,
            request=request,
            offer=offer,
            turn=1,
            state=Proposal.State.YES,
            picked_by=self.professional,
            asked_at=at,
            answer_by=at + dt.timedelta(days=1),
            answered_at=yes,
            answered_by=offer.person,
        )
        match = Match(
            neighbourhood=self.place,
            request=request,
            offer=offer,
            proposal=proposal,
            state=Match.State.ENDED,
            word=self._word(),
            made_at=yes,
            ended_at=day,
            end_reason="done",
        )
        visit = Visit(
            neighbourhood=self.place,
            match=match,
            on=day.date(),
            part=1,
            word=match.word,
            state=Visit.State.DONE,
            reported_at=day,
            reported_by=offer.person,
        )
        request.state, request.stop_reason, request.closed_at = State.DONE, "", day
        offer.last_asked_at, offer.last_match_at = at, yes
        self.rows.proposals.append(proposal)
        self.rows.matches.append(match)
        self.rows.visits.append(visit)
        self.book.add(
            at,
            Verb.DECIDED,
            proposal,
            act="helper-picked",
            actor=self.professional,
            kind=ActorKind.PROFESSIONAL,
        )
        self.book.add(
            yes, Verb.DECIDED, match, act="match", actor=offer.person, kind=ActorKind.VOLUNTEER
        )
        self.book.add(
            day,
            Verb.DID,
            visit,
            act="visit-done",
            actor=offer.person,
            kind=ActorKind.VOLUNTEER,
            street=request.seeker.street_id if request.seeker else None,
        )
        if self.rng.random() < 0.5 and request.seeker is not None:
            self.rows.feedback.append(
                Feedback(
                    neighbourhood=self.place,
                    visit=visit,
                    giver=request.seeker,
                    by_seeker=True,
                    was_good=True,
                    again=self.rng.random() < 0.9,
                    channel=Channel.PHONE,
                    noted_by=self.professional,
                )
            )

    def _some_leave(self, week: int, at: dt.datetime) -> None:
        for helper in self.helpers:
            if not helper.is_here(at):
                continue
            weeks_here = (at - helper.offer.created_at).days // 7
            recent = sum(w in (week, week + 1) for w in helper.asked)
            if recent > 2:
                chance = LEAVE_OVERASKED
            elif not helper.asked and weeks_here >= 2:
                chance = LEAVE_NEVER_ASKED
            else:
                chance = LEAVE_ELSE
            if self.rng.random() < chance:
                helper.offer.stopped_at = at
                self.book.add(
                    at,
                    Verb.DECIDED,
                    helper.offer,
                    act="offer-stopped",
                    actor=helper.offer.person,
                    kind=ActorKind.VOLUNTEER,
                )

    def _garden(self) -> None:
        """Case 3: neighbours choose a garden together; the authority says no and gives no reason."""
        for weeks, verb, act, kind in (
            (9, Verb.BEGAN, "garden-idea", ActorKind.GROUP),
            (6, Verb.DECIDED, "garden-chosen", ActorKind.GROUP),
            (5, Verb.SUPPORTED, "garden-passed-on", ActorKind.PROFESSIONAL),
            (2, Verb.REFUSED, "garden-refused", ActorKind.AUTHORITY),
        ):
            self.book.add(
                self.now - dt.timedelta(weeks=weeks),
                verb,
                self.place,
                act=act,
                actor=None,
                kind=kind,
            )

    def _write(self) -> None:
        Offer.objects.bulk_update(
            [h.offer for h in self.helpers],
            ["stopped_at", "last_asked_at", "last_match_at"],
            batch_size=500,
        )
        gone = [h.offer.pk for h in self.helpers if h.offer.stopped_at is not None]
        for some in (gone[n : n + 500] for n in range(0, len(gone), 500)):
            OfferedTask.objects.filter(offer__in=some).update(is_living=False)
        HelpRequest.objects.bulk_create(self.rows.requests, batch_size=1_000)
        Proposal.objects.bulk_create(self.rows.proposals, batch_size=1_000)
        Match.objects.bulk_create(self.rows.matches, batch_size=1_000)
        Visit.objects.bulk_create(self.rows.visits, batch_size=1_000)
        Feedback.objects.bulk_create(self.rows.feedback, batch_size=1_000)
        self.book.write()

    def _week_of(self, at: dt.datetime) -> int:
        return math.ceil((self.now - at).days / 7)

    def _word(self) -> str:
        return f"{self.rng.choice(DOOR_WORDS)} {self.rng.randrange(10, 100)}"


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
