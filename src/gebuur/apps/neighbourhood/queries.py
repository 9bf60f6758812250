"""Reading places and people, always for somebody."""

import datetime as dt
import math
import uuid
from dataclasses import dataclass
from itertools import pairwise

from django.db import connection
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from gebuur.apps.neighbourhood.models import (
    Membership,
    Neighbourhood,
    Person,
    Role,
    SearchToken,
    SpellingQuestion,
    Street,
)
from gebuur.core import search
from gebuur.core.charts.streets import METRES_PER_DEGREE
from gebuur.core.errors import NotForYou

ROOM_AROUND = 500.0  # metres
FEWEST_DIGITS, PHONE_DIGITS = 3, 6
FEWEST_LETTERS = 4  # shorter than this, too many names sound alike


def get_person_for(staff: Person, pk: uuid.UUID | None) -> Person:
    """A person of the staff member's own neighbourhood; None, out of a form with rubbish, is nobody."""
    own = Person.objects.select_related("street", "neighbourhood").filter(
        neighbourhood=staff.neighbourhood_id
    )
    found = own.filter(pk=pk).first() if pk else None
    if found is None:
        raise NotForYou
    return found


def list_streets(place: Neighbourhood) -> QuerySet[Street]:
    """Streets people can choose from: merged spellings are left out."""
    return Street.objects.filter(neighbourhood=place, merged_into__isnull=True).order_by("name")


@dataclass(frozen=True)
class Bounds:
    """A box around streets, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        return self.west <= lon <= self.east and self.south <= lat <= self.north


def bounds_of(place: Neighbourhood, *, room: float = ROOM_AROUND) -> Bounds | None:
    """The box around all streets with so many metres of room; none when no street has a line."""
    points = [point for street in list_streets(place) for line in street.lines for point in line]
    if not points:
        return None
    lons, lats = [point[0] for point in points], [point[1] for point in points]
    north = room / METRES_PER_DEGREE
    east = north / math.cos(math.radians(max(lats)))
    return Bounds(min(lons) - east, min(lats) - north, max(lons) + east, max(lats) + north)


def nearest_street(place: Neighbourhood, lon: float, lat: float) -> Street | None:
    """The street whose line comes closest to a spot; none when no street has a line."""
    drawn = [street for street in list_streets(place) if any(street.lines)]
    return min(drawn, key=lambda street: _way_to(street, lon, lat), default=None)


def _way_to(street: Street, lon: float, lat: float) -> float:
    """How far a spot is from a street, in degrees: flat enough for a quarter."""
    squeeze = math.cos(math.radians(lat))
    lines = [[((x - lon) * squeeze, y - lat) for x, y in line] for line in street.lines]
    ends = (pair for line in lines for pair in pairwise(line))
    return min((_from_here(start, end) for start, end in ends), default=math.inf)


def _from_here(start: tuple[float, float], end: tuple[float, float]) -> float:
    """How far a straight piece is from the origin."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    whole = dx * dx + dy * dy
    share = min(max(-(x * dx + y * dy) / whole, 0.0), 1.0) if whole else 0.0
    return math.hypot(x + share * dx, y + share * dy)


def find_persons(place: Neighbourhood, typed: str, *, limit: int = 8) -> list[Person]:
    """People by half a name, a street, or a phone number in any spelling; every word must fit.

    Names that only sound like what was typed come last, when there is room for them.
    """
    pieces = _pieces(typed)
    found = _who_fit(place, [[piece] for piece in pieces], limit=limit)
    heard = [
        [piece, sound_token(piece)] if len(piece) >= FEWEST_LETTERS else [piece] for piece in pieces
    ]
    written = {one.pk for one in found}
    found += [one for one in _who_fit(place, heard, limit=limit) if one.pk not in written]
    return found[:limit]


def _who_fit(place: Neighbourhood, pieces: list[list[str]], *, limit: int) -> list[Person]:
    """People who hold one of the tokens of every piece."""
    persons = Person.objects.filter(neighbourhood=place, left_at__isnull=True).select_related(
        "street"
    )
    if not pieces:
        return []
    for tokens in pieces:
        persons = persons.filter(pk__in=_holders(place, tokens))
    return list(persons.order_by("last_name", "first_name", "pk")[:limit])


def _pieces(typed: str) -> list[str]:
    """The words somebody typed; the digits of a number count as one word, without its country code."""
    number = search.digits(typed)
    letters = [word for word in search.words(typed) if not word.isdigit()]
    if len(number) >= FEWEST_DIGITS and not letters:
        return [phone_token(number)]
    return search.words(typed) if len(number) < PHONE_DIGITS else [*letters, phone_token(number)]


def phone_token(number: str) -> str:
    """A Belgian number as it is searched: without 32 or the first 0."""
    return "#" + number.removeprefix("32").lstrip("0")


def sound_token(name: str) -> str:
    """A name as it sounds, apart from the names as they are written."""
    return "~" + search.sound(name)


def _holders(place: Neighbourhood, tokens: list[str]) -> QuerySet[SearchToken, uuid.UUID]:
    """Who has a word that begins like one of these."""
    begins = Q()
    for token in tokens:
        if connection.vendor == "sqlite":
            begins |= Q(token__gte=token) & Q(token__lt=token + "\U0010ffff")
        else:
            begins |= Q(token__startswith=token)
    held = SearchToken.objects.filter(begins, neighbourhood=place)
    return held.values_list("person_id", flat=True)


