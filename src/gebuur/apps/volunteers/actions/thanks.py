"""Saying thank you, and remembering that it was said."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.volunteers.actions.recording import record
from gebuur.apps.volunteers.models import Offer, ThankYou
from gebuur.core.errors import RuleBroken

LINK_LASTS = dt.timedelta(days=90)


class NoWayThere(RuleBroken):
    """This person has no address for the chosen way."""


def note_thanks(
    offer: Offer, *, giver: Person, words: str, now: dt.datetime, by_staff: bool = False
) -> ThankYou:
    """Keep a word of thanks in the log; it was passed on already."""
    return ThankYou.objects.create(
        neighbourhood_id=offer.neighbourhood_id,
        offer=offer,
        giver=giver,
        by_staff=by_staff,
        words=words,
        given_at=now,
    )


@transaction.atomic
def thank(offer: Offer, *, actor: Person, words: str, channel: str, now: dt.datetime) -> ThankYou:
    """Thank a volunteer in one's own words, by mail, text message or letter, or with a card by hand."""
    if not works_with(actor, offer.neighbourhood_id):
        raise PermissionDenied
    if channel != Channel.DESK and not _reaches(offer.person, channel):
        raise NoWayThere(_("We have no address for that. Choose another way, or hand over a card."))
    given = note_thanks(offer, giver=actor, words=words, now=now, by_staff=True)
    if channel != Channel.DESK:
        link = outbox.make_link(
            offer.person, "volunteers:offer-link", offer, expires_at=now + LINK_LASTS
        )
        outbox.send(
            offer.person,
            template="volunteers/messages/thank_you",
            context={"words": words, "giver": actor.first_name, "link": link},
            thing=given,
            channel=channel,
        )
    record(offer, Verb.SUPPORTED, act="thanks", actor=actor, at=now)
    return given


def _reaches(person: Person, channel: str) -> bool:
    known = {
        Channel.MAIL: person.email,
        Channel.SMS: person.phone,
        Channel.LETTER: person.street_id,
    }
    return bool(known.get(Channel(channel)))
