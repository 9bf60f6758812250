"""What every resident may read: the numbers to call, and what neighbours do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gebuur.apps.boundaries import queries
from gebuur.apps.neighbourhood.permissions import place_of


def helplines(request: HttpRequest) -> HttpResponse:
    """The numbers to call; they stand here even when no neighbourhood is chosen."""
    place = place_of(request)
    urgent, others = queries.list_lines(place.organisation if place else None)
    return render(request, "boundaries/helplines.html", {"urgent": urgent, "others": others})


def what_neighbours_do(request: HttpRequest) -> HttpResponse:
    """The catalogue in plain words; whoever has no neighbourhood yet chooses one first."""
    place = place_of(request)
    if place is None:
        return redirect("home")
    groups = queries.read_for_residents(place.organisation)
    return render(request, "boundaries/what_neighbours_do.html", {"groups": groups})
