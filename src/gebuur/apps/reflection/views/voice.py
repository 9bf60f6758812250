"""Asking neighbours how it was, as staff see it: the rounds, a new one, one's own view, what they said."""

import datetime as dt
import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.apps.reflection.actions import voice as actions
from gebuur.apps.reflection.forms.voice import OwnViewForm, RoundForm
from gebuur.apps.reflection.models import Kind, VoiceRound
from gebuur.apps.reflection.permissions import can_lead_round
from gebuur.apps.reflection.queries import rows_of
from gebuur.apps.reflection.queries import voice as queries
from gebuur.core import qr
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.presses import once
from gebuur.domain import frames

USUAL_DAYS = 10


@staff_page
@require_GET
def voice_list(request: StaffRequest) -> HttpResponse:
    """What neighbours said in this place, the latest activity first."""
    today = timezone.localdate()
    rounds = [
        queries.results_for(request.me, one, today=today) for one in queries.list_rounds(request.me)
    ]
    return render(request, "reflection/voice_list.html", {"rounds": rounds, "here": "learn"})


@staff_page
@once
def voice_new(request: StaffRequest) -> HttpResponse:
    """Prepare a round: about what, until when, which questions."""
    today = timezone.localdate()
    styles, streets = rows_of(request.me, "styles", today=today), list_streets(request.place)
    if request.method == "POST":
        form = RoundForm(request.POST, styles=styles, streets=streets, today=today)
        if form.is_valid():
            one = actions.make_round(
                request.place, actor=request.me, now=timezone.now(), **form.cleaned_data
            )
            return redirect("reflection:voice-own", pk=one.pk)
    else:
        usual = {
            "until": today + dt.timedelta(days=USUAL_DAYS),
            "questions": frames.USUAL_ASKED,
        }
        form = RoundForm(initial=usual, styles=styles, streets=streets, today=today)
    return render(request, "reflection/voice_new.html", {"form": form, "here": "learn"})


@staff_page
def voice_own(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """How she sees it herself, before she hears the others; this opens the round."""
    one = queries.get_own_round_for(request.me, pk)
    known = queries.own_answers(queries.own_view_of(one))
    if request.method == "POST":
        form = OwnViewForm(request.POST, one=one)
        if form.is_valid():
            try:
                actions.save_own_view(one, form.cleaned_data, actor=request.me, now=timezone.now())
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Kept. Neighbours can answer now."))
                return redirect("reflection:voice-detail", pk=pk)
    else:
        form = OwnViewForm(one=one, initial=known)
    context = {"round": one, "form": form, "is_open": one.opened_at, "here": "learn"}
    return render(request, "reflection/voice_own.html", context)


@staff_page
@require_GET
def voice_detail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """One round: how to hand it out, and above the minimum what neighbours said."""
    one = queries.get_round_for(request.me, pk)
    if one.kind == Kind.PULSE:
        return redirect("reflection:pulse-detail", pk=pk)
    address = queries.address_of(one)
    context = {
        "round": one,
        "results": queries.results_for(request.me, one, today=timezone.localdate()),
        "may_lead": can_lead_round(request.me, one),
        "address": address,
        "shown_address": address.partition("://")[2],
        "square": qr.square(address),
        "here": "learn",
    }
    return render(request, "reflection/voice_detail.html", context)


@staff_page
@require_POST
def voice_own_show(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Let colleagues see one's own view, or take it back."""
    one = queries.get_own_round_for(request.me, pk)
    is_shown = request.POST.get("shown") == "yes"
    actions.show_own_view(one, actor=request.me, is_shown=is_shown)
    told = _("Your colleagues see your own view now.") if is_shown else _("Only you see it again.")
    messages.success(request, told)
    return redirect("reflection:voice-detail", pk=pk)


@staff_page
@require_POST
def voice_line_hide(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Hide a line that names somebody, or put it back."""
    one = _led(request, pk)
    actions.hide_line(
        one,
        request.POST.get("line", ""),
        actor=request.me,
        is_hidden=request.POST.get("hide") == "yes",
    )
    return redirect("reflection:voice-detail", pk=pk)


@staff_page
def voice_close(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask once more, then close: after this no answer comes in."""
    one = _led(request, pk)
    if request.method == "POST":
        actions.close_round(one, actor=request.me, now=timezone.now())
        messages.success(request, _("Closed. No more answers come in."))
        return redirect("reflection:voice-detail", pk=pk)
    return render(request, "reflection/voice_close.html", {"round": one, "here": "learn"})


@staff_page
def voice_delete(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask once more, then delete for real."""
    one = _led(request, pk)
    if request.method == "POST":
        actions.delete_round(one, actor=request.me)
        messages.success(request, _("Deleted. Nothing of it is left here."))
        lists = "pulse-list" if one.kind == Kind.PULSE else "voice-list"
        return redirect(f"reflection:{lists}")
    return render(request, "reflection/voice_delete.html", {"round": one, "here": "learn"})


def _led(request: StaffRequest, pk: uuid.UUID) -> VoiceRound:
    """A round she may close and delete; for other colleagues these pages are not there."""
    one = queries.get_round_for(request.me, pk)
    if not can_lead_round(request.me, one):
        raise NotForYou
    return one
