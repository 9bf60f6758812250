"""The proposal of the week as staff reads it: the pairs, whether they still hold, and who is left without."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from gebuur.apps.care.models import HelpRequest, Proposal, State, WeekPair, WeekRun, WeekUnserved
from gebuur.apps.care.queries.desk import SEALED, TO_FIND
from gebuur.apps.care.queries.market import IN_ROW, Market, open_questions, read_market
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.volunteers.models import Offer
from gebuur.core.errors import NotForYou
from gebuur.domain import matching

UNTOUCHED = (WeekPair.State.PROPOSED, WeekPair.State.SWAPPED)


@dataclass(frozen=True)
class PairNow:
    """A pair of the run as it stands now; `gone` is a code for why it can no longer be asked, or empty."""

    pair: WeekPair
    gone: str

    @property
    def may_ask(self) -> bool:
        return self.pair.state in UNTOUCHED and not self.gone


@dataclass(frozen=True)
class Week:
    """The open run, its pairs and unserved questions (the longest waiting first), and what came since."""

    run: WeekRun
    pairs: list[PairNow]
    unserved: list[WeekUnserved]
    new_questions: int

    @property
    def questions(self) -> int:
        return len(self.pairs) + len(self.unserved)

    @property
    def to_ask(self) -> list[PairNow]:
        return [one for one in self.pairs if one.may_ask]

    @property
    def asked(self) -> int:
        return sum(one.pair.state == WeekPair.State.ACCEPTED for one in self.pairs)

    @property
    def gone(self) -> int:
        return sum(bool(one.gone) for one in self.pairs)

    @property
    def first_times(self) -> int:
        """How many neighbours would get a first task."""
        first = {one.pair.offer_id for one in self.pairs if is_first_time(one.pair)}
        return len(first)


@dataclass(frozen=True)
class WeekLine:
    """The quiet line on the desk: how many questions may be divided, and the counts of the open run."""

    open_questions: int
    questions: int
    paired: int
    run: WeekRun | None


def is_first_time(pair: WeekPair) -> bool:
    """Whether this would be the first task of that neighbour."""
    return any(reason["code"] == matching.ReasonCode.WAITS_FIRST_TIME for reason in pair.reasons)


def open_run(place: Neighbourhood) -> WeekRun | None:
    """The run that stands, if any."""
    return (
        WeekRun.objects.filter(neighbourhood=place, is_open=True).select_related("made_by").first()
    )


def week_line(place: Neighbourhood) -> WeekLine:
    """What the desk says about the week, in at most four queries."""
    run = open_run(place)
    paired = WeekPair.objects.filter(run=run).count() if run else 0
    left = WeekUnserved.objects.filter(run=run).count() if run else 0
    return WeekLine(open_questions(place).count(), paired + left, paired, run)


def week_of(place: Neighbourhood, *, now: dt.datetime) -> Week | None:
    """Read the open run; nothing is divided again, and the number of queries is fixed."""
    run = open_run(place)
    if run is None:
        return None
    pairs = sorted(list_pairs(run), key=lambda one: _since(one.request))
    unserved = sorted(_list_unserved(run), key=lambda one: _since(one.request))
    known = {one.request_id for one in pairs} | {one.request_id for one in unserved}
    found = set(open_questions(place).values_list("pk", flat=True))
    gone = gone_of(place, [one for one in pairs if one.state in UNTOUCHED], now=now)
    return Week(
        run=run,
        pairs=[PairNow(one, gone.get(one.pk, "")) for one in pairs],
        unserved=[one for one in unserved if one.request_id in found],
        new_questions=len(found - known),
    )


def list_pairs(run: WeekRun) -> QuerySet[WeekPair]:
    """All pairs of a run, with both sides and who decided."""
    row = Proposal.objects.filter(state__in=IN_ROW)
    pairs = WeekPair.objects.filter(run=run).prefetch_related(
        Prefetch("request__proposals", queryset=row, to_attr="row")
    )
    return _with_sides(pairs).order_by("pk")


def _with_sides(pairs: QuerySet[WeekPair]) -> QuerySet[WeekPair]:
    return pairs.select_related(
        "run", "request__task", "request__seeker__street", "offer__person__street",
        "alternative__person", "decided_by",
    ).defer(*(f"request__{name}" for name in SEALED))  # fmt: skip


def _list_unserved(run: WeekRun) -> QuerySet[WeekUnserved]:
    rows = WeekUnserved.objects.filter(run=run)
    rows = rows.select_related("request__task", "request__seeker__street")
    return rows.defer(*(f"request__{name}" for name in SEALED))


def _since(request: HelpRequest) -> tuple[dt.datetime, uuid.UUID]:
    return request.waiting_since or request.created_at, request.pk


def get_pair_for(staff: Person, pk: uuid.UUID) -> WeekPair:
    """A pair of the open run of the staff member's own neighbourhood."""
    rows = WeekPair.objects.filter(pk=pk, neighbourhood=staff.neighbourhood_id, run__is_open=True)
    found = _with_sides(rows).select_related("request__neighbourhood").first()
    if found is None:
        raise NotForYou
    return found


def market_of(place: Neighbourhood, pairs: Iterable[WeekPair], *, now: dt.datetime) -> Market:
    """Both sides of these pairs, as they are now."""
    pairs = list(pairs)
    return read_market(
        place,
        requests=HelpRequest.objects.filter(pk__in=[one.request_id for one in pairs]),
        offers=Offer.objects.filter(pk__in=[one.offer_id for one in pairs]),
        now=now,
    )


def gone_of(
    place: Neighbourhood, pairs: list[WeekPair], *, now: dt.datetime
) -> dict[uuid.UUID, str]:
    """Per pair that can no longer be asked, why: the code of a state, of a person's choice or of a misfit."""
    market = market_of(place, pairs, now=now)
    found = {}
    for pair in pairs:
        request, offer = str(pair.request_id), str(pair.offer_id)
        said = _not_free(pair.request) or _stopped(pair.offer)
        misfit = matching.misfit(market.asked[request], market.volunteers[offer])
        code = said or (misfit.value if misfit else "")
        if code:
            found[pair.pk] = code
    return found


def _not_free(request: HelpRequest) -> str:
    """Why this question is no longer to be divided; empty when it is."""
    row: list[Proposal] = getattr(request, "row", [])
    if any(one.from_board for one in row):
        return "from_board"
    if request.state not in TO_FIND:
        return str(request.state)
    if row:
        return str(State.ASKED)
    return "seeker_chooses" if request.seeker_chooses else ""


def _stopped(offer: Offer) -> str:
    return "helper_stopped" if offer.stopped_at else ""


@dataclass(frozen=True)
class BesideWeek:
    """What who asks for one question must know of the week: the pair it has there, and whom others need."""

    own: WeekPair | None
    elsewhere: set[uuid.UUID]


def beside_week(request: HelpRequest) -> BesideWeek:
    """Read the pairs of the open run about which nobody decided yet."""
    rows = WeekPair.objects.filter(
        neighbourhood=request.neighbourhood_id, run__is_open=True, state__in=UNTOUCHED
    ).select_related("offer__person")
    pairs = list(rows)
    own = next((one for one in pairs if one.request_id == request.pk), None)
    return BesideWeek(own, {one.offer_id for one in pairs if one.request_id != request.pk})
