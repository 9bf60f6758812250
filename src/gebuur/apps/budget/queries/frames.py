"""The frame of a round: as it is being written, as a version holds it, and what changed between two versions."""

import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gebuur.apps.budget.models import FrameVersion, Round
from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.neighbourhood.models import Membership, Neighbourhood, Person, Role
from gebuur.core.errors import NotForYou

DAYS = (
    "ideas_from",
    "ideas_until",
    "proposals_until",
    "checks_until",
    "repairs_until",
    "vote_from",
    "vote_until",
    "decide_by",
)
PLAIN = (
    "title", "pot_cents", "who_decides", "who_may_vote", "youngest", "contact_name", "contact_phone",
    "leftovers", "rule", "utility", "completion", "ballot", "most_choices", "seed_hash",
)  # fmt: skip
# What a version means that was drawn up before these two were asked.
USUAL = {"utility": "cost", "completion": "add1u"}
NOT_NEIGHBOURS = (Role.PROFESSIONAL, Role.COORDINATOR, Role.HEAD, Role.AUTHORITY)


@dataclass(frozen=True)
class Criterion:
    """What a proposal is weighed on: how heavily, with an example."""

    words: str
    weight: int
    example: str


@dataclass(frozen=True)
class Frame:
    """Everything that both sides sign."""

    title: str
    pot_cents: int
    who_decides: str
    who_may_vote: str
    youngest: int
    contact_name: str
    contact_phone: str
    leftovers: str
    rule: str
    utility: str
    completion: str
    ballot: str
    most_choices: int | None
    seed_hash: str
    days: Mapping[str, dt.date]
    criteria: tuple[Criterion, ...]
    exclusions: tuple[str, ...]

    def takes_ideas(self, today: dt.date) -> bool:
        return self.days["ideas_from"] <= today <= self.days["ideas_until"]


@dataclass(frozen=True)
class Published:
    """A round that everybody may see, with the version that binds."""

    round: Round
    version: FrameVersion
    frame: Frame


def text_of(one: Round) -> dict[str, Any]:
    """Write down a round as the text of a version, to keep."""
    return {
        **{name: getattr(one, name) for name in PLAIN},
        "days": {name: getattr(one, name).isoformat() for name in DAYS},
        "criteria": one.criteria,
        "exclusions": one.exclusions,
    }


def digest_of(text: Mapping[str, Any]) -> str:
    """Make the fingerprint of a text, the same on every machine."""
    whole = json.dumps(text, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(whole.encode()).hexdigest()


def read_frame(text: Mapping[str, Any]) -> Frame:
    """Read the text of a version; the oldest ones did not write down the usual way of counting."""
    said = {**USUAL, **text}
    return Frame(
        **{name: said[name] for name in PLAIN},
        days={name: dt.date.fromisoformat(text["days"][name]) for name in DAYS},
        criteria=tuple(Criterion(**one) for one in text["criteria"]),
        exclusions=tuple(text["exclusions"]),
    )


def latest_version(one: Round) -> FrameVersion | None:
    return one.frames.order_by("-number").first()


def binding_version(one: Round) -> FrameVersion | None:
    """The version that was published last."""
    return one.frames.filter(published_at__isnull=False).order_by("-number").first()


def pending_version(one: Round) -> FrameVersion | None:
    """The newest version, while a signature is missing."""
    last = latest_version(one)
    return last if last is not None and last.published_at is None else None


def find_published(one: Round) -> Published | None:
    """A round with the frame that binds it; None before both sides signed one."""
    version = binding_version(one)
    return None if version is None else Published(one, version, read_frame(version.text))


def get_published(one: Round) -> Published:
    """The same, for what cannot be there without a frame."""
    found = find_published(one)
    if found is None:
        raise NotForYou
    return found


def binding_frame(one: Round) -> Frame:
    """The frame that was published last; what hangs on a frame is not there without one."""
    return get_published(one).frame


def list_public_rounds(place: Neighbourhood) -> list[Published]:
    """Rounds with a published frame, newest first."""
    rounds = Round.objects.filter(neighbourhood=place).order_by("-made_at")
    seen = (find_published(one) for one in rounds)
    return [one for one in seen if one is not None]


def get_public_round(place: Neighbourhood | None, pk: uuid.UUID) -> Published:
    """A round of this place that everybody may see."""
    one = Round.objects.filter(neighbourhood=place, pk=pk).select_related("neighbourhood").first()
    if one is None:
        raise NotForYou
    return get_published(one)


def get_published_version(place: Neighbourhood | None, pk: uuid.UUID, number: int) -> Published:
    """A version that was published, also one that another took the place of."""
    version = (
        FrameVersion.objects.select_related("round")
        .filter(neighbourhood=place, round=pk, number=number, published_at__isnull=False)
        .first()
    )
    if version is None:
        raise NotForYou
    return Published(version.round, version, read_frame(version.text))


def get_version_for(person: Person, pk: uuid.UUID, number: int) -> Published:
    """Any version of a round of the place where she works."""
    one = get_round_for(person, pk)
    version = one.frames.filter(number=number).first()
    if version is None:
        raise NotForYou
    return Published(one, version, read_frame(version.text))


def version_before(version: FrameVersion) -> Frame | None:
    """The frame that bound before this one."""
    older = version.round.frames.filter(published_at__isnull=False, number__lt=version.number)
    last = older.order_by("-number").first()
    return None if last is None else read_frame(last.text)


def list_rounds_for(person: Person) -> list[Round]:
    """Every round of her place, for staff and for the authority."""
    return list(Round.objects.filter(neighbourhood=person.neighbourhood_id).order_by("-made_at"))


def get_round_for(person: Person, pk: uuid.UUID) -> Round:
    """A round of the place where she works, also one that is still being written."""
    rounds = Round.objects.select_related("neighbourhood")
    found = rounds.filter(neighbourhood=person.neighbourhood_id, pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def get_pending_for(person: Person, pk: uuid.UUID, today: dt.date) -> FrameVersion:
    """The newest version that waits for a signature, for who may sign for the neighbourhood."""
    found = next((one for one in list_pending_for(person) if one.pk == pk), None)
    if found is None or person not in list_signers(person.neighbourhood, today):
        raise NotForYou
    return found


def list_pending_for(person: Person) -> list[FrameVersion]:
    """The newest versions of her place that wait for a signature."""
    pending = (pending_version(one) for one in list_rounds_for(person))
    return [version for version in pending if version is not None]


def list_signers(place: Neighbourhood, today: dt.date) -> list[Person]:
    """Who may sign for the neighbourhood: street contacts and known members of groups, never staff or authority."""
    held = Membership.objects.held_on(today).filter(neighbourhood=place)
    contacts = held.filter(role=Role.CONTACT).values("person")
    members = Member.objects.filter(
        neighbourhood=place,
        state=Member.State.MEMBER,
        known_at__isnull=False,
        initiative__state=Initiative.State.ACTIVE,
    ).values("person")
    here = Person.objects.filter(neighbourhood=place, left_at__isnull=True)
    asked = here.filter(pk__in=contacts) | here.filter(pk__in=members)
    staff = held.filter(role__in=NOT_NEIGHBOURS).values("person")
    return list(asked.exclude(pk__in=staff).distinct().order_by("first_name", "last_name", "pk"))
