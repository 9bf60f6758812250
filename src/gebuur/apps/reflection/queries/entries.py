"""Reading reflections: one's own, and what somebody shared. Nothing here asks for a role."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from gebuur.apps.chronicle.models import Line
from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.neighbourhood.models import Membership, Person, Street
from gebuur.apps.neighbourhood.permissions import STAFF
from gebuur.apps.reflection.models import Entry, Intention, Share
from gebuur.apps.reflection.queries.cases import CaseSheet, find_case
from gebuur.apps.reflection.queries.lenses import LensSheet, open_lenses, rows_of
from gebuur.core.errors import NotForYou
from gebuur.domain import disclosure

DAYS_BACK = 14
MOST_CONTACTS, MOST_LINES = 12, 400


@dataclass(frozen=True)
class Sheet:
    """A reflection opened, with its lenses and the case that it is about, if any."""

    entry: Entry
    case: CaseSheet | None
    lenses: list[LensSheet]
    is_own: bool


def list_entries(writer: Person) -> QuerySet[Entry]:
    """One's own reflections, the newest first."""
    own = Entry.objects.filter(writer=writer).select_related("intention")
    return own.order_by("-begun_at")


def list_shared_with(reader: Person) -> QuerySet[Share]:
    """What colleagues let one read."""
    shares = Share.objects.filter(reader=reader, withdrawn_at__isnull=True)
    return shares.select_related("entry__writer").order_by("-shared_at")


def get_entry_for(writer: Person, pk: uuid.UUID) -> Entry:
    """One's own reflection; everybody else's does not exist."""
    found = Entry.objects.filter(pk=pk, writer=writer).first()
    if found is None:
        raise NotForYou
    return found


def get_readable_for(reader: Person, pk: uuid.UUID) -> Entry:
    """One's own, or one that was shared and not taken back."""
    shared = Q(shares__reader=reader, shares__withdrawn_at__isnull=True)
    found = Entry.objects.filter(Q(writer=reader) | shared, pk=pk).distinct()
    entry = found.select_related("writer", "intention").first()
    if entry is None:
        raise NotForYou
    return entry


def get_share_for(writer: Person, pk: uuid.UUID) -> Share:
    """That somebody may read one's own reflection."""
    found = Share.objects.filter(pk=pk, entry__writer=writer).select_related("entry").first()
    if found is None:
        raise NotForYou
    return found


def get_intention_for(writer: Person, pk: uuid.UUID) -> Intention:
    found = Intention.objects.filter(pk=pk, writer=writer).select_related("entry").first()
    if found is None:
        raise NotForYou
    return found


def last_intention(writer: Person) -> Intention | None:
    """The intention that waits to be looked back on: the oldest one that is not answered."""
    open_ones = Intention.objects.filter(writer=writer, looked_back_at__isnull=True)
    return open_ones.order_by("due_on", "pk").first()


def list_contacts(writer: Person, *, now: dt.datetime) -> list[Line]:
    """What the writer did lately, the newest first; the same kind of act on one day stands there once."""
    since = now - dt.timedelta(days=DAYS_BACK)
    lines = Line.objects.filter(
        neighbourhood=writer.neighbourhood_id, actor=writer.pseudonym, at__gt=since
    ).order_by("-at", "-number")
    latest: dict[tuple[str, dt.date], Line] = {}
    for line in lines[:MOST_LINES]:
        latest.setdefault((line.act, timezone.localdate(line.at)), line)
    return list(latest.values())[:MOST_CONTACTS]


def get_contact_for(writer: Person, pk: uuid.UUID | None) -> Line:
    """A line about something the writer did herself."""
    own = Line.objects.filter(neighbourhood=writer.neighbourhood_id, actor=writer.pseudonym)
    found = own.filter(pk=pk).first() if pk else None
    if found is None:
        raise NotForYou
    return found


def list_colleagues(writer: Person, *, today: dt.date) -> QuerySet[Person]:
    """Staff of the same organisation, with whom a reflection may be shared."""
    roles = Membership.objects.held_on(today).filter(role__in=STAFF)
    colleagues = Person.objects.filter(
        pk__in=roles.values("person"),
        neighbourhood__organisation=writer.neighbourhood.organisation_id,
        left_at__isnull=True,
    )
    return colleagues.exclude(pk=writer.pk).order_by("first_name", "pk")


def get_colleague_for(writer: Person, pk: uuid.UUID | None, *, today: dt.date) -> Person | None:
    """Somebody the writer may let read; None for everybody else."""
    return list_colleagues(writer, today=today).filter(pk=pk).first() if pk else None


def questions_of(writer: Person, *, today: dt.date) -> list[FrameRow]:
    return rows_of(writer, "exercise", today=today)


def open_sheet(entry: Entry, reader: Person, *, today: dt.date) -> Sheet:
    """Open everything that was written, for who may read it."""
    return Sheet(
        entry=entry,
        case=find_case(entry.writer, entry.case, today=today),
        lenses=open_lenses(entry, today=today),
        is_own=entry.writer_id == reader.pk,
    )


def pointers_in(
    writer: Person, texts: Mapping[str, str]
) -> dict[str, tuple[disclosure.Pointer, ...]]:
    """Per text what points to a person of the neighbourhood; texts without any are left out."""
    words = set().union(*(disclosure.capitalised(text) for text in texts.values()), set())
    people = Person.objects.filter(neighbourhood=writer.neighbourhood_id)
    named = people.filter(Q(first_name__in=words) | Q(last_name__in=words)).exclude(pk=writer.pk)
    names = {name for pair in named.values_list("first_name", "last_name") for name in pair}
    streets = Street.objects.filter(neighbourhood=writer.neighbourhood_id)
    known = set(streets.values_list("name", flat=True))
    found = {
        field: disclosure.find_pointers(text, names=names & words, streets=known)
        for field, text in texts.items()
    }
    return {field: pointers for field, pointers in found.items() if pointers}
