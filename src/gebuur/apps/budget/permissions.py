"""Who may do what with the neighbourhood budget. The authority sees the budget only, and nothing about a person."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from gebuur.apps.accounts.permissions import has_second_factor
from gebuur.apps.budget.models import Idea, Proposal, Remark
from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.initiatives.permissions import Seat, can_act, can_speak, seat_of
from gebuur.apps.initiatives.permissions.seats import SEATS
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role
from gebuur.apps.neighbourhood.permissions import (
    StaffRequest,
    is_coordinator,
    is_staff,
    person_of,
    roles_of,
    works_with,
)
from gebuur.core.ids import as_uuid

P = ParamSpec("P")


class OwnerRequest(HttpRequest):
    """A request about a proposal, of a member of the group that owns it, or of staff with her on the phone."""

    proposal: Proposal
    place: Neighbourhood
    seat: Seat


def is_authority(person: Person | None) -> bool:
    """Whether somebody speaks for the local authority today."""
    return person is not None and Role.AUTHORITY in roles_of(person)


def speaks_for_authority(actor: Person | None, neighbourhood_id: object) -> bool:
    """Whether the actor speaks for the authority in that neighbourhood today."""
    return actor is not None and actor.neighbourhood_id == neighbourhood_id and is_authority(actor)


def can_run_rounds(actor: Person | None, neighbourhood_id: object) -> bool:
    """A coordinator sets up rounds, the roll and the count."""
    return (
        actor is not None and actor.neighbourhood_id == neighbourhood_id and is_coordinator(actor)
    )


def can_ask_services(actor: Person | None, neighbourhood_id: object) -> bool:
    """A coordinator or the authority names the services that look at a proposal."""
    return can_run_rounds(actor, neighbourhood_id) or speaks_for_authority(actor, neighbourhood_id)


def can_note_services(actor: Person | None, neighbourhood_id: object) -> bool:
    """Whoever heard what a service said writes it down: staff of the place, or the authority."""
    return works_with(actor, neighbourhood_id) or speaks_for_authority(actor, neighbourhood_id)


def can_answer_remark(actor: Person, remark: Remark) -> bool:
    """Who had the idea answers, or the desk when nobody is known; for a proposal a known member of its group."""
    if actor.neighbourhood_id != remark.neighbourhood_id:
        return False
    if remark.idea is not None:
        giver = remark.idea.giver_id
        return giver == actor.pk or (giver is None and works_with(actor, actor.neighbourhood_id))
    members = Member.objects.filter(initiative__budget_proposals=remark.proposal_id, person=actor)
    return members.filter(state=Member.State.MEMBER, known_at__isnull=False).exists()


def can_work_out(actor: Seat, group_id: object) -> bool:
    """A known member of a group begins its proposals and works them out; staff may type for her."""
    return actor.initiative.pk == group_id and can_speak(actor)


def seats_of(request: HttpRequest, place: Neighbourhood | None) -> list[Seat]:
    """The seats of this browser in the groups of a place that go on, in which it has a voice."""
    kept, me = [as_uuid(key) for key in request.session.get(SEATS, {})], person_of(request)
    mine = Member.objects.filter(person__isnull=False, person=me, state=Member.State.MEMBER)
    here = Initiative.objects.filter(neighbourhood=place, state=Initiative.State.ACTIVE)
    may_be = here.filter(pk__in=[*kept, *mine.values_list("initiative", flat=True)])
    seats = (seat_of(request, group) for group in may_be.order_by("title", "pk"))
    return [seat for seat in seats if seat is not None and can_speak(seat)]


def can_realise(seat: Seat, proposal: Proposal) -> bool:
    """A member of the group that owns the proposal, while the group goes on."""
    return seat.initiative.pk == proposal.group_id and can_act(seat)


def can_speak_for(actor: Person | None, idea: Idea) -> bool:
    """Who had an idea, and staff who has her on the phone or types what a meeting wrote."""
    if actor is None:
        return False
    return actor.pk == idea.giver_id or works_with(actor, idea.neighbourhood_id)


def can_ask_to_merge(actor: Person | None, idea: Idea) -> bool:
    """Staff, and everybody who had an idea in the same round, may ask whether two ideas become one."""
    if actor is None:
        return False
    is_giver = Idea.objects.filter(round=idea.round_id, giver=actor).exists()
    return is_giver or works_with(actor, idea.neighbourhood_id)


def authority_page(
    view: Callable[Concatenate[StaffRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Open a view to the local authority; staff of the place reads along. Others see 404."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        me = person_of(request)
        if me is None or not (is_authority(me) or is_staff(me)):
            raise Http404
        if not has_second_factor(request):
            return redirect("accounts:second-factor")
        known = cast("StaffRequest", request)
        known.me, known.place = me, me.neighbourhood
        return view(known, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", guarded)


def owner_page(
    view: Callable[Concatenate[OwnerRequest, uuid.UUID, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]:
    """Open a page about a proposal to the members of its group only; others see 404."""

    @wraps(view)
    def guarded(
        request: HttpRequest, pk: uuid.UUID, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        found = Proposal.objects.select_related("round__neighbourhood", "group__neighbourhood")
        proposal = found.filter(pk=pk).first()
        seat = seat_of(request, proposal.group) if proposal is not None else None
        if proposal is None or seat is None:
            raise Http404
        known = cast("OwnerRequest", request)
        known.proposal, known.place, known.seat = proposal, proposal.group.neighbourhood, seat
        return view(known, pk, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]", guarded)
