"""Yes and not this time, from both sides. A claim is one conditional UPDATE under a constraint."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.care.actions.asking import HelperNotFree, ask_next
from gebuur.apps.care.actions.planning import plan_visits
from gebuur.apps.care.actions.requests import (
    RequestClosed,
    let_go,
    lock,
    require_cleared,
)
from gebuur.apps.care.actions.telling import (
    LINK_DAYS,
    in_words_for,
    reader_of,
    record_helper,
    record_seeker,
)
from gebuur.apps.care.models import OPEN_STATES, HelpRequest, Match, Proposal, State, Visit
from gebuur.apps.care.permissions import can_answer, can_speak_for_seeker
from gebuur.apps.care.queries.for_people import coming_of, who_would_come
from gebuur.apps.care.queries.ranking import misfit_of
from gebuur.apps.chronicle.models import Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer
from gebuur.core.doorwords import door_word
from gebuur.core.errors import RuleBroken
from gebuur.domain.matching import Misfit

WAITING = (Proposal.State.PICKED, Proposal.State.ASKED)
DAYS_TO_CONFIRM = 14


class ProposalGone(RuleBroken):
    """Somebody else was first, the time is over, or the question is closed."""


class DayPassed(RuleBroken):
    """The chosen day is over, or comes after the end."""


def _gone() -> ProposalGone:
    return ProposalGone(
        _("Somebody else was just before you, or it is no longer needed. Thank you all the same.")
    )


@transaction.atomic
def say_yes(proposal: Proposal, *, actor: Person, now: dt.datetime) -> Proposal:
    """The helper says yes; now the seeker is asked."""
    if not can_answer(actor, proposal):
        raise PermissionDenied
    lock(proposal.request)
    if proposal.request.state not in OPEN_STATES:
        raise _gone()
    # Only columns of the row itself: a condition over a join would not be looked at again after waiting.
    own = Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.ASKED)
    try:
        with transaction.atomic():
            taken = own.update(state=Proposal.State.YES, answered_at=now, answered_by=actor)
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
    lock(proposal.request)
    answered = Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.ASKED).update(
        state=Proposal.State.NOT_THIS_TIME, answered_at=now, answered_by=actor
    )
    if not answered:
        raise _gone()
    outbox.end_links(proposal.pk)
    outbox.cancel_messages(proposal.pk)
    record_helper(Verb.DECIDED, proposal, act="helper-not-this-time", actor=actor, at=now)
    if pause_until is not None:
        volunteers.pause_offer(proposal.offer, actor=actor, until=pause_until, now=now)
    ask_next(proposal.request, now=now)


def take_from_board_as_helper(
    request: HelpRequest, offer: Offer, *, actor: Person, now: dt.datetime
) -> Proposal:
    """A helper answers a question on the board; the first one has it.

    Looking costs no lock, so that a crowd in front of one question does not hold up the rest; what
    decides is the claim.
    """
    if actor.pk != offer.person_id or offer.neighbourhood_id != request.neighbourhood_id:
        raise PermissionDenied
    if not _on_board(request).exists():
        raise _gone()
    require_cleared(request)
    misfit = misfit_of(request, offer, now=now)
    if misfit == Misfit.FILE_INCOMPLETE:
        raise HelperNotFree(_("Your papers are not complete yet. Phone us, then you can help."))
    if misfit is not None:
        raise HelperNotFree(
            _("This question does not fit your offer now. Look at the others, or phone us.")
        )
    return _claim(request, offer, actor=actor, now=now)


def _on_board(request: HelpRequest) -> QuerySet[HelpRequest]:
    return HelpRequest.objects.filter(pk=request.pk, state__in=OPEN_STATES, on_board=True)


@transaction.atomic
def _claim(request: HelpRequest, offer: Offer, *, actor: Person, now: dt.datetime) -> Proposal:
    if not _on_board(request).update(on_board=False):
        raise _gone()
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
    _tell_others(request, but=proposal, states=(Proposal.State.ASKED,))
    _ask_seeker(proposal, actor=actor, now=now)
    return proposal


def _ask_seeker(proposal: Proposal, *, actor: Person, now: dt.datetime) -> None:
    request = proposal.request
    HelpRequest.objects.filter(pk=request.pk, state__in=OPEN_STATES).update(state=State.ASKED)
    outbox.end_links(proposal.pk, purpose="care:answer")
    outbox.cancel_messages(proposal.pk)
    ask_to_confirm(proposal, now=now)
    record_helper(Verb.DECIDED, proposal, act="helper-yes", actor=actor, at=now)


def ask_to_confirm(proposal: Proposal, *, now: dt.datetime) -> None:
    """Ask the seeker for her yes: who would come, by first name, street and languages."""
    reader = reader_of(proposal.request)
    link = outbox.make_link(
        reader, "care:confirm", proposal, expires_at=now + dt.timedelta(days=DAYS_TO_CONFIRM)
    )
    with in_words_for(reader):
        words = {**who_would_come(proposal), "link": link}
    outbox.send(reader, template="care/messages/confirm_helper", context=words, thing=proposal)


@transaction.atomic
def refuse_helper(proposal: Proposal, *, actor: Person, now: dt.datetime) -> None:
    """The seeker rather has somebody else; no reason, and the helper only hears that it is filled."""
    request = proposal.request
    if not can_speak_for_seeker(actor, request):
        raise PermissionDenied
    lock(request)
    refused = request.state in OPEN_STATES and Proposal.objects.filter(
        pk=proposal.pk, state=Proposal.State.YES
    ).update(state=Proposal.State.FILLED)
    if not refused:
        raise _gone()
    let_go(proposal, state=Proposal.State.FILLED)
    record_seeker(Verb.DECIDED, proposal, act="seeker-other", actor=actor, at=now)
    if proposal.from_board:
        HelpRequest.objects.filter(pk=request.pk, state__in=OPEN_STATES).update(on_board=True)
        request.refresh_from_db(fields=["on_board"])
    ask_next(request, now=now)


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
    _check_day(request, first_on, now=now)
    lock(request)
    agreed = HelpRequest.objects.filter(pk=request.pk, state__in=OPEN_STATES).update(
        state=State.AGREED, first_on=first_on, on_board=False
    )
    if not agreed or not Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.YES).exists():
        raise _gone_or_agreed(request)
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
    request.refresh_from_db(fields=["state", "first_on", "on_board"])
    plan_visits(match, first_on=first_on, part=part, at=at)
    _tell_others(request, but=proposal, states=WAITING)
    outbox.end_links(proposal.pk)
    outbox.cancel_messages(proposal.pk)
    record_seeker(Verb.DECIDED, match, act="match", actor=actor, at=now)
    Offer.objects.filter(pk=proposal.offer_id).update(last_match_at=now)
    _send_cards(match, now=now)
    return match


def _check_day(request: HelpRequest, day: dt.date, *, now: dt.datetime) -> None:
    if day < timezone.localdate(now):
        raise DayPassed(_("This day is over. Choose today or a later day."))
    if request.ends_on is not None and day > request.ends_on:
        raise DayPassed(_("The help stops before this day. Choose an earlier day."))


def _gone_or_agreed(request: HelpRequest) -> RuleBroken:
    if HelpRequest.objects.filter(pk=request.pk, matches__state=Match.State.ACTIVE).exists():
        return RequestClosed(_("This was agreed already."))
    return _gone()


def _send_cards(match: Match, *, now: dt.datetime) -> None:
    """Both get the link to their card, with who comes, when and the word at the door for who reads paper."""
    first = Visit.objects.filter(match=match).earliest("on")
    first.match = match
    for reader in (match.offer.person, reader_of(match.request)):
        link = outbox.make_link(
            reader, "care:card", match, expires_at=now + dt.timedelta(days=LINK_DAYS)
        )
        with in_words_for(reader):
            words = {"link": link, "coming": coming_of(first, reader)}
        outbox.send(reader, template="care/messages/agreed", context=words, thing=match)


def _tell_others(request: HelpRequest, *, but: Proposal, states: tuple[str, ...]) -> None:
    """Whoever was asked hears that it is filled; whoever was only in the row hears nothing."""
    others = request.proposals.filter(state__in=states).exclude(pk=but.pk)
    for other in others.select_related("offer__person__neighbourhood"):
        let_go(other, state=Proposal.State.FILLED)
