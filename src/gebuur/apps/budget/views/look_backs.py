"""What everybody reads of what came of it, and what neighbours say after three and twelve months."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.realising import LookBackForm
from gebuur.apps.budget.models import Proposal
from gebuur.apps.initiatives.permissions import seat_of
from gebuur.apps.neighbourhood.permissions import (
    StaffRequest,
    choose_where_none,
    person_of,
    place_of,
    staff_page,
    works_with,
)
from gebuur.core.limits import may_try
from gebuur.core.presses import once

PER_HOUR = 12


def realised(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What came of a round: every proposal that got a yes, and what goes back to the pot."""
    seen, today = queries.get_public_round(place_of(request), pk), timezone.localdate()
    told = queries.round_realised(seen.round, today)
    own = [one.proposal.pk for one in told.ones if seat_of(request, one.proposal.group)]
    works_here = works_with(person_of(request), seen.round.neighbourhood_id)
    context = {"seen": seen, "told": told, "own": own, "works_here": works_here}
    return render(request, "budget/realised.html", context)


def picture_show(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A picture as the browser draws it; nothing in it can do anything else."""
    found = queries.get_picture(place_of(request), pk)
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Content-Disposition": "inline",
        "Cache-Control": "private, max-age=3600",
    }
    return HttpResponse(bytes(found.picture), content_type=found.kind, headers=headers)


@once
def look_back(request: HttpRequest, pk: uuid.UUID, months: int) -> HttpResponse:
    """A neighbour says how it is now; without an account, and without a name. Staff types for who phones."""
    proposal, window = _asked(request, pk, months)
    is_open = window.is_open(timezone.localdate())
    data = request.POST if request.method == "POST" and is_open else None
    form = LookBackForm(data)
    is_staff_here = works_with(person_of(request), proposal.neighbourhood_id)
    if data is not None and form.is_valid():
        if is_staff_here or _may_say(request):
            actions.look_back(proposal, months=months, now=timezone.now(), **form.said())
            messages.success(request, _("Thank you. It counts, and nobody knows that it was you."))
            return redirect("budget:realised", pk=proposal.round_id)
        form.add_error(None, _("Many answers came from here just now. Wait an hour, or phone us."))
    context = {
        "proposal": proposal,
        "window": window,
        "is_open": is_open,
        "form": form,
        "is_staff_here": is_staff_here,
    }
    return render(request, "budget/look_back.html", context)


def look_back_sheet(request: HttpRequest, pk: uuid.UUID, months: int) -> HttpResponse:
    """The same question on paper."""
    proposal, window = _asked(request, pk, months)
    context = {"proposal": proposal, "window": window}
    return render(request, "budget/look_back_sheet.html", context)


@require_POST
@staff_page
def look_back_hide(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Take away words that point to somebody or hurt."""
    said = queries.get_look_back_for(request.me, pk)
    actions.hide_words(said, actor=request.me)
    messages.success(request, _("The words are gone. The answer still counts."))
    return redirect("budget:realised", pk=said.proposal.round_id)


def _asked(request: HttpRequest, pk: uuid.UUID, months: int) -> tuple[Proposal, queries.Window]:
    """What is looked back on, from the day that neighbours may."""
    proposal = queries.get_granted(place_of(request), pk)
    choose_where_none(request, proposal.round.neighbourhood)
    window = queries.window_of(proposal, months)
    if window is None or timezone.localdate() < window.first:
        raise Http404
    return proposal, window


def _may_say(request: HttpRequest) -> bool:
    return may_try("budget-look-back", request.META.get("REMOTE_ADDR", ""), per_hour=PER_HOUR)
