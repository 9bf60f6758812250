"""Reading what residents say: counts above the minimum, in batches, and never who, when or how."""

import datetime as dt
import hashlib
import json
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from gebuur.apps.framing.queries import FrameRow, list_frames
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection.models import Kind, OwnView, VoiceRound
from gebuur.core.errors import NotForYou
from gebuur.domain import frames
from gebuur.domain.disclosure import Pool

LINE = "line"
"""The name of the free line among the questions."""
FEWEST, FEWEST_IN_A_STREET = 5, 10
SHOWN_ROUNDS, BESIDE_A_REFLECTION = 30, 3


class Stage(StrEnum):
    """Where a round is."""

    PREPARED = "prepared"
    RUNNING = "running"
    TYPING = "typing"
    CLOSED = "closed"


@dataclass(frozen=True)
class Answers:
    """The sealed field of a round, opened: the pool, lines that were hidden, and forms that came in already."""

    pool: Pool = field(default_factory=Pool)
    hidden: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Finding:
    """One question: how many said what, and what the professional thought."""

    question: frames.VoiceQuestion
    counts: dict[str, int]
    own: str

    @property
    def answered(self) -> int:
        return sum(self.counts.values())

    @property
    def most(self) -> list[frames.VoiceAnswer]:
        """The answer that was given most; several when they were given as often, none when nobody answered."""
        highest = max(self.counts.values(), default=0)
        rows = self.question.answers if highest else ()
        return [one for one in rows if self.counts[one.key] == highest]


@dataclass(frozen=True)
class Said:
    """One line that somebody added; the key names it without telling its place."""

    key: str
    words: str


@dataclass(frozen=True)
class Results:
    """What may be seen of a round by one reader."""

    round: VoiceRound
    arrived: int
    seen: int
    minimum: int
    stage: Stage
    findings: list[Finding]
    lines: list[Said]
    hidden: list[Said]
    promised: FrameRow | None
    own: OwnView | None
    is_opener: bool


def list_rounds(staff: Person) -> QuerySet[VoiceRound]:
    """The rounds of the place about an activity, the latest first."""
    rounds = VoiceRound.objects.filter(neighbourhood=staff.neighbourhood_id, kind=Kind.ACTIVITY)
    return rounds.select_related("opened_by", "street", "neighbourhood__organisation").order_by(
        "-on", "-pk"
    )[:SHOWN_ROUNDS]


def list_results_of(writer: Person, *, today: dt.date) -> list[Results]:
    """What neighbours said in the rounds somebody opened herself, to lay beside a reflection."""
    own = VoiceRound.objects.filter(opened_by=writer, opened_at__isnull=False)
    latest = (
        own.filter(kind=Kind.ACTIVITY)
        .select_related("street", "neighbourhood__organisation")
        .order_by("-on", "-pk")
    )
    return [results_for(writer, one, today=today) for one in latest[:BESIDE_A_REFLECTION]]


def get_round_for(staff: Person, pk: uuid.UUID) -> VoiceRound:
    """A round of the place where somebody works."""
    found = VoiceRound.objects.filter(pk=pk, neighbourhood=staff.neighbourhood_id)
    one = found.select_related("opened_by", "street", "neighbourhood__organisation").first()
    if one is None:
        raise NotForYou
    return one


def get_activity_for(staff: Person, pk: uuid.UUID) -> VoiceRound:
    """A round about an activity; what neighbours say of their street is read elsewhere, as a band."""
    one = get_round_for(staff, pk)
    if one.kind != Kind.ACTIVITY:
        raise NotForYou
    return one


def get_own_round_for(staff: Person, pk: uuid.UUID) -> VoiceRound:
    """A round she opened herself; for her view nobody else's exists."""
    one = get_activity_for(staff, pk)
    if one.opened_by_id != staff.pk:
        raise NotForYou
    return one


def get_round_by_code(code: str) -> VoiceRound:
    """The round whose QR code somebody scanned; one that is only prepared is not there yet."""
    found = VoiceRound.objects.filter(code=code.upper(), opened_at__isnull=False)
    one = found.select_related("street", "neighbourhood__organisation").first()
    if one is None:
        raise NotForYou
    return one


