"""Reading the files: what can be used, and what cannot with its line and reason."""

import csv
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

STREET, NUMBER = (
    ("street", "straat", "straatnaam"),
    ("housenumber", "house_number", "huisnummer", "number"),
)
LON, LAT = ("lon", "longitude", "lng"), ("lat", "latitude")
EAST_MOST, NORTH_MOST = 180, 90
MOST_BYTES = 60_000_000
MOST_LETTERS, MOST_SIGNS = 120, 12


class FileUnreadable(Exception):
    """The whole file cannot be used; the message says why in one line."""


@dataclass(frozen=True)
class Problem:
    """A row that was left out, or something to know about it."""

    file: str
    line: int
    why: str


@dataclass(frozen=True)
class Shape:
    """A named street with its pieces, each a list of (lon, lat)."""

    name: str
    pieces: list[list[list[float]]]
    length: int


@dataclass(frozen=True)
class Door:
    """A front door."""

    line: int
    street: str
    number: str
    lon: float
    lat: float


def read_shapes(path: Path) -> tuple[list[Shape], list[Problem], str]:
    """Read a GeoJSON FeatureCollection of lines with a `name`, and who must be named with the map."""
    try:
        told = json.loads(_text(path))
        features = told["features"]
        numbered = list(enumerate(features, start=1))
        source = _words(told.get("attribution"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise FileUnreadable(
            f"{path.name}: this is no GeoJSON FeatureCollection of streets."
        ) from error
    shapes: dict[str, Shape] = {}
    problems = []
    for number, feature in numbered:
        shape = _shape(feature)
        if isinstance(shape, str):
            problems.append(Problem(path.name, number, shape))
        elif shape.name in shapes:
            known = shapes[shape.name]
            shapes[shape.name] = Shape(
                shape.name, known.pieces + shape.pieces, known.length + shape.length
            )
        else:
            shapes[shape.name] = shape
    return list(shapes.values()), problems, source


def _shape(feature: object) -> Shape | str:
    try:
        name = _words(feature["properties"].get("name"))  # type: ignore[index]  # checked by the except
        kind, points = feature["geometry"]["type"], feature["geometry"]["coordinates"]  # type: ignore[index]  # idem
        lines = points if kind == "MultiLineString" else [points]
        pieces = [[[float(lon), float(lat)] for lon, lat, *_rest in line] for line in lines]
    except (ValueError, KeyError, TypeError, AttributeError):
        return "the shape cannot be read"
    if not name:
        return "a street without a name"
    if len(name) > MOST_LETTERS:
        return f"the name is longer than {MOST_LETTERS} letters"
    if kind not in {"LineString", "MultiLineString"} or not any(pieces):
        return f"{name}: the shape is no line"
    if not all(_is_place(lon, lat) for piece in pieces for lon, lat in piece):
        return f"{name}: a point lies nowhere on earth"
    return Shape(name, pieces, round(sum(_length(piece) for piece in pieces)))


def _words(said: object) -> str:
    """What stands there, when a database can keep it: JSON may hold half a letter, or a letter that is nothing."""
    words = str(said or "").strip()
    if "\0" in words or words != words.encode("utf-8", "replace").decode():
        raise ValueError(words)
    return words


def _length(piece: list[list[float]]) -> float:
    total = 0.0
    for (lon1, lat1), (lon2, lat2) in pairwise(piece):
        east = (lon2 - lon1) * 111_320 * math.cos(math.radians(lat1))
        total += math.hypot(east, (lat2 - lat1) * 111_320)
    return total


def read_doors(path: Path) -> tuple[list[Door], list[Problem]]:
    """Read street, number, lon and lat per row; a row that cannot be used is told with its line."""
    doors, problems, seen = [], [], set()
    for line, row in _rows(path, needed=(STREET, NUMBER, LON, LAT)):
        street, number = _cell(row, STREET), _cell(row, NUMBER)
        place = _place(_cell(row, LON), _cell(row, LAT))
        why = (
            "no street" if not street
            else f"the name of the street is longer than {MOST_LETTERS} letters" if len(street) > MOST_LETTERS
            else f"{street}: no house number" if not number
            else f"{street}: the house number is longer than {MOST_SIGNS} signs" if len(number) > MOST_SIGNS
            else f"{street} {number}: no usable place" if place is None
            else f"{street} {number}: stands twice" if (street, number.casefold()) in seen
            else ""
        )  # fmt: skip
        if why or place is None:
            problems.append(Problem(path.name, line, why))
            continue
        seen.add((street, number.casefold()))
        doors.append(Door(line, street, number, *place))
    return doors, problems


def read_pairs(path: Path) -> tuple[list[tuple[int, str, str]], list[Problem]]:
    """Read two street names per row: streets that meet."""
    pairs, problems = [], []
    for line, row in _rows(path, needed=(("street_a", "a"), ("street_b", "b"))):
        one, other = _cell(row, ("street_a", "a")), _cell(row, ("street_b", "b"))
        if one and other and one != other:
            pairs.append((line, one, other))
        else:
            problems.append(Problem(path.name, line, "two different street names are needed"))
    return pairs, problems


def _rows(
    path: Path, *, needed: tuple[tuple[str, ...], ...]
) -> Iterator[tuple[int, dict[str, str]]]:
    text = _text(path)
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter)
    try:
        columns = {(name or "").strip().casefold() for name in reader.fieldnames or []}
        for names in needed:
            if not columns & set(names):
                raise FileUnreadable(f"{path.name}: the first line has no column {names[0]!r}.")
        for row in reader:
            cells = {
                (key or "").strip().casefold(): str(value or "").strip()
                for key, value in row.items()
            }
            yield reader.line_num, cells
    except csv.Error as error:
        raise FileUnreadable(f"{path.name}: line {reader.line_num} cannot be read.") from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileUnreadable(f"{path.name}: larger than {MOST_BYTES // 1_000_000} MB.")
        raw = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(f"{path}: {error.strerror or 'cannot be opened'}.") from error
    if b"\0" in raw:
        raise FileUnreadable(f"{path.name}: this is no text.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _cell(row: dict[str, str], names: tuple[str, ...]) -> str:
    return next((row[name] for name in names if row.get(name)), "")


def _place(lon: str, lat: str) -> tuple[float, float] | None:
    try:
        east, north = float(lon.replace(",", ".")), float(lat.replace(",", "."))
    except ValueError:
        return None
    return (east, north) if _is_place(east, north) else None


def _is_place(lon: float, lat: float) -> bool:
    return abs(lon) <= EAST_MOST and abs(lat) < NORTH_MOST  # False for "nan" as well
