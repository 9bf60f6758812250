"""Writing the chronicle: one line per act, inside the transaction of the act."""

import datetime as dt
import uuid

from django.db.models import F, Model
from django.utils import timezone

from gebuur.apps.chronicle.models import ActorKind, Head, Line, Verb
from gebuur.apps.chronicle.queries import digest_of
from gebuur.apps.neighbourhood.models import Neighbourhood, Person


def record(
    verb: Verb,
    subject: Model,
    *,
    act: str,
    actor: Person | None,
    neighbourhood: Neighbourhood,
    actor_kind: ActorKind,
    street: uuid.UUID | None = None,
    at: dt.datetime | None = None,
) -> Line:
    """Add a line about `subject`; call it inside the transaction that changes the subject.

    `act` names the act in a few words of code ("request", "proposal-yes"), never free text. The
    counter row is updated first, which makes writers of one neighbourhood wait for each other.
    """
    Head.objects.get_or_create(neighbourhood=neighbourhood)
    Head.objects.filter(neighbourhood=neighbourhood).update(number=F("number") + 1)
    head = Head.objects.get(neighbourhood=neighbourhood)
    line = Line(
        neighbourhood=neighbourhood,
        number=head.number,
        at=at or timezone.now(),
        verb=verb,
        act=act,
        actor_kind=actor_kind,
        actor=actor.pseudonym if actor else None,
        thing_kind=subject._meta.label_lower,
        thing=subject.pk,
        street=street,
        previous=head.digest,
    )
    line.digest = digest_of(line)
    line.save(force_insert=True)
    Head.objects.filter(neighbourhood=neighbourhood).update(digest=line.digest)
    return line
