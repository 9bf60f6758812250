"""Whose legal file is complete, and what is missing in the others. Only organised volunteering has one."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from gebuur.apps.neighbourhood.models import Neighbourhood, Organisation, Person
from gebuur.apps.volunteers.models import (
    TEXTS,
    Answer,
    Doer,
    LegalItem,
    LegalNote,
    LegalText,
    NewOffers,
    Offer,
    Requirement,
)
from gebuur.apps.volunteers.permissions import can_note

# What an organisation asks until its coordinator chooses otherwise, and who does it.
USUAL: dict[LegalItem, tuple[bool, Doer]] = {
    LegalItem.INFORMATION: (True, Doer.PROFESSIONAL),
    LegalItem.AGE: (True, Doer.PROFESSIONAL),
    LegalItem.STATUS: (True, Doer.VOLUNTEER),
    LegalItem.AGREEMENT: (True, Doer.PROFESSIONAL),
    LegalItem.DISCRETION: (True, Doer.VOLUNTEER),
    LegalItem.INSURANCE: (True, Doer.COORDINATOR),
    LegalItem.EXTRACT: (False, Doer.COORDINATOR),
}


@dataclass(frozen=True)
class Asked:
    """An item that an organisation asks: who does it, and from which version of its text a note counts."""

    item: LegalItem
    doer: Doer
    version: int


def begins_organised(place_pk: uuid.UUID) -> bool:
    """Whether new offers of a neighbourhood begin as organised volunteering."""
    return NewOffers.objects.filter(neighbourhood=place_pk, is_organised=True).exists()


def requirements_of(organisation: Organisation) -> dict[LegalItem, tuple[bool, Doer]]:
    """Every item in its order: whether it is asked, and who does it."""
    chosen = {
        LegalItem(row.item): (row.is_asked, Doer(row.doer))
        for row in Requirement.objects.filter(organisation=organisation)
    }
    return {item: chosen.get(item, usual) for item, usual in USUAL.items()}


def asked_by(organisation: Organisation, *, on: dt.date) -> list[Asked]:
    """What the organisation asks of its volunteers on a day."""
    again = LegalText.objects.filter(
        organisation=organisation, asks_again=True, valid_from__lte=on
    ).order_by("version")
    least = dict(again.values_list("item", "version"))
    return [
        Asked(item, doer, least.get(item, 0))
        for item, (is_asked, doer) in requirements_of(organisation).items()
        if is_asked
    ]


def incomplete_offers(
    place: Neighbourhood, offers: Iterable[uuid.UUID] | None = None, *, on: dt.date
) -> set[uuid.UUID]:
    """Which of these offers (or of all living ones) are organised and miss something in their file."""
    organised = Offer.objects.filter(neighbourhood=place, is_organised=True)
    living = Q(stopped_at__isnull=True) if offers is None else Q(pk__in=offers)
    organised = organised.filter(living)
    asking = set(organised.values_list("pk", flat=True))
    asked = asked_by(place.organisation, on=on) if asking else []
    if not asked:
        return set()
    counted = Q()
    for one in asked:
        counted |= Q(item=one.item, version__gte=one.version)
    done = _living_notes(organised).filter(counted).values_list("offer_id")
    items = done.annotate(items=Count("item", distinct=True))
    return asking - {pk for pk, number in items if number == len(asked)}


@dataclass(frozen=True)
class FileItem:
    """One line of a file: the item, who does it, the newest note, and whether it counts; may the reader press?"""

    item: LegalItem
    doer: Doer
    note: LegalNote | None = None
    is_done: bool = False
    may_note: bool = False

    @property
    def has_text(self) -> bool:
        return self.item in TEXTS

    @property
    def is_old(self) -> bool:
        """There is a note, of an older version of the text."""
        return self.note is not None and not self.is_done and self.note.answer != Answer.NOT_YET


def file_of(offer: Offer, *, on: dt.date, reader: Person | None = None) -> list[FileItem]:
    """The file of one volunteer, item by item, with what the reader may note."""
    asked = asked_by(offer.neighbourhood.organisation, on=on)
    newest = _newest_notes([offer.pk])
    return [_line(offer, one, newest.get((offer.pk, one.item)), reader) for one in asked]


@dataclass(frozen=True)
class OpenFile:
    """A volunteer of the organisation and what her file misses."""

    offer: Offer
    missing: list[FileItem]


def list_open_files(place: Neighbourhood, *, on: dt.date) -> list[OpenFile]:
    """Who misses what, whoever waits longest on top."""
    waiting = incomplete_offers(place, on=on)
    offers = Offer.objects.filter(pk__in=waiting).select_related("person__street")
    asked, newest = asked_by(place.organisation, on=on), _newest_notes(waiting)
    files = []
    for offer in offers.order_by("created_at", "pk"):
        lines = [_line(offer, one, newest.get((offer.pk, one.item)), None) for one in asked]
        files.append(OpenFile(offer, [line for line in lines if not line.is_done]))
    return files


def _line(offer: Offer, one: Asked, note: LegalNote | None, reader: Person | None) -> FileItem:
    is_done = note is not None and note.answer != Answer.NOT_YET and note.version >= one.version
    may = reader is not None and can_note(reader, offer, one.item, one.doer)
    return FileItem(one.item, one.doer, note, is_done, may)


def _newest_notes(offers: Iterable[uuid.UUID]) -> dict[tuple[uuid.UUID, str], LegalNote]:
    """The newest note of every item in these files."""
    kept = LegalNote.objects.filter(offer__in=offers, taken_back_at__isnull=True)
    ordered = kept.select_related("noted_by").order_by("version", "noted_at", "pk")
    return {(note.offer_id, note.item): note for note in ordered}


def _living_notes(offers: QuerySet[Offer]) -> QuerySet[LegalNote]:
    """Notes that were not taken back and say that it is in order."""
    return LegalNote.objects.filter(
        offer__in=offers.values("pk"), taken_back_at__isnull=True
    ).exclude(answer=Answer.NOT_YET)
