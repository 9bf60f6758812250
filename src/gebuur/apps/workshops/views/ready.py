"""The ready workshops: look at one, print it, copy it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.forms import LANGUAGES
from gebuur.apps.workshops.queries import agenda
from gebuur.apps.workshops.views.agenda import on_the_clock, start_of
from gebuur.core.presses import once


@staff_page
@require_GET
def ready_detail(request: StaffRequest, key: str) -> HttpResponse:
    """A ready workshop, block by block, before it is used or copied."""
    return render(request, "workshops/ready_detail.html", _shown(request, key))


@staff_page
@require_GET
def ready_print(request: StaffRequest, key: str) -> HttpResponse:
    """A ready workshop on paper, for the facilitator."""
    return render(request, "workshops/workshop_print.html", _shown(request, key))


@staff_page
@require_POST
@once
def ready_copy(request: StaffRequest, key: str) -> HttpResponse:
    """Copy a ready workshop into the organisation and open the copy."""
    language = request.POST.get("language", "")
    copy = actions.copy_ready(key, language, actor=request.me, now=timezone.now())
    messages.success(request, _("This is the copy. Change what you like."))
    return redirect("workshops:workshop-detail", copy.pk)


def _shown(request: StaffRequest, key: str) -> dict[str, Any]:
    ready = agenda.get_ready(key, request.GET.get("language") or (get_language() or ""))
    blocks = agenda.timed_ready(ready, request.place.organisation, start=start_of(request))
    return {"ready": ready, "title": ready.title, "languages": LANGUAGES, **on_the_clock(blocks)}
