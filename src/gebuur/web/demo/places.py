"""The quarter: streets with their geometry and front doors."""

import itertools
import math
import random
from collections.abc import Iterator

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.neighbourhood.models import (
    Address,
    Neighbourhood,
    Organisation,
    Street,
    StreetAdjacency,
)
from gebuur.core.search import normalise
from gebuur.web.demo.words import PREFIXES, STREETS

LON, LAT = 3.95, 51.02
METRES_PER_DEGREE = 111_320.0
TILE = 1_300
DOORS_PER_STREET = 30


def make_quarter(*, tiles: int, rng: random.Random) -> tuple[Neighbourhood, list[Address]]:
    """Make De Vlasbloem with 18 streets a tile; more tiles lie around it as a growing square."""
    organisation = Organisation.objects.create(name="Dienstencentrum De Spil")
    place = Neighbourhood.objects.create(
        organisation=organisation,
        name="De Vlasbloem",
        slug="vlasbloem",
        contact_name="An",
        contact_phone="+3290000000",
        contact_hours="van maandag tot vrijdag tussen 9 en 12 uur",
        email="an@vlasbloem.example",
        origin_lon=LON,
        origin_lat=LAT,
    )
    boundaries.seed_catalogue(organisation)
    streets = list(_streets(place, tiles))
    Street.objects.bulk_create(streets, batch_size=500)
    doors = list(_doors(place, streets, rng))
    Address.objects.bulk_create(doors, batch_size=2_000)
    StreetAdjacency.objects.bulk_create(list(_corners(place, streets)), batch_size=2_000)
    return place, doors


def make_other_quarter() -> Neighbourhood:
    """De Molen, of another organisation: its people are strangers to De Vlasbloem."""
    organisation = Organisation.objects.create(name="Buurthuis De Wiek")
    place = Neighbourhood.objects.create(
        organisation=organisation,
        name="De Molen",
        slug="molen",
        contact_name="Bert",
        contact_phone="+3290009900",
        contact_hours="elke werkdag tussen 13 en 16 uur",
        origin_lon=LON + 0.05,
        origin_lat=LAT,
    )
    boundaries.seed_catalogue(organisation)
    for number, name in enumerate(("Wiekstraat", "Maalderij", "Graanweg")):
        Street.objects.create(
            neighbourhood=place,
            name=name,
            key=normalise(name),
            x=number * 250,
            y=0,
            length=250,
            households=20,
        )
    return place


def _streets(place: Neighbourhood, tiles: int) -> Iterator[Street]:
    side = math.ceil(math.sqrt(tiles))
    for tile in range(tiles):
        east, north = (tile % side - side // 2) * TILE, (tile // side - side // 2) * TILE
        for name, corners in STREETS:
            points = [(east + x, north + y) for x, y in corners]
            yield Street(
                neighbourhood=place,
                name=_tile_name(name, tile),
                key=normalise(_tile_name(name, tile)),
                lines=[[to_degrees(x, y) for x, y in points]],
                length=round(sum(math.dist(a, b) for a, b in itertools.pairwise(points))),
                x=round(sum(x for x, _y in points) / len(points)),
                y=round(sum(y for _x, y in points) / len(points)),
                households=DOORS_PER_STREET,
            )


def _tile_name(name: str, tile: int) -> str:
    if tile == 0:
        return name
    prefix, rest = PREFIXES[(tile - 1) % len(PREFIXES)], (tile - 1) // len(PREFIXES)
    return f"{prefix} {name}" if rest == 0 else f"{prefix} {name} {rest + 1}"


def to_degrees(x: float, y: float) -> list[float]:
    return [
        round(LON + x / (METRES_PER_DEGREE * math.cos(math.radians(LAT))), 6),
        round(LAT + y / METRES_PER_DEGREE, 6),
    ]


def to_metres(lon: float, lat: float) -> tuple[float, float]:
    return (lon - LON) * METRES_PER_DEGREE * math.cos(math.radians(LAT)), (
        lat - LAT
    ) * METRES_PER_DEGREE


def _doors(place: Neighbourhood, streets: list[Street], rng: random.Random) -> Iterator[Address]:
    """Odd numbers on one side, even ones on the other, along the pieces of the street."""
    for street in streets:
        points = [to_metres(lon, lat) for lon, lat in street.lines[0]]
        for door in range(DOORS_PER_STREET):
            along = (door + 0.5) / DOORS_PER_STREET * (len(points) - 1)
            piece, share = int(along), along % 1
            (x1, y1), (x2, y2) = points[piece], points[piece + 1]
            side = 8 if door % 2 else -8
            yield Address(
                neighbourhood=place,
                street=street,
                number=str(door + 1),
                x=round(x1 + (x2 - x1) * share + rng.uniform(-3, 3)),
                y=round(y1 + (y2 - y1) * share + side),
            )


def _corners(place: Neighbourhood, streets: list[Street]) -> Iterator[StreetAdjacency]:
    """Two streets that share a corner point are neighbours."""
    at: dict[tuple[float, float], list[Street]] = {}
    for street in streets:
        for lon, lat in street.lines[0]:
            at.setdefault((lon, lat), []).append(street)
    seen = set()
    for here in at.values():
        for one in here:
            for other in here:
                pair = (one, other)
                if one.pk < other.pk and (one.pk, other.pk) not in seen:
                    seen.add((one.pk, other.pk))
                    yield StreetAdjacency(neighbourhood=place, a=pair[0], b=pair[1])
