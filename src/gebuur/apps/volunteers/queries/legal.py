"""Whose legal file is complete, and what is missing in the others. Only organised volunteering has one."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from gebuur.apps.neighbourhood.models import Neighbourhood, Organisation
from gebuur.apps.volunteers.models import (
    Answer,
    Doer,
    LegalItem,
    LegalNote,
    LegalText,
    NewOffers,
    Offer,
    Requirement,
)

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
    """One line of a file: the item, who does it, and the note that counts or does not count any more."""

    item: LegalItem
    doer: Doer
    note: LegalNote | None
    is_done: bool
    notes: list[LegalNote] = field(default_factory=list)


def file_of(offer: Offer, *, on: dt.date) -> list[FileItem]:
    """The file of one volunteer, item by item; the newest note of each stands for it."""
    notes: dict[str, list[LegalNote]] = {}
    kept = LegalNote.objects.filter(offer=offer, taken_back_at__isnull=True)
    for note in kept.select_related("noted_by").order_by("version", "on", "pk"):
        notes.setdefault(note.item, []).append(note)
    lines = []
    for one in asked_by(offer.neighbourhood.organisation, on=on):
        of_item = notes.get(one.item, [])
        last = of_item[-1] if of_item else None
        is_done = last is not None and last.answer != Answer.NOT_YET and last.version >= one.version
        lines.append(FileItem(one.item, one.doer, last, is_done, of_item))
    return lines


def _living_notes(offers: QuerySet[Offer]) -> QuerySet[LegalNote]:
    """Notes that were not taken back and say that it is in order."""
    return LegalNote.objects.filter(
        offer__in=offers.values("pk"), taken_back_at__isnull=True
    ).exclude(answer=Answer.NOT_YET)
