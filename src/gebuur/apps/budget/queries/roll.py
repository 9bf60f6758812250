"""The roll: who may vote in a round, once each."""

import uuid
from dataclasses import dataclass

from django.db.models import Max, QuerySet

from gebuur.apps.budget.models import RollEntry, Round
from gebuur.apps.neighbourhood.models import Person
from gebuur.core.errors import NotForYou
from gebuur.core.search import normalise
from gebuur.core.tokens import hashed

SHOWN = 30
PILE = 100


@dataclass(frozen=True)
class Resident:
    """Somebody who lives here, as a list or the desk names her."""

    name: str
    address: str = ""
    born: str = ""
    language: str = "nl"
    person: Person | None = None

    @property
    def key(self) -> str:
        """Say who she is, for the roll: the same name, address and year are the same person."""
        return hashed("|".join(normalise(part) for part in (self.name, self.address, self.born)))


@dataclass(frozen=True)
class Found:
    """What the roll shows for a few letters of a name, and whether there are more."""

    entries: list[RollEntry]
    is_cut: bool


def search_roll(one: Round, typed: str) -> Found:
    """Entries whose name or address holds every word that was typed."""
    wanted = normalise(typed).split()
    entries = [
        entry
        for entry in one.roll.all()
        if all(word in normalise(f"{entry.name} {entry.address}") for word in wanted)
    ]
    return Found(entries[:SHOWN], len(entries) > SHOWN)


def get_entry_for(person: Person, pk: uuid.UUID) -> RollEntry:
    """An entry of a round of the place where she works."""
    entries = RollEntry.objects.select_related("round__neighbourhood", "person")
    found = entries.filter(pk=pk, neighbourhood=person.neighbourhood_id).first()
    if found is None:
        raise NotForYou
    return found


def list_known_missing(one: Round) -> list[Resident]:
    """Neighbours with an address whom we know, and nobody of that name and address is on the roll yet."""
    on_it = one.roll.filter(person__isnull=False).values("person")
    people = Person.objects.filter(neighbourhood=one.neighbourhood_id, left_at__isnull=True)
    missing = people.exclude(pk__in=on_it).exclude(street=None).exclude(house_number="")
    known = [
        Resident(each.full_name, each.address, language=each.language, person=each)
        for each in missing.select_related("street").order_by("last_name", "first_name", "pk")
    ]
    there = set(one.roll.values_list("key", flat=True)) if known else set()
    return [resident for resident in known if resident.key not in there]


def last_pile(one: Round) -> int:
    """The number of the newest pile of letters; nought when none was printed."""
    last: int = one.roll.aggregate(last=Max("pile", default=0))["last"]
    return last


def in_pile(one: Round, pile: int) -> QuerySet[RollEntry]:
    """Whose code went out with this pile, and in no other way since."""
    return one.roll.filter(pile=pile, paper_given=False)


def without_code(one: Round) -> QuerySet[RollEntry]:
    """Who still waits for a code."""
    return one.roll.filter(code_hash="", paper_given=False).exclude(address="")
