"""Pages of the dock: the street, oneself, and whom to call."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gebuur.apps.care.queries import for_people as care
from gebuur.apps.initiatives import queries as initiatives
from gebuur.apps.initiatives.queries import list_groups_of
from gebuur.apps.neighbourhood.permissions import may_read_figures, person_of, place_of
from gebuur.apps.volunteers.models import Offer
from gebuur.web.sentences import WEEKS, what_lives
from gebuur.web.street_map import as_data, draw_map, streets_told


def street(request: HttpRequest) -> HttpResponse:
    """What lives in the neighbourhood, street by street, in counts that point at nobody."""
    place = place_of(request)
    if place is None:
        return redirect("home")
    now = timezone.now()
    told = streets_told(place, now=now)
    context = {
        "here": "street",
        "streets": told,
        "map": draw_map(told),
        "data": as_data(told),
        "lives": what_lives(place, now=now),
        "weeks": WEEKS,
        "dates": initiatives.list_street_dates(place, now=now),
    }
    return render(request, "web/street.html", context)


def me(request: HttpRequest) -> HttpResponse:
    """What we know of you; without an account, how to come in with a code from a letter."""
    person = person_of(request)
    context = {
        "here": "me",
        "person": person,
        "offer": Offer.objects.filter(person=person).first() if person else None,
        "reads_figures": may_read_figures(person),
        "groups": list_groups_of(person) if person else [],
        "requests": care.open_requests_of(person) if person else [],
    }
    return render(request, "web/me.html", context)


def call(request: HttpRequest) -> HttpResponse:
    """Whom to phone, and when."""
    return render(request, "web/call.html", {"here": "call"})
