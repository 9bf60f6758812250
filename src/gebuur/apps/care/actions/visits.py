"""How a visit went, calling off, and somebody else when a helper cannot go on."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.care.actions.asking import ask_next
from gebuur.apps.care.actions.planning import go_on
from gebuur.apps.care.actions.requests import RequestClosed
from gebuur.apps.care.actions.telling import LINK_DAYS, reader_of, record, side_of, tell_seeker
from gebuur.apps.care.models import HelpRequest, Match, Proposal, Rhythm, State, Visit
from gebuur.apps.care.permissions import can_end, can_report
from gebuur.apps.chronicle.models import Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.core.errors import RuleBroken

ENDS_WITH_ONE = (Rhythm.ONCE, Rhythm.UNKNOWN)


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
    reported = Visit.objects.filter(pk=visit.pk, state=Visit.State.PLANNED).update(
        state=outcome, is_worried=is_worried, reported_at=now, reported_by=actor
    )
    if not reported:
        raise VisitReported(_("This was told already. Thank you."))
    visit.refresh_from_db()
    outbox.end_links(visit.pk, purpose="care:visit")
    record(
        Verb.DID,
        visit,
        act=f"visit-{outcome.replace('_', '-')}",
        actor=actor,
        kind=side_of(actor, visit),
        at=now,
    )
    request = visit.match.request
    if is_worried and request.seeker is not None:
        boundaries.raise_concern(request.seeker, raised_by=actor, text=worry, visit=visit.pk)
    if outcome == Visit.State.DONE:
        _after_done(visit, now=now)
    elif outcome == Visit.State.NOBODY_HOME:
        _phone_seeker(visit, now=now)
    else:
        substitute(visit.match, actor=actor, now=now)


def _after_done(visit: Visit, *, now: dt.datetime) -> None:
    match, request = visit.match, visit.match.request
    if request.rhythm in ENDS_WITH_ONE:
        Match.objects.filter(pk=match.pk).update(
            state=Match.State.ENDED, ended_at=now, end_reason="done"
        )
        HelpRequest.objects.filter(pk=request.pk, state=State.AGREED).update(
            state=State.DONE, closed_at=now
        )
    else:
        go_on(match, today=now.date())
    reader = reader_of(request)
    link = outbox.make_link(
        reader, "care:feedback", visit, expires_at=now + dt.timedelta(days=LINK_DAYS)
    )
    words = {"helper": match.offer.person.first_name, "link": link}
    outbox.send(reader, template="care/messages/how_was_it", context=words, thing=visit)


def _phone_seeker(visit: Visit, *, now: dt.datetime) -> None:
    request = visit.match.request
    outbox.add_call(
        request.neighbourhood,
        actor=None,
        person=request.seeker,
        about=_("Nobody was home for the visit."),
        call_at=now,
    )
    if request.rhythm not in ENDS_WITH_ONE:
        go_on(visit.match, today=now.date())


@transaction.atomic
def call_off_visit(visit: Visit, *, actor: Person, now: dt.datetime) -> None:
    """Call one time off, without a reason; the other side is told and a series goes on."""
    if not can_end(actor, visit.match):
        raise PermissionDenied
    called_off = Visit.objects.filter(pk=visit.pk, state=Visit.State.PLANNED).update(
        state=Visit.State.CALLED_OFF, reported_at=now, reported_by=actor
    )
    if not called_off:
        raise VisitReported(_("This time is over or called off already."))
    match, request = visit.match, visit.match.request
    record(
        Verb.DECIDED, visit, act="visit-called-off", actor=actor, kind=side_of(actor, visit), at=now
    )
    other = match.offer.person if actor.pk != match.offer.person_id else reader_of(request)
    outbox.send(other, template="care/messages/called_off", context={"visit": visit}, thing=visit)
    if request.rhythm not in ENDS_WITH_ONE:
        go_on(match, today=now.date())
    elif actor.pk == match.offer.person_id:
        substitute(match, actor=actor, now=now)


@transaction.atomic
def substitute(match: Match, *, actor: Person, now: dt.datetime) -> None:
    """The helper cannot go on: the request is open again, the next in the row is asked, the seeker is told."""
    if not can_end(actor, match):
        raise PermissionDenied
    end_match(match, actor=actor, reason="helper_cannot", now=now)
    request = match.request
    HelpRequest.objects.filter(pk=request.pk, state=State.AGREED).update(
        state=State.SEARCHING, waiting_since=now
    )
    request.refresh_from_db(fields=["state", "waiting_since"])
    tell_seeker(request, "looking_again")
    ask_next(request, now=now)


@transaction.atomic
def end_match(match: Match, *, actor: Person, reason: str, now: dt.datetime) -> None:
    """End an agreement; planned visits fall away and its links close. The request is not touched."""
    if not can_end(actor, match):
        raise PermissionDenied
    ended = Match.objects.filter(pk=match.pk, state=Match.State.ACTIVE).update(
        state=Match.State.ENDED, ended_at=now, end_reason=reason
    )
    if not ended:
        raise RequestClosed(_("This agreement has ended already."))
    match.visits.filter(state=Visit.State.PLANNED).update(state=Visit.State.CALLED_OFF)
    Proposal.objects.filter(pk=match.proposal_id).update(state=Proposal.State.WITHDRAWN)
    outbox.end_links(match.pk)
    record(Verb.DECIDED, match, act="match-ended", actor=actor, kind=side_of(actor, match), at=now)
