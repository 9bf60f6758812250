"""Asking helpers in turn, with a time-out."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gebuur.apps.care.actions.requests import RequestClosed, require_cleared
from gebuur.apps.care.actions.telling import record
from gebuur.apps.care.models import OPEN_STATES, HelpRequest, Proposal, State, Urgency
from gebuur.apps.care.permissions import can_arrange, can_speak_for_seeker
from gebuur.apps.care.queries.ranking import is_free, reasons_of
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.volunteers.models import Offer
from gebuur.core.errors import RuleBroken

TIME_TO_ANSWER = {
    Urgency.TODAY: dt.timedelta(hours=3),
    Urgency.WEEK: dt.timedelta(hours=24),
    Urgency.ANY: dt.timedelta(hours=48),
}
MOST = 3


class HelperNotFree(RuleBroken):
    """This helper paused, stopped, or has reached her own limit."""


@transaction.atomic
def pick_helpers(
    request: HelpRequest, offers: list[Offer], *, actor: Person, now: dt.datetime
) -> list[Proposal]:
    """Put one to three helpers in a row and ask the first; staff picks, or the seeker herself."""
    if not can_speak_for_seeker(actor, request):
        raise PermissionDenied
    if request.state not in OPEN_STATES:
        raise RequestClosed(_("This question is closed already."))
    require_cleared(request)
    turn = request.proposals.count()
    picked = []
    for offer in offers[:MOST]:
        if not is_free(offer, now=now):
            raise HelperNotFree(
                _("%(name)s is not free now. Choose somebody else.")
                % {"name": offer.person.first_name}
            )
        turn += 1
        picked.append(_pick(request, offer, turn=turn, actor=actor, now=now))
    kind = ActorKind.PROFESSIONAL if can_arrange(actor, request) else ActorKind.NEIGHBOUR
    record(Verb.DECIDED, request, act="helpers-picked", actor=actor, kind=kind, at=now)
    ask_next(request, now=now)
    return picked


def _pick(
    request: HelpRequest, offer: Offer, *, turn: int, actor: Person, now: dt.datetime
) -> Proposal:
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
        raise HelperNotFree(
            _("%(name)s is in the row already.") % {"name": offer.person.first_name}
        ) from error


@transaction.atomic
def skip_helper(proposal: Proposal, *, actor: Person, now: dt.datetime) -> None:
    """Take somebody out of the row who was not asked yet, or stop waiting for an answer."""
    if not can_arrange(actor, proposal.request):
        raise PermissionDenied
    waiting = (Proposal.State.PICKED, Proposal.State.ASKED)
    skipped = Proposal.objects.filter(pk=proposal.pk, state__in=waiting).update(
        state=Proposal.State.WITHDRAWN
    )
    if not skipped:
        raise RequestClosed(_("This helper has answered already."))
    outbox.end_links(proposal.pk)
    outbox.cancel_messages(proposal.pk)
    if proposal.state == Proposal.State.ASKED:
        outbox.send(
            proposal.offer.person,
            template="care/messages/no_longer_needed",
            context={},
            thing=proposal,
        )
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
    busy = request.proposals.filter(state__in=[Proposal.State.ASKED, Proposal.State.YES]).exists()
    if busy:
        return None
    following = request.proposals.filter(state=Proposal.State.PICKED).order_by("turn", "pk")
    for proposal in following.select_related("offer__person__neighbourhood", "request__task"):
        if not is_free(proposal.offer, now=now):
            Proposal.objects.filter(pk=proposal.pk).update(state=Proposal.State.WITHDRAWN)
            continue
        return _ask(proposal, now=now)
    HelpRequest.objects.filter(pk=request.pk, state__in=OPEN_STATES).update(state=State.SEARCHING)
    request.refresh_from_db(fields=["state"])
    return None


def _ask(proposal: Proposal, *, now: dt.datetime) -> Proposal:
    request = proposal.request
    answer_by = now + TIME_TO_ANSWER[Urgency(request.urgency)]
    asked = Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.PICKED).update(
        state=Proposal.State.ASKED, asked_at=now, answer_by=answer_by
    )
    if asked:
        HelpRequest.objects.filter(pk=request.pk, state__in=OPEN_STATES).update(state=State.ASKED)
        Offer.objects.filter(pk=proposal.offer_id).update(last_asked_at=now)
        proposal.refresh_from_db()
        link = outbox.make_link(
            proposal.offer.person, "care:answer", proposal, expires_at=answer_by
        )
        words = {"proposal": proposal, "link": link, "answer_by": answer_by}
        outbox.send(
            proposal.offer.person,
            template="care/messages/ask_helper",
            context=words,
            thing=proposal,
        )
        record(
            Verb.SUPPORTED, proposal, act="helper-asked", actor=None, kind=ActorKind.SERVICE, at=now
        )
    request.refresh_from_db(fields=["state"])
    return proposal


def time_out_proposals(*, now: dt.datetime) -> int:
    """Go on to the next in the row when somebody did not answer in time; tell how many."""
    late = Proposal.objects.filter(state=Proposal.State.ASKED, answer_by__lt=now).select_related(
        "request"
    )
    return sum(_time_out(proposal, now=now) for proposal in list(late[:200]))


@transaction.atomic
def _time_out(proposal: Proposal, *, now: dt.datetime) -> bool:
    passed = Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.ASKED).update(
        state=Proposal.State.NO_ANSWER
    )
    if passed:
        outbox.end_links(proposal.pk)
        outbox.cancel_messages(proposal.pk)
        ask_next(proposal.request, now=now)
    return bool(passed)
