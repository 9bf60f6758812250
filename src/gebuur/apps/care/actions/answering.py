"""Yes and not this time, from both sides. A claim is one conditional UPDATE under a constraint."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gebuur.apps.care.actions.asking import HelperNotFree, ask_next
from gebuur.apps.care.actions.planning import plan_visits
from gebuur.apps.care.actions.requests import RequestClosed, require_cleared
from gebuur.apps.care.actions.telling import LINK_DAYS, reader_of, record, side_of
from gebuur.apps.care.models import OPEN_STATES, HelpRequest, Match, Proposal, State
from gebuur.apps.care.permissions import can_answer, can_speak_for_seeker
from gebuur.apps.care.queries.ranking import fits
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.volunteers.models import Offer
from gebuur.core.doorwords import door_word
from gebuur.core.errors import RuleBroken

WAITING = (Proposal.State.PICKED, Proposal.State.ASKED)


class ProposalGone(RuleBroken):
    """Somebody else was first, the time is over, or the question is closed."""


def _gone() -> ProposalGone:
    return ProposalGone(
        _("Somebody else was just before you, or it is no longer needed. Thank you all the same.")
    )


@transaction.atomic
def say_yes(proposal: Proposal, *, actor: Person, now: dt.datetime) -> Proposal:
    """The helper says yes; now the seeker is asked."""
    if not can_answer(actor, proposal):
        raise PermissionDenied
    try:
        with transaction.atomic():
            taken = Proposal.objects.filter(
                pk=proposal.pk, state=Proposal.State.ASKED, request__state__in=OPEN_STATES
            ).update(state=Proposal.State.YES, answered_at=now, answered_by=actor)
    except IntegrityError as error:
        raise _gone() from error
    if not taken:
        raise _gone()
    proposal.refresh_from_db()
    _ask_seeker(proposal, actor=actor, now=now)
    return proposal


@transaction.atomic
def say_not_this_time(
    proposal: Proposal, *, actor: Person, now: dt.datetime, pause_until: dt.date | None = None
) -> None:
    """The helper says not this time, without a reason; the next is asked."""
    if not can_answer(actor, proposal):
        raise PermissionDenied
    answered = Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.ASKED).update(
        state=Proposal.State.NOT_THIS_TIME, answered_at=now, answered_by=actor
    )
    if not answered:
        raise _gone()
    if pause_until is not None:
        Offer.objects.filter(pk=proposal.offer_id).update(paused_until=pause_until)
    outbox.end_links(proposal.pk)
    outbox.cancel_messages(proposal.pk)
    record(
        Verb.DECIDED,
        proposal,
        act="helper-not-this-time",
        actor=actor,
        kind=side_of(actor, proposal),
        at=now,
    )
    ask_next(proposal.request, now=now)


@transaction.atomic
def take_from_board_as_helper(
    request: HelpRequest, offer: Offer, *, actor: Person, now: dt.datetime
) -> Proposal:
    """A helper answers a question on the board; the first one has it."""
    if actor.pk != offer.person_id or offer.neighbourhood_id != request.neighbourhood_id:
        raise PermissionDenied
    if request.state not in OPEN_STATES or not request.on_board:
        raise _gone()
    require_cleared(request)
    if not fits(request, offer, now=now):
        raise HelperNotFree(
            _("This question does not fit your offer now. Look at the others, or phone us.")
        )
    request.proposals.filter(offer=offer, state__in=WAITING).update(state=Proposal.State.WITHDRAWN)
    try:
        with transaction.atomic():
            proposal = Proposal.objects.create(
                neighbourhood_id=request.neighbourhood_id,
                request=request,
                offer=offer,
                turn=request.proposals.count() + 1,
                state=Proposal.State.YES,
                from_board=True,
                asked_at=now,
                answered_at=now,
                answered_by=actor,
            )
    except IntegrityError as error:
        raise _gone() from error
    claimed = HelpRequest.objects.filter(
        pk=request.pk, state__in=OPEN_STATES, on_board=True
    ).update(on_board=False)
    if not claimed:
        raise _gone()
    _tell_others(request, but=proposal, states=(Proposal.State.ASKED,))
    _ask_seeker(proposal, actor=actor, now=now)
    return proposal


def _ask_seeker(proposal: Proposal, *, actor: Person, now: dt.datetime) -> None:
    request = proposal.request
    HelpRequest.objects.filter(pk=request.pk, state__in=OPEN_STATES).update(state=State.ASKED)
    outbox.end_links(proposal.pk, purpose="care:answer")
    outbox.cancel_messages(proposal.pk)
    reader = reader_of(request)
    link = outbox.make_link(
        reader, "care:confirm", proposal, expires_at=now + dt.timedelta(days=14)
    )
    words = {"helper": proposal.offer.person.first_name, "link": link}
    outbox.send(reader, template="care/messages/confirm_helper", context=words, thing=proposal)
    record(
        Verb.DECIDED, proposal, act="helper-yes", actor=actor, kind=side_of(actor, proposal), at=now
    )


@transaction.atomic
def refuse_helper(proposal: Proposal, *, actor: Person, now: dt.datetime) -> None:
    """The seeker rather has somebody else; no reason, and the helper only hears that it is filled."""
    if not can_speak_for_seeker(actor, proposal.request):
        raise PermissionDenied
    refused = Proposal.objects.filter(
        pk=proposal.pk, state=Proposal.State.YES, match__isnull=True
    ).update(state=Proposal.State.FILLED)
    if not refused:
        raise _gone()
    outbox.end_links(proposal.pk)
    outbox.cancel_messages(proposal.pk)
    outbox.send(
        proposal.offer.person, template="care/messages/no_longer_needed", context={}, thing=proposal
    )
    record(
        Verb.DECIDED,
        proposal,
        act="seeker-other",
        actor=actor,
        kind=side_of(actor, proposal),
        at=now,
    )
    ask_next(proposal.request, now=now)


@transaction.atomic
def confirm_match(
    proposal: Proposal,
    *,
    actor: Person,
    now: dt.datetime,
    first_on: dt.date,
    part: int,
    at: dt.time | None = None,
) -> Match:
    """The seeker says yes too: now both know name, address and number, and both get their card."""
    request = proposal.request
    if not can_speak_for_seeker(actor, request):
        raise PermissionDenied
    standing = Proposal.objects.filter(
        pk=proposal.pk, state=Proposal.State.YES, request__state__in=OPEN_STATES
    )
    if not standing.exists():
        raise _gone()
    try:
        with transaction.atomic():
            match = Match.objects.create(
                neighbourhood_id=request.neighbourhood_id,
                request=request,
                offer=proposal.offer,
                proposal=proposal,
                word=door_word(),
                made_at=now,
            )
    except IntegrityError as error:
        raise RequestClosed(_("This was agreed already.")) from error
    plan_visits(match, first_on=first_on, part=part, at=at)
    HelpRequest.objects.filter(pk=request.pk).update(
        state=State.AGREED, first_on=first_on, on_board=False
    )
    Offer.objects.filter(pk=proposal.offer_id).update(last_match_at=now)
    request.refresh_from_db(fields=["state", "first_on", "on_board"])
    _tell_others(request, but=proposal, states=WAITING)
    outbox.end_links(proposal.pk)
    outbox.cancel_messages(proposal.pk)
    record(Verb.DECIDED, match, act="match", actor=actor, kind=_who_decided(actor, request), at=now)
    _send_cards(match, now=now)
    return match


def _who_decided(actor: Person, request: HelpRequest) -> ActorKind:
    """The seeker's yes is hers, also when staff writes down what she said on the phone."""
    own = actor.pk in (request.seeker_id, request.asked_by_id)
    return ActorKind.NEIGHBOUR if own or request.seeker_id else ActorKind.PROFESSIONAL


def _send_cards(match: Match, *, now: dt.datetime) -> None:
    for reader in (match.offer.person, reader_of(match.request)):
        link = outbox.make_link(
            reader, "care:card", match, expires_at=now + dt.timedelta(days=LINK_DAYS)
        )
        outbox.send(reader, template="care/messages/agreed", context={"link": link}, thing=match)


def _tell_others(request: HelpRequest, *, but: Proposal, states: tuple[str, ...]) -> None:
    """Whoever was asked hears that it is filled; whoever was only in the row hears nothing."""
    for other in (
        request.proposals.filter(state__in=states)
        .exclude(pk=but.pk)
        .select_related("offer__person")
    ):
        Proposal.objects.filter(pk=other.pk).update(state=Proposal.State.FILLED)
        outbox.end_links(other.pk)
        outbox.cancel_messages(other.pk)
        if other.state == Proposal.State.ASKED:
            outbox.send(
                other.offer.person,
                template="care/messages/no_longer_needed",
                context={},
                thing=other,
            )
