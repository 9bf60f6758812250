"""The desk while somebody is talking: one screen, kept at every field, finished with one key."""

import datetime as dt
import uuid

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.care import actions, queries
from gebuur.apps.care.actions.intake import (
    call_back_later,
    complete_call,
    drop_call,
    settle_people,
)
from gebuur.apps.care.forms.desk import IntakeForm
from gebuur.apps.care.models import HelpRequest, State
from gebuur.apps.care.views import desk_call
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.neighbourhood.queries import get_person_for
from gebuur.apps.privacy.actions import note_sight
from gebuur.core.errors import RuleBroken
from gebuur.core.ids import as_uuid
from gebuur.core.presses import once
from gebuur.core.wording import clock


@staff_page
@once
def intake(request: StaffRequest) -> HttpResponse:
    """Begin a call: with what was typed on the start page, or with somebody who is known."""
    if request.method != "POST":
        return redirect("desk")
    known = as_uuid(request.POST.get("person", ""))
    seeker = get_person_for(request.me, known) if known else None
    call = actions.start_call(request.place, actor=request.me)
    raw = queries.raw_of(call) | {"caller": [request.POST.get("caller", "")[:200]]}
    desk_call.keep(call, raw, request, seeker=seeker)
    return redirect("care:intake-call", pk=call.pk)


@staff_page
@require_GET
def intake_call(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """One call on one screen."""
    call = queries.get_call_for(request.me, pk)
    if call.state != State.DRAFT:
        return redirect("care:request-detail", pk=pk)
    return _page(request, call, desk_call.form_of(call, queries.raw_of(call)))


def _page(
    request: StaffRequest, call: HelpRequest, form: IntakeForm, *, status: int = 200
) -> HttpResponse:
    context = desk_call.about_call(request, call, form)
    if call.seeker is not None:
        note_sight(call.seeker, reader=request.me, page="care:intake-call")
    return render(request, "care/desk_intake/call.html", context, status=status)


@staff_page
@require_POST
def intake_save(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Keep the fields that changed; answer when."""
    call = queries.get_call_for(request.me, pk)
    raw = queries.raw_of(call)
    for name in request.POST.getlist("changed"):
        if name in desk_call.KEPT:
            raw[name] = request.POST.getlist(name)
    try:
        desk_call.keep(call, raw, request)
    except RuleBroken as error:
        return JsonResponse({"saved": str(error)}, status=422)
    return JsonResponse({"saved": _("Saved at %(time)s") % {"time": clock(timezone.now())}})


@staff_page
@require_POST
def intake_search(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Who may this be? A fragment while typing; a choice, or the button without script, keeps and returns."""
    call = queries.get_call_for(request.me, pk)
    raw = desk_call.posted(request)
    if request.htmx and "this_is" not in request.POST:
        form = desk_call.form_of(call, raw)
        return render(request, "care/desk_intake/_found.html", desk_call.about_caller(call, form))
    if "this_is" in request.POST:
        raw = desk_call.with_seeker(raw, request)
    desk_call.keep(call, raw, request)
    return redirect("care:intake-call", pk=pk)


@staff_page
@require_GET
def intake_light(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """What this task allows: the light, its limits, what to ask; for red who does help."""
    call = queries.get_call_for(request.me, pk)
    raw = queries.raw_of(call) | {"task": request.GET.getlist("task")}
    form = desk_call.form_of(call, raw)
    return render(request, "care/desk_intake/_light.html", desk_call.about_task(call, form))


@staff_page
def intake_rank(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Who can help, with reasons. GET reads what is kept; POST keeps the form, with a skip or a swap."""
    call = queries.get_call_for(request.me, pk)
    raw = queries.raw_of(call)
    if request.method == "POST":
        raw = desk_call.with_row_changed(desk_call.posted(request), request)
        desk_call.keep(call, raw, request)
        if not request.htmx:
            return redirect("care:intake-call", pk=pk)
    form = desk_call.form_of(call, raw)
    context = desk_call.about_helpers(call, form) | desk_call.about_danger(call, form)
    return render(
        request, "care/desk_intake/_who.html", context | {"call": call, "swapped_in": True}
    )


@staff_page
@require_POST
def intake_park(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Put the call aside with everything in it."""
    call = queries.get_call_for(request.me, pk)
    desk_call.keep(call, desk_call.posted(request), request)
    actions.park_call(call, actor=request.me)
    messages.success(
        request, _("Put aside. It waits among the open calls."), extra_tags="circle-pause"
    )
    return redirect("desk")


@staff_page
@require_POST
def intake_drop(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """A wrong number or a double: away with it."""
    drop_call(queries.get_call_for(request.me, pk), actor=request.me)
    messages.success(request, _("The call is gone. Nothing of it was kept."), extra_tags="trash-2")
    return redirect("desk")


@staff_page
@require_POST
def intake_call_back(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Not now: put who calls on the list to phone back, with what was said so far."""
    call = queries.get_call_for(request.me, pk)
    form = desk_call.kept_form(call, request)
    who = form.newcomer()
    name = call.seeker.full_name if call.seeker else who.full_name
    if not (name or who.phone):
        form.add_error("caller", _("Write a name or a number, so that we know whom to phone."))
        return _page(request, call, form)
    call_back_later(
        call,
        actor=request.me,
        seeker=call.seeker,
        name=name,
        phone=who.phone or (call.seeker.phone if call.seeker else ""),
        about=form.cleaned_data.get("own_words", ""),
        at=timezone.now() + dt.timedelta(hours=1),
    )
    messages.success(request, _("It is on the list to phone back."), extra_tags="phone")
    return redirect("desk")


@staff_page
@require_POST
def intake_hand_over(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """This is for a service: write down who asks what, and go on to the hand-over."""
    call = queries.get_call_for(request.me, pk)
    form = desk_call.kept_form(call, request, finishing=True)
    if form.is_valid():
        settle_people(call, actor=request.me, **desk_call.people_of(call, form))
        return redirect(desk_call.hand_over_address(call))
    return _page(request, call, form)


@staff_page
@require_POST
def intake_finish(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The call becomes a question; `then=ask` asks the first helper in the row at once."""
    call = queries.get_call_for(request.me, pk)
    if call.state != State.DRAFT:
        return redirect("care:request-detail", pk=pk)
    form = desk_call.kept_form(call, request, finishing=True)
    if not form.is_valid():
        return _page(request, call, form)
    row = desk_call.row_posted(request) if request.POST.get("then") == "ask" else []
    try:
        complete_call(
            call,
            actor=request.me,
            limits=desk_call.limits_of(form),
            ask=row,
            now=timezone.now(),
            **desk_call.people_of(call, form),
        )
    except RuleBroken as error:
        form.add_error(desk_call.place_of(error), str(error))
        return _page(request, queries.get_call_for(request.me, pk), form)
    messages.success(request, desk_call.what_happened(call, row), extra_tags="send")
    return redirect("care:request-detail", pk=pk)
