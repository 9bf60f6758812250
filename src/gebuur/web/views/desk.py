"""The professional's start page: who waits on the left, the next call on the right."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gebuur.apps.care import queries as care
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page

COMING = 5


@staff_page
@require_GET
def desk(request: StaffRequest) -> HttpResponse:
    """What waits today, the open calls, and what is agreed for the coming days."""
    now = timezone.now()
    context = {
        "here": "desk",
        "day": care.day_of(request.place, now=now),
        "tabs": care.open_calls(request.me),
        "coming": care.list_coming_visits(request.place, today=timezone.localdate(now))[:COMING],
        "week": care.week_line(request.place),
        "now": now,
    }
    return render(request, "web/desk.html", context)
