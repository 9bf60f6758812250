"""A look at the vote together, after the count."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from gebuur.apps.budget import queries
from gebuur.apps.neighbourhood.permissions import StaffRequest, coordinator_page


@coordinator_page
def look(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """What the coordinator lays before both sides: counts to look at together, and no verdict."""
    one = queries.get_round_for(request.me, pk)
    context = {"round": one, "looked": queries.look_at(one), "here": "budget"}
    return render(request, "budget/look.html", context)
