"""How is it in this street? The pulses of a place, a new one, and what came out."""

import datetime as dt
import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.neighbourhood.permissions import (
    StaffRequest,
    figures_page,
    is_staff,
    staff_page,
)
from gebuur.apps.reflection.actions import pulse as actions
from gebuur.apps.reflection.forms.pulse import PulseForm
from gebuur.apps.reflection.permissions import can_lead_round
from gebuur.apps.reflection.queries import pulse as queries
from gebuur.apps.reflection.queries import voice
from gebuur.core import qr
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.presses import once

USUAL_DAYS = 28


@figures_page
@require_GET
def pulse_list(request: StaffRequest) -> HttpResponse:
    """Every street that was ever asked, in the order of the alphabet."""
    context = {
        "streets": queries.list_pulses(request.me, today=timezone.localdate()),
        "figures_only": not is_staff(request.me),
        "here": "mirror",
    }
    return render(request, "reflection/pulse_list.html", context)


@staff_page
@once
def pulse_new(request: StaffRequest) -> HttpResponse:
    """Open a pulse for one street."""
    today, now = timezone.localdate(), timezone.now()
    streets = queries.list_pulse_streets(request.place)
    if request.method == "POST":
        form = PulseForm(request.POST, streets=streets, today=today)
        if form.is_valid():
            street, until = form.cleaned_data["street"], form.cleaned_data["until"]
            try:
                one = actions.begin_pulse(
                    street, actor=request.me, until=until, now=now, today=today
                )
            except RuleBroken as error:
                form.add_error("street", str(error))
            else:
                messages.success(request, _("Open. Neighbours can answer now."))
                return redirect("reflection:pulse-detail", pk=one.pk)
    else:
        usual = {"until": today + dt.timedelta(days=USUAL_DAYS)}
        form = PulseForm(initial=usual, streets=streets, today=today)
    context = {"form": form, "has_streets": bool(form.streets), "here": "mirror"}
    return render(request, "reflection/pulse_new.html", context)


@figures_page
@require_GET
def pulse_detail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """One pulse: how to hand it out, and once it is closed what came out."""
    one = queries.get_pulse_for(request.me, pk)
    address = voice.address_of(one)
    context = {
        "round": one,
        "pulse": queries.outcome_of(one, today=timezone.localdate()),
        "may_lead": can_lead_round(request.me, one),
        "figures_only": not is_staff(request.me),
        "address": address,
        "shown_address": address.partition("://")[2],
        "square": qr.square(address),
        "here": "mirror",
    }
    return render(request, "reflection/pulse_detail.html", context)


@staff_page
@require_POST
def pulse_show(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Show the street what came out, or take it back."""
    one = queries.get_pulse_for(request.me, pk)
    if not can_lead_round(request.me, one):
        raise NotForYou
    is_shown = request.POST.get("shown") == "yes"
    try:
        actions.show_outcome(one, actor=request.me, is_shown=is_shown, now=timezone.now())
    except RuleBroken as error:
        messages.error(request, str(error))
    else:
        told = (
            _("The street can read it now.") if is_shown else _("The street does not see it now.")
        )
        messages.success(request, told)
    return redirect("reflection:pulse-detail", pk=pk)
