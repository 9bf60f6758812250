"""Who stays: what our service did in people's first weeks, and who still takes part."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gebuur.apps.mirror import queries
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page


@staff_page
def staying(request: StaffRequest) -> HttpResponse:
    """How many of those who began in a month still take part."""
    cohorts = queries.list_cohorts(request.place, now=timezone.now())
    return render(request, "mirror/staying.html", {"cohorts": cohorts, "here": "mirror"})
