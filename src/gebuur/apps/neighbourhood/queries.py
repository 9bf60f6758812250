"""Reading places and people, always for somebody."""

import uuid

from django.db import connection
from django.db.models import Q, QuerySet

from gebuur.apps.neighbourhood.models import Neighbourhood, Person, SearchToken, Street
from gebuur.core import search
from gebuur.core.errors import NotForYou

FEWEST_DIGITS, PHONE_DIGITS = 3, 6


def get_person_for(staff: Person, pk: uuid.UUID) -> Person:
    """A person of the staff member's own neighbourhood."""
    person = Person.objects.select_related("street", "neighbourhood").filter(
        pk=pk, neighbourhood=staff.neighbourhood_id
    )
    found = person.first()
    if found is None:
        raise NotForYou
    return found


def list_streets(place: Neighbourhood) -> QuerySet[Street]:
    """Streets people can choose from: merged spellings are left out."""
    return Street.objects.filter(neighbourhood=place, merged_into__isnull=True).order_by("name")


def find_persons(place: Neighbourhood, typed: str, *, limit: int = 8) -> list[Person]:
    """People by half a name, a street, or a phone number in any spelling; every word must fit."""
    persons = Person.objects.filter(neighbourhood=place, left_at__isnull=True).select_related(
        "street"
    )
    pieces = _pieces(typed)
    if not pieces:
        return []
    for piece in pieces:
        persons = persons.filter(pk__in=_holders(place, piece))
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


def _holders(place: Neighbourhood, piece: str) -> QuerySet[SearchToken, uuid.UUID]:
    tokens = SearchToken.objects.filter(neighbourhood=place)
    if connection.vendor == "sqlite":
        tokens = tokens.filter(Q(token__gte=piece) & Q(token__lt=piece + "\U0010ffff"))
    else:
        tokens = tokens.filter(token__startswith=piece)
    return tokens.values_list("person_id", flat=True)
