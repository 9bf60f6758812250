"""Who may do what with the neighbourhood budget. The authority sees the budget only, and nothing about a person."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from gebuur.apps.accounts.permissions import has_second_factor
from gebuur.apps.budget.models import Idea, Proposal
from gebuur.apps.initiatives.permissions import Seat, seat_of
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role
from gebuur.apps.neighbourhood.permissions import (
    StaffRequest,
    is_coordinator,
    is_staff,
    person_of,
    roles_of,
    works_with,
)

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
