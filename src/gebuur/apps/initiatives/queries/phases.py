"""What was seen in a group over time: shares of signals beside who came and who left, and never a label."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from gebuur.apps.framing.queries import FrameRow, list_frames
from gebuur.apps.initiatives.models import Initiative, Member, PhaseNote
from gebuur.core.errors import NotForYou
from gebuur.domain import frames
from gebuur.domain.disclosure import show_count

MOST_LOOKS = 24
SIGNALS = frozenset(one.key for one in frames.SIGNALS)


@dataclass(frozen=True)
class Look:
    """One look at the group: the day, the shares, and how many came and left since the look before."""

    on: dt.date
    shares: Mapping[str, float]
    came: int
    left: int


@dataclass(frozen=True)
class NoteRow:
    """A note of the supporter with its signals in words."""

    note: PhaseNote
    signals: Sequence[FrameRow]


@dataclass(frozen=True)
class Phases:
    """The two timelines, apart; what the supporter noted in full; and one's own last note."""

    phases: Sequence[FrameRow]
    beside: Sequence[Look]
    members: Sequence[Look]
    notes: Sequence[NoteRow]
    own: NoteRow | None


def open_phases(initiative: Initiative, *, member: Member | None, today: dt.date) -> Phases:
    """The phases of a group for who is in it or beside it."""
    organisation = initiative.neighbourhood.organisation
    signals = {row.key: row for row in list_frames(organisation, "signals", today=today)}
    rows = PhaseNote.objects.filter(initiative=initiative).select_related(
        "support__supporter", "contested_by__person", "contested_typed_by"
    )
    notes = list(rows.filter(support__isnull=False).order_by("-seen_at")[:MOST_LOOKS])[::-1]
    own = rows.filter(member=member).order_by("-seen_at").first() if member else None
    moves = _moves(initiative)
    return Phases(
        phases=list_frames(organisation, "phases", today=today),
        beside=_looks([(timezone.localdate(one.seen_at), [one]) for one in notes], moves),
        members=_looks(_months_of_members(initiative, today=today), moves),
        notes=[_row(one, signals) for one in reversed(notes)],
        own=_row(own, signals) if own else None,
    )


def get_note_for(initiative: Initiative, pk: uuid.UUID) -> PhaseNote:
    """A note of the supporter about this very group."""
    rows = PhaseNote.objects.select_related("support__supporter__neighbourhood", "initiative")
    one = rows.filter(initiative=initiative, support__isnull=False, pk=pk).first()
    if one is None:
        raise NotForYou
    return one


def signals_of(initiative: Initiative, *, today: dt.date) -> list[FrameRow]:
    """What can be ticked, in the words of the organisation."""
    return list_frames(initiative.neighbourhood.organisation, "signals", today=today)


def _row(note: PhaseNote, signals: Mapping[str, FrameRow]) -> NoteRow:
    return NoteRow(note, [signals[key] for key in note.signals if key in signals])


def _months_of_members(
    initiative: Initiative, *, today: dt.date
) -> list[tuple[dt.date, list[PhaseNote]]]:
    """Months that are over in which at least five members noted something; the last note of each counts."""
    rows = PhaseNote.objects.filter(
        initiative=initiative,
        member__isnull=False,
        seen_at__lt=_midnight(today.replace(day=1)),
    )
    months: dict[dt.date, dict[object, PhaseNote]] = {}
    for note in rows.order_by("seen_at"):
        month = timezone.localdate(note.seen_at).replace(day=1)
        months.setdefault(month, {})[note.member_id] = note
    return [
        (month, list(by_member.values()))
        for month, by_member in sorted(months.items())[-MOST_LOOKS:]
        if show_count(len(by_member)) is not None
    ]


def _looks(
    found: Sequence[tuple[dt.date, list[PhaseNote]]], moves: Sequence[tuple[dt.date, int]]
) -> list[Look]:
    """Each look with its shares, and who came and left since the one before."""
    looks: list[Look] = []
    since = dt.date.min
    for on, notes in found:
        between = [step for day, step in moves if since < day <= on]
        looks.append(Look(on, _shares(notes), between.count(1), between.count(-1)))
        since = on
    if looks:  # Who came before the first look was there already.
        looks[0] = Look(looks[0].on, looks[0].shares, 0, 0)
    return looks


def _shares(notes: Sequence[PhaseNote]) -> dict[str, float]:
    total: dict[str, float] = {}
    for note in notes:
        known = [key for key in note.signals if key in SIGNALS]
        told = frames.phase_shares(known, nothing_fits=int(note.is_unclear))
        for phase, share in told.shares.items():
            total[phase] = total.get(phase, 0) + share
    return total


def _moves(initiative: Initiative) -> list[tuple[dt.date, int]]:
    """The days on which somebody came (1) or left (-1)."""
    rows = Member.objects.filter(initiative=initiative).values_list("joined_at", "left_at")
    moves = [(timezone.localdate(at), 1) for at, _left in rows if at]
    return moves + [(timezone.localdate(at), -1) for _joined, at in rows if at]


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))
