"""What a fair share costs: the metres that each further first time asks, this week, exactly."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gebuur.apps.mirror.views.frontier_parts import show_frontier
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page


@staff_page
@require_GET
def frontier(request: StaffRequest) -> HttpResponse:
    """Sentences, a picture and a table over the open questions of this moment."""
    shown = show_frontier(request.place, now=timezone.now())
    return render(request, "mirror/frontier.html", {"shown": shown, "here": "mirror"})
