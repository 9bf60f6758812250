"""The list of workshops, and the editor of one."""

import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.workshops import actions, queries
from gebuur.apps.workshops.forms import LANGUAGES, StartForm, WorkshopForm
from gebuur.apps.workshops.queries import agenda
from gebuur.apps.workshops.queries.agenda import Timed
from gebuur.core.presses import once

START = "workshop_start"
NINE = dt.time(9)
MOST_REPORTS = 5


@staff_page
@require_GET
def workshop_list(request: StaffRequest) -> HttpResponse:
    """What is ready to use, and what the organisation made itself."""
    reports = queries.list_reports(request.me)
    context = {
        "ready": agenda.list_ready(),
        "workshops": agenda.list_workshops(request.me),
        "running": queries.list_running(request.me),
        "reports": reports[:MOST_REPORTS],
        "more": max(0, reports.count() - MOST_REPORTS),
        "languages": LANGUAGES,
        "here": "learn",
    }
    return render(request, "workshops/workshop_list.html", context)


@staff_page
@once
def workshop_new(request: StaffRequest) -> HttpResponse:
    """Begin with an empty agenda."""
    if request.method == "POST":
        form = WorkshopForm(request.POST)
        if form.is_valid():
            workshop = actions.make_workshop(
                **form.cleaned_data, actor=request.me, now=timezone.now()
            )
            return redirect("workshops:workshop-detail", workshop.pk)
    else:
        form = WorkshopForm()
    return render(request, "workshops/workshop_new.html", {"form": form, "here": "learn"})


@staff_page
def workshop_detail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The editor: the blocks on the clock. A time that is typed here is kept for this person."""
    workshop = agenda.get_workshop_for(request.me, pk)
    if request.method == "POST":
        form = StartForm(request.POST)
        if form.is_valid():
            request.session[START] = form.cleaned_data["start"].isoformat("minutes")
            return redirect("workshops:workshop-detail", workshop.pk)
    else:
        form = StartForm(initial={"start": start_of(request)})
    blocks = agenda.timed_blocks(workshop, start=start_of(request))
    context = {
        "workshop": workshop,
        "form": form,
        "moved": request.GET.get("moved", ""),
        "language": LANGUAGES[workshop.language],
        **on_the_clock(blocks),
    }
    return render(request, "workshops/workshop_detail.html", context)


@staff_page
def workshop_edit(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Another name, or another language for the screen."""
    workshop = agenda.get_workshop_for(request.me, pk)
    if request.method == "POST":
        form = WorkshopForm(request.POST)
        if form.is_valid():
            actions.edit_workshop(workshop, actor=request.me, **form.cleaned_data)
            return redirect("workshops:workshop-detail", workshop.pk)
    else:
        form = WorkshopForm(initial={"title": workshop.title, "language": workshop.language})
    context = {"workshop": workshop, "form": form, "here": "learn"}
    return render(request, "workshops/workshop_edit.html", context)


@staff_page
@require_POST
@once
def workshop_copy(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Copy a workshop and open the copy."""
    workshop = agenda.get_workshop_for(request.me, pk)
    copy = actions.copy_workshop(workshop, actor=request.me, now=timezone.now())
    messages.success(request, _("This is the copy. Change what you like."))
    return redirect("workshops:workshop-detail", copy.pk)


@staff_page
def workshop_put_away(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask once more before a workshop goes."""
    workshop = agenda.get_workshop_for(request.me, pk)
    if request.method == "POST":
        actions.put_away(workshop, actor=request.me, now=timezone.now())
        messages.success(request, _("The workshop is gone. Reports of sessions stay."))
        return redirect("workshops:workshop-list")
    context = {"workshop": workshop, "here": "learn"}
    return render(request, "workshops/workshop_put_away.html", context)


@staff_page
@require_GET
def workshop_print(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The agenda on paper, for the facilitator."""
    workshop = agenda.get_workshop_for(request.me, pk)
    blocks = agenda.timed_blocks(workshop, start=start_of(request))
    context = {"title": workshop.title, "workshop": workshop, **on_the_clock(blocks)}
    return render(request, "workshops/workshop_print.html", context)


def start_of(request: StaffRequest) -> dt.time:
    """The hour this person typed last; nine o'clock before that."""
    return dt.time.fromisoformat(request.session.get(START, NINE.isoformat()))


def on_the_clock(blocks: list[Timed]) -> dict[str, Any]:
    """What the pages of an agenda show beside its blocks."""
    last = blocks[-1] if blocks else None
    return {
        "blocks": blocks,
        "begins": blocks[0].begins if blocks else None,
        "ends": last.ends if last else None,
        "minutes": last.total if last else 0,
        "here": "learn",
    }
