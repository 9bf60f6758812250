"""Whether people who came in with a list are in use already: asked of every table that points at people."""

import hashlib
import uuid

from django.db.models import Model, QuerySet

from gebuur.apps.neighbourhood.models import Membership, Person, Role, SearchToken
from gebuur.apps.privacy.models import Sight
from gebuur.apps.volunteers.models import Import, Offer, OfferedTask

# What comes with a person by itself, and who looked at her card.
OWN: tuple[type[Model], ...] = (SearchToken, Sight, Offer, OfferedTask, Import.persons.through)
FACTS = (
    "first_name", "last_name", "phone", "email", "street_id", "house_number", "language", "languages",
    "channel", "may_contact", "desk_note", "user_id", "left_at",
)  # fmt: skip


def in_use(people: QuerySet[Person]) -> set[uuid.UUID]:
    """Those of them that any other row points at: a question, a message, a call, a role, a proposal."""
    offers = Offer.objects.filter(person__in=people)
    used = Offer.objects.filter(pk__in=offers_in_use(offers))
    return _pointed_at(Person, people) | set(used.values_list("person_id", flat=True))


def offers_in_use(offers: QuerySet[Offer]) -> set[uuid.UUID]:
    """Those of them for which somebody was asked already."""
    return _pointed_at(Offer, offers)


def _pointed_at(model: type[Model], rows: QuerySet[Person] | QuerySet[Offer]) -> set[uuid.UUID]:
    found: set[uuid.UUID] = set()
    for relation in model._meta.get_fields(include_hidden=True):
        pointing = relation.related_model
        if not relation.auto_created or relation.concrete or relation.many_to_many:
            continue
        if not isinstance(pointing, type) or pointing in OWN:
            continue
        name = relation.field.name  # type: ignore[union-attr]  # a reverse relation has its field
        users: QuerySet[Model] = QuerySet(pointing).filter(**{f"{name}__in": rows.values("pk")})
        if pointing is Membership and name == "person":
            users = users.exclude(role=Role.VOLUNTEER)
        found |= set(users.values_list(f"{name}_id", flat=True))
    return found


def mark_of(person: Person) -> str:
    """A fingerprint of what we know, to see whether somebody changed it since."""
    told = "\n".join(str(getattr(person, name)) for name in FACTS)
    return hashlib.sha256(told.encode()).hexdigest()[:24]
