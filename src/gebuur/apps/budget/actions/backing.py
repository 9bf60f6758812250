"""Standing behind an idea, and stepping back."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction

from gebuur.apps.budget.actions.lines import write_line
from gebuur.apps.budget.models import Backing, Idea
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with


@transaction.atomic
def back_idea(
    idea: Idea,
    *,
    actor: Person,
    will_help: bool,
    will_use: bool,
    age: str,
    now: dt.datetime,
    typed_by: Person | None = None,
) -> Backing:
    """She likes the idea. Saying it again replaces what she said before."""
    if actor.neighbourhood_id != idea.neighbourhood_id:
        raise PermissionDenied
    if typed_by is not None and not works_with(typed_by, idea.neighbourhood_id):
        raise PermissionDenied
    backing, is_new = Backing.objects.update_or_create(
        idea=idea,
        person=actor,
        defaults={
            "neighbourhood_id": idea.neighbourhood_id,
            "will_help": will_help,
            "will_use": will_use,
            "age": age,
            "at": now,
        },
    )
    if is_new:
        write_line(
            idea, Verb.SUPPORTED, ActorKind.NEIGHBOUR, actor=actor, act="idea-backed", now=now
        )
    return backing


@transaction.atomic
def step_back(idea: Idea, *, actor: Person) -> None:
    """She no longer stands behind the idea."""
    Backing.objects.filter(idea=idea, person=actor).delete()
