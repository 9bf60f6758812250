"""The first page: for a neighbour two ways in, for staff the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gebuur.apps.budget.permissions import is_authority
from gebuur.apps.budget.queries import waiting_of
from gebuur.apps.care.queries import for_people as care
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.neighbourhood.permissions import (
    CHOSEN,
    is_staff,
    may_read_figures,
    person_of,
    place_of,
)
from gebuur.web.sentences import what_lives


def home(request: HttpRequest) -> HttpResponse:
    """Lead staff to the desk, and show a neighbour what she can do and who comes."""
    me, place = person_of(request), place_of(request)
    if me is not None and is_staff(me):
        return redirect("desk")
    if place is None:
        places = Neighbourhood.objects.order_by("name")
        return (
            render(request, "web/choose_place.html", {"places": places})
            if places
            else redirect("setup")
        )
    now = timezone.now()
    context = {
        "here": "home",
        "lives": what_lives(place, now=now),
        "coming": care.next_visits_of(me, today=timezone.localdate()) if me else [],
        "open_requests": care.open_requests_of(me) if me else [],
        "reads_figures": may_read_figures(me),
        "waits": waiting_of(place, timezone.localdate()) if is_authority(me) else None,
    }
    return render(request, "web/home.html", context)


def place_choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose the neighbourhood of the next pages."""
    place = Neighbourhood.objects.filter(slug=slug).first()
    if place is not None:
        request.session[CHOSEN] = str(place.pk)
    return redirect("home")
