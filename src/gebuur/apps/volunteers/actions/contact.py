"""Somebody sees to it that a volunteer gets her first task: a named contact, and a word on the phone."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.volunteers.models import Offer


@transaction.atomic
def take_contact(offer: Offer, contact: Person, *, actor: Person) -> None:
    """Let a professional of the neighbourhood be the one who sees to this volunteer."""
    _check(offer, actor)
    if not works_with(contact, offer.neighbourhood_id):
        raise PermissionDenied
    Offer.objects.filter(pk=offer.pk).update(contact=contact)


@transaction.atomic
def note_phoned(offer: Offer, *, actor: Person, now: dt.datetime) -> None:
    """Somebody spoke to her: no alert until the next one is due. Whoever phoned is her contact, if she had none."""
    _check(offer, actor)
    Offer.objects.filter(pk=offer.pk).update(phoned_at=now)
    adopt(offer, actor)
    chronicle.record(
        Verb.SUPPORTED,
        offer,
        act="volunteer-phoned",
        actor=actor,
        actor_kind=ActorKind.PROFESSIONAL,
        neighbourhood=offer.neighbourhood,
        street=offer.person.street_id,
        at=now,
    )


def adopt(offer: Offer, actor: Person) -> None:
    """Who first does something for a volunteer without a contact becomes it."""
    Offer.objects.filter(pk=offer.pk, contact__isnull=True).update(contact=actor)


def _check(offer: Offer, actor: Person) -> None:
    if not works_with(actor, offer.neighbourhood_id):
        raise PermissionDenied
