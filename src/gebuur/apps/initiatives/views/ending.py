"""Asleep, closing, asked back, begun again."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms import BackForm, ClosingForm, SleepForm, WordingForm
from gebuur.apps.initiatives.models import Charge, Decision
from gebuur.apps.initiatives.permissions import (
    MemberRequest,
    can_act,
    can_look_back,
    can_speak,
    holds,
    member_page,
)
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.presses import once


@member_page
@once
def sleep_answer(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Who leads says whether it is still going."""
    seat, now = request.seat, timezone.now()
    if not (can_act(seat) and holds(seat.member, Charge.LEAD)):
        raise NotForYou
    if request.method == "POST":
        form = SleepForm(request.POST)
        if form.is_valid():
            answer = form.cleaned_data["answer"]
            if answer == "close":
                actions.ask_help_to_close(actor=seat, now=now)
                messages.success(request, _("Noted. Somebody phones you."))
                return redirect("initiatives:closing", pk)
            (actions.go_on if answer == "yes" else actions.ask_later)(actor=seat, now=now)
            said = _("Good to hear.") if answer == "yes" else _("We ask again in four weeks.")
            messages.success(request, said)
            return redirect("initiatives:initiative-detail", pk)
    else:
        form = SleepForm()
    return render(request, "initiatives/sleep_answer.html", {"tab": "now", "form": form})


@member_page
def closing(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """What closing means, who decides it, and the words of it when it is decided."""
    seat, group, today = request.seat, request.initiative, timezone.localdate()
    if not can_act(seat):
        raise NotForYou
    balance = queries.balance_of(group)
    if request.method == "POST":
        form = ClosingForm(request.POST, today=today, has_money=balance != 0)
        if form.is_valid():
            try:
                actions.close_initiative(actor=seat, now=timezone.now(), **form.cleaned_data)
            except RuleBroken as broken:
                form.add_error(None, str(broken))
            else:
                messages.success(request, _("The group is closed. Thank you."))
                return redirect("initiatives:initiative-detail", pk)
    else:
        form = ClosingForm(today=today, has_money=balance != 0)
    context = {
        "tab": "now",
        "form": form if queries.can_close(seat) or form.errors else None,
        "balance": balance,
        "asked": queries.open_closing_question(group),
        "may_speak": can_speak(seat),
    }
    return render(request, "initiatives/closing.html", context)


@member_page
def closing_ask(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask everybody whether the group closes."""
    if not can_speak(request.seat):
        raise NotForYou
    today = timezone.localdate()
    if request.method == "POST":
        form = WordingForm(request.POST, today=today)
        if form.is_valid():
            try:
                asked = actions.put_decision(
                    actor=request.seat,
                    kind=Decision.Kind.CONSENT,
                    is_to_close=True,
                    now=timezone.now(),
                    **form.cleaned_data,
                )
            except RuleBroken as broken:
                form.add_error(None, str(broken))
            else:
                return redirect("initiatives:decision-detail", pk, asked.pk)
    else:
        form = WordingForm(today=today, initial={"proposal": _("We close our group.")})
    return render(request, "initiatives/closing_ask.html", {"tab": "now", "form": form})


@member_page
def ask_back(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Tell what remained of a group that closed."""
    if not can_look_back(request.seat):
        raise NotForYou
    if request.method == "POST":
        form = BackForm(request.POST)
        if form.is_valid():
            try:
                actions.answer_back(
                    actor=request.seat, words=form.cleaned_data["words"], now=timezone.now()
                )
            except RuleBroken as broken:
                form.add_error(None, str(broken))
            else:
                messages.success(request, _("Noted. Thank you for telling."))
                return redirect("initiatives:initiative-detail", pk)
    else:
        form = BackForm()
    context = {"tab": "now", "form": form, "closing": queries.get_closing(request.initiative)}
    return render(request, "initiatives/ask_back.html", context)


@member_page
@require_POST
def reopen(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Begin again."""
    if not can_look_back(request.seat) or not request.seat.member.has_voice:
        raise NotForYou
    try:
        actions.reopen_initiative(actor=request.seat, now=timezone.now())
    except RuleBroken as broken:
        messages.error(request, str(broken))
    else:
        messages.success(request, _("The group goes on. Everybody in it hears it."))
    return redirect("initiatives:initiative-detail", pk)
