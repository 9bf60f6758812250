"""The dates of a group: the list, one of them, made, changed, called off, held; and the month on paper."""

import datetime as dt
import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms.activities import (
    AND_AFTER,
    ChangeActivityForm,
    NewActivityForm,
    which_ones,
)
from gebuur.apps.initiatives.models import Activity
from gebuur.apps.initiatives.permissions import (
    GroupRequest,
    MemberRequest,
    can_change_date,
    group_page,
    member_page,
)
from gebuur.core.errors import RuleBroken
from gebuur.core.ids import as_uuid
from gebuur.core.presses import once

SHOWN = 10


@require_GET
@group_page
def activity_list(request: GroupRequest, pk: uuid.UUID) -> HttpResponse:
    """What comes, and what was."""
    member, now = request.seat.member if request.seat else None, timezone.now()
    coming = queries.list_coming(request.initiative, member, now=now)
    shown = len(coming) if request.GET.get("show") == "all" else SHOWN
    context = {
        "coming": coming[:shown],
        "later": len(coming[shown:]),
        "past": queries.list_past(request.initiative, member, now=now),
        "tab": "dates",
    }
    return render(request, "initiatives/activity_list.html", context)


@require_GET
@group_page
def activity_detail(request: GroupRequest, pk: uuid.UUID, activity: uuid.UUID) -> HttpResponse:
    """One date: what, when, where, and who does what."""
    found = queries.get_activity_for(request.initiative, activity)
    member = request.seat.member if request.seat else None
    context = {
        "seen": queries.see(found, member, now=timezone.now()),
        "may_change": request.seat is not None and can_change_date(request.seat, found),
        "tab": "dates",
    }
    return render(request, "initiatives/activity_detail.html", context)


@member_page
@once
def activity_new(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Set a date."""
    if request.method == "POST":
        form = NewActivityForm(request.POST)
        if form.is_valid():
            data = form.cleaned_data
            often = {"rhythm": data["rhythm"], "until": data["until"]}
            try:
                made = actions.make_activity(
                    form.plan(), actor=request.seat, now=timezone.now(), **often
                )
            except actions.DayPast as error:
                form.add_error("day", str(error))
            else:
                messages.success(request, _("The date is set."))
                return redirect("initiatives:activity-detail", pk=pk, activity=made.pk)
    else:
        form = NewActivityForm(initial={"places": _("Coming")})
    return render(request, "initiatives/activity_edit.html", {"form": form, "tab": "dates"})


@member_page
def activity_edit(request: MemberRequest, pk: uuid.UUID, activity: uuid.UUID) -> HttpResponse:
    """Change a date, or what follows in its series as well."""
    found = queries.get_activity_for(request.initiative, activity)
    if not can_change_date(request.seat, found):
        raise Http404
    if request.method == "POST":
        form = ChangeActivityForm(request.POST, activity=found)
        if form.is_valid() and _change(request, form, found):
            messages.success(request, _("Changed. Whoever counted on it hears it."))
            return redirect("initiatives:activity-detail", pk=pk, activity=activity)
    else:
        form = ChangeActivityForm(activity=found, initial=ChangeActivityForm.start_with(found))
    context = {"form": form, "activity": found, "tab": "dates"}
    return render(request, "initiatives/activity_edit.html", context)


def _change(request: MemberRequest, form: ChangeActivityForm, found: Activity) -> bool:
    """Do it; a rule that forbids it stands beside what was typed."""
    try:
        actions.change_activity(
            found,
            form.plan(),
            actor=request.seat,
            now=timezone.now(),
            and_after=form.and_after(),
        )
    except actions.DayPast as error:
        form.add_error("day", str(error))
    except actions.PlaceTaken as error:
        form.add_error("places", str(error))
    except actions.DateOver as error:
        form.add_error(None, str(error))
    return form.is_valid()


@member_page
def activity_call_off(request: MemberRequest, pk: uuid.UUID, activity: uuid.UUID) -> HttpResponse:
    """Ask once more, then call it off."""
    found = queries.get_activity_for(request.initiative, activity)
    if not can_change_date(request.seat, found):
        raise Http404
    if request.method == "POST":
        and_after = request.POST.get("which") == AND_AFTER
        try:
            actions.call_off_activity(
                found, actor=request.seat, now=timezone.now(), and_after=and_after
            )
        except RuleBroken as error:
            messages.error(request, str(error), extra_tags="circle-alert")
        else:
            messages.success(request, _("Called off. Whoever took a place hears it."))
        return redirect("initiatives:activity-detail", pk=pk, activity=activity)
    context = {"activity": found, "which": which_ones(), "tab": "dates"}
    return render(request, "initiatives/activity_call_off.html", context)


@require_POST
@member_page
def activity_hold(request: MemberRequest, pk: uuid.UUID, activity: uuid.UUID) -> HttpResponse:
    """It took place."""
    found = queries.get_activity_for(request.initiative, activity)
    try:
        actions.hold_activity(found, actor=request.seat, now=timezone.now())
    except RuleBroken as error:
        messages.error(request, str(error), extra_tags="circle-alert")
    else:
        messages.success(request, _("Noted. It took place."))
    return redirect("initiatives:activity-detail", pk=pk, activity=activity)


@require_POST
@member_page
def activity_take(request: MemberRequest, pk: uuid.UUID, activity: uuid.UUID) -> HttpResponse:
    """Take a place, or give it back."""
    found = queries.get_activity_for(request.initiative, activity)
    place = queries.get_place_for(found, as_uuid(request.POST.get("place", "")))
    gives_back = request.POST.get("press") == "back"
    act = actions.give_back_place if gives_back else actions.take_place
    try:
        act(place, actor=request.seat, now=timezone.now())
    except RuleBroken as error:
        messages.error(request, str(error), extra_tags="circle-alert")
    else:
        words = _("Your place is free again.") if gives_back else _("You are on the list.")
        messages.success(request, words)
    return redirect("initiatives:activity-detail", pk=pk, activity=activity)


@require_GET
@group_page
def activity_sheet(request: GroupRequest, pk: uuid.UUID) -> HttpResponse:
    """A month of dates on one sheet, to hang up in the kitchen."""
    now = timezone.now()
    month = _month(request.GET.get("month", ""), timezone.localdate(now))
    member = request.seat.member if request.seat else None
    context = {
        "month": month,
        "before": (month - dt.timedelta(days=1)).replace(day=1),
        "after": queries.next_month(month),
        "dates": queries.list_month(request.initiative, member, month, now=now),
    }
    return render(request, "initiatives/activity_sheet.html", context)


def _month(typed: str, today: dt.date) -> dt.date:
    """The month somebody asks for; rubbish, and what lies far off, is this month."""
    try:
        month = dt.datetime.strptime(typed, "%Y-%m").date()  # noqa: DTZ007 - a month has no zone
    except ValueError:
        return today.replace(day=1)
    return month if abs(month.year - today.year) < 10 else today.replace(day=1)  # noqa: PLR2004 - years
