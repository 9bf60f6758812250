"""What one person divided and noticed over time: hers alone, and never shown to anybody else."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection.models import Entry
from gebuur.apps.reflection.queries.lenses import rows_of, words_by_lens
from gebuur.domain import frames

MOST_SITTINGS = 12
SEVERAL = 2


@dataclass(frozen=True)
class Split:
    """A hundred points as they were divided in one sitting."""

    entry: Entry
    now: Mapping[str, int]
    wanted: Mapping[str, int]


@dataclass(frozen=True)
class Moment:
    """A moment in which somebody recognised an attitude."""

    entry: Entry
    attitude: FrameRow
    words: str


@dataclass(frozen=True)
class OverTime:
    """The last sittings of one writer, the oldest first."""

    splits: Sequence[Split]
    axes: Sequence[FrameRow]
    quadrants: Sequence[FrameRow]
    roles: Sequence[FrameRow]
    now: Mapping[str, float]
    wanted: Mapping[str, float]
    least: Sequence[FrameRow]
    much: Sequence[FrameRow]
    attitudes: Sequence[FrameRow]
    moments: Sequence[Moment]


def open_over_time(writer: Person, *, today: dt.date) -> OverTime:
    """Put one's own finished sittings beside each other."""
    finished = Entry.objects.filter(writer=writer, finished_at__isnull=False)
    sittings = [
        (entry, words_by_lens(entry))
        for entry in reversed(
            finished.prefetch_related("lenses").order_by("-on", "-begun_at")[:MOST_SITTINGS]
        )
    ]
    splits = [
        Split(entry, seen["role"].get("now", {}), seen["role"].get("wanted", {}))
        for entry, seen in sittings
        if seen.get("role")
    ]
    attitudes = rows_of(writer, "attitudes", today=today)
    quadrants, roles = (rows_of(writer, kind, today=today) for kind in ("quadrants", "roles"))
    mine, hoped = _profile([one.now for one in splits]), _profile([one.wanted for one in splits])
    return OverTime(
        splits=splits,
        axes=rows_of(writer, "axes", today=today),
        quadrants=quadrants,
        roles=roles,
        now=mine.quadrants if mine else {},
        wanted=hoped.quadrants if hoped else {},
        least=[row for row in roles if mine and row.key in mine.least],
        much=[
            row for row in quadrants if mine and mine.sittings >= SEVERAL and row.key in mine.much
        ],
        attitudes=attitudes,
        moments=[
            Moment(entry, row, seen["attitude"][row.key])
            for entry, seen in sittings
            for row in attitudes
            if row.key in seen.get("attitude", {})
        ],
    )


def _profile(splits: Sequence[Mapping[str, int]]) -> frames.RoleProfile | None:
    divided = [split for split in splits if split]
    return frames.role_profile(divided) if divided else None
