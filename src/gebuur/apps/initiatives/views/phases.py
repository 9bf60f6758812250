"""The phases of a group, as members and as the professional beside it saw them."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms import PhaseContestForm, PhaseForm
from gebuur.apps.initiatives.permissions import (
    GroupRequest,
    MemberRequest,
    Seat,
    group_page,
    member_page,
)
from gebuur.apps.initiatives.views.supports import has_voice, speaks
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.presses import once


@group_page
@require_GET
def phase_list(request: GroupRequest, pk: uuid.UUID) -> HttpResponse:
    """The two timelines, and everything the supporter noted."""
    member = request.seat.member if request.seat else None
    seen = queries.open_phases(request.initiative, member=member, today=timezone.localdate())
    context = {"tab": "support", "seen": seen, "has_voice": has_voice(request)}
    return render(request, "initiatives/phase_list.html", context)


@group_page
@once
def phase_new(request: GroupRequest, pk: uuid.UUID) -> HttpResponse:
    """Tick what was seen in the group."""
    actor = request.seat or request.support
    if actor is None:
        raise NotForYou
    is_member = isinstance(actor, Seat)
    signals = queries.signals_of(request.initiative, today=timezone.localdate())
    if request.method == "POST":
        form = PhaseForm(request.POST, signals=signals, is_member=is_member)
        if form.is_valid():
            now = timezone.now()
            actions.note_phase(request.initiative, actor=actor, now=now, **form.cleaned_data)
            messages.success(request, _("Thank you. We kept it."))
            return redirect("initiatives:phase-list", pk=pk)
    else:
        form = PhaseForm(signals=signals, is_member=is_member)
    context = {"tab": "support", "form": form, "is_member": is_member, "has_voice": speaks(actor)}
    return render(request, "initiatives/phase_new.html", context)


@member_page
def phase_contest(request: MemberRequest, pk: uuid.UUID, note: uuid.UUID) -> HttpResponse:
    """Say that it was otherwise."""
    one = queries.get_note_for(request.initiative, note)
    if request.method == "POST":
        form = PhaseContestForm(request.POST)
        if form.is_valid():
            words = form.cleaned_data["words"]
            try:
                actions.contest_phase(one, words, actor=request.seat, now=timezone.now())
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Your words stand beside it now."))
                return redirect("initiatives:phase-list", pk=pk)
    else:
        form = PhaseContestForm()
    context = {"tab": "support", "form": form, "note": one, "has_voice": has_voice(request)}
    return render(request, "initiatives/phase_contest.html", context)
