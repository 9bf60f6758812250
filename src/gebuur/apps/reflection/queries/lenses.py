"""What was seen through a lens, opened again: with reasons where there are, without a mark or a label."""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gebuur.apps.framing.queries import FrameRow, list_frames
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection.models import Entry, Lens
from gebuur.apps.reflection.queries.cases import ReadingRow, find_case, opinions_on
from gebuur.domain import frames

EXERCISE_STEPS = ("recent", "attitude", "style", "otherwise", "expect", "intention")
KINDS = tuple(Lens.Kind.values)


@dataclass(frozen=True)
class Fit:
    """One style beside the situation: what is missing first, and what nobody looked at."""

    style: FrameRow
    missing: list[FrameRow]
    open: list[FrameRow]
    is_promised: bool


@dataclass(frozen=True, kw_only=True)
class LensSheet:
    """One lens opened. What belongs to another kind of lens stays empty."""

    kind: str
    is_written: bool
    moments: Sequence[tuple[FrameRow, str]] = ()
    styles: Sequence[FrameRow] = ()
    promised: FrameRow | None = None
    observed: FrameRow | None = None
    axes: Sequence[FrameRow] = ()
    quadrants: Sequence[FrameRow] = ()
    roles: Sequence[FrameRow] = ()
    now: Mapping[str, int] = field(default_factory=dict)
    wanted: Mapping[str, int] = field(default_factory=dict)
    phases: Sequence[FrameRow] = ()
    signals: Sequence[FrameRow] = ()
    nothing_fits: int = 0
    shares: Mapping[str, float] = field(default_factory=dict)
    group: str = ""
    change: str = ""
    answers: Sequence[tuple[FrameRow, bool]] = ()
    fits: Sequence[Fit] = ()
    mine: str = ""
    not_mine: str = ""
    opinions: Sequence[ReadingRow] = ()


Rows = Callable[[str], list[FrameRow]]


def list_lenses(entry: Entry) -> list[Lens]:
    """The lenses of a sitting, the one chosen first in front."""
    return sorted(entry.lenses.all(), key=lambda lens: lens.place)


def steps_of(entry: Entry) -> tuple[str, ...]:
    """The steps of a sitting: the five questions, or think, do, want and the lenses that were chosen."""
    if entry.form == Entry.Form.EXERCISE:
        return EXERCISE_STEPS
    return ("words", "lenses", *(lens.kind for lens in list_lenses(entry)), "intention")


def words_by_lens(entry: Entry) -> dict[str, dict[str, Any]]:
    """What was written through each lens. The exercise has its two built in."""
    if entry.form == Entry.Form.EXERCISE:
        return {"attitude": loaded(entry.moments), "style": loaded(entry.styles)}
    return {lens.kind: loaded(lens.words) for lens in list_lenses(entry)}


def open_lenses(entry: Entry, *, today: dt.date) -> list[LensSheet]:
    """Every lens of a sitting, with what others think of the case once something was written."""
    written = words_by_lens(entry)
    case = find_case(entry.writer, entry.case, today=today)
    promise = written.get("style", {}).get("promised")
    rows = _rows_of(entry.writer, today=today)
    return [
        LensSheet(
            kind=kind,
            is_written=bool(words),
            opinions=opinions_on(case, kind) if words else [],
            **SEEN[kind](words, rows, promise),
        )
        for kind, words in written.items()
    ]


def loaded(sealed: str) -> dict[str, Any]:
    """What was kept as JSON in one sealed field."""
    return dict(json.loads(sealed)) if sealed else {}


def rows_of(writer: Person, kind: str, *, today: dt.date) -> list[FrameRow]:
    """A frame in the words of the writer's organisation."""
    return list_frames(writer.neighbourhood.organisation, kind, today=today)


def shares_of(words: Mapping[str, Any], signals: Sequence[FrameRow]) -> dict[str, float]:
    """How much of what was seen points to each phase; nothing when nothing was seen."""
    known = [row.key for row in signals if row.key in words.get("signals", ())]
    told = frames.phase_shares(known, nothing_fits=words.get("nothing_fits", 0))
    return dict(told.shares) if told.signals else {}


def _rows_of(writer: Person, *, today: dt.date) -> Rows:
    return lambda kind: rows_of(writer, kind, today=today)


def _see_style(words: dict[str, Any], rows: Rows, _promise: str | None) -> dict[str, Any]:
    styles = rows("styles")
    by_key = {row.key: row for row in styles}
    told = {name: by_key.get(words.get(name, "")) for name in ("promised", "observed")}
    return {"styles": styles, **told}


def _see_attitude(words: dict[str, Any], rows: Rows, _promise: str | None) -> dict[str, Any]:
    named = [row for row in rows("attitudes") if row.key in words]
    return {"moments": [(row, words[row.key]) for row in named]}


def _see_role(words: dict[str, Any], rows: Rows, _promise: str | None) -> dict[str, Any]:
    return {
        "axes": rows("axes"),
        "quadrants": rows("quadrants"),
        "roles": rows("roles"),
        "now": words.get("now", {}),
        "wanted": words.get("wanted", {}),
    }


def _see_phase(words: dict[str, Any], rows: Rows, _promise: str | None) -> dict[str, Any]:
    signals = rows("signals")
    return {
        "phases": rows("phases"),
        "signals": [row for row in signals if row.key in words.get("signals", ())],
        "nothing_fits": words.get("nothing_fits", 0),
        "shares": shares_of(words, signals),
        "group": words.get("group", ""),
        "change": words.get("change", ""),
    }


def _see_condition(words: dict[str, Any], rows: Rows, promise: str | None) -> dict[str, Any]:
    conditions = {row.key: row for row in rows("conditions")}
    styles = {row.key: row for row in rows("styles")}
    answers = {key: answer for key, answer in words.items() if key in conditions}
    fits = frames.fitting_styles(answers, promise=promise) if answers else ()
    return {
        "answers": [(conditions[key], answers[key]) for key in conditions if key in answers],
        "fits": [
            Fit(
                style=styles[fit.style],
                missing=[conditions[key] for key in fit.missing],
                open=[conditions[key] for key in fit.open],
                is_promised=fit.is_promised,
            )
            for fit in fits
        ],
    }


def _see_boundary(words: dict[str, Any], _rows: Rows, _promise: str | None) -> dict[str, Any]:
    return {"mine": words.get("mine", ""), "not_mine": words.get("not_mine", "")}


SEEN: dict[str, Callable[[dict[str, Any], Rows, str | None], dict[str, Any]]] = {
    "style": _see_style,
    "attitude": _see_attitude,
    "role": _see_role,
    "phase": _see_phase,
    "condition": _see_condition,
    "boundary": _see_boundary,
}
