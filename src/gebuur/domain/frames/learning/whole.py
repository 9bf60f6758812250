"""All frames as plain values, to print or to reword, and what is missing in a set that somebody reworded."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from gebuur.domain.frames.learning.actors import ACTORS
from gebuur.domain.frames.learning.attitudes import ATTITUDES
from gebuur.domain.frames.learning.cases import CASES
from gebuur.domain.frames.learning.conditions import CONDITIONS
from gebuur.domain.frames.learning.exercise import EXERCISE
from gebuur.domain.frames.learning.model import Frame
from gebuur.domain.frames.learning.phases import PHASES, SIGNALS
from gebuur.domain.frames.learning.source import Source, Words
from gebuur.domain.frames.learning.sources import SOURCES
from gebuur.domain.frames.learning.styles import STYLES
from gebuur.domain.frames.learning.values import AXES, QUADRANTS, ROLES
from gebuur.domain.frames.tasks import TASKS, Task

KINDS: dict[str, tuple[Frame | Source | Task, ...]] = {
    "styles": STYLES,
    "conditions": CONDITIONS,
    "axes": AXES,
    "quadrants": QUADRANTS,
    "roles": ROLES,
    "phases": PHASES,
    "signals": SIGNALS,
    "attitudes": ATTITUDES,
    "exercise": EXERCISE,
    "cases": CASES,
    "actors": ACTORS,
    "tasks": TASKS,
    "sources": SOURCES,
}
LANGUAGES = ("nl", "en")


def all_frames() -> dict[str, list[dict[str, Any]]]:
    """Give every kind of frame with its items in order; each has `id, nl, en, source, checked, check_by`.

    What an item has beyond that stands beside it, words as ``{"nl": ..., "en": ...}``.

    Examples
    --------
    >>> [one["id"] for one in all_frames()["attitudes"]][:3]
    ['genuineness', 'commitment', 'equal-worth']
    """
    return {kind: [_as_data(one) for one in items] for kind, items in KINDS.items()}


def _as_data(one: Frame | Source | Task) -> dict[str, Any]:
    words = one.names if isinstance(one, Task) else one.words
    rest = {
        field.name: _plain(getattr(one, field.name))
        for field in fields(one)
        if field.name not in {"key", "words", "names"}
    }
    first = {"id": one.key, "nl": words.nl, "en": words.en}
    return first | {"source": one.key} | rest if isinstance(one, Source) else first | rest


def _plain(value: Any) -> Any:
    """What JSON can hold."""
    if isinstance(value, Words) or hasattr(value, "as_dict"):
        return {"nl": value.nl, "en": value.en}
    if is_dataclass(value) and isinstance(value, Frame):
        return _as_data(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def missing_in(reworded: Any) -> list[str]:
    """Say, item by item, what a reworded set lacks; an empty list when it is whole.

    Parameters
    ----------
    reworded : any
        What was read from a file: the same shape as `all_frames` gives. Order and words are free, ids are not.

    Returns
    -------
    list of str
        One line each, in the order of the frames: a kind or an item that is absent, words that are empty, an id
        that nothing refers to.

    Examples
    --------
    >>> missing_in({**all_frames(), "exercise": all_frames()["exercise"][:4]})
    ['exercise: expect is missing.']
    """
    if not isinstance(reworded, Mapping):
        return ["The file must hold one object with the kinds of frames as names."]
    unknown = sorted(str(kind) for kind in set(reworded) - set(KINDS))
    lines = [f"{kind}: there is no such kind of frame." for kind in unknown]
    for kind, items in all_frames().items():
        lines += _missing_of(kind, items, reworded.get(kind))
    return lines


def _missing_of(kind: str, items: list[dict[str, Any]], given: Any) -> Iterator[str]:
    if not isinstance(given, list):
        yield f"{kind}: a list with {len(items)} items is missing."
        return
    by_id: dict[str, Mapping[str, Any]] = {}
    for number, one in enumerate(given):
        name = one.get("id") if isinstance(one, Mapping) else None
        if not isinstance(name, str) or name in by_id:
            yield f"{kind}[{number}]: an id of its own is missing."
        else:
            by_id[name] = one
    for item in items:
        own = by_id.pop(item["id"], None)
        if own is None:
            yield f"{kind}: {item['id']} is missing."
        else:
            yield from _missing_words(f"{kind}: {item['id']}", item, own)
    yield from (f"{kind}: {name} is not one of ours." for name in by_id)


def _missing_words(place: str, ours: Any, given: Any) -> Iterator[str]:
    """Walk along our item: wherever ours has words, the given one must have them too."""
    if isinstance(ours, dict):
        for name, value in ours.items():
            if name in LANGUAGES or isinstance(value, dict | list):
                inner = given.get(name) if isinstance(given, Mapping) else None
                yield from _missing_words(f"{place}: {name}", value, inner)
    elif isinstance(ours, list):
        if not isinstance(given, list) or len(given) < len(ours):
            yield f"{place}: {len(ours)} entries are expected."
            return
        for number, (one, other) in enumerate(zip(ours, given, strict=False)):
            yield from _missing_words(f"{place}[{number}]", one, other)
    elif not isinstance(given, str) or not given.strip():
        yield f"{place}: words are missing."
