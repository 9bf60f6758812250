"""Writing legal files: which rules run for an offer, and what was noted for a volunteer."""

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import is_coordinator, works_with
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.volunteers.actions.legal_texts import keep_first_text
from gebuur.apps.volunteers.actions.recording import record
from gebuur.apps.volunteers.models import Answer, LegalItem, LegalNote, NewOffers, Offer
from gebuur.apps.volunteers.permissions import can_note
from gebuur.apps.volunteers.queries.legal import requirements_of
from gebuur.core.errors import RuleBroken

LINK_LASTS = dt.timedelta(days=90)
OTHER_ANSWERS = {Answer.NOT_NEEDED: LegalItem.STATUS, Answer.NOT_YET: LegalItem.AGE}


class NotInTheFuture(RuleBroken):
    """Only what has happened can be noted."""


class AnswerDoesNotFit(RuleBroken):
    """This answer belongs to another item."""


@transaction.atomic
def choose_rules(offer: Offer, *, is_organised: bool, actor: Person) -> None:
    """Choose which rules run for one offer: organised volunteering, or neighbours among themselves."""
    if not works_with(actor, offer.neighbourhood_id):
        raise PermissionDenied
    changed = Offer.objects.filter(pk=offer.pk, is_organised=not is_organised)
    if changed.update(is_organised=is_organised):
        act = "offer-organised" if is_organised else "offer-neighbourly"
        record(offer, Verb.DECIDED, act=act, actor=actor)


@transaction.atomic
def choose_for_new_offers(
    place: Neighbourhood, *, is_organised: bool, actor: Person, now: dt.datetime
) -> None:
    """Choose how new offers begin; what was offered before stays as it is."""
    if not is_coordinator(actor) or actor.neighbourhood_id != place.pk:
        raise PermissionDenied
    NewOffers.objects.update_or_create(
        neighbourhood=place,
        defaults={"is_organised": is_organised, "chosen_by": actor, "chosen_at": now},
    )


@transaction.atomic
def note_item(
    offer: Offer,
    item: LegalItem,
    *,
    actor: Person,
    on: dt.date,
    now: dt.datetime,
    way: str = "",
    answer: str = Answer.DONE,
) -> None:
    """Note one item of a file; what was noted already for this version is replaced by a new day or answer."""
    _asked, doer = requirements_of(offer.neighbourhood.organisation)[item]
    if not can_note(actor, offer, item, doer):
        raise PermissionDenied
    if on > timezone.localdate(now):
        raise NotInTheFuture(_("That day is still to come. Note it when it has happened."))
    if answer != Answer.DONE and item != OTHER_ANSWERS[Answer(answer)]:
        raise AnswerDoesNotFit(_("That answer does not belong here. Choose another one."))
    version = keep_first_text(offer.neighbourhood.organisation, item, on=timezone.localdate(now))
    _living(offer, item).filter(version=version).update(taken_back_at=now)
    try:
        with transaction.atomic():
            LegalNote.objects.create(
                neighbourhood_id=offer.neighbourhood_id,
                offer=offer,
                item=item,
                version=version,
                answer=answer,
                way=way,
                on=on,
                noted_by=actor,
                noted_at=now,
            )
    except IntegrityError:
        return  # Somebody noted the same at the same moment: it stands there.
    record(offer, Verb.DID, act="file-noted", actor=actor, at=now)


@transaction.atomic
def note_for_many(
    offers: Iterable[Offer],
    item: LegalItem,
    *,
    actor: Person,
    on: dt.date,
    now: dt.datetime,
    way: str = "",
) -> int:
    """Note one item for everybody who was there, and tell for how many."""
    offers = list(offers)
    for offer in offers:
        note_item(offer, item, actor=actor, on=on, now=now, way=way)
    return len(offers)


@transaction.atomic
def send_file(offer: Offer, *, actor: Person, now: dt.datetime) -> None:
    """Send the volunteer a link to her own file, over the channel she chose."""
    if not works_with(actor, offer.neighbourhood_id):
        raise PermissionDenied
    secret = outbox.make_link(
        offer.person, "volunteers:file-link", offer, expires_at=now + LINK_LASTS
    )
    outbox.send(
        offer.person,
        template="volunteers/messages/your_file",
        context={"link": secret},
        thing=offer,
    )


@transaction.atomic
def take_back_note(offer: Offer, item: LegalItem, *, actor: Person, now: dt.datetime) -> None:
    """Take back the newest note of an item; that it stood there is kept."""
    _asked, doer = requirements_of(offer.neighbourhood.organisation)[item]
    if not can_note(actor, offer, item, doer):
        raise PermissionDenied
    newest = _living(offer, item).order_by("-version").first()
    if newest is None:
        return
    if LegalNote.objects.filter(pk=newest.pk, taken_back_at=None).update(taken_back_at=now):
        record(offer, Verb.DID, act="file-taken-back", actor=actor, at=now)


def _living(offer: Offer, item: LegalItem) -> QuerySet[LegalNote]:
    return LegalNote.objects.filter(offer=offer, item=item, taken_back_at__isnull=True)
