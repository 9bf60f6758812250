"""One's own hundred points, groups and moments over time. There is no address at which anybody else sees them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.reflection import queries


@staff_page
@require_GET
def over_time(request: StaffRequest) -> HttpResponse:
    """Where my time went, what I saw in groups, and the moments in which I recognised an attitude."""
    today = timezone.localdate()
    context = {
        "mine": queries.open_over_time(request.me, today=today),
        "groups": queries.list_groups(request.me, today=today),
        "here": "learn",
    }
    return render(request, "reflection/over_time.html", context)