def address_of(one: VoiceRound) -> str:
    """The whole address behind the QR code."""
    return str(settings.SITE_ADDRESS) + reverse("reflection:voice-answer", args=[one.code])


def heading_of(one: VoiceRound) -> str:
    """What neighbours are asked, in the language of now."""
    return _("How is it in your street?") if one.kind == Kind.PULSE else _("How was it?")


def stage_of(one: VoiceRound, *, today: dt.date) -> Stage:
    """Where a round is: after its last day papers may still be typed, until somebody closes it."""
    if one.closed_at is not None:
        return Stage.CLOSED
    if one.opened_at is None:
        return Stage.PREPARED
    return Stage.RUNNING if today <= one.until else Stage.TYPING


def minimum_of(one: VoiceRound) -> int:
    """Below how many nothing is shown: more when everybody lives in one street."""
    return FEWEST_IN_A_STREET if one.street_id else FEWEST


def questions_asked(one: VoiceRound) -> list[frames.VoiceQuestion]:
    """The questions of a round, in the order of the catalogue."""
    is_pulse = one.kind == Kind.PULSE
    catalogue = frames.PULSE_QUESTIONS if is_pulse else frames.VOICE_QUESTIONS
    return [question for question in catalogue if question.key in one.questions]


def takes_line(one: VoiceRound) -> bool:
    """Whether there is a free line; not about a street, where a line would soon be about a neighbour."""
    return one.kind == Kind.ACTIVITY


def opened(one: VoiceRound) -> Answers:
    """Everything that came in, for actions and counts; never for a page."""
    if not one.answers:
        return Answers()
    kept = json.loads(one.answers)
    return Answers(
        pool=Pool(kept["waiting"], kept["shown"]),
        hidden=frozenset(kept["hidden"]),
        used=frozenset(kept["used"]),
    )


def own_view_of(one: VoiceRound) -> OwnView | None:
    return OwnView.objects.filter(round=one).first()


def own_answers(view: OwnView | None) -> dict[str, str]:
    return dict(json.loads(view.answers)) if view else {}


def results_for(reader: Person, one: VoiceRound, *, today: dt.date) -> Results:
    """What this reader may see: the professional's own view only when it is hers, or when she showed it."""
    kept, view = opened(one), own_view_of(one)
    is_opener = one.opened_by_id == reader.pk
    if view is not None and not (is_opener or view.is_shown):
        view = None
    own = own_answers(view)
    seen = kept.pool.seen
    findings = [
        Finding(question, _counted(question, kept.pool.shown.get(question.key, ())), own.get(question.key, ""))
        for question in questions_asked(one)
    ]  # fmt: skip
    lines = [Said(key_of(text), text) for text in kept.pool.shown.get(LINE, ()) if text]
    return Results(
        round=one,
        arrived=kept.pool.arrived,
        seen=seen,
        minimum=minimum_of(one),
        stage=stage_of(one, today=today),
        findings=findings,
        lines=[line for line in lines if line.key not in kept.hidden],
        hidden=[line for line in lines if line.key in kept.hidden],
        promised=_promised(one, today=today),
        own=view,
        is_opener=is_opener,
    )


def key_of(line: str) -> str:
    """A short name for a line that tells nothing about its place or its writer."""
    return hashlib.sha256(line.encode()).hexdigest()[:16]


def _counted(question: frames.VoiceQuestion, said: Iterable[str]) -> dict[str, int]:
    counted: Counter[str] = Counter(said)
    return {one.key: counted[one.key] for one in question.answers}


def _promised(one: VoiceRound, *, today: dt.date) -> FrameRow | None:
    if not one.promised:
        return None
    rows = list_frames(one.neighbourhood.organisation, "styles", today=today)
    return next((row for row in rows if row.key == one.promised), None)


def packed(answers: Answers) -> str:
    """The sealed field, written; sorted where an order could tell something."""
    kept: dict[str, Any] = {
        "waiting": answers.pool.waiting,
        "shown": answers.pool.shown,
        "hidden": sorted(answers.hidden),
        "used": sorted(answers.used),
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)
