"""Who may do what in a neighbourhood, and the doors of staff pages."""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django_htmx.middleware import HtmxDetails

from gebuur.apps.accounts.models import User
from gebuur.apps.accounts.permissions import has_second_factor
from gebuur.apps.neighbourhood.models import Membership, Neighbourhood, Person, Role

CHOSEN = "place"
STAFF = (Role.PROFESSIONAL, Role.COORDINATOR)
READERS = (*STAFF, Role.HEAD)
P = ParamSpec("P")


class PersonRequest(HttpRequest):
    """A request of somebody who signed in and is known in this place."""

    me: Person
    place: Neighbourhood
    htmx: HtmxDetails


class StaffRequest(PersonRequest):
    """A request of a professional, for the place where she works now."""


def place_of(request: HttpRequest) -> Neighbourhood | None:
    """The neighbourhood this request is about: chosen before, or one's own, or the only one there is."""
    me = person_of(request)
    if me is not None:
        return me.neighbourhood
    places = Neighbourhood.objects.select_related("organisation")
    chosen = request.session.get(CHOSEN) if hasattr(request, "session") else None
    if chosen:
        found = places.filter(pk=chosen).first()
        if found is not None:
            return found
    first_two = list(places.order_by("created_at")[:2])
    return first_two[0] if len(first_two) == 1 else None


def choose_where_none(request: HttpRequest, place: Neighbourhood) -> None:
    """Whoever reads a page of a neighbourhood goes on in it, unless she chose one before."""
    if place_of(request) is None:
        request.session[CHOSEN] = str(place.pk)


def person_of(request: HttpRequest) -> Person | None:
    """Who the signed-in user is in the chosen neighbourhood, or in the first that knows them."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return None
    known = getattr(request, "_gebuur_person", False)
    if known is not False:
        return known  # type: ignore[return-value]  # set three lines below
    persons = list(
        Person.objects.filter(user=user, left_at__isnull=True)
        .select_related("neighbourhood__organisation", "street")
        .order_by("created_at")
    )
    chosen = str(request.session.get(CHOSEN, ""))
    me = next(
        (p for p in persons if str(p.neighbourhood_id) == chosen), persons[0] if persons else None
    )
    request._gebuur_person = me  # type: ignore[attr-defined]  # a request lives for one page
    return me


def roles_of(person: Person, *, on: dt.date | None = None) -> set[str]:
    """Roles that hold on a day (today unless told otherwise)."""
    day = on or timezone.localdate()
    held = Membership.objects.held_on(day).filter(
        person=person, neighbourhood=person.neighbourhood_id
    )
    return set(held.values_list("role", flat=True))


def is_staff(person: Person | None) -> bool:
    return person is not None and not roles_of(person).isdisjoint(STAFF)


def is_coordinator(person: Person | None) -> bool:
    return person is not None and Role.COORDINATOR in roles_of(person)


def may_read_figures(person: Person | None) -> bool:
    """Whether somebody may read counts of the neighbourhood: staff, and the head of service."""
    return person is not None and not roles_of(person).isdisjoint(READERS)


def works_with(actor: Person | None, neighbourhood_id: object) -> bool:
    """Whether the actor is staff of that neighbourhood today."""
    return actor is not None and actor.neighbourhood_id == neighbourhood_id and is_staff(actor)


def staff_page(
    view: Callable[Concatenate[StaffRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Open a view to staff of the place only: others see 404, visitors sign in, a second factor is asked."""
    return _gate(view, is_staff)


def coordinator_page(
    view: Callable[Concatenate[StaffRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Open a view to coordinators of the place only."""
    return _gate(view, is_coordinator)


def figures_page(
    view: Callable[Concatenate[StaffRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Open a view without anybody's name to staff of the place and its head of service."""
    return _gate(view, may_read_figures)


def person_page(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Open a view to anybody who signed in and is known in the place."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(_known(request, person_of(request)), *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", guarded)


def _gate(
    view: Callable[Concatenate[StaffRequest, P], HttpResponse], may: Callable[[Person | None], bool]
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        me = person_of(request)
        if not may(me):
            raise Http404
        if not has_second_factor(request):
            return redirect("accounts:second-factor")
        return view(cast("StaffRequest", _known(request, me)), *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", guarded)


def _known(request: HttpRequest, me: Person | None) -> PersonRequest:
    """Hang the person and the place on the request; a stranger finds nothing."""
    if me is None:
        raise Http404
    known = cast("PersonRequest", request)
    known.me, known.place = me, me.neighbourhood
    return known
