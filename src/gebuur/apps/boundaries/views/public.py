"""What every resident may read: the numbers to call, and what neighbours do."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from gebuur.apps.boundaries import queries
from gebuur.apps.neighbourhood.permissions import place_of


def helplines(request: HttpRequest) -> HttpResponse:
    place = place_of(request)
    if place is None:
        raise Http404
    lines = [
        (queries.as_line(line), line.is_urgent)
        for line in queries.list_helplines(place.organisation)
    ]
    context = {
        "urgent": [line for line, is_urgent in lines if is_urgent],
        "others": [line for line, is_urgent in lines if not is_urgent],
    }
    return render(request, "boundaries/helplines.html", context)


def what_neighbours_do(request: HttpRequest) -> HttpResponse:
    place = place_of(request)
    if place is None:
        raise Http404
    groups = queries.read_for_residents(place.organisation)
    return render(request, "boundaries/what_neighbours_do.html", {"groups": groups})
