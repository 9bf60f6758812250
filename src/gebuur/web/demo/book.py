"""Many chronicle lines at once, in order of time and chained like any other."""

import datetime as dt
import uuid

from django.db.models import Model

from gebuur.apps.chronicle.models import ActorKind, Head, Line, Verb
from gebuur.apps.chronicle.queries import digest_of
from gebuur.apps.neighbourhood.models import Neighbourhood, Person


class Book:
    """Collects lines, then writes them as the first lines of a neighbourhood."""

    def __init__(self, place: Neighbourhood) -> None:
        self.place, self.lines = place, list[Line]()

    def add(
        self,
        at: dt.datetime,
        verb: Verb,
        subject: Model,
        *,
        act: str,
        actor: Person | None,
        kind: ActorKind,
        street: uuid.UUID | None = None,
    ) -> None:
        self.lines.append(
            Line(
                neighbourhood=self.place,
                at=at,
                verb=verb,
                act=act,
                actor_kind=kind,
                actor=actor.pseudonym if actor else None,
                thing_kind=subject._meta.label_lower,
                thing=subject.pk,
                street=street
                or (actor.street_id if actor and kind != ActorKind.PROFESSIONAL else None),
            )
        )

    def write(self) -> None:
        """Number and chain the lines; the neighbourhood must have none yet."""
        head = Head.objects.create(neighbourhood=self.place)
        for line in sorted(self.lines, key=lambda found: found.at):
            head.number += 1
            line.number, line.previous = head.number, head.digest
            line.digest = head.digest = digest_of(line)
        Line.objects.bulk_create(self.lines, batch_size=2_000)
        head.save()
