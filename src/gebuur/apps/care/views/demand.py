"""Whom we miss, before a flyer is printed; and the flyer that asks for exactly that."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gebuur.apps.care.forms.demand import FlyerForm
from gebuur.apps.care.queries.demand import as_needs, demand_of
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.neighbourhood.queries import list_staff
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.queries import list_flyers, list_never_asked
from gebuur.core.presses import once

ADVICE = 6


@staff_page
@require_GET
def demand(request: StaffRequest) -> HttpResponse:
    """What waits per task, language and area, against who is there; with advice in sentences."""
    found = demand_of(request.place, now=timezone.now())
    context = {
        "demand": found,
        "advice": found.short[:ADVICE],
        "never_asked": list_never_asked(request.place).count(),
        "flyers": list_flyers(request.place),
        "here": "offers",
    }
    return render(request, "care/demand/demand.html", context)


@staff_page
@once
def flyer_new(request: StaffRequest) -> HttpResponse:
    """Choose what the flyer asks for, out of what is needed now."""
    now, place = timezone.now(), request.place
    found = demand_of(place, now=now)
    staff = list_staff(place, on=timezone.localdate(now))
    blank = partial(FlyerForm, needs=found.needs, staff=staff, phone=place.contact_phone)
    if request.method == "POST":
        form = blank(request.POST)
        if form.is_valid():
            needs = as_needs(found, form.cleaned_data["needs"])
            flyer = volunteers.make_flyer(
                place, actor=request.me, needs=needs, now=now, **form.facts()
            )
            return redirect("volunteers:flyer", pk=flyer.pk)
    else:
        form = blank(initial={"contact": str(request.me.pk), "language": "none"})
    context = {
        "form": form,
        "has_needs": bool(found.needs),
        "never_asked": list_never_asked(place).count(),
        "here": "offers",
    }
    return render(request, "care/demand/flyer_new.html", context)
