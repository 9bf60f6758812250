"""Writing streets, doors and neighbours; running it twice changes nothing."""

import math
import uuid
from collections import defaultdict
from dataclasses import dataclass, field

from django.db import transaction

from gebuur.apps.neighbourhood.actions import count_households, relocate
from gebuur.apps.neighbourhood.models import (
    Address,
    Neighbourhood,
    SpellingQuestion,
    Street,
    StreetAdjacency,
)
from gebuur.core.search import normalise
from gebuur.web.streets.reading import Door, Problem, Shape
from gebuur.web.streets.spelling import alike

METRES_PER_DEGREE = 111_320


@dataclass
class Report:
    """What went in, and what did not with its reason."""

    streets: int = 0
    doors: int = 0
    pairs: int = 0
    moved: int = 0
    questions: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Writer:
    """Writes into one neighbourhood, in metres around its origin.

    A spelling that somebody merged leads to the street it belongs to: its pieces and doors go there.
    """

    def __init__(self, place: Neighbourhood) -> None:
        self.place, self.report = place, Report()
        streets = {street.pk: street for street in Street.objects.filter(neighbourhood=place)}
        self.streets = {
            street.name: streets[street.merged_into_id] if street.merged_into_id else street
            for street in streets.values()
        }

    @transaction.atomic
    def write(
        self,
        shapes: list[Shape],
        doors: list[Door],
        pairs: list[tuple[int, str, str]],
        *,
        source: str = "",
    ) -> Report:
        """Write everything that can be used; who lives here already follows the map."""
        self._find_origin(shapes, source)
        self._shapes(shapes)
        self._doors(doors)
        self._pairs(pairs)
        count_households(self.place)
        self._ask_about_spellings()
        self.report.moved = relocate(self.place)
        return self.report

    def _find_origin(self, shapes: list[Shape], source: str) -> None:
        """Without an origin, the middle of the streets becomes it."""
        points = [point for shape in shapes for piece in shape.pieces for point in piece]
        if points and not (self.place.origin_lon or self.place.origin_lat):
            self.place.origin_lon = sum(lon for lon, _lat in points) / len(points)
            self.place.origin_lat = sum(lat for _lon, lat in points) / len(points)
        self.place.map_source = source[:200] or self.place.map_source
        self.place.save(update_fields=["origin_lon", "origin_lat", "map_source"])

    def _metres(self, lon: float, lat: float) -> tuple[int, int]:
        shrink = math.cos(math.radians(self.place.origin_lat))
        east = (lon - self.place.origin_lon) * METRES_PER_DEGREE * shrink
        return round(east), round((lat - self.place.origin_lat) * METRES_PER_DEGREE)

    def _shapes(self, shapes: list[Shape]) -> None:
        """All pieces of a street, under each of its spellings."""
        pieces: dict[str, list[Shape]] = defaultdict(list)
        for shape in shapes:
            street = self.streets.get(shape.name)
            pieces[street.name if street else shape.name].append(shape)
        for name, group in pieces.items():
            lines = [piece for shape in group for piece in shape.pieces]
            x, y = self._middle(lines)
            facts = {"lines": lines, "length": sum(s.length for s in group), "x": x, "y": y}
            if name in self.streets:
                Street.objects.filter(pk=self.streets[name].pk).update(**facts)
            else:
                self.streets[name] = self._new_street(name, **facts)

    def _middle(self, lines: list[list[list[float]]]) -> tuple[int, int]:
        """The corner nearest to the middle of all corners: a point that lies on the street."""
        points = [self._metres(lon, lat) for piece in lines for lon, lat in piece]
        x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
        return min(points, key=lambda point: (math.dist(point, (x, y)), point))

    def _new_street(self, name: str, **facts: object) -> Street:
        self.report.streets += 1
        return Street.objects.create(
            neighbourhood=self.place, name=name, key=normalise(name)[:120], **facts
        )

    def _doors(self, doors: list[Door]) -> None:
        by_street: dict[str, list[Door]] = defaultdict(list)
        for door in doors:
            by_street[door.street].append(door)
        for name, group in by_street.items():
            if name not in self.streets:
                self._street_of_doors(name, group)
        known = {
            (door.street_id, door.number.casefold()): door
            for door in Address.objects.filter(neighbourhood=self.place)
        }
        for name, group in by_street.items():
            self._write_doors(self.streets[name], group, known)

    def _street_of_doors(self, name: str, group: list[Door]) -> None:
        """A street without a shape stands in the middle of its doors."""
        places = [self._metres(door.lon, door.lat) for door in group]
        x = round(sum(x for x, _y in places) / len(places))
        y = round(sum(y for _x, y in places) / len(places))
        self.streets[name] = self._new_street(name, x=x, y=y)
        count = "1 address" if len(group) == 1 else f"{len(group)} addresses"
        why = f"{name}: no shape; the street now stands in the middle of its {count}"
        self.report.problems.append(Problem("addresses", group[0].line, why))

    def _write_doors(
        self, street: Street, group: list[Door], known: dict[tuple[uuid.UUID, str], Address]
    ) -> None:
        fresh, changed = [], []
        for door in group:
            x, y = self._metres(door.lon, door.lat)
            key = street.pk, door.number.casefold()
            before = known.get(key)
            if before is None:
                facts = {"number": door.number, "x": x, "y": y}
                known[key] = Address(neighbourhood=self.place, street=street, **facts)
                fresh.append(known[key])
            elif (before.x, before.y) != (x, y):
                before.x, before.y = x, y
                changed.append(before)
        Address.objects.bulk_create(fresh, batch_size=1_000)
        Address.objects.bulk_update(changed, ["x", "y"], batch_size=500)
        self.report.doors += len(fresh)

    def _pairs(self, pairs: list[tuple[int, str, str]]) -> None:
        for line, one, other in pairs:
            if one not in self.streets or other not in self.streets:
                missing = other if one in self.streets else one
                self.report.problems.append(
                    Problem("adjacency", line, f"{missing}: no such street")
                )
                continue
            a, b = sorted((self.streets[one], self.streets[other]), key=lambda street: street.pk)
            if a.pk == b.pk:
                continue
            _pair, made = StreetAdjacency.objects.get_or_create(
                a=a, b=b, defaults={"neighbourhood": self.place}
            )
            self.report.pairs += made

    def _ask_about_spellings(self) -> None:
        """Ask once about every two names that look alike; what a person answered stays answered."""
        standing = {street.name: street for street in self.streets.values()}
        questions = SpellingQuestion.objects.filter(neighbourhood=self.place)
        asked = {frozenset(pair) for pair in questions.values_list("a_id", "b_id")}
        for one, other in alike(standing):
            a, b = standing[one], standing[other]
            if frozenset((a.pk, b.pk)) not in asked:
                SpellingQuestion.objects.create(neighbourhood=self.place, a=a, b=b)
                self.report.questions.append((one, other))
