"""Writing people."""

import uuid
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from gebuur.apps.accounts.models import User
from gebuur.apps.neighbourhood import permissions, queries
from gebuur.apps.neighbourhood.actions.roles import take_over_roles
from gebuur.apps.neighbourhood.models import Address, Neighbourhood, Person, SearchToken
from gebuur.core import search

BATCH = 500


@transaction.atomic
def add_person(place: Neighbourhood, *, actor: Person | None, **facts: Any) -> Person:
    """Write down a person. `actor` is the staff member who types, or None for the person herself."""
    if actor is not None and not permissions.works_with(actor, place.pk):
        raise PermissionDenied
    person = Person(neighbourhood=place, entered_by=actor, **facts)
    locate(person)
    person.save()
    index_person(person)
    return person


@transaction.atomic
def add_persons(
    place: Neighbourhood, *, actor: Person, facts: Iterable[Mapping[str, Any]]
) -> list[Person]:
    """Write many people down at once, as from a list; the same as `add_person`, in few questions."""
    if not permissions.works_with(actor, place.pk):
        raise PermissionDenied
    persons = [Person(neighbourhood=place, entered_by=actor, **one) for one in facts]
    doors = doors_of(place)
    for person in persons:
        locate(person, doors=doors)
    Person.objects.bulk_create(persons, batch_size=BATCH)
    tokens = [token for person in persons for token in search_tokens(person)]
    SearchToken.objects.bulk_create(tokens, batch_size=BATCH)
    return persons


@transaction.atomic
def known_or_new(
    place: Neighbourhood, *, first_name: str, phone: str, email: str = "", **facts: Any
) -> Person:
    """The person we know by this first name and number or mail, unchanged; or a new one.

    For public forms: whoever fills one in learns nothing about who is known, and changes nothing.
    """
    known = Person.objects.filter(
        neighbourhood=place, left_at__isnull=True, first_name__iexact=first_name
    )
    ways = [Q(phone=phone)] * bool(phone) + [Q(email__iexact=email)] * bool(email)
    if ways:
        found = known.filter(reduce(or_, ways)).order_by("created_at").first()
        if found is not None:
            return found
    return add_person(place, actor=None, first_name=first_name, phone=phone, email=email, **facts)


@transaction.atomic
def change_person(person: Person, *, actor: Person, **facts: Any) -> Person:
    """Change what we know of a person; she herself or staff of her neighbourhood may."""
    if actor.pk != person.pk and not permissions.works_with(actor, person.neighbourhood_id):
        raise PermissionDenied
    for name, value in facts.items():
        setattr(person, name, value)
    locate(person)
    person.save()
    index_person(person)
    return person


Doors = Mapping[tuple[uuid.UUID, str], tuple[int, int]]


def locate(person: Person, *, doors: Doors | None = None) -> None:
    """Put the person at her front door, or in the middle of her street; `doors` spares the question."""
    if person.street is None:
        person.x = person.y = None
        return
    number = person.house_number.casefold()
    if doors is None:
        found = Address.objects.filter(street=person.street, number__iexact=number)
        door = found.values_list("x", "y").first()
    else:
        door = doors.get((person.street.pk, number))
    person.x, person.y = door or (person.street.x, person.street.y)


def doors_of(place: Neighbourhood) -> Doors:
    """Every front door of a neighbourhood with its point."""
    rows = Address.objects.filter(neighbourhood=place).values_list("street_id", "number", "x", "y")
    return {(street, number.casefold()): (x, y) for street, number, x, y in rows}


def index_person(person: Person) -> None:
    """Write the words by which this person is found."""
    SearchToken.objects.filter(person=person).delete()
    SearchToken.objects.bulk_create(search_tokens(person))


def search_tokens(person: Person) -> list[SearchToken]:
    """Words of name and street, names as they sound, and the phone number without its country code."""
    street = person.street.name if person.street else ""
    tokens = set(
        search.words(f"{person.first_name} {person.last_name} {street} {person.house_number}")
    )
    names = search.words(f"{person.first_name} {person.last_name}")
    tokens |= {queries.sound_token(name) for name in names}
    if person.phone:
        tokens.add(queries.phone_token(search.digits(person.phone)))
    return [
        SearchToken(neighbourhood_id=person.neighbourhood_id, person=person, token=token[:40])
        for token in sorted(tokens)
    ]


@transaction.atomic
def link_account(person_id: uuid.UUID, user: User) -> Person:
    """Give a person her account; who already has one here only takes the new roles over."""
    person = Person.objects.get(pk=person_id)
    own = Person.objects.filter(user=user, neighbourhood=person.neighbourhood_id).first()
    if own is not None:
        return take_over_roles(own, of=person)
    person.user, person.email = user, user.email
    person.save(update_fields=["user", "email"])
    return person
