"""The corner of the local authority: what waits for it now. Nobody's name stands there."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gebuur.apps.budget import queries
from gebuur.apps.budget.permissions import authority_page, speaks_for_authority
from gebuur.apps.budget.views.rounds import base_of
from gebuur.apps.neighbourhood.permissions import StaffRequest


@authority_page
def authority_start(request: StaffRequest) -> HttpResponse:
    """Everything that waits for a word of the authority, and everything it waits for itself."""
    waiting = queries.waiting_of(request.place, timezone.localdate())
    context = {"waiting": waiting, "is_hers": speaks_for_authority(request.me, request.place.pk)}
    return render(request, "budget/authority_start.html", context | base_of(request))
