"""Calls to make and messages to pass on: the desk's lists. The text itself is read on a page of its own."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.outbox import actions, queries
from gebuur.apps.outbox.forms.calls import WAITS, CallForm
from gebuur.apps.outbox.models import Message
from gebuur.core.presses import once

PER_PAGE = 25
SHOWN: dict[str, list[str]] = {
    "phone": [Message.State.TO_PHONE],
    "print": [Message.State.TO_PRINT],
    "failed": [Message.State.FAILED],
}


@staff_page
@once
def calls(request: StaffRequest) -> HttpResponse:
    """Who has to be phoned back, the earliest first; and somebody more."""
    form = CallForm(initial={"wait": "hour"})
    if request.method == "POST":
        form = CallForm(request.POST)
        if form.is_valid():
            actions.add_call(request.place, actor=request.me, **form.facts())
            messages.success(request, _("It is on the list to phone back."), extra_tags="phone")
            return redirect("outbox:calls")
    page = Paginator(queries.list_calls(request.place), PER_PAGE).get_page(request.GET.get("page"))
    context = {"here": "desk", "page": page, "form": form, "now": timezone.now()}
    return render(request, "outbox/calls.html", context)


@staff_page
@require_POST
def call_done(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """They spoke."""
    actions.finish_call(queries.get_call_for(request.me, pk), actor=request.me)
    messages.success(request, _("Off the list: you spoke."), extra_tags="check")
    return redirect("outbox:calls")


@staff_page
@require_POST
def call_again(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Nobody picked up: again later."""
    call = queries.get_call_for(request.me, pk)
    wait = WAITS.get(request.POST.get("wait", ""), WAITS["hour"])
    actions.try_call_again(call, actor=request.me, call_at=timezone.now() + wait)
    messages.success(request, _("It comes back on the list."), extra_tags="clock")
    return redirect("outbox:calls")


@staff_page
@require_GET
def message_list(request: StaffRequest) -> HttpResponse:
    """What has to be passed on by phone, printed, or looked after because it did not arrive."""
    show = request.GET.get("show", "phone")
    if show not in SHOWN:
        show = "phone"
    lists = {name: queries.list_messages(request.place, states) for name, states in SHOWN.items()}
    page = Paginator(lists[show], PER_PAGE).get_page(request.GET.get("page"))
    counts = {name: rows.count() for name, rows in lists.items()}
    context = {"here": "desk", "show": show, "page": page, "counts": counts}
    return render(request, "outbox/messages.html", context)


@staff_page
@require_POST
def message_done(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """It was printed, or said on the phone."""
    message = queries.get_message_for(request.me, pk)
    actions.finish_message(message, actor=request.me)
    messages.success(request, _("Off the list: it is passed on."), extra_tags="check")
    show = "print" if message.state == Message.State.TO_PRINT else "phone"
    return redirect(f"{reverse('outbox:messages')}?show={show}")


@staff_page
@require_POST
def message_phone(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """It did not arrive: put it on the list to phone."""
    actions.phone_instead(queries.get_message_for(request.me, pk), actor=request.me)
    messages.success(request, _("It is on the list to phone."), extra_tags="phone")
    return redirect(f"{reverse('outbox:messages')}?show=phone")
