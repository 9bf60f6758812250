"""Advice: written by the group, answered with reasons by whoever decides."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms import AdviceAnswerForm, AdviceForm
from gebuur.apps.initiatives.permissions import MemberRequest, member_page
from gebuur.apps.initiatives.views.supports import has_voice
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import once


@member_page
@once
def advice_new(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Write an advice, and by when an answer must come."""
    today, going = timezone.localdate(), queries.open_supports(request.initiative).going
    if request.method == "POST":
        form = AdviceForm(request.POST, supports=going, today=today)
        if form.is_valid():
            actions.give_advice(actor=request.seat, now=timezone.now(), **form.facts())
            messages.success(request, _("Sent. The answer comes here, with reasons."))
            return redirect("initiatives:support-list", pk=pk)
    else:
        form = AdviceForm(supports=going, today=today)
    context = {"tab": "support", "form": form, "has_voice": has_voice(request)}
    return render(request, "initiatives/advice_new.html", context)


@staff_page
def advice_answer(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Answer an advice, with reasons. Who wrote it stays in the group."""
    advice = queries.get_advice_for(request.me, pk)
    if request.method == "POST":
        form = AdviceAnswerForm(request.POST)
        if form.is_valid():
            try:
                actions.answer_advice(
                    advice, actor=request.me, now=timezone.now(), **form.cleaned_data
                )
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Answered. The group reads your reasons."))
                return redirect("initiatives:support-mine")
    else:
        form = AdviceAnswerForm()
    context = {"advice": advice, "form": form, "here": "learn"}
    return render(request, "initiatives/advice_answer.html", context)
