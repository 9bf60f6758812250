"""Whose legal file is complete, and what is missing in the others. Only organised volunteering has one."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max, QuerySet

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
from gebuur.core.prepared import prepared

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
        LegalItem(item): (is_asked, Doer(doer)) for item, is_asked, doer in _chosen(organisation.pk)
    }
    return {item: chosen.get(item, usual) for item, usual in USUAL.items()}


@prepared
def _chosen(organisation: uuid.UUID) -> QuerySet[Requirement, tuple[str, bool, str]]:
    chosen = Requirement.objects.filter(organisation=organisation)
    return chosen.values_list("item", "is_asked", "doer")


def asked_by(organisation: Organisation, *, on: dt.date) -> list[Asked]:
    """What the organisation asks of its volunteers on a day."""
    least = dict(_asked_again(organisation.pk, on))
    return [
        Asked(item, doer, least.get(item, 0))
        for item, (is_asked, doer) in requirements_of(organisation).items()
        if is_asked
    ]


@prepared
def _asked_again(organisation: uuid.UUID, on: dt.date) -> QuerySet[LegalText, tuple[str, int]]:
    again = LegalText.objects.filter(organisation=organisation, asks_again=True, valid_from__lte=on)
    return again.order_by("version").values_list("item", "version")


def incomplete_offers(
    place: Neighbourhood, offers: Iterable[uuid.UUID] | None = None, *, on: dt.date
) -> set[uuid.UUID]:
    """Which of these offers (or of all living ones) are organised and miss something in their file."""
    if offers is None:
        living = Offer.objects.filter(
            neighbourhood=place, is_organised=True, stopped_at__isnull=True
        )
        return _incomplete(place, set(living.values_list("pk", flat=True)), living, on=on)
    return incomplete_among(
        {pk for pk, at in _organised(list(offers)) if at == place.pk}, place, on=on
    )


def incomplete_among(
    organised: set[uuid.UUID], place: Neighbourhood, *, on: dt.date
) -> set[uuid.UUID]:
    """Which of these offers of a neighbourhood miss something, when it is known that all of them are organised."""
    return _incomplete(place, organised, list(organised), on=on) if organised else set()


def _incomplete(
    place: Neighbourhood,
    asking: set[uuid.UUID],
    same: list[uuid.UUID] | QuerySet[Offer],
    *,
    on: dt.date,
) -> set[uuid.UUID]:
    """Do it; `same` is these offers once more, as a query takes them."""
    asked = asked_by(place.organisation, on=on)
    least = {one.item.value: one.version for one in asked}
    done = Counter(
        offer
        for offer, item, version in _newest_done(same)
        if item in least and version >= least[item]
    )
    return {pk for pk in asking if done[pk] < len(asked)}


@prepared
def _organised(offers: list[uuid.UUID]) -> QuerySet[Offer, tuple[uuid.UUID, uuid.UUID]]:
    # The place is told and not asked: by its index SQLite would read everybody of it.
    found = Offer.objects.filter(pk__in=offers, is_organised=True)
    return found.values_list("pk", "neighbourhood_id")


@prepared
def _newest_done(
    offers: list[uuid.UUID] | QuerySet[Offer],
) -> QuerySet[LegalNote, tuple[uuid.UUID, str, int]]:
    """The newest version of every item that says it is in order, and was not taken back."""
    kept = LegalNote.objects.filter(offer__in=offers, taken_back_at__isnull=True)
    done = kept.exclude(answer=Answer.NOT_YET)
    return done.values_list("offer_id", "item").annotate(Max("version"))


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
