"""Reading tensions: themes per street or pair of streets, from five notes on, never a single note."""

import datetime as dt
import uuid
from collections import Counter
from dataclasses import dataclass
from operator import attrgetter

from django.db.models import QuerySet

from gebuur.apps.boundaries.models import Tension
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Street
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.core.errors import NotForYou
from gebuur.domain.disclosure import show_count

FEWEST = 5
FEWEST_HOUSEHOLDS = 10
MONTHS = 12


@dataclass(frozen=True)
class TensionRow:
    """A theme that came back in a street or between two; `at_least` moves by fives only."""

    streets: tuple[str, ...]
    kind: str
    theme: str
    at_least: int


def list_streets_big_enough(place: Neighbourhood) -> QuerySet[Street]:
    """Streets in which a note does not point at a door."""
    return list_streets(place).filter(households__gte=FEWEST_HOUSEHOLDS)


def list_tensions(place: Neighbourhood, *, today: dt.date) -> list[TensionRow]:
    """What came back in the last twelve months, by the name of the streets; too few is left out."""
    notes = Tension.objects.filter(neighbourhood=place, month__gt=_a_year_before(today))
    rows = notes.select_related("street__merged_into", "other_street__merged_into")
    counted = Counter((_streets_of(note), note.kind, note.theme) for note in rows)
    shown = [
        TensionRow(tuple(street.name for street in streets), kind, theme, number // FEWEST * FEWEST)
        for (streets, kind, theme), number in counted.items()
        if show_count(number, minimum=FEWEST)
        and all(street.households >= FEWEST_HOUSEHOLDS for street in streets)
    ]
    return sorted(shown, key=lambda row: (row.streets, -row.at_least, row.kind, row.theme))


def get_own_tension(staff: Person, pk: uuid.UUID | None) -> Tension:
    """The note this staff member made herself; nobody reads one of somebody else."""
    own = Tension.objects.filter(neighbourhood=staff.neighbourhood_id, noted_by=staff)
    note = own.select_related("street", "other_street").filter(pk=pk).first() if pk else None
    if note is None:
        raise NotForYou
    return note


def _streets_of(note: Tension) -> tuple[Street, ...]:
    """The streets under the names they have now; two spellings that became one street count once."""
    both = [note.street, note.other_street] if note.other_street else [note.street]
    now = {street.merged_into or street for street in both}
    return tuple(sorted(now, key=attrgetter("name")))


def _a_year_before(today: dt.date) -> dt.date:
    return today.replace(year=today.year - 1, day=1)
