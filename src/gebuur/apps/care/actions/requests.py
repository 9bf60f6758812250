"""A request begins, is cleared, is put on the board, is handed over, or stops."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.models import HandOver, Light, Task
from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.care.actions.ending import close_match, tell_it_stops
from gebuur.apps.care.actions.telling import (
    reader_of,
    reads_at_once,
    record,
    tell_seeker,
)
from gebuur.apps.care.models import OPEN_STATES, HelpRequest, Match, Proposal, State
from gebuur.apps.care.permissions import can_arrange, can_speak_for_seeker
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.outbox import actions as outbox
from gebuur.core.errors import RuleBroken

STILL_GOING = (*OPEN_STATES, State.AGREED)


class RedTask(RuleBroken):
    """A neighbour never does this; the message says who does."""


class RequestClosed(RuleBroken):
    """The request is done, handed over or stopped."""


class NotCleared(RuleBroken):
    """An amber task waits for the professional's yes."""


class WordMissing(RuleBroken):
    """A request never stops without a word to the seeker."""


@transaction.atomic
def make_request(
    place: Neighbourhood,
    *,
    actor: Person | None,
    seeker: Person,
    task: Task,
    slots: int,
    channel: str,
    urgency: str,
    rhythm: str,
    languages: list[str],
    now: dt.datetime,
    wish: str = "",
    own_words: str = "",
    answers: str = "",
    gives: str = "",
    asked_by: Person | None = None,
    asked_by_relation: str = "",
    on_board: bool = False,
) -> HelpRequest:
    """Write a whole question down. `actor` is the staff member who types, None for the website."""
    if actor is not None and not works_with(actor, place.pk):
        raise PermissionDenied
    if seeker.neighbourhood_id != place.pk or task.organisation_id != place.organisation_id:
        raise PermissionDenied
    refuse_red(task)
    request = HelpRequest.objects.create(
        neighbourhood=place,
        seeker=seeker,
        asked_by=asked_by,
        asked_by_relation=asked_by_relation,
        entered_by=actor,
        channel=channel,
        task=task,
        state=State.NEW,
        urgency=urgency,
        slots=slots,
        rhythm=rhythm,
        languages=languages or seeker.languages or [seeker.language],
        wish=wish,
        own_words=own_words,
        answers=answers,
        gives=gives,
        on_board=on_board and task.light == Light.GREEN,
        created_at=now,
        waiting_since=now,
    )
    began(request, at=now)
    return request


def refuse_red(task: Task) -> None:
    """Stop a red task with its own reason."""
    if task.light == Light.RED:
        raise RedTask(
            in_language(task.refusal)
            or _("A neighbour does not do this. We look for a service with you.")
        )


def began(request: HelpRequest, *, at: dt.datetime) -> None:
    """Note in the chronicle who began: the seeker, or whoever asked for her; she gets her own page.

    Who reads no mail or text messages heard it from whoever noted the question.
    """
    _record_beginning(request, at=at)
    if reads_at_once(reader_of(request)):
        tell_seeker(request, "request_received")


def _record_beginning(request: HelpRequest, *, at: dt.datetime) -> None:
    who = request.asked_by or request.seeker
    record(Verb.BEGAN, request, act="request", actor=who, kind=ActorKind.NEIGHBOUR, at=at)


@transaction.atomic
def add_wishes(request: HelpRequest, *, actor: Person | None, wish: str, gives: str) -> HelpRequest:
    """Add what is good to know and what the seeker likes to do; `actor` None: right after asking on the web."""
    if actor is not None and not can_speak_for_seeker(actor, request):
        raise PermissionDenied
    request.wish, request.gives = wish, gives
    request.save(update_fields=["wish", "gives"])
    return request


@transaction.atomic
def clear_request(
    request: HelpRequest, *, actor: Person, minutes: int, note: str, ends_on: dt.date | None
) -> HelpRequest:
    """The professional's yes to an amber task, with its limits."""
    if not can_arrange(actor, request):
        raise PermissionDenied
    _require_open(request)
    request.limits_minutes, request.limits_note, request.ends_on = minutes, note, ends_on
    request.cleared_by, request.cleared_at = actor, timezone.now()
    request.save(
        update_fields=["limits_minutes", "limits_note", "ends_on", "cleared_by", "cleared_at"]
    )
    record(Verb.DECIDED, request, act="request-cleared", actor=actor, kind=ActorKind.PROFESSIONAL)
    return request


def require_cleared(request: HelpRequest) -> None:
    """An amber task goes no further without the professional's yes."""
    if (
        request.task is not None
        and request.task.light == Light.AMBER
        and request.cleared_at is None
    ):
        raise NotCleared(_("This task needs your yes and its limits first."))


