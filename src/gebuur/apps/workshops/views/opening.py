"""Opening a room, from an agenda of one's own or from a ready one."""

import uuid
from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.workshops import actions, queries
from gebuur.apps.workshops.models import Workshop
from gebuur.apps.workshops.queries import agenda
from gebuur.core.errors import RuleBroken
from gebuur.core.ids import as_uuid
from gebuur.core.presses import once

MOST_EARLIER = 20


@staff_page
def session_new(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Open a room with an agenda of one's own."""
    workshop = agenda.get_workshop_for(request.me, pk)
    return _open(
        request, agenda.blocks_of(workshop), workshop.title, workshop.language, workshop=workshop
    )


@staff_page
def session_ready(request: StaffRequest, key: str, language: str) -> HttpResponse:
    """Open a room with a ready agenda, as it is."""
    ready = agenda.get_ready(key, language)
    return _open(request, agenda.ready_blocks(key, ready.language), ready.title, ready.language)


@once
def _open(
    request: StaffRequest,
    blocks: Sequence[agenda.BlockWords],
    title: str,
    language: str,
    *,
    workshop: Workshop | None = None,
) -> HttpResponse:
    """Ask which session it goes on from, then open the room."""
    earlier = queries.list_earlier(request.me)
    if request.method == "POST":
        before = queries.find_earlier(request.me, as_uuid(request.POST.get("before", "")))
        try:
            session = actions.open_session(
                blocks,
                actor=request.me,
                title=title,
                language=language,
                workshop=workshop,
                before=before,
                now=timezone.now(),
            )
        except RuleBroken as error:
            messages.error(request, str(error))
        else:
            return redirect("workshops:session-detail", pk=session.pk)
    chosen = as_uuid(request.POST.get("before", request.GET.get("before", "")))
    before = queries.find_earlier(request.me, chosen)
    newest = list(earlier[:MOST_EARLIER])
    listed = newest if before is None or before in newest else [before, *newest]
    context = {"title": title, "earlier": listed, "before": before, "here": "learn"}
    return render(request, "workshops/session_new.html", context)
