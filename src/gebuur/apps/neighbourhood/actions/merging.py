"""Deciding whether two spellings are one street. A person decides, here and nowhere else."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood import permissions
from gebuur.apps.neighbourhood.actions.people import BATCH, doors_of, locate, search_tokens
from gebuur.apps.neighbourhood.models import (
    Address,
    Neighbourhood,
    Person,
    SearchToken,
    SpellingQuestion,
    Street,
    StreetAdjacency,
)
from gebuur.core.errors import RuleBroken


class AlreadyDecided(RuleBroken):
    """Somebody decided this question before."""


@transaction.atomic
def merge_streets(question: SpellingQuestion, *, keep: Street, actor: Person) -> None:
    """Make two spellings one street: front doors, neighbours and corners go along."""
    gone = question.b if keep.pk == question.a_id else question.a
    _decide(question, SpellingQuestion.State.MERGED, actor)
    Street.objects.filter(Q(pk=gone.pk) | Q(merged_into=gone)).update(merged_into=keep)
    _move_doors(gone, keep)
    _move_corners(gone, keep)
    _join_shapes(gone, keep)
    count_households(keep.neighbourhood)
    _move_questions(gone, keep)
    _move_residents(gone, keep)


@transaction.atomic
def keep_streets_apart(question: SpellingQuestion, *, actor: Person) -> None:
    """They are two streets: never ask again."""
    _decide(question, SpellingQuestion.State.DIFFERENT, actor)


def count_households(place: Neighbourhood) -> None:
    """As many households as front doors; a street without doors keeps what it has."""
    streets = Street.objects.filter(neighbourhood=place).annotate(doors=Count("addresses"))
    changed = [street for street in streets if street.doors not in (0, street.households)]
    for street in changed:
        street.households = street.doors
    Street.objects.bulk_update(changed, ["households"], batch_size=BATCH)


def relocate(place: Neighbourhood) -> int:
    """Put everybody at her front door again, after the map changed; tells how many moved."""
    doors, moved = doors_of(place), []
    persons = Person.objects.filter(neighbourhood=place, street__isnull=False)
    for person in persons.select_related("street").defer("desk_note"):
        before = person.x, person.y
        locate(person, doors=doors)
        if (person.x, person.y) != before:
            moved.append(person)
    Person.objects.bulk_update(moved, ["x", "y"], batch_size=BATCH)
    return len(moved)


def _decide(question: SpellingQuestion, state: str, actor: Person) -> None:
    if not permissions.works_with(actor, question.neighbourhood_id):
        raise PermissionDenied
    decided = SpellingQuestion.objects.filter(
        pk=question.pk, state=SpellingQuestion.State.OPEN
    ).update(state=state, decided_by=actor, decided_at=timezone.now())
    if not decided:
        raise AlreadyDecided(_("Somebody has decided this already."))


def _move_doors(gone: Street, keep: Street) -> None:
    """Numbers that both streets have stay once."""
    numbers = {n.casefold() for n in keep.addresses.values_list("number", flat=True)}
    doors = list(gone.addresses.all())
    twice = [door.pk for door in doors if door.number.casefold() in numbers]
    Address.objects.filter(pk__in=twice).delete()
    gone.addresses.update(street=keep)


def _move_corners(gone: Street, keep: Street) -> None:
    meets = StreetAdjacency.objects.filter
    pairs = [(c.a_id, c.b_id) for c in meets(Q(a=gone) | Q(b=gone))]
    meets(Q(a=gone) | Q(b=gone)).delete()
    for one, other in pairs:
        far = other if one == gone.pk else one
        if far != keep.pk:
            a, b = sorted((far, keep.pk))
            StreetAdjacency.objects.get_or_create(
                a_id=a, b_id=b, defaults={"neighbourhood_id": keep.neighbourhood_id}
            )


def _join_shapes(gone: Street, keep: Street) -> None:
    """Keep the middle of the street that has a shape."""
    if gone.lines and not keep.lines:
        keep.x, keep.y = gone.x, gone.y
    keep.lines, keep.length = [*keep.lines, *gone.lines], keep.length + gone.length
    keep.save(update_fields=["lines", "length", "x", "y"])
    Street.objects.filter(pk=gone.pk).update(lines=[], length=0, households=0)


def _move_questions(gone: Street, keep: Street) -> None:
    """What was still to be asked about the old spelling is asked about the street."""
    asks = SpellingQuestion.objects.filter
    for question in asks(Q(a=gone) | Q(b=gone), state=SpellingQuestion.State.OPEN):
        far = question.b_id if question.a_id == gone.pk else question.a_id
        known = asks(Q(a=far, b=keep) | Q(a=keep, b=far)).exists()
        if known:
            question.delete()
        else:
            asks(pk=question.pk).update(a=keep, b_id=far)


def _move_residents(gone: Street, keep: Street) -> None:
    persons = list(Person.objects.filter(street__in=[gone, keep]))
    doors = doors_of(keep.neighbourhood)
    for person in persons:
        person.street = keep
        locate(person, doors=doors)
    Person.objects.bulk_update(persons, ["street", "x", "y"], batch_size=BATCH)
    SearchToken.objects.filter(person__street=keep).delete()
    tokens = [token for person in persons for token in search_tokens(person)]
    SearchToken.objects.bulk_create(tokens, batch_size=BATCH)
