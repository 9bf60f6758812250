"""How a visit went, calling off, and somebody else when a helper cannot go on."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.care.actions.asking import ask_next
from gebuur.apps.care.actions.ending import close_match, finish_request, look_again, tell_it_stops
from gebuur.apps.care.actions.planning import go_on
from gebuur.apps.care.actions.requests import RequestClosed, lock
from gebuur.apps.care.actions.telling import (
    LINK_DAYS,
    put_on_call_list,
    reader_of,
    record,
    record_helper,
    side_of,
    tell_seeker,
)
from gebuur.apps.care.models import Match, Proposal, Rhythm, Visit
from gebuur.apps.care.permissions import can_end, can_report
from gebuur.apps.chronicle.models import Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.volunteers import actions as volunteers
from gebuur.core.errors import RuleBroken

ENDS_WITH_ONE = (Rhythm.ONCE, Rhythm.UNKNOWN)
NOBODY_HOME = gettext_lazy("Nobody was home for the visit.")
ANOTHER_DAY = gettext_lazy("What was agreed is called off. Ask if another day suits.")


class VisitReported(RuleBroken):
    """Somebody told already how this visit went."""


@transaction.atomic
def report_visit(
    visit: Visit,
    *,
    actor: Person,
    outcome: str,
    now: dt.datetime,
    is_worried: bool = False,
    worry: str = "",
) -> None:
    """Note how it went: done, nobody home, or cannot any more; a worry goes to professionals only."""
    if not can_report(actor, visit):
        raise PermissionDenied
    lock(visit.match.request)
    reported = Visit.objects.filter(pk=visit.pk, state=Visit.State.PLANNED).update(
        state=outcome, is_worried=is_worried, reported_at=now, reported_by=actor
    )
    if not reported:
        raise VisitReported(_("We know this already. Thank you."))
    visit.refresh_from_db()
    outbox.end_links(visit.pk, purpose="care:visit")
    outbox.cancel_messages(visit.pk)
    verb = Verb.DECIDED if outcome == Visit.State.CANNOT else Verb.DID
    record_helper(verb, visit, act=f"visit-{outcome.replace('_', '-')}", actor=actor, at=now)
    request = visit.match.request
    if is_worried and request.seeker is not None:
        boundaries.raise_concern(request.seeker, raised_by=actor, text=worry, visit=visit.pk)
    if outcome == Visit.State.DONE:
        _after_done(visit, now=now)
    elif outcome == Visit.State.NOBODY_HOME:
        _after_nobody_home(visit, now=now)
    else:
        substitute(visit.match, actor=actor, now=now)


def _after_done(visit: Visit, *, now: dt.datetime) -> None:
    match, request = visit.match, visit.match.request
    before = Visit.objects.filter(match__offer=match.offer_id, state=Visit.State.DONE)
    if not before.exclude(pk=visit.pk).exists():
        volunteers.plan_check_ins(match.offer, first_on=visit.on, now=now)
    if request.rhythm in ENDS_WITH_ONE:
        finish_request(match, now=now)
    else:
        go_on(match, now=now)
    reader = reader_of(request)
    link = outbox.make_link(
        reader, "care:feedback", visit, expires_at=now + dt.timedelta(days=LINK_DAYS)
    )
    words = {"helper": match.offer.person.first_name, "link": link}
    outbox.send(reader, template="care/messages/how_was_it", context=words, thing=visit)


def _after_nobody_home(visit: Visit, *, now: dt.datetime) -> None:
    """Somebody phones the seeker; what was agreed once is open again, so that it is not forgotten."""
    match, request = visit.match, visit.match.request
    put_on_call_list(request, request.seeker, NOBODY_HOME, now=now)
    if request.rhythm in ENDS_WITH_ONE:
        close_match(match, reason=Match.EndReason.NOBODY_HOME, now=now)
        look_again(match, tell=False, now=now)
    else:
        go_on(match, now=now)


@transaction.atomic
def call_off_visit(visit: Visit, *, actor: Person, now: dt.datetime) -> None:
    """Call one time off, without a reason; the other side is told and a series goes on."""
    if not can_end(actor, visit.match):
        raise PermissionDenied
    lock(visit.match.request)
    called_off = Visit.objects.filter(pk=visit.pk, state=Visit.State.PLANNED).update(
        state=Visit.State.CALLED_OFF, reported_at=now, reported_by=actor
    )
    if not called_off:
        raise VisitReported(_("This time is over or called off already."))
    match = visit.match
    outbox.end_links(visit.pk, purpose="care:visit")
    outbox.cancel_messages(visit.pk)
    kind = side_of(actor, visit)
    record(Verb.DECIDED, visit, act="visit-called-off", actor=actor, kind=kind, at=now)
    if match.request.rhythm not in ENDS_WITH_ONE:
        _tell_called_off(visit, actor=actor)
        go_on(match, now=now)
    elif actor.pk == match.offer.person_id:
        substitute(match, actor=actor, now=now)
    else:
        close_match(match, reason=Match.EndReason.CALLED_OFF, now=now)
        _tell_called_off(visit, actor=actor)
        look_again(match, tell=False, now=now)
        _ask_for_another_day(visit, actor=actor, now=now)


def _tell_called_off(visit: Visit, *, actor: Person) -> None:
    """Tell the other side; when staff calls off, both, since we do not know who phoned."""
    helper, reader = visit.match.offer.person, reader_of(visit.match.request)
    request = visit.match.request
    if actor.pk != helper.pk:
        _send_called_off(visit, helper)
    if actor.pk not in (reader.pk, request.seeker_id, request.asked_by_id):
        _send_called_off(visit, reader)


def _send_called_off(visit: Visit, reader: Person) -> None:
    outbox.send(reader, template="care/messages/called_off", context={"visit": visit}, thing=visit)


def _ask_for_another_day(visit: Visit, *, actor: Person, now: dt.datetime) -> None:
    """Put the seeker on the list to phone, unless staff has just spoken with her."""
    request = visit.match.request
    if actor.pk in (request.seeker_id, request.asked_by_id):
        put_on_call_list(request, reader_of(request), ANOTHER_DAY, now=now)


@transaction.atomic
def substitute(match: Match, *, actor: Person, now: dt.datetime) -> None:
    """The helper cannot go on: the request is open again, the next in the row is asked, the seeker is told.

    Next in the row are those who were picked at the time and never had to be asked.
    """
    if not can_end(actor, match):
        raise PermissionDenied
    lock(match.request)
    if not close_match(match, reason=Match.EndReason.HELPER_CANNOT, now=now):
        raise RequestClosed(_("This agreement has ended already."))
    kind = side_of(actor, match)
    record(Verb.DECIDED, match, act="match-ended", actor=actor, kind=kind, at=now)
    match.request.proposals.filter(
        state=Proposal.State.FILLED, asked_at__isnull=True, answered_at__isnull=True
    ).update(state=Proposal.State.PICKED)
    request = look_again(match, tell=True, now=now)
    ask_next(request, now=now)


@transaction.atomic
def end_match(match: Match, *, actor: Person, now: dt.datetime, reason: str = "done") -> None:
    """End an agreement in good order: both are told, and the request is done."""
    if not can_end(actor, match):
        raise PermissionDenied
    lock(match.request)
    if not close_match(match, reason=reason, now=now):
        raise RequestClosed(_("This agreement has ended already."))
    kind = side_of(actor, match)
    record(Verb.DECIDED, match, act="match-ended", actor=actor, kind=kind, at=now)
    finish_request(match, now=now)
    if actor.pk != match.offer.person_id:
        tell_it_stops(match)
    if actor.pk not in (match.request.seeker_id, match.request.asked_by_id):
        tell_seeker(match.request, "request_done")
