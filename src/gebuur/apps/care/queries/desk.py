"""The desk's day: every list with a count, and the same count on the page behind it.

Lists are cut off by the database along an index, so that a big neighbourhood reads no more rows here
than a small one.
"""

import datetime as dt
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from gebuur.apps.boundaries.queries.concerns import list_open_concerns
from gebuur.apps.boundaries.queries.hand_overs import list_unanswered_hand_overs
from gebuur.apps.care.models import OPEN_STATES, HelpRequest, Proposal, State, Visit
from gebuur.apps.care.queries.intake import raw_of
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.outbox.models import Message
from gebuur.apps.outbox.queries import list_calls
from gebuur.apps.volunteers.queries import list_alerts, list_never_asked
from gebuur.core.errors import NotForYou

SHOWN = 3
MOST_TABS = 9
SEALED = ("wish", "own_words", "answers", "gives", "draft")
TO_FIND = (State.NEW, State.SEARCHING)


@dataclass(frozen=True)
class Waiting:
    """The first few of a list, and how many there are in all."""

    rows: Sequence[Any]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


@dataclass(frozen=True)
class Day:
    """Everything that waits for the desk."""

    worried: Waiting
    calls: Waiting
    waiting: Waiting
    unanswered: Waiting
    today: Waiting
    no_outcome: Waiting
    hand_overs: Waiting
    first_asks: Waiting
    never_asked: int
    to_phone: int
    to_print: int
    failed: int

    @property
    def messages(self) -> int:
        return self.to_phone + self.to_print + self.failed

    @property
    def anything(self) -> bool:
        """Whether somebody waits: visits that simply take place today do not count."""
        lists = (
            self.worried,
            self.calls,
            self.waiting,
            self.unanswered,
            self.no_outcome,
            self.hand_overs,
            self.first_asks,
        )
        return bool(self.messages) or any(one.count for one in lists)


@dataclass(frozen=True)
class OpenCall:
    """A call as a tab: whose it is, in a word."""

    pk: uuid.UUID
    who: str
    is_parked: bool


def day_of(place: Neighbourhood, *, now: dt.datetime, shown: int = SHOWN) -> Day:
    """What waits for the desk, with a number of queries that does not depend on how much that is."""
    today = timezone.localdate(now)
    letters = _messages(place)
    return Day(
        worried=_cut(list_open_concerns(place), shown),
        calls=_cut(list_calls(place), shown),
        waiting=_oldest(place, TO_FIND, shown),
        unanswered=Waiting(
            list(with_row(list_unanswered(place))[:shown]), list_unanswered(place).count()
        ),
        today=_cut(list_visits_on(place, today), shown),
        no_outcome=_cut(list_without_outcome(place, now=now), shown),
        hand_overs=_cut(list_unanswered_hand_overs(place, today=today), shown),
        first_asks=_cut(list_alerts(place, now=now), shown),
        never_asked=list_never_asked(place).count(),
        to_phone=letters.get(Message.State.TO_PHONE, 0),
        to_print=letters.get(Message.State.TO_PRINT, 0),
        failed=letters.get(Message.State.FAILED, 0),
    )


def list_to_find(place: Neighbourhood) -> QuerySet[HelpRequest]:
    """Questions for which nobody is asked at this moment, the longest waiting first."""
    return _requests(place).filter(state__in=TO_FIND).order_by("waiting_since", "pk")


def list_unanswered(place: Neighbourhood) -> QuerySet[HelpRequest]:
    """Questions about which somebody was asked and has not answered yet: a helper, or the seeker."""
    return _requests(place).filter(state=State.ASKED).order_by("waiting_since", "pk")


def list_visits_on(place: Neighbourhood, day: dt.date) -> QuerySet[Visit]:
    """What was agreed for a day and did not happen yet."""
    return _visits(place).filter(on=day).order_by("part", "at", "pk")


def list_without_outcome(place: Neighbourhood, *, now: dt.datetime) -> QuerySet[Visit]:
    """Visits that should be over by now, while nobody told how they went; the oldest first."""
    return _visits(place).filter(on__lt=timezone.localdate(now)).order_by("on", "part", "pk")


