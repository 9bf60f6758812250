"""A list of people from elsewhere: read, mapped, checked, written when confirmed, undone within a day."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.models import Light, Task
from gebuur.apps.neighbourhood import actions as neighbourhood
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.neighbourhood.permissions import is_coordinator
from gebuur.apps.volunteers.actions.offers import make_offer
from gebuur.apps.volunteers.models import Import
from gebuur.apps.volunteers.queries import Row, read_rows
from gebuur.core.errors import RuleBroken

A_DAY = dt.timedelta(days=1)
EVERY_PART = (1 << 21) - 1


class TooLateToUndo(RuleBroken):
    """A day has passed, or it was undone already."""


def start_import(kind: str, rows: list[list[str]], *, file_name: str, actor: Person) -> Import:
    """Keep the rows of a file; nothing is written about anybody yet."""
    if not is_coordinator(actor):
        raise PermissionDenied
    return Import.objects.create(
        neighbourhood_id=actor.neighbourhood_id,
        kind=kind,
        file_name=file_name[:120],
        rows=rows,
        made_by=actor,
    )


def check_import(imported: Import, columns: dict[str, int], *, actor: Person) -> None:
    """Say which column means what."""
    _check(imported, actor)
    Import.objects.filter(
        pk=imported.pk, state__in=[Import.State.MAPPING, Import.State.CHECKED]
    ).update(columns=columns, state=Import.State.CHECKED)


@transaction.atomic
def write_import(imported: Import, *, actor: Person, also: set[int], now: dt.datetime) -> int:
    """Write every row that is right, and those lines of people we may know that were ticked; tell how many."""
    _check(imported, actor)
    claimed = Import.objects.filter(pk=imported.pk, state=Import.State.CHECKED).update(
        state=Import.State.WRITTEN, written_at=now
    )
    if not claimed:
        return 0
    rows = [
        row for row in read_rows(imported) if row.is_right or (not row.problem and row.line in also)
    ]
    people = [_write(row, imported, actor=actor, now=now) for row in rows]
    imported.persons.set(people)
    Import.objects.filter(pk=imported.pk).update(rows=[])
    return len(people)


def _write(row: Row, imported: Import, *, actor: Person, now: dt.datetime) -> Person:
    person = neighbourhood.add_person(imported.neighbourhood, actor=actor, **row.facts)
    if imported.kind == "volunteers":
        tasks = Task.objects.filter(
            organisation=imported.neighbourhood.organisation, light=Light.GREEN
        )
        make_offer(
            person,
            actor=actor,
            tasks=tasks.filter(key__in=row.tasks) if row.tasks else tasks,
            slots=EVERY_PART,
            radius=1_500,
            per_week=1,
            per_month=4,
            channel=Channel.DESK,
            now=now,
        )
    return person


@transaction.atomic
def undo_import(imported: Import, *, actor: Person, now: dt.datetime) -> tuple[int, list[Person]]:
    """Take back what was written, except people who are in use already; give the count and who stays."""
    _check(imported, actor)
    undone = Import.objects.filter(
        pk=imported.pk, state=Import.State.WRITTEN, written_at__gt=now - A_DAY
    ).update(state=Import.State.UNDONE)
    if not undone:
        raise TooLateToUndo(
            _("A list can be taken back within a day. Erase people one by one after that.")
        )
    people = list(imported.persons.all())
    in_use = set(
        imported.persons.filter(
            Q(requests__isnull=False) | Q(messages__isnull=False) | Q(calls__isnull=False)
            | Q(offer__proposals__isnull=False) | Q(user__isnull=False) | Q(consents__isnull=False)
        ).values_list("pk", flat=True)
    )  # fmt: skip
    gone = 0
    for person in people:
        if person.pk not in in_use:
            try:
                with transaction.atomic():
                    person.delete()
                    gone += 1
            except ProtectedError:
                in_use.add(person.pk)
    return gone, [person for person in people if person.pk in in_use]


def _check(imported: Import, actor: Person) -> None:
    if not is_coordinator(actor) or actor.neighbourhood_id != imported.neighbourhood_id:
        raise PermissionDenied
