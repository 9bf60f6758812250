"""Writing people and roles."""

import datetime as dt
import uuid
from functools import reduce
from operator import or_
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.accounts.models import User
from gebuur.apps.neighbourhood import permissions, queries
from gebuur.apps.neighbourhood.models import (
    Address,
    Membership,
    Neighbourhood,
    Person,
    SearchToken,
    SpellingQuestion,
    Street,
    StreetAdjacency,
)
from gebuur.core import search
from gebuur.core.errors import RuleBroken


class AlreadyDecided(RuleBroken):
    """Somebody else answered this question first."""


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


def locate(person: Person) -> None:
    """Put the person at her front door, or in the middle of her street."""
    if person.street is None:
        person.x = person.y = None
        return
    door = Address.objects.filter(street=person.street, number__iexact=person.house_number).first()
    person.x, person.y = (door.x, door.y) if door else (person.street.x, person.street.y)


def index_person(person: Person) -> None:
    """Write the words by which this person is found."""
    SearchToken.objects.filter(person=person).delete()
    SearchToken.objects.bulk_create(search_tokens(person))


def search_tokens(person: Person) -> list[SearchToken]:
    """Words of name and street, and the phone number without its country code."""
    street = person.street.name if person.street else ""
    tokens = set(
        search.words(f"{person.first_name} {person.last_name} {street} {person.house_number}")
    )
    if person.phone:
        tokens.add(queries.phone_token(search.digits(person.phone)))
    return [
        SearchToken(neighbourhood_id=person.neighbourhood_id, person=person, token=token[:40])
        for token in sorted(tokens)
    ]


@transaction.atomic
def give_role(
    person: Person,
    role: str,
    *,
    actor: Person | None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Membership:
    """Give a role from today on. `actor` is None only at set-up and in imports run by the operator."""
    if actor is not None and not permissions.is_coordinator(actor):
        raise PermissionDenied
    if actor is not None and actor.neighbourhood_id != person.neighbourhood_id:
        raise PermissionDenied
    membership, _made = Membership.objects.get_or_create(
        neighbourhood=person.neighbourhood,
        person=person,
        role=role,
        until=until,
        defaults={"since": since or timezone.localdate(), "given_by": actor},
    )
    return membership


@transaction.atomic
def end_role(membership: Membership, *, actor: Person) -> None:
    """End a role now: the next page this person opens no longer knows it."""
    own_staff = (
        permissions.is_coordinator(actor) and actor.neighbourhood_id == membership.neighbourhood_id
    )
    if not own_staff and actor.pk != membership.person_id:
        raise PermissionDenied
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    if membership.since > yesterday:
        membership.delete()
        return
    membership.until = yesterday
    membership.save(update_fields=["until"])


@transaction.atomic
def link_account(person_id: uuid.UUID, user: User) -> Person:
    """Give a person the account that her invitation made."""
    person = Person.objects.get(pk=person_id)
    person.user, person.email = user, user.email
    person.save(update_fields=["user", "email"])
    return person


@transaction.atomic
def merge_streets(question: SpellingQuestion, *, actor: Person) -> None:
    """Two spellings, one street: the one with most front doors keeps its name and gets everything."""
    _decide(question, SpellingQuestion.State.MERGED, actor)
    kept, gone = sorted(
        (question.a, question.b), key=lambda street: (-street.addresses.count(), street.name)
    )
    known = set(kept.addresses.values_list("number", flat=True))
    gone.addresses.filter(number__in=known).delete()
    gone.addresses.update(street=kept)
    residents = list(Person.objects.filter(street=gone))
    Person.objects.filter(street=gone).update(street=kept)
    for person in residents:
        person.street = kept
        index_person(person)
    for pair in StreetAdjacency.objects.filter(Q(a=gone) | Q(b=gone)):
        other = pair.b if pair.a_id == gone.pk else pair.a
        pair.delete()
        if other.pk != kept.pk:
            a, b = sorted((kept, other), key=lambda street: street.pk)
            StreetAdjacency.objects.get_or_create(
                a=a, b=b, defaults={"neighbourhood_id": kept.neighbourhood_id}
            )
    Street.objects.filter(pk=gone.pk).update(merged_into=kept)
    Street.objects.filter(pk=kept.pk).update(households=kept.addresses.count())


@transaction.atomic
def keep_streets_apart(question: SpellingQuestion, *, actor: Person) -> None:
    """Two names, two streets; this is not asked again."""
    _decide(question, SpellingQuestion.State.DIFFERENT, actor)


def _decide(question: SpellingQuestion, state: str, actor: Person) -> None:
    if not permissions.works_with(actor, question.neighbourhood_id):
        raise PermissionDenied
    decided = SpellingQuestion.objects.filter(
        pk=question.pk, state=SpellingQuestion.State.OPEN
    ).update(state=state, decided_by=actor, decided_at=timezone.now())
    if not decided:
        raise AlreadyDecided(_("Somebody has decided this already."))
