"""One request as staff reads it: who was asked, what was agreed, how it went, who did what."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, Prefetch, QuerySet

from gebuur.apps.care.models import Feedback, HelpRequest, Match, Proposal, Visit
from gebuur.apps.chronicle.models import Line
from gebuur.apps.neighbourhood.models import Person
from gebuur.core.errors import NotForYou

T = TypeVar("T", bound=Model)
WAITING = (Proposal.State.PICKED, Proposal.State.ASKED, Proposal.State.YES)
OVER = (Visit.State.DONE, Visit.State.NOBODY_HOME)
MOST_VISITS = 12
MOST_LINES = 40


@dataclass(frozen=True)
class Course:
    """How a request went so far."""

    proposals: list[Proposal]
    match: Match | None
    agreed: frozenset[uuid.UUID]
    visits: list[Visit]
    lines: list[Line]

    @property
    def row(self) -> list[Proposal]:
        """Who is in the row now, in turn."""
        return [one for one in self.proposals if one.state in WAITING]

    @property
    def answered(self) -> list[Proposal]:
        """Who was in the row before."""
        return [one for one in self.proposals if one.state not in WAITING]

    @property
    def asked(self) -> Proposal | None:
        return next((one for one in self.proposals if one.state == Proposal.State.ASKED), None)

    @property
    def said_yes(self) -> Proposal | None:
        """The helper whose yes waits for the seeker's; nobody once both said it."""
        yes = (one for one in self.proposals if one.state == Proposal.State.YES)
        return next((one for one in yes if one.pk not in self.agreed), None)

    @property
    def next_up(self) -> list[Proposal]:
        return [one for one in self.proposals if one.state == Proposal.State.PICKED]

    @property
    def coming(self) -> list[Visit]:
        """What is planned, the nearest first."""
        return [one for one in reversed(self.visits) if one.state == Visit.State.PLANNED]

    @property
    def past(self) -> list[Visit]:
        return [one for one in self.visits if one.state != Visit.State.PLANNED]


def course_of(request: HelpRequest) -> Course:
    """Read everything about one request with a fixed number of queries."""
    proposals = list(
        request.proposals.select_related("offer__person__street", "answered_by").order_by(
            "turn", "pk"
        )
    )
    told = Prefetch("feedback", queryset=Feedback.objects.select_related("giver"), to_attr="told")
    visits: list[Visit] = [
        *Visit.objects.filter(match__request=request)
        .select_related("match__offer__person", "match__proposal", "reported_by")
        .prefetch_related(told)
        .order_by("-on", "-part")[:MOST_VISITS]
    ]
    matches = list(
        request.matches.select_related("offer__person__street", "proposal").order_by("-made_at")
    )
    return Course(
        proposals=proposals,
        match=next((one for one in matches if one.state == Match.State.ACTIVE), None),
        agreed=frozenset(one.proposal_id for one in matches),
        visits=visits,
        lines=_lines(request, [request, *proposals, *matches, *visits]),
    )


def _lines(request: HelpRequest, things: Iterable[Model]) -> list[Line]:
    """Lines of the chronicle about these things, the newest first."""
    lines = Line.objects.filter(
        neighbourhood=request.neighbourhood_id, thing__in=[thing.pk for thing in things]
    )
    return list(lines.order_by("-number")[:MOST_LINES])


def get_proposal_for(staff: Person, pk: uuid.UUID) -> Proposal:
    """A proposal of the staff member's own neighbourhood."""
    rows = Proposal.objects.select_related(
        "request__task", "request__seeker__street", "request__asked_by", "request__neighbourhood",
        "offer__person__neighbourhood",
    )  # fmt: skip
    return _own(rows, staff, pk)


def get_match_for(staff: Person, pk: uuid.UUID) -> Match:
    """A match of the staff member's own neighbourhood."""
    rows = Match.objects.select_related(
        "request__task", "request__seeker__street", "request__asked_by", "request__neighbourhood",
        "offer__person__street", "neighbourhood__organisation", "proposal",
    )  # fmt: skip
    return _own(rows, staff, pk)


def get_visit_for(staff: Person, pk: uuid.UUID) -> Visit:
    """A visit of the staff member's own neighbourhood."""
    rows = Visit.objects.select_related(
        "match__request__task", "match__request__seeker", "match__request__asked_by",
        "match__request__neighbourhood", "match__offer__person__neighbourhood",
    )  # fmt: skip
    return _own(rows, staff, pk)


def _own(rows: QuerySet[T], staff: Person, pk: uuid.UUID) -> T:
    found = rows.filter(pk=pk, neighbourhood=staff.neighbourhood_id).first()
    if found is None:
        raise NotForYou
    return found
