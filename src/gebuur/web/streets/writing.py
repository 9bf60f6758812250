"""Writing streets, doors and neighbours; running it twice changes nothing."""

import math
from collections import defaultdict
from dataclasses import dataclass, field

from django.db import transaction

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
    questions: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Writer:
    """Writes into one neighbourhood, in metres around its origin."""

    def __init__(self, place: Neighbourhood) -> None:
        self.place, self.report = place, Report()
        self.streets = {
            street.name: street for street in Street.objects.filter(neighbourhood=place)
        }

    @transaction.atomic
    def write(
        self, shapes: list[Shape], doors: list[Door], pairs: list[tuple[int, str, str]]
    ) -> Report:
        """Write everything that can be used."""
        self._find_origin(shapes)
        for shape in shapes:
            self._street(shape)
        self._doors(doors)
        self._pairs(pairs)
        self._ask_about_spellings()
        return self.report

    def _find_origin(self, shapes: list[Shape]) -> None:
        """Without an origin, the middle of the streets becomes it."""
        points = [point for shape in shapes for piece in shape.pieces for point in piece]
        if points and not (self.place.origin_lon or self.place.origin_lat):
            self.place.origin_lon = sum(lon for lon, _lat in points) / len(points)
            self.place.origin_lat = sum(lat for _lon, lat in points) / len(points)
            self.place.save(update_fields=["origin_lon", "origin_lat"])

    def _metres(self, lon: float, lat: float) -> tuple[int, int]:
        shrink = math.cos(math.radians(self.place.origin_lat))
        east = (lon - self.place.origin_lon) * METRES_PER_DEGREE * shrink
        return round(east), round((lat - self.place.origin_lat) * METRES_PER_DEGREE)

    def _street(self, shape: Shape) -> None:
        points = [self._metres(lon, lat) for piece in shape.pieces for lon, lat in piece]
        middle = points[len(points) // 2]
        facts = {"lines": shape.pieces, "length": shape.length, "x": middle[0], "y": middle[1]}
        if shape.name in self.streets:
            Street.objects.filter(pk=self.streets[shape.name].pk).update(**facts)
            return
        self.streets[shape.name] = self._new_street(shape.name, **facts)

    def _new_street(self, name: str, **facts: object) -> Street:
        self.report.streets += 1
        return Street.objects.create(
            neighbourhood=self.place, name=name[:120], key=normalise(name)[:120], **facts
        )

    def _doors(self, doors: list[Door]) -> None:
        by_street: dict[str, list[Door]] = defaultdict(list)
        for door in doors:
            by_street[door.street].append(door)
        for name, group in by_street.items():
            if name not in self.streets:
                self._street_of_doors(name, group)
            self._write_doors(self.streets[name], group)

    def _street_of_doors(self, name: str, group: list[Door]) -> None:
        """A street without a shape stands in the middle of its doors."""
        places = [self._metres(door.lon, door.lat) for door in group]
        x = round(sum(x for x, _y in places) / len(places))
        y = round(sum(y for _x, y in places) / len(places))
        self.streets[name] = self._new_street(name, x=x, y=y)
        why = f"{name}: no shape; the street now stands in the middle of its {len(group)} addresses"
        self.report.problems.append(Problem("addresses", group[0].line, why))

    def _write_doors(self, street: Street, group: list[Door]) -> None:
        known = set(Address.objects.filter(street=street).values_list("number", flat=True))
        fresh = []
        for door in group:
            if door.number[:12] not in known:
                x, y = self._metres(door.lon, door.lat)
                fresh.append(
                    Address(
                        neighbourhood=self.place, street=street, number=door.number[:12], x=x, y=y
                    )
                )
                known.add(door.number[:12])
        Address.objects.bulk_create(fresh, batch_size=1_000)
        self.report.doors += len(fresh)
        Street.objects.filter(pk=street.pk).update(households=len(known))

    def _pairs(self, pairs: list[tuple[int, str, str]]) -> None:
        for line, one, other in pairs:
            if one not in self.streets or other not in self.streets:
                missing = other if one in self.streets else one
                self.report.problems.append(
                    Problem("adjacency", line, f"{missing}: no such street")
                )
                continue
            a, b = sorted((self.streets[one], self.streets[other]), key=lambda street: street.pk)
            _pair, made = StreetAdjacency.objects.get_or_create(
                a=a, b=b, defaults={"neighbourhood": self.place}
            )
            self.report.pairs += made

    def _ask_about_spellings(self) -> None:
        standing = [
            street.name for street in self.streets.values() if street.merged_into_id is None
        ]
        for one, other in alike(standing):
            a, b = sorted((self.streets[one], self.streets[other]), key=lambda street: street.pk)
            _question, made = SpellingQuestion.objects.get_or_create(
                a=a, b=b, defaults={"neighbourhood": self.place}
            )
            if made:
                self.report.questions.append((one, other))
