"""What one question leaves in the tables: who was asked, who came, how it was."""

import datetime as dt
import random
import uuid
from dataclasses import dataclass, field

from gebuur.apps.boundaries.models import Task
from gebuur.apps.care.models import Feedback, HelpRequest, Match, Proposal, Rhythm, State, Visit
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.volunteers.models import Offer
from gebuur.web.demo.book import Book
from gebuur.web.demo.words import DOOR_WORDS, GIFTS, THANKS, WISHES

A_DAY = dt.timedelta(days=1)


@dataclass
class Helper:
    """A volunteer during the ten weeks; who is overlooked is never asked, and stays."""

    offer: Offer
    tasks: set[object]
    is_overlooked: bool = False
    asked: list[dt.datetime] = field(default_factory=list)
    came: list[dt.datetime] = field(default_factory=list)

    def is_here(self, at: dt.datetime) -> bool:
        return self.offer.created_at < at and self.offer.stopped_at is None

    def weeks_here(self, at: dt.datetime) -> int:
        return (at - self.offer.created_at).days // 7

    def weeks_since_match(self, at: dt.datetime) -> int | None:
        return max(0, (at - self.came[-1]).days // 7) if self.came else None

    def asked_lately(self, at: dt.datetime, *, days: int) -> int:
        return sum(at - dt.timedelta(days=days) <= one < at for one in self.asked)


@dataclass
class Rows:
    """What the ten weeks leave in the tables."""

    requests: list[HelpRequest] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    feedback: list[Feedback] = field(default_factory=list)

    def write(self) -> None:
        HelpRequest.objects.bulk_create(self.requests, batch_size=1_000)
        Proposal.objects.bulk_create(self.proposals, batch_size=1_000)
        Match.objects.bulk_create(self.matches, batch_size=1_000)
        Visit.objects.bulk_create(self.visits, batch_size=1_000)
        Feedback.objects.bulk_create(self.feedback, batch_size=1_000)


class Helping:
    """Writes down questions and what came of them; at a fixed pace of hours and days."""

    def __init__(
        self, place: Neighbourhood, professional: Person, book: Book, *, rng: random.Random
    ) -> None:
        self.place, self.professional, self.book, self.rng = place, professional, book, rng
        self.rows = Rows()

    def ask(self, seeker: Person, task: Task, at: dt.datetime) -> HelpRequest:
        """A neighbour asks; until somebody comes it counts as a question for which nobody was found."""
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
            closed_at=at + 9 * A_DAY,
        )
        self.rows.requests.append(request)
        self.book.add(
            at, Verb.BEGAN, request, act="request", actor=seeker, kind=ActorKind.NEIGHBOUR
        )
        return request

    def propose(
        self, request: HelpRequest, helper: Helper, at: dt.datetime, *, turn: int, says_yes: bool
    ) -> Proposal:
        """Somebody is asked, and answers within hours."""
        answered = at + dt.timedelta(hours=5)
        proposal = Proposal(
            neighbourhood=self.place,
            request=request,
            offer=helper.offer,
            turn=turn,
            state=Proposal.State.YES if says_yes else Proposal.State.NOT_THIS_TIME,
            picked_by=self.professional,
            asked_at=at,
            answer_by=at + A_DAY,
            answered_at=answered,
            answered_by=helper.offer.person,
        )
        self.rows.proposals.append(proposal)
        helper.asked.append(at)
        helper.offer.last_asked_at = at
        self.book.add(
            at,
            Verb.DECIDED,
            proposal,
            act="helper-picked",
            actor=self.professional,
            kind=ActorKind.PROFESSIONAL,
            street=_street_of(request),
        )
        if not says_yes:
            self._volunteer_does(
                Verb.DECIDED, proposal, "helper-not-this-time", request, helper, at=answered
            )
        return proposal

    def help(self, request: HelpRequest, helper: Helper, proposal: Proposal) -> None:
        """Both said yes, the helper came two days later, and sometimes the seeker told how it was."""
        made = proposal.answered_at
        assert made is not None  # noqa: S101 - propose() answers
        came = made + 2 * A_DAY - dt.timedelta(hours=5)
        match = Match(
            neighbourhood=self.place,
            request=request,
            offer=helper.offer,
            proposal=proposal,
            state=Match.State.ENDED,
            word=f"{self.rng.choice(DOOR_WORDS)} {self.rng.randrange(10, 100)}",
            made_at=made,
            ended_at=came,
            end_reason=Match.EndReason.DONE,
        )
        visit = Visit(
            neighbourhood=self.place,
            match=match,
            on=came.date(),
            part=1,
            word=match.word,
            state=Visit.State.DONE,
            reported_at=came,
            reported_by=helper.offer.person,
        )
        request.state, request.stop_reason, request.closed_at = State.DONE, "", came
        helper.came.append(made)
        helper.offer.last_match_at = made
        self.rows.matches.append(match)
        self.rows.visits.append(visit)
        self._volunteer_does(Verb.DECIDED, match, "match", request, helper, at=made)
        self._volunteer_does(Verb.DID, visit, "visit-done", request, helper, at=came)
        self._how_it_was(request, visit)

    def _how_it_was(self, request: HelpRequest, visit: Visit) -> None:
        if request.seeker is None or self.rng.random() < 0.5:
            return
        self.rows.feedback.append(
            Feedback(
                neighbourhood=self.place,
                visit=visit,
                giver=request.seeker,
                by_seeker=True,
                was_good=True,
                again=self.rng.random() < 0.9,
                thanks=self.rng.choice(THANKS) if self.rng.random() < 0.5 else "",
                channel=Channel.PHONE,
                noted_by=self.professional,
            )
        )

    def _volunteer_does(
        self,
        verb: Verb,
        thing: Proposal | Match | Visit,
        act: str,
        request: HelpRequest,
        helper: Helper,
        *,
        at: dt.datetime,
    ) -> None:
        """A line in the street of who asked, as everywhere in care."""
        self.book.add(
            at,
            verb,
            thing,
            act=act,
            actor=helper.offer.person,
            kind=ActorKind.VOLUNTEER,
            street=_street_of(request),
        )


def _street_of(request: HelpRequest) -> uuid.UUID | None:
    return request.seeker.street_id if request.seeker else None