def list_persons(place: Neighbourhood) -> QuerySet[Person]:
    """Everybody we know here, the newest first."""
    known = Person.objects.filter(neighbourhood=place, left_at__isnull=True)
    return known.select_related("street").defer("desk_note").order_by("-created_at", "pk")


def list_alike(
    place: Neighbourhood, *, first_name: str, last_name: str, phone: str, email: str
) -> list[Person]:
    """People with the same number, mail address, or whole name."""
    same = (
        Q(first_name__iexact=first_name, last_name__iexact=last_name)
        if last_name
        else Q(pk__isnull=True)
    )
    if phone:
        same |= Q(phone=phone)
    if email:
        same |= Q(email__iexact=email)
    known = Person.objects.filter(neighbourhood=place, left_at__isnull=True).filter(same)
    return list(known.select_related("street").defer("desk_note").order_by("pk")[:5])


def list_members(place: Neighbourhood, *, on: dt.date) -> QuerySet[Membership]:
    """Roles that hold on a day, other than volunteers'."""
    held = Membership.objects.held_on(on).filter(neighbourhood=place).exclude(role="volunteer")
    return held.select_related("person").order_by("role", "person__first_name", "pk")


def list_staff(place: Neighbourhood, *, on: dt.date) -> list[Person]:
    """Who works here on a day, by first name."""
    held = Membership.objects.held_on(on).filter(
        neighbourhood=place, role__in=(Role.PROFESSIONAL, Role.COORDINATOR)
    )
    staff = Person.objects.filter(pk__in=held.values("person"), left_at__isnull=True)
    return list(staff.defer("desk_note").order_by("first_name", "pk"))


def get_membership_for(coordinator: Person, pk: uuid.UUID) -> Membership:
    """A role in the coordinator's own neighbourhood that holds today or later."""
    found = Membership.objects.select_related("person").filter(
        pk=pk, neighbourhood=coordinator.neighbourhood_id
    )
    membership = found.first()
    if membership is None:
        raise NotForYou
    return membership


def list_spellings(place: Neighbourhood) -> QuerySet[SpellingQuestion]:
    """Street names that may be one street, with how many people live under each name."""
    asked = SpellingQuestion.objects.filter(neighbourhood=place, state=SpellingQuestion.State.OPEN)
    people = {
        f"people_{side}": Coalesce(
            Subquery(
                Person.objects.filter(street=OuterRef(side))
                .order_by()
                .values("street")
                .annotate(number=Count("pk"))
                .values("number")
            ),
            0,
        )
        for side in "ab"
    }
    return asked.annotate(**people).select_related("a", "b").order_by("a__name", "pk")


def list_decided_spellings(place: Neighbourhood) -> QuerySet[SpellingQuestion]:
    """What was decided before, the latest first."""
    asked = SpellingQuestion.objects.filter(neighbourhood=place)
    decided = asked.exclude(state=SpellingQuestion.State.OPEN)
    return decided.select_related("a", "b", "decided_by").order_by("-decided_at")[:20]


def get_spelling_for(staff: Person, pk: uuid.UUID) -> SpellingQuestion:
    """An open question about two names in the staff member's own neighbourhood."""
    found = list_spellings(staff.neighbourhood).filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


class StreetNames:
    """Every street of a neighbourhood by name, in any spelling, without a question per name."""

    def __init__(self, place: Neighbourhood) -> None:
        rows = list(Street.objects.filter(neighbourhood=place).order_by("name"))
        by_pk = {street.pk: street for street in rows}
        self.by_key: dict[str, Street] = {}
        for street in sorted(rows, key=lambda one: one.merged_into_id is not None):
            meant = by_pk[street.merged_into_id] if street.merged_into_id else street
            self.by_key.setdefault(street.key, meant)
            self.by_key.setdefault(street.key.replace(" ", ""), meant)

    def find(self, typed: str) -> Street | None:
        """The street with this name, or the only one that begins with it."""
        key = search.normalise(typed)
        same = self.by_key.get(key) or self.by_key.get(key.replace(" ", ""))
        if same is not None or not key:
            return same
        begins = {street.pk: street for k, street in self.by_key.items() if k.startswith(key)}
        return next(iter(begins.values())) if len(begins) == 1 else None


@dataclass(frozen=True)
class Known:
    """Somebody we know, by what recognises her."""

    pk: uuid.UUID
    name: str
    phone: str
    email: str
    street: uuid.UUID | None


class KnownPeople:
    """Everybody of a neighbourhood by number, mail address and name, in one question."""

    def __init__(self, place: Neighbourhood) -> None:
        rows = Person.objects.filter(neighbourhood=place, left_at__isnull=True).order_by("pk")
        self.by: dict[tuple[str, str], list[Known]] = {}
        for pk, first, last, phone, email, street in rows.values_list(
            "pk", "first_name", "last_name", "phone", "email", "street_id"
        ):
            known = Known(pk, search.normalise(f"{first} {last}"), phone, email.casefold(), street)
            for kind in ("name", "phone", "email"):
                if getattr(known, kind):
                    self.by.setdefault((kind, getattr(known, kind)), []).append(known)

    def find(self, *, name: str, phone: str, email: str, street: Street | None) -> uuid.UUID | None:
        """Who has this number or mail address; or this whole name, in this street or where nobody said."""
        same = self.by.get(("phone", phone)) or self.by.get(("email", email.casefold()))
        if same:
            return same[0].pk
        here = street.pk if street else None
        for known in self.by.get(("name", search.normalise(name)), []):
            if here is None or known.street in (None, here):
                return known.pk
        return None