@transaction.atomic
def put_on_board(request: HelpRequest, *, actor: Person) -> None:
    """Let volunteers answer this question themselves."""
    if not can_arrange(actor, request):
        raise PermissionDenied
    require_cleared(request)
    put = HelpRequest.objects.filter(pk=request.pk, state__in=OPEN_STATES).update(on_board=True)
    if not put:
        raise RequestClosed(_("This question needs nobody any more."))
    request.refresh_from_db(fields=["on_board"])
    record(Verb.DECIDED, request, act="request-on-board", actor=actor, kind=ActorKind.PROFESSIONAL)


@transaction.atomic
def take_from_board(request: HelpRequest, *, actor: Person) -> None:
    """Take the question from the board; who was asked stays asked."""
    if not can_arrange(actor, request):
        raise PermissionDenied
    taken = HelpRequest.objects.filter(pk=request.pk, on_board=True).update(on_board=False)
    request.refresh_from_db(fields=["on_board"])
    if taken:
        record(
            Verb.DECIDED, request, act="request-off-board", actor=actor, kind=ActorKind.PROFESSIONAL
        )


@transaction.atomic
def stop_request(request: HelpRequest, *, actor: Person, reason: str, word_to_seeker: str) -> None:
    """Stop a request. Staff stops it only with a word to the seeker; the seeker herself needs no reason."""
    if not can_speak_for_seeker(actor, request):
        raise PermissionDenied
    by_staff = can_arrange(actor, request) and actor.pk != request.seeker_id
    if by_staff and not word_to_seeker.strip():
        raise WordMissing(_("Write a word to the seeker. Nobody is left without an answer."))
    stopped = HelpRequest.objects.filter(pk=request.pk, state__in=STILL_GOING).update(
        state=State.STOPPED, stop_reason=reason, on_board=False, closed_at=timezone.now()
    )
    if not stopped:
        raise RequestClosed(_("This question is closed already."))
    release(request)
    kind = ActorKind.PROFESSIONAL if by_staff else ActorKind.NEIGHBOUR
    record(Verb.DECIDED, request, act="request-stopped", actor=actor, kind=kind)
    if by_staff:
        tell_seeker(request, "request_stopped", word=word_to_seeker.strip())


@transaction.atomic
def hand_over_request(request: HelpRequest, hand_over: HandOver, *, actor: Person) -> None:
    """Give the question to a service; the hand-over itself has the seeker's consent."""
    if not can_arrange(actor, request) or hand_over.neighbourhood_id != request.neighbourhood_id:
        raise PermissionDenied
    if request.seeker is None or request.task is None:
        raise RequestClosed(_("First say who asks, and for what."))
    was_call = request.state == State.DRAFT
    now = timezone.now()
    handed = HelpRequest.objects.filter(
        pk=request.pk, state__in=(*STILL_GOING, State.DRAFT)
    ).update(state=State.HANDED_OVER, hand_over=hand_over, on_board=False, draft="", closed_at=now)
    if not handed:
        raise RequestClosed(_("This question is closed already."))
    if was_call:
        _record_beginning(request, at=now)
    release(request)
    record(
        Verb.HANDED_OVER,
        request,
        act="request-handed-over",
        actor=actor,
        kind=ActorKind.PROFESSIONAL,
    )


def release(request: HelpRequest) -> None:
    """Let everybody go who was asked or would come, and take unsent messages back."""
    now = timezone.now()
    for match in request.matches.filter(state=Match.State.ACTIVE).select_related("offer__person"):
        if close_match(match, reason=Match.EndReason.REQUEST_CLOSED, now=now):
            tell_it_stops(match)
    waiting = (Proposal.State.PICKED, Proposal.State.ASKED, Proposal.State.YES)
    for proposal in request.proposals.filter(state__in=waiting).select_related("offer__person"):
        let_go(proposal, state=Proposal.State.WITHDRAWN)


def let_go(proposal: Proposal, *, state: str) -> None:
    """Take somebody out of the row; whoever knows of the question hears that it is filled."""
    was_told = proposal.state != Proposal.State.PICKED
    Proposal.objects.filter(pk=proposal.pk).update(state=state)
    outbox.end_links(proposal.pk)
    outbox.cancel_messages(proposal.pk)
    if was_told:
        outbox.send(
            proposal.offer.person,
            template="care/messages/no_longer_needed",
            context={},
            thing=proposal,
        )


def lock(request: HelpRequest) -> None:
    """Make everybody who works on one request wait for each other, and see its state as it is.

    Every action takes this lock first, so that none waits crosswise for another. SQLite has one writer
    at a time already.
    """
    HelpRequest.objects.select_for_update().filter(pk=request.pk).values("pk").first()
    request.refresh_from_db(fields=["state", "cleared_at"])


def _require_open(request: HelpRequest) -> None:
    if request.state not in STILL_GOING:
        raise RequestClosed(_("This question is closed already."))
