"""An agreement ends: planned visits fall away, links to names and numbers close, unsent words are taken back."""

import datetime as dt

from gebuur.apps.care.actions.telling import tell_seeker
from gebuur.apps.care.models import HelpRequest, Match, Proposal, State, Visit
from gebuur.apps.outbox import actions as outbox


def close_match(match: Match, *, reason: str, now: dt.datetime) -> bool:
    """End an agreement without touching its request; False when it had ended already."""
    ended = Match.objects.filter(pk=match.pk, state=Match.State.ACTIVE).update(
        state=Match.State.ENDED, ended_at=now, end_reason=reason
    )
    if not ended:
        return False
    outbox.end_links(match.pk)
    outbox.cancel_messages(match.pk)
    for visit in match.visits.filter(state=Visit.State.PLANNED):
        outbox.end_links(visit.pk)
        outbox.cancel_messages(visit.pk)
    match.visits.filter(state=Visit.State.PLANNED).update(state=Visit.State.CALLED_OFF)
    if reason != Match.EndReason.DONE:
        Proposal.objects.filter(pk=match.proposal_id).update(state=Proposal.State.WITHDRAWN)
    return True


def tell_it_stops(match: Match) -> None:
    """Tell the helper that she need not come any more."""
    outbox.send(
        match.offer.person, template="care/messages/agreement_ended", context={}, thing=match
    )


def look_again(match: Match, *, tell: bool, now: dt.datetime) -> HelpRequest:
    """Open the request again, with the clock at now; a question from the board hangs there again."""
    request = match.request
    HelpRequest.objects.filter(pk=request.pk, state=State.AGREED).update(
        state=State.SEARCHING,
        waiting_since=now,
        told_at=now,
        on_board=match.proposal.from_board,
    )
    request.refresh_from_db(fields=["state", "waiting_since", "told_at", "on_board"])
    if tell:
        tell_seeker(request, "looking_again")
    return request


def finish_request(match: Match, *, now: dt.datetime) -> None:
    """The last visit is over: the agreement ends in good order and the request is done."""
    close_match(match, reason=Match.EndReason.DONE, now=now)
    HelpRequest.objects.filter(pk=match.request_id, state=State.AGREED).update(
        state=State.DONE, closed_at=now
    )
