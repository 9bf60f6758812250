"""Opening a room, from an agenda of one's own or from a ready one."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.workshops import actions, queries
from gebuur.core.errors import RuleBroken
from gebuur.core.ids import as_uuid


@staff_page
def session_new(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Open a room with an agenda; choose the session whose agreements are looked back on."""
    workshop = queries.get_workshop_for(request.me, pk)
    earlier = queries.list_earlier(request.me)
    if request.method == "POST":
        before = earlier.filter(pk=as_uuid(request.POST.get("before", ""))).first()
        try:
            session = actions.open_session(
                queries.blocks_of(workshop),
                actor=request.me,
                title=workshop.title,
                language=workshop.language,
                workshop=workshop,
                before=before,
                now=timezone.now(),
            )
        except RuleBroken as error:
            messages.error(request, str(error))
            return redirect("workshops:workshop-detail", pk=workshop.pk)
        return redirect("workshops:session-detail", pk=session.pk)
    context = {"workshop": workshop, "earlier": earlier[:20], "here": "learn"}
    return render(request, "workshops/session_new.html", context)
