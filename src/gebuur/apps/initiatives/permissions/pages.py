"""The doors of the pages of a group."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.http import Http404, HttpRequest, HttpResponse

from gebuur.apps.accounts.permissions import has_second_factor
from gebuur.apps.initiatives.models import (
    Initiative,
    Support,
)
from gebuur.apps.initiatives.permissions.seats import Seat, seat_of, support_of
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.neighbourhood.permissions import person_of

P = ParamSpec("P")


class GroupRequest(HttpRequest):
    """A request about one initiative: of a member, of somebody beside the group, or of a passer-by."""

    initiative: Initiative
    place: Neighbourhood
    seat: Seat | None
    support: Support | None


class MemberRequest(GroupRequest):
    """A request of a member, or of staff with that member on the phone."""

    seat: Seat


class SupporterRequest(GroupRequest):
    """A request of the professional who stands beside the group."""

    support: Support


R = TypeVar("R", bound=GroupRequest)


def group_page(
    view: Callable[Concatenate[GroupRequest, uuid.UUID, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]:
    """Open a page to the members of a group and to who supports it now; others see 404."""
    return _gate(view, lambda known: known.seat is not None or known.support is not None)


def member_page(
    view: Callable[Concatenate[MemberRequest, uuid.UUID, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]:
    """Open a page to the members of a group only."""
    return _gate(view, lambda known: known.seat is not None)


def supporter_page(
    view: Callable[Concatenate[SupporterRequest, uuid.UUID, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]:
    """Open a page to who stands beside the group only."""
    return _gate(view, lambda known: known.support is not None)


def _gate(
    view: Callable[Concatenate[R, uuid.UUID, P], HttpResponse],
    is_open_to: Callable[[GroupRequest], bool],
) -> Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]:
    @wraps(view)
    def guarded(
        request: HttpRequest, pk: uuid.UUID, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        known = known_in_group(request, pk)
        if not is_open_to(known):
            raise Http404
        return view(cast("R", known), pk, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]", guarded)


def known_in_group(request: HttpRequest, pk: uuid.UUID) -> GroupRequest:
    """Hang the group, the seat and the support on the request; a missing group is 404."""
    found = Initiative.objects.select_related("neighbourhood__organisation", "street")
    initiative = found.filter(pk=pk).first()
    if initiative is None:
        raise Http404
    known = cast("GroupRequest", request)
    known.initiative, known.place = initiative, initiative.neighbourhood
    known.seat = seat_of(request, initiative)
    is_locked = not request.user.is_authenticated or not has_second_factor(request)
    known.support = None if is_locked else support_of(person_of(request), initiative)
    return known
