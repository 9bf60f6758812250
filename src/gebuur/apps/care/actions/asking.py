"""Asking helpers in turn, with a time-out."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gebuur.apps.care.actions.requests import (
    RequestClosed,
    let_go,
    lock,
    require_cleared,
)
from gebuur.apps.care.actions.telling import in_words_for, record
from gebuur.apps.care.models import OPEN_STATES, HelpRequest, Proposal, State, Urgency
from gebuur.apps.care.permissions import can_arrange, can_speak_for_seeker
from gebuur.apps.care.queries.for_people import what_we_ask
from gebuur.apps.care.queries.ranking import misfit_of, reasons_of
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.volunteers.models import Offer
from gebuur.core.errors import RuleBroken
from gebuur.domain.matching import Misfit

TIME_TO_ANSWER = {
    Urgency.TODAY: dt.timedelta(hours=3),
    Urgency.WEEK: dt.timedelta(hours=24),
    Urgency.ANY: dt.timedelta(hours=48),
}
MOST = 3
AT_ONCE = 200


class HelperNotFree(RuleBroken):
    """This helper paused, stopped, has reached her own limit, or does not fit this question."""


@transaction.atomic
def pick_helpers(
    request: HelpRequest, offers: list[Offer], *, actor: Person, now: dt.datetime
) -> list[Proposal]:
    """Put one to three helpers in a row and ask the first; staff picks, or the seeker herself."""
    if not can_speak_for_seeker(actor, request):
        raise PermissionDenied
    if any(offer.neighbourhood_id != request.neighbourhood_id for offer in offers):
        raise PermissionDenied
    lock(request)
    if request.state not in OPEN_STATES:
        raise RequestClosed(_("This question is closed already."))
    require_cleared(request)
    if not 1 <= len(offers) <= MOST:
        raise HelperNotFree(_("Choose one, two or three neighbours to ask."))
    turn = request.proposals.count()
    picked = [
        _pick(request, offer, turn=turn + number, actor=actor, now=now)
        for number, offer in enumerate(offers, start=1)
    ]
    own = actor.pk in (request.seeker_id, request.asked_by_id)
    kind = ActorKind.NEIGHBOUR if own else ActorKind.PROFESSIONAL
    record(Verb.DECIDED, request, act="helpers-picked", actor=actor, kind=kind, at=now)
    ask_next(request, now=now)
    for proposal in picked:
        proposal.refresh_from_db()
    return picked


def _pick(
    request: HelpRequest, offer: Offer, *, turn: int, actor: Person, now: dt.datetime
) -> Proposal:
    name = {"name": offer.person.first_name}
    misfit = misfit_of(request, offer, now=now)
    if misfit == Misfit.FILE_INCOMPLETE:
        raise HelperNotFree(
            _(
                "The papers of %(name)s are not complete yet. Mend that first, or choose somebody else."
            )
            % name
        )
    if misfit is not None:
        raise HelperNotFree(_("%(name)s is not free now. Choose somebody else.") % name)
    reasons = reasons_of(request, offer, now=now)
    try:
        with transaction.atomic():
            return Proposal.objects.create(
                neighbourhood_id=request.neighbourhood_id,
                request=request,
                offer=offer,
                turn=turn,
                reasons=reasons,
                picked_by=actor,
            )
    except IntegrityError as error:
        raise HelperNotFree(_("%(name)s is in the row already.") % name) from error


@transaction.atomic
def skip_helper(proposal: Proposal, *, actor: Person, now: dt.datetime) -> None:
    """Take somebody out of the row who was not asked yet, or stop waiting for an answer."""
    if not can_arrange(actor, proposal.request):
        raise PermissionDenied
    lock(proposal.request)
    proposal.refresh_from_db(fields=["state"])
    if proposal.state not in (Proposal.State.PICKED, Proposal.State.ASKED):
        raise RequestClosed(_("This helper has answered already."))
    let_go(proposal, state=Proposal.State.WITHDRAWN)
    kind = ActorKind.PROFESSIONAL
    record(Verb.DECIDED, proposal, act="helper-skipped", actor=actor, kind=kind, at=now)
    ask_next(proposal.request, now=now)


@transaction.atomic
def swap(request: HelpRequest, first: Proposal, second: Proposal, *, actor: Person) -> None:
    """Change the turns of two helpers who were not asked yet."""
    if not can_arrange(actor, request):
        raise PermissionDenied
    both = request.proposals.filter(pk__in=[first.pk, second.pk], state=Proposal.State.PICKED)
    turns = dict(both.values_list("pk", "turn"))
    if len(turns) != len({first.pk, second.pk}):
        raise RequestClosed(_("One of the two was asked already."))
    request.proposals.filter(pk=first.pk).update(turn=turns[second.pk])
    request.proposals.filter(pk=second.pk).update(turn=turns[first.pk])


@transaction.atomic
def ask_next(request: HelpRequest, *, now: dt.datetime) -> Proposal | None:
    """Ask the next in the row, unless somebody is asked now or has said yes; without row we look on."""
    lock(request)
    busy = request.proposals.filter(state__in=[Proposal.State.ASKED, Proposal.State.YES]).exists()
    if busy or request.state not in OPEN_STATES:
        return None
    following = request.proposals.filter(state=Proposal.State.PICKED).order_by("turn", "pk")
    for proposal in following.select_related("offer__person__neighbourhood"):
        proposal.request = request
        if misfit_of(request, proposal.offer, now=now) is None:
            return _ask(proposal, now=now)
        Proposal.objects.filter(pk=proposal.pk).update(state=Proposal.State.WITHDRAWN)
    HelpRequest.objects.filter(pk=request.pk, state__in=OPEN_STATES).update(state=State.SEARCHING)
    request.refresh_from_db(fields=["state"])
    return None


def _ask(proposal: Proposal, *, now: dt.datetime) -> Proposal:
    request, helper = proposal.request, proposal.offer.person
    answer_by = now + TIME_TO_ANSWER[Urgency(request.urgency)]
    Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.PICKED).update(
        state=Proposal.State.ASKED, asked_at=now, answer_by=answer_by
    )
    HelpRequest.objects.filter(pk=request.pk, state__in=OPEN_STATES).update(state=State.ASKED)
    proposal.refresh_from_db(fields=["state", "asked_at", "answer_by"])
    request.refresh_from_db(fields=["state"])
    link = outbox.make_link(helper, "care:answer", proposal, expires_at=answer_by)
    with in_words_for(helper):
        words = {**what_we_ask(proposal), "link": link}
    outbox.send(helper, template="care/messages/ask_helper", context=words, thing=proposal)
    record(Verb.SUPPORTED, proposal, act="helper-asked", actor=None, kind=ActorKind.SERVICE, at=now)
    Offer.objects.filter(pk=proposal.offer_id).update(last_asked_at=now)
    return proposal


def time_out_proposals(*, now: dt.datetime) -> int:
    """Go on to the next in the row when somebody did not answer in time; tell how many."""
    late = Proposal.objects.filter(state=Proposal.State.ASKED, answer_by__lt=now)
    late = late.select_related("request__seeker", "request__task", "request__neighbourhood")
    return sum(_time_out(proposal, now=now) for proposal in list(late[:AT_ONCE]))


@transaction.atomic
def _time_out(proposal: Proposal, *, now: dt.datetime) -> bool:
    lock(proposal.request)
    passed = Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.ASKED).update(
        state=Proposal.State.NO_ANSWER
    )
    if passed:
        outbox.end_links(proposal.pk)
        outbox.cancel_messages(proposal.pk)
        ask_next(proposal.request, now=now)
    return bool(passed)
