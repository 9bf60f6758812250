"""A list of people from elsewhere: read, mapped, checked, written when confirmed, undone within a day."""

import datetime as dt
import uuid
from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood import actions as neighbourhood
from gebuur.apps.neighbourhood.models import Channel, Membership, Person, Role
from gebuur.apps.neighbourhood.permissions import is_coordinator
from gebuur.apps.volunteers.actions.offers import make_offers
from gebuur.apps.volunteers.models import Import, Offer
from gebuur.apps.volunteers.queries import read_rows
from gebuur.apps.volunteers.queries.usage import in_use, mark_of, offers_in_use
from gebuur.core.errors import RuleBroken

A_DAY = dt.timedelta(days=1)
SOMEBODY_ELSE, THE_SAME = "else", "same"


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


def drop_import(imported: Import, *, actor: Person) -> None:
    """Throw away a list of which nothing was written."""
    _check(imported, actor)
    unwritten = [Import.State.MAPPING, Import.State.CHECKED]
    Import.objects.filter(pk=imported.pk, state__in=unwritten).delete()


@transaction.atomic
def write_import(
    imported: Import, *, actor: Person, choices: Mapping[int, str], now: dt.datetime
) -> tuple[int, int]:
    """Write every right row; of those we may know, what was chosen by line. Tells how many people and offers."""
    _check(imported, actor)
    claimed = Import.objects.filter(pk=imported.pk, state=Import.State.CHECKED).update(
        state=Import.State.WRITTEN, written_at=now
    )
    if not claimed:
        return 0, 0
    rows = [row for row in read_rows(imported) if not row.problem]
    new = [row for row in rows if row.is_right or choices.get(row.line) == SOMEBODY_ELSE]
    persons = neighbourhood.add_persons(
        imported.neighbourhood, actor=actor, facts=[row.facts for row in new]
    )
    offering = [
        (row, row.looks_like)
        for row in rows
        if row.may_offer and row.looks_like and choices.get(row.line) == THE_SAME
    ]
    offered = [
        (person, row.offer)
        for row, person in [*zip(new, persons, strict=True), *offering]
        if row.offer
    ]
    offers = make_offers(offered, actor=actor, channel=Channel.DESK, now=now)
    imported.persons.set(persons)
    new_pks = {person.pk for person in persons}
    written = {
        "marks": {str(person.pk): mark_of(person) for person in persons},
        "offers": [str(offer.pk) for offer in offers if offer.person_id not in new_pks],
    }
    Import.objects.filter(pk=imported.pk).update(rows=[], written=written)
    return len(persons), len(offers)


@transaction.atomic
def undo_import(imported: Import, *, actor: Person, now: dt.datetime) -> int:
    """Take back what was written, except who is in use or was changed since; tells how many went.

    Who stays, and why, is kept with the list.
    """
    _check(imported, actor)
    undone = Import.objects.filter(
        pk=imported.pk, state=Import.State.WRITTEN, written_at__gt=now - A_DAY
    ).update(state=Import.State.UNDONE)
    if not undone:
        raise TooLateToUndo(
            _("A list can be taken back within a day. Erase people one by one after that.")
        )
    used, marks = in_use(imported.persons.all()), imported.written.get("marks", {})
    stays = {
        str(person.pk): "used" if person.pk in used else "changed"
        for person in imported.persons.all()
        if person.pk in used or mark_of(person) != marks.get(str(person.pk))
    }
    going = imported.persons.exclude(pk__in=[uuid.UUID(pk) for pk in stays])
    gone = going.count()
    Person.objects.filter(pk__in=list(going.values_list("pk", flat=True))).delete()
    _take_offers_back(imported)
    Import.objects.filter(pk=imported.pk).update(written={"stays": stays})
    return gone


def _take_offers_back(imported: Import) -> None:
    """Offers noted for people we knew already go as well, unless somebody was asked since."""
    pks = [uuid.UUID(pk) for pk in imported.written.get("offers", [])]
    offers = Offer.objects.filter(pk__in=pks)
    idle = offers.exclude(pk__in=offers_in_use(offers))
    holders = list(idle.values_list("person_id", flat=True))
    idle.delete()
    if imported.written_at:
        given = Membership.objects.filter(person__in=holders, role=Role.VOLUNTEER, until=None)
        given.filter(since=timezone.localdate(imported.written_at)).delete()


def _check(imported: Import, actor: Person) -> None:
    if not is_coordinator(actor) or actor.neighbourhood_id != imported.neighbourhood_id:
        raise PermissionDenied
