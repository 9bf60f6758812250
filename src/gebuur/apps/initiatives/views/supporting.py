"""Support as the professional sees it: where she stands beside, until when, and to whom she may offer it."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms import SupportForm
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import once


@staff_page
@require_GET
def support_mine(request: StaffRequest) -> HttpResponse:
    """Where she stands beside, which advice waits for her answer, and which groups may be offered support."""
    today = timezone.localdate()
    context = {
        "supports": queries.list_supports_of(request.me),
        "advice": queries.list_advice_to(request.me, today=today),
        "groups": queries.list_open_groups(request.me),
        "today": today,
        "here": "learn",
    }
    return render(request, "initiatives/support_mine.html", context)


@staff_page
@once
def support_new(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Offer support to a group that shows itself, or that asked."""
    group = queries.get_open_group_for(request.me, pk)
    if request.method == "POST":
        form = SupportForm(request.POST)
        if form.is_valid():
            try:
                actions.offer_support(
                    group, actor=request.me, now=timezone.now(), **form.cleaned_data
                )
            except actions.LastDayTooFar as error:
                form.add_error("until", str(error))
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Offered. The group says welcome, or rather not."))
                return redirect("initiatives:support-mine")
    else:
        form = SupportForm()
    context = {"group": group, "wish": queries.open_wish(group), "form": form, "here": "learn"}
    return render(request, "initiatives/support_new.html", context)


@staff_page
@require_POST
def support_withdraw(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Take an offer back before the group answered."""
    one = queries.get_own_support_for(request.me, pk)
    try:
        actions.withdraw_offer(one, actor=request.me, now=timezone.now())
    except RuleBroken as error:
        messages.error(request, str(error), extra_tags="circle-alert")
    else:
        messages.success(request, _("Taken back."))
    return redirect("initiatives:support-mine")