def list_coming_visits(place: Neighbourhood, *, today: dt.date) -> QuerySet[Visit]:
    """What was agreed for the days after today."""
    return _visits(place).filter(on__gt=today).order_by("on", "part", "at", "pk")


def with_row(requests: QuerySet[HelpRequest]) -> QuerySet[HelpRequest]:
    """Bring along who is in the row now: `row` holds who is asked, who said yes, who comes next."""
    busy = [Proposal.State.PICKED, Proposal.State.ASKED, Proposal.State.YES]
    row = Proposal.objects.filter(state__in=busy).select_related("offer__person").order_by("turn")
    return requests.prefetch_related(Prefetch("proposals", queryset=row, to_attr="row"))


def get_request_for(staff: Person, pk: uuid.UUID) -> HelpRequest:
    """A request of the staff member's own neighbourhood; a call that still goes on is none yet."""
    found = (
        HelpRequest.objects.select_related(
            "task", "seeker__street", "asked_by", "entered_by", "cleared_by", "hand_over",
            "neighbourhood__organisation",
        )
        .filter(pk=pk, neighbourhood=staff.neighbourhood_id)
        .exclude(state=State.DRAFT)
        .first()
    )  # fmt: skip
    if found is None:
        raise NotForYou
    return found


def open_calls(staff: Person) -> list[OpenCall]:
    """Calls that still go on: one's own, and those that colleagues put aside."""
    calls = HelpRequest.objects.filter(neighbourhood=staff.neighbourhood_id, state=State.DRAFT)
    mine = calls.filter(Q(entered_by=staff) | Q(parked_at__isnull=False)).select_related("seeker")
    return [
        OpenCall(pk=one.pk, who=_who(one), is_parked=one.parked_at is not None)
        for one in mine.order_by("created_at", "pk")[:MOST_TABS]
    ]


def duplicates_of(place: Neighbourhood, person: Person, task: object = None) -> list[HelpRequest]:
    """Open questions of the same person, those about the same task first."""
    going = _requests(place).filter(seeker=person, state__in=(*OPEN_STATES, State.AGREED))
    found = list(going.order_by("-created_at")[:SHOWN])
    return sorted(found, key=lambda one: one.task != task)


def _who(call: HelpRequest) -> str:
    if call.seeker is not None:
        return call.seeker.short_name
    typed = raw_of(call)
    said = " ".join(typed.get("first_name", []) or typed.get("caller", []))
    names = (re.sub(r"[\d+/()]", "", piece).strip(" .-") for piece in re.split(r"[,;]", said))
    return next(filter(None, names), said)[:20]


def _requests(place: Neighbourhood) -> QuerySet[HelpRequest]:
    requests = HelpRequest.objects.filter(neighbourhood=place)
    return requests.select_related("task", "seeker__street").defer(*SEALED)


def _visits(place: Neighbourhood) -> QuerySet[Visit]:
    planned = Visit.objects.filter(neighbourhood=place, state=Visit.State.PLANNED)
    return planned.select_related(
        "match__request__task", "match__request__seeker", "match__offer__person"
    ).defer(*(f"match__request__{name}" for name in SEALED))


def _oldest(place: Neighbourhood, states: tuple[str, ...], shown: int) -> Waiting:
    """The oldest over several states: each state is cut off along its index, then they are merged."""
    rows: list[HelpRequest] = []
    for state in states:
        rows += _requests(place).filter(state=state).order_by("waiting_since", "pk")[:shown]
    rows.sort(key=lambda one: (one.waiting_since or one.created_at, one.pk))
    count = HelpRequest.objects.filter(neighbourhood=place, state__in=states).count()
    return Waiting(rows[:shown], count)


def _cut(rows: QuerySet[Any], shown: int) -> Waiting:
    return Waiting(list(rows[:shown]), rows.count())


def _messages(place: Neighbourhood) -> dict[str, int]:
    states = (Message.State.TO_PHONE, Message.State.TO_PRINT, Message.State.FAILED)
    rows = Message.objects.filter(neighbourhood=place)
    return {state: rows.filter(state=state).count() for state in states}
