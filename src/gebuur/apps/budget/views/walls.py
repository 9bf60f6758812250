"""Photos of the walls of meetings: looking, and deleting."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.budget import actions, queries
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page


@staff_page
def wall_list(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Every photo of a round beside the ideas that were typed from it."""
    seen = queries.get_public_round(request.place, pk)
    context = {"seen": seen, "meetings": queries.list_meetings(seen.round), "here": "budget"}
    return render(request, "budget/wall_list.html", context)


@staff_page
def wall_picture(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The photo itself."""
    photo = queries.get_wall_photo(request.place, pk)
    headers = {"Cache-Control": "private, max-age=3600"}
    return HttpResponse(bytes(photo.picture), content_type=photo.kind, headers=headers)


@staff_page
@require_POST
def wall_delete(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Delete a photo; the ideas stay."""
    photo = queries.get_wall_photo(request.place, pk)
    actions.delete_wall_photo(photo, actor=request.me)
    messages.success(request, _("The photo is gone. The ideas stay."))
    return redirect("budget:wall-list", pk=photo.round_id)
