"""Proposals: what one says, as it stands and as it was handed in, and which of them somebody may read."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from gebuur.apps.budget.models import Proposal, ProposalVersion, Round
from gebuur.apps.budget.queries.frames import Frame, binding_frame, digest_of
from gebuur.apps.initiatives.models import Initiative
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.core.errors import NotForYou

State = Proposal.State
PUBLIC = (State.HANDED_IN, State.ON_BALLOT, State.CHOSEN, State.NOT_CHOSEN, State.DECIDED)
WORDS = (
    "title", "summary", "plain", "where", "upkeep_by", "own_hours", "own_things", "risks", "variants",
    "who_benefits", "households", "young_people", "older_people", "goals", "evidence", "own_evidence",
    "weak_point", "if_not",
)  # fmt: skip
COST = (
    "what", "done_by", "once_cents", "yearly_cents", "yearly_by", "source", "source_words",
)  # fmt: skip


@dataclass(frozen=True)
class Cost:
    """What is paid once and every year, who sees to it, and how we know."""

    what: str
    done_by: str
    once_cents: int
    yearly_cents: int
    yearly_by: str
    source: str
    source_words: str


@dataclass(frozen=True)
class Shown:
    """A criterion of the frame, and what shows that the proposal meets it."""

    criterion: str
    words: str


@dataclass(frozen=True)
class SupportWords:
    """A letter of support."""

    sender: str
    text: str
    written_on: dt.date


@dataclass(frozen=True)
class Written:
    """Everything a proposal says: as the group left it, or as a version keeps it."""

    title: str
    summary: str
    plain: str
    street: str
    where: str
    point: tuple[float, float] | None
    upkeep_by: str
    own_hours: int
    own_things: str
    risks: str
    variants: str
    who_benefits: str
    households: int | None
    young_people: int | None
    older_people: int | None
    goals: tuple[str, ...]
    evidence: tuple[str, ...]
    own_evidence: str
    weak_point: str
    if_not: str
    costs: tuple[Cost, ...]
    ticks: tuple[Shown, ...]
    letters: tuple[SupportWords, ...]

    @property
    def once_cents(self) -> int:
        return sum(cost.once_cents for cost in self.costs)

    @property
    def yearly_cents(self) -> int:
        return sum(cost.yearly_cents for cost in self.costs)


@dataclass(frozen=True)
class HandedIn:
    """A proposal that everybody may read, as it was handed in last."""

    proposal: Proposal
    version: ProposalVersion
    written: Written


def text_of(proposal: Proposal) -> dict[str, Any]:
    """Write down a proposal as it stands, as the text of a version; of the frame only what binds now."""
    shown = dict(proposal.ticks.values_list("criterion", "words"))
    letters = proposal.letters.order_by("written_on", "pk")
    return {
        **{name: getattr(proposal, name) for name in WORDS},
        "street": proposal.street.name if proposal.street else "",
        **_point_of(proposal),
        "costs": list(proposal.costs.values(*COST)),
        "ticks": [
            {"criterion": one.words, "words": shown[one.words]}
            for one in binding_frame(proposal.round).criteria
            if one.words in shown
        ],
        "letters": [
            {"sender": one.sender, "text": one.text, "written_on": one.written_on.isoformat()}
            for one in letters
        ],
    }


def _point_of(proposal: Proposal) -> dict[str, Any]:
    """The spot on the map; a text without one says nothing of it, so that older versions stay as they are."""
    if proposal.lon is None or proposal.lat is None:
        return {}
    return {"point": [proposal.lon, proposal.lat]}


def read_proposal(text: Mapping[str, Any]) -> Written:
    """Read the text of a version."""
    plain = {name: text[name] for name in (*WORDS, "street") if name not in {"goals", "evidence"}}
    return Written(
        **plain,
        point=(text["point"][0], text["point"][1]) if "point" in text else None,
        goals=tuple(text["goals"]),
        evidence=tuple(text["evidence"]),
        costs=tuple(Cost(**one) for one in text["costs"]),
        ticks=tuple(Shown(**one) for one in text["ticks"]),
        letters=tuple(
            SupportWords(**one | {"written_on": dt.date.fromisoformat(one["written_on"])})
            for one in text["letters"]
        ),
    )


def written_of(proposal: Proposal) -> Written:
    """What the group has written so far, also what it did not hand in yet."""
    return read_proposal(text_of(proposal))


def last_version(proposal: Proposal) -> ProposalVersion | None:
    return proposal.versions.order_by("-number").first()


def handed_in_of(proposals: Iterable[Proposal]) -> dict[uuid.UUID, Written]:
    """What each said when it was handed in last; what its group wrote since is not in it."""
    versions = ProposalVersion.objects.filter(proposal__in=[each.pk for each in proposals])
    return {one.proposal_id: read_proposal(one.text) for one in versions.order_by("number")}


def last_written(proposal: Proposal) -> Written:
    """What a proposal said when it was handed in last: that is what an answer is about."""
    return handed_in_of([proposal])[proposal.pk]


def is_changed(proposal: Proposal) -> bool:
    """Whether the group wrote something since it handed in."""
    last = last_version(proposal)
    return last is None or last.digest != digest_of(text_of(proposal))


def public_proposals() -> QuerySet[Proposal]:
    """What groups handed in and did not take back: everybody may read it, and the authority works on it."""
    return _with_all().filter(state__in=PUBLIC)


def _with_all() -> QuerySet[Proposal]:
    return Proposal.objects.select_related("round__neighbourhood", "group", "street")


def list_proposals(one: Round) -> list[Proposal]:
    """The public proposals of a round, in the order in which they came in."""
    return list(public_proposals().filter(round=one).order_by("handed_in_at", "pk"))


def list_handed_in(one: Round) -> list[HandedIn]:
    """The same, each as it was handed in last."""
    return [_seen(proposal) for proposal in list_proposals(one)]


def get_public_proposal(place: Neighbourhood | None, pk: uuid.UUID) -> Proposal:
    """A public proposal of this place."""
    found = public_proposals().filter(neighbourhood=place, pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def get_proposal_for(person: Person, pk: uuid.UUID) -> Proposal:
    """A public proposal of the place where she works, for staff and for the authority."""
    return get_public_proposal(person.neighbourhood, pk)


def get_handed_in(place: Neighbourhood | None, pk: uuid.UUID) -> HandedIn:
    """A proposal of this place as it was handed in last; one that was taken back after that stays to be read."""
    found = _with_all().filter(neighbourhood=place, pk=pk, version__gt=0).first()
    if found is None:
        raise NotForYou
    return _seen(found)


def list_own(groups: Iterable[Initiative]) -> list[Proposal]:
    """Every proposal of these groups, also drafts; what was changed last comes first."""
    mine = Proposal.objects.filter(group__in=list(groups)).select_related("round", "group")
    return list(mine.order_by("-changed_at", "pk"))


def takes_proposals(frame: Frame, now: dt.datetime) -> bool:
    """Whether a group may begin a proposal, and hand one in for the first time."""
    return frame.days["ideas_from"] <= timezone.localdate(now) <= frame.days["proposals_until"]


def may_still_write(proposal: Proposal, now: dt.datetime) -> bool:
    """A draft until proposals are due, one that was handed in until the day to mend; later after a no or a half yes."""
    days, today = binding_frame(proposal.round).days, timezone.localdate(now)
    if proposal.state == State.DRAFT:
        return today <= days["proposals_until"]
    answer = proposal.decisions.filter(signed_at__isnull=False).order_by("signed_at").last()
    if answer is not None:
        return proposal.state in {State.HANDED_IN, State.DECIDED} and answer.outcome != "yes"
    return proposal.state == State.HANDED_IN and today <= days["repairs_until"]


def _seen(proposal: Proposal) -> HandedIn:
    version = last_version(proposal)
    assert version is not None  # noqa: S101 - every handing in keeps one
    return HandedIn(proposal, version, read_proposal(version.text))
