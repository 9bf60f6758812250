"""Read requests and volunteers from a JSON text, and say in one line where it is not usable."""

import json
import math
from collections.abc import Callable
from typing import Any, NoReturn

from gebuur.domain.matching.model import (
    ALL_SLOTS,
    FAR_AWAY,
    NotUsable,
    Request,
    Volunteer,
)

SLOTS = 21
LONGEST_TEXT = 200
MOST_DIGITS = 30
Read = Callable[[str, Any], Any]


def read_instance(text: str) -> tuple[list[Request], list[Volunteer]]:
    """Read an instance: an object with the lists ``requests`` and ``volunteers``.

    Keys we do not know are refused, because a misspelt key would silently change who is proposed. In
    ``not_with`` and ``known`` a request names volunteers and a volunteer names requests.

    Raises
    ------
    NotUsable
        Names the first place that is wrong, such as ``requests[3].slots[0]``.

    Examples
    --------
    >>> read_instance('{"requests": [], "volunteers": [{"id": "v", "radius": -1}]}')
    Traceback (most recent call last):
    gebuur.domain.matching.model.NotUsable: volunteers[0].radius: -1 is not a number of metres from 0 up.
    """
    whole = _object("The instance", _parse(text), {"requests": _list, "volunteers": _list})
    for name in ("requests", "volunteers"):
        if name not in whole:
            raise NotUsable(f"{name}:", "this list is missing.")
    asking = [
        _record(f"requests[{at}]", one, _REQUEST, _REQUEST_NEEDS)
        for at, one in enumerate(whole["requests"])
    ]
    helping = [
        _record(f"volunteers[{at}]", one, _VOLUNTEER, _VOLUNTEER_NEEDS)
        for at, one in enumerate(whole["volunteers"])
    ]
    _check_ids("requests", asking)
    _check_ids("volunteers", helping)
    return (
        [Request(seeker=facts["id"], **facts) for facts in asking],
        [Volunteer(**facts) for facts in helping],
    )


def _parse(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        problem = f"this is not JSON ({error.msg})."
        raise NotUsable(f"Line {error.lineno}, column {error.colno}:", problem) from None
    except RecursionError:
        raise NotUsable("The instance:", "lists stand too deep inside each other.") from None
    except NotUsable:
        raise
    except ValueError:
        # A number of thousands of digits. Nothing is so far away: its place will be named as Infinity.
        return json.loads(text, parse_int=_whole, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which every key stands once; of two, nobody knows which one is meant."""
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise NotUsable("The instance:", f"{json.dumps(twice)[:60]} stands twice in one object.")
    return made


def _whole(digits: str) -> float:
    return int(digits) if len(digits) < MOST_DIGITS else math.inf


def _refuse(place: str, value: Any, wanted: str) -> NoReturn:
    if isinstance(value, (dict, list)):
        shown = "an object" if isinstance(value, dict) else "a list"
    else:
        shown = json.dumps(value, ensure_ascii=True)
    raise NotUsable(f"{place}:", f"{shown[:60]} is not {wanted}.")


def _object(place: str, value: Any, keys: dict[str, Read]) -> dict[str, Any]:
    if not isinstance(value, dict):
        _refuse(place, value, "an object")
    for key in value:
        if key not in keys:
            known = ", ".join(keys)
            raise NotUsable(f"{place}:", f"{json.dumps(key)[:60]} is not one of {known}.")
    prefix = "" if place == "The instance" else f"{place}."
    return {key: keys[key](f"{prefix}{key}", one) for key, one in value.items()}


def _record(
    place: str, value: Any, keys: dict[str, Read], needs: tuple[str, ...]
) -> dict[str, Any]:
    facts = _object(place, value, keys)
    for key in needs:
        if key not in facts:
            raise NotUsable(f"{place}.{key}:", "this is missing.")
    return facts


def _check_ids(kind: str, records: list[dict[str, Any]]) -> None:
    seen: dict[str, int] = {}
    for at, facts in enumerate(records):
        first = seen.setdefault(facts["id"], at)
        if first != at:
            problem = f"{json.dumps(facts['id'])} stands in {kind}[{first}] too."
            raise NotUsable(f"{kind}[{at}].id:", problem)


def _list(place: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        _refuse(place, value, "a list")
    return value


def _text(place: str, value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_TEXT:
        _refuse(place, value, f"a text of 1 to {LONGEST_TEXT} characters")
    if not value.isprintable():
        _refuse(place, value, "readable text")
    return value


def _texts(place: str, value: Any) -> frozenset[str]:
    return frozenset(_text(f"{place}[{at}]", one) for at, one in enumerate(_list(place, value)))


def _flag(place: str, value: Any) -> bool:
    if not isinstance(value, bool):
        _refuse(place, value, "true or false")
    return value


def _metres(place: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        _refuse(place, value, "a number of metres")
    if not abs(value) <= FAR_AWAY:
        _refuse(place, value, f"a number of metres from -{FAR_AWAY:.0f} to {FAR_AWAY:.0f}")
    return value


def _radius(place: str, value: Any) -> int:
    if _metres(place, value) < 0:
        _refuse(place, value, "a number of metres from 0 up")
    return math.floor(_metres(place, value))


def _count(place: str, value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= FAR_AWAY:
        return value
    _refuse(place, value, f"a whole number from 0 to {FAR_AWAY:.0f}")


def _weeks(place: str, value: Any) -> int | None:
    return None if value is None else _count(place, value)


def _slots(place: str, value: Any) -> int:
    mask = 0
    for at, slot in enumerate(_list(place, value)):
        if isinstance(slot, bool) or not isinstance(slot, int) or not 0 <= slot < SLOTS:
            _refuse(f"{place}[{at}]", slot, f"a part of the week (0 to {SLOTS - 1})")
        mask |= 1 << slot
    return mask & ALL_SLOTS


_BOTH: dict[str, Read] = {
    "id": _text,
    "x": _metres,
    "y": _metres,
    "languages": _texts,
    "slots": _slots,
    "skills": _texts,
    "not_with": _texts,
}
_REQUEST: dict[str, Read] = _BOTH | {
    "task": _text,
    "phone_only": _flag,
    "first_language": _text,
    "known": _texts,
    "waiting_days": _count,
    "amber": _flag,
}
_VOLUNTEER: dict[str, Read] = _BOTH | {
    "tasks": _texts,
    "radius": _radius,
    "capacity": _count,
    "weeks_since_signup": _count,
    "weeks_since_last_match": _weeks,
    "weeks_since_last_asked": _weeks,
    "paused": _flag,
    "file_complete": _flag,
    "cleared": _texts,
}
_REQUEST_NEEDS = ("id", "task", "x", "y", "first_language")
_VOLUNTEER_NEEDS = ("id", "tasks", "x", "y", "radius", "languages")
