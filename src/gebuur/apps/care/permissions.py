"""Who may do what with a request."""

from gebuur.apps.care.models import HelpRequest, Match, Proposal, Visit
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import is_coordinator, works_with


def can_arrange(actor: Person | None, request: HelpRequest) -> bool:
    """Staff of the neighbourhood arranges."""
    return works_with(actor, request.neighbourhood_id)


def can_speak_for_seeker(actor: Person | None, request: HelpRequest) -> bool:
    """The seeker, whoever asked for her, or staff who heard it from her."""
    if actor is not None and actor.pk in (request.seeker_id, request.asked_by_id):
        return True
    return can_arrange(actor, request)


def can_answer(actor: Person | None, proposal: Proposal) -> bool:
    """The helper herself, or staff who has her on the phone."""
    if actor is not None and actor.pk == proposal.offer.person_id:
        return True
    return works_with(actor, proposal.neighbourhood_id)


def can_report(actor: Person | None, visit: Visit) -> bool:
    """The helper, or staff who heard it."""
    match = visit.match
    own = actor is not None and actor.pk == match.offer.person_id
    return own or works_with(actor, match.neighbourhood_id)


def can_end(actor: Person | None, match: Match) -> bool:
    """Either side, whoever asked for the seeker, or staff."""
    sides = (match.offer.person_id, match.request.seeker_id, match.request.asked_by_id)
    return (actor is not None and actor.pk in sides) or works_with(actor, match.neighbourhood_id)


def can_set_turn(actor: Person | None, place: Neighbourhood) -> bool:
    """The coordinator of the place decides by which numbers it divides."""
    return works_with(actor, place.pk) and is_coordinator(actor)
