"""Nobody who offered something is forgotten: who was never asked, and what could be her first task."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.care.queries import first_tasks as queries
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.neighbourhood.queries import get_person_for, list_staff
from gebuur.apps.privacy.actions import note_sight
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.queries import (
    alert_of,
    fitting_small,
    get_offer_for,
    incomplete_offers,
)
from gebuur.core.ids import as_uuid

A_PAGE = 30
QUESTIONS, SMALL = 3, 4


@staff_page
@require_GET
def never_asked(request: StaffRequest) -> HttpResponse:
    """Every volunteer with how often we asked; who was never asked and waits longest stands on top."""
    now, place = timezone.now(), request.place
    show = request.GET.get("show", queries.NEVER)
    if show not in queries.SHOWS:
        show = queries.NEVER
    counts = queries.count_waiting(place, now=now)
    waiting = queries.list_waiting(place, show=show, now=now)
    page = Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))
    offers = list(page.object_list)
    fits = queries.fits_for(place, offers, now=now)
    context = {
        "show": show,
        "counts": counts,
        "page": page,
        "rows": [(one, alert_of(one, now=now), fits[one.pk]) for one in offers],
        "here": "offers",
    }
    return render(request, "care/first_tasks/never_asked.html", context)


@staff_page
@require_GET
def first_task(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """One volunteer: small tasks and open questions that fit, and what was done for her so far."""
    now, today = timezone.now(), timezone.localdate()
    offer = get_offer_for(request.me, pk)
    note_sight(offer.person, reader=request.me, page="volunteers:first-task")
    counted = queries.with_counts(type(offer).objects.filter(pk=pk)).get()
    ticked = offer.tasks.select_related("task").order_by("task__position")
    context = {
        "offer": offer,
        "person": offer.person,
        "counted": counted,
        "alert": alert_of(offer, now=now),
        "tasks": [in_language(one.task.names) for one in ticked],
        "staff": list_staff(request.place, on=today),
        "small": fitting_small(offer, now=now)[:SMALL],
        "fits": queries.fits_for(request.place, [offer], now=now, limit=QUESTIONS)[pk],
        "misses_papers": bool(incomplete_offers(request.place, [pk], on=today)),
        "here": "offers",
    }
    return render(request, "care/first_tasks/first_task.html", context)


@staff_page
@require_POST
def first_task_phoned(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody spoke to her: the alert is settled until the next one."""
    offer = get_offer_for(request.me, pk)
    volunteers.note_phoned(offer, actor=request.me, now=timezone.now())
    messages.success(request, _("Noted that you spoke."), extra_tags="check")
    return redirect("care:first-task", pk=pk)


@staff_page
@require_POST
def first_task_contact(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody else of the team sees to it that she is asked."""
    offer = get_offer_for(request.me, pk)
    chosen = as_uuid(request.POST.get("contact", ""))
    staff = {one.pk for one in list_staff(request.place, on=timezone.localdate())}
    if chosen not in staff:
        messages.error(request, _("Choose somebody from the team."), extra_tags="circle-alert")
        return redirect("care:first-task", pk=pk)
    contact = get_person_for(request.me, chosen)
    volunteers.take_contact(offer, contact, actor=request.me)
    said = _("%(name)s is the contact from now on.") % {"name": contact.first_name}
    messages.success(request, said, extra_tags="check")
    return redirect("care:first-task", pk=pk)
