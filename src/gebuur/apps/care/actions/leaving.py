"""A volunteer stops: what she would still do is looked for elsewhere, and whoever counted on her is told."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet

from gebuur.apps.care.actions.asking import ask_next
from gebuur.apps.care.actions.ending import close_match, look_again
from gebuur.apps.care.actions.requests import STILL_GOING, lock
from gebuur.apps.care.models import HelpRequest, Match, Proposal
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer


@transaction.atomic
def leave(
    offer: Offer,
    *,
    actor: Person,
    now: dt.datetime,
    reasons: Iterable[str] = (),
    words: str = "",
    wants_talk: bool = False,
) -> None:
    """Stop as a volunteer, with a word about our service if she wants."""
    for request in _questions_with(offer):
        lock(request)
    volunteers.stop_offer(
        offer, actor=actor, now=now, reasons=reasons, words=words, wants_talk=wants_talk
    )
    replace_helper(offer, now=now)


def _questions_with(offer: Offer) -> QuerySet[HelpRequest]:
    """What she is asked for or helps with, always in the same order: a question is locked before an offer."""
    states = (Proposal.State.PICKED, Proposal.State.ASKED, Proposal.State.YES)
    hers = Proposal.objects.filter(offer=offer, state__in=states)
    going = HelpRequest.objects.filter(pk__in=hers.values("request"), state__in=STILL_GOING)
    return going.order_by("pk")


def replace_helper(offer: Offer, *, now: dt.datetime) -> None:
    """Seekers hear that we look on, and the next in each row is asked."""
    going = Match.objects.filter(offer=offer, state=Match.State.ACTIVE)
    for match in going.select_related("request", "offer__person", "proposal"):
        lock(match.request)
        if close_match(match, reason=Match.EndReason.HELPER_CANNOT, now=now):
            ask_next(look_again(match, tell=True, now=now), now=now)
    in_the_row = Proposal.objects.filter(
        Q(state__in=(Proposal.State.PICKED, Proposal.State.ASKED))
        | Q(state=Proposal.State.YES, match__isnull=True),
        offer=offer,
    )
    for proposal in in_the_row.select_related("request"):
        lock(proposal.request)
        Proposal.objects.filter(pk=proposal.pk).update(state=Proposal.State.WITHDRAWN)
        outbox.end_links(proposal.pk)
        outbox.cancel_messages(proposal.pk)
        ask_next(proposal.request, now=now)
