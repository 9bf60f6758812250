"""Questions to the group: putting them, speaking on them, changing their wording, taking them back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms import DecisionForm, VoiceForm, WordingForm
from gebuur.apps.initiatives.models import Decision
from gebuur.apps.initiatives.permissions import (
    GroupRequest,
    MemberRequest,
    Seat,
    can_speak,
    group_page,
    member_page,
)
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.presses import once


@group_page
@require_GET
def decision_list(request: GroupRequest, pk: uuid.UUID) -> HttpResponse:
    """What the group agreed, what it asks itself now, and what it decided before."""
    group = request.initiative
    decisions = list(queries.list_decisions(group))
    is_open = [decision for decision in decisions if decision.state == Decision.State.OPEN]
    context = {
        "tab": "decisions",
        "standings": [queries.standing_of(decision) for decision in is_open],
        "settled": [decision for decision in decisions if decision.state != Decision.State.OPEN],
        "agreements": queries.list_agreements(group),
        "past": queries.list_past_agreements(group),
        "today": timezone.localdate(),
        "may_speak": request.seat is not None and can_speak(request.seat),
    }
    return render(request, "initiatives/decision_list.html", context)


@member_page
@once
def decision_new(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask the group something."""
    _must_speak(request)
    today = timezone.localdate()
    if request.method == "POST":
        form = DecisionForm(request.POST, today=today)
        if form.is_valid():
            decision = actions.put_decision(
                actor=request.seat, now=timezone.now(), **form.cleaned_data
            )
            messages.success(request, _("The question is asked. Everybody with a voice hears it."))
            return redirect("initiatives:decision-detail", pk, decision.pk)
    else:
        form = DecisionForm(today=today)
    return render(request, "initiatives/decision_new.html", {"tab": "decisions", "form": form})


@group_page
def decision_detail(request: GroupRequest, pk: uuid.UUID, decision: uuid.UUID) -> HttpResponse:
    """One question: who has spoken, who still may, and your own word."""
    found = queries.get_decision_in(request.initiative, decision)
    if request.method == "POST" and request.seat is not None:
        form = VoiceForm(request.POST, kind=found.kind)
        if form.is_valid():
            try:
                actions.speak(found, actor=request.seat, now=timezone.now(), **form.cleaned_data)
            except RuleBroken as broken:
                form.add_error("reason", str(broken))
            else:
                messages.success(request, _("Noted. Until the end you can change it."))
                return redirect("initiatives:decision-detail", pk, decision)
    else:
        form = VoiceForm(kind=found.kind)
    context = {"tab": "decisions", "decision": found, **_seen_by(request.seat, found, form)}
    return render(request, "initiatives/decision_detail.html", context)


def _seen_by(seat: Seat | None, decision: Decision, form: VoiceForm) -> dict[str, object]:
    """How a question stands, and what this member can do about it."""
    standing = queries.standing_of(decision)
    is_open = decision.state == Decision.State.OPEN
    may_speak = seat is not None and can_speak(seat) and is_open
    return {
        "standing": standing,
        "own": standing.own(seat),
        "form": form if may_speak or form.errors else None,
        "may_change": seat is not None and actions.may_take_back(decision, seat),
    }


@member_page
def decision_change(request: MemberRequest, pk: uuid.UUID, decision: uuid.UUID) -> HttpResponse:
    """Other words for a question; everybody speaks anew."""
    found = _own(request, decision)
    today = timezone.localdate()
    if request.method == "POST":
        form = WordingForm(request.POST, today=today)
        if form.is_valid():
            try:
                new = actions.change_decision(
                    found, actor=request.seat, now=timezone.now(), **form.cleaned_data
                )
            except RuleBroken as broken:
                form.add_error(None, str(broken))
            else:
                messages.success(request, _("The new words are asked. Everybody speaks anew."))
                return redirect("initiatives:decision-detail", pk, new.pk)
    else:
        words = {"proposal": found.proposal, "reasons": found.reasons}
        form = WordingForm(today=today, initial=words)
    context = {"tab": "decisions", "form": form, "decision": found}
    return render(request, "initiatives/decision_change.html", context)


@member_page
def decision_withdraw(request: MemberRequest, pk: uuid.UUID, decision: uuid.UUID) -> HttpResponse:
    """Ask once more before a question is taken back."""
    found = _own(request, decision)
    if request.method == "POST":
        try:
            actions.withdraw_decision(found, actor=request.seat, now=timezone.now())
        except RuleBroken as broken:
            messages.error(request, str(broken))
        else:
            messages.success(request, _("Taken back. What was said stays to be read."))
        return redirect("initiatives:decision-list", pk)
    context = {"tab": "decisions", "decision": found}
    return render(request, "initiatives/decision_withdraw.html", context)


def _must_speak(request: MemberRequest) -> None:
    """Who has no voice finds no such page."""
    if not can_speak(request.seat):
        raise NotForYou


def _own(request: MemberRequest, pk: uuid.UUID) -> Decision:
    """An open question that this member may change or take back."""
    found = queries.get_decision_in(request.initiative, pk)
    if not actions.may_take_back(found, request.seat):
        raise NotForYou
    return found
