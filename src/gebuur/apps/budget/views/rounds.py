"""Rounds at the desk: writing one, laying it before both sides, and the two signatures."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.frames import DigestForm, DrawUpForm, NoteSignatureForm
from gebuur.apps.budget.forms.rounds import STEPS, StepForm
from gebuur.apps.budget.models import FrameVersion, Round
from gebuur.apps.budget.permissions import authority_page, can_run_rounds, is_authority
from gebuur.apps.neighbourhood.permissions import StaffRequest, coordinator_page, is_staff
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import once, was_pressed
from gebuur.core.steps import KeptAnswers

NAMES = tuple(STEPS)


@authority_page
def staff_list(request: StaffRequest) -> HttpResponse:
    """Every round with where it stands, also what is still being written."""
    today = timezone.localdate()
    rounds = [
        (one, queries.latest_version(one), _where_it_stands(one, today).get("calendar", ()))
        for one in queries.list_rounds_for(request.me)
    ]
    context = {"rounds": rounds, "may_run": can_run_rounds(request.me, request.place.pk)}
    return render(request, "budget/staff_list.html", context | base_of(request))


def base_of(request: StaffRequest) -> dict[str, Any]:
    """The authority has no desk: it reads the same page in the frame that neighbours have."""
    works = is_staff(request.me)
    base = "base_staff.html" if works else "base_resident.html"
    return {"base": base, "here": "budget", "is_staff": works}


def _kept(request: StaffRequest) -> KeptAnswers:
    return KeptAnswers(request.session, "budget-round")


def _first_open(kept: KeptAnswers) -> str | None:
    """The first step without a right answer."""
    for step, form in STEPS.items():
        data = kept.of(step)
        if data is None or not form(data).is_valid():
            return step
    return None


@coordinator_page
def round_new(request: StaffRequest) -> HttpResponse:
    """Begin, or go on where she was."""
    return redirect("budget:round-step", step=_first_open(_kept(request)) or NAMES[-1])


@coordinator_page
def round_step(request: StaffRequest, step: str) -> HttpResponse:
    """One page of a new round; what was answered before stays."""
    kept = _kept(request)
    if step not in STEPS:
        raise Http404
    if request.method == "POST":
        kept.keep(step, request.POST)
        form = STEPS[step](request.POST)
        if form.is_valid():
            return _go_on(request, kept, step)
    else:
        form = STEPS[step](kept.of(step))
    context = {
        "form": form,
        "step_name": step,
        "step": NAMES.index(step) + 1,
        "step_total": len(NAMES),
        "back_url": _page_before(step),
    }
    return render(request, "budget/round_step.html", context | {"here": "budget"})


def _page_before(step: str) -> str:
    number = NAMES.index(step)
    if not number:
        return reverse("budget:staff-list")
    return reverse("budget:round-step", args=[NAMES[number - 1]])


def _go_on(request: StaffRequest, kept: KeptAnswers, step: str) -> HttpResponse:
    if step != NAMES[-1]:
        return redirect("budget:round-step", step=NAMES[NAMES.index(step) + 1])
    if was_pressed(request):
        kept.forget()
        return _make(request, kept)
    missing = _first_open(kept)
    if missing is not None:
        return redirect("budget:round-step", step=missing)
    return _make(request, kept)


@once
def _make(request: StaffRequest, kept: KeptAnswers) -> HttpResponse:
    facts: dict[str, Any] = {}
    for name, form in STEPS.items():
        facts |= _read(form, kept.of(name))
    one = actions.make_round(request.place, actor=request.me, now=timezone.now(), **facts)
    kept.forget()
    return redirect("budget:round-staff", pk=one.pk)


def _read(kind: type[StepForm], data: QueryDict | None) -> dict[str, Any]:
    form = kind(data)
    form.full_clean()
    return form.facts()


@coordinator_page
def round_edit(request: StaffRequest, pk: uuid.UUID, step: str) -> HttpResponse:
    """Write one part differently."""
    one, kind = queries.get_round_for(request.me, pk), STEPS.get(step)
    if kind is None:
        raise Http404
    if request.method == "POST":
        form = kind(request.POST)
        if form.is_valid():
            actions.change_round(one, actor=request.me, **form.facts())
            messages.success(
                request, _("Kept. It applies when both sides have signed the next version.")
            )
            return redirect("budget:round-staff", pk=pk)
    else:
        form = kind(initial=kind.start_with(one))
    back = reverse("budget:round-staff", args=[pk])
    context = {"form": form, "step_name": step, "back_url": back, "here": "budget"}
    return render(request, "budget/round_step.html", context)


@authority_page
def round_staff(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """A round with its versions, and what this reader can do: lay it before both sides, sign, note a signature."""
    one = queries.get_round_for(request.me, pk)
    pending = queries.pending_version(one)
    may = _what_she_may(request, one, pending)
    failed: dict[str, forms.Form] = {}
    if request.method == "POST":
        act = request.POST.get("act", "")
        if act in may:
            form = _act(request, one, pending, act)
            if form is None:
                return redirect("budget:round-staff", pk=pk)
            failed[act] = form
    shown = {act: failed.get(act) or _form(act, request, pending, None) for act in may}
    context = {
        "round": one,
        "pending": pending,
        "forms": shown,
        "versions": one.frames.order_by("-number"),
        "proposals": queries.list_proposals(one),
        "is_counted": queries.is_counted(one),
    }
    context |= _where_it_stands(one, timezone.localdate())
    context |= _what_she_reads(request, one, pending) | base_of(request)
    return render(request, "budget/round_staff.html", context)


def _where_it_stands(one: Round, today: dt.date) -> dict[str, Any]:
    """The calendar of the frame that binds, and whether the vote is over; nothing before both sides signed."""
    seen = queries.find_published(one)
    if seen is None:
        return {}
    is_over = today > seen.frame.days["vote_until"]
    return {"calendar": queries.calendar_of(seen.frame, today), "is_over": is_over}


def _what_she_reads(
    request: StaffRequest, one: Round, pending: FrameVersion | None
) -> dict[str, Any]:
    """The coordinator reads what she is writing; who signs or notes reads exactly what is to be signed."""
    today, may_run = timezone.localdate(), can_run_rounds(request.me, one.neighbourhood_id)
    version = pending or queries.latest_version(one)
    text = queries.text_of(one) if may_run else version.text if version else None
    before = queries.version_before(pending) if pending else None
    changed = (
        queries.differences(before, queries.read_frame(pending.text), today)
        if pending and before
        else []
    )
    parts = queries.parts_of(queries.read_frame(text), today) if text else []
    return {"may_run": may_run, "parts": parts, "changed": changed}


def _what_she_may(request: StaffRequest, one: Round, pending: FrameVersion | None) -> list[str]:
    may = ["draw"] if can_run_rounds(request.me, one.neighbourhood_id) else []
    if pending is not None and pending.authority_at is None and is_authority(request.me):
        may.append("authority")
    if pending is not None and pending.neighbours_at is None and is_staff(request.me):
        may.append("neighbours")
    return may


def _form(
    act: str, request: StaffRequest, pending: FrameVersion | None, data: QueryDict | None
) -> forms.Form:
    if act == "draw":
        return DrawUpForm(data)
    initial = {"digest": pending.digest if pending else ""}
    if act == "authority":
        return DigestForm(data, initial=initial)
    signers = queries.list_signers(request.place, timezone.localdate())
    return NoteSignatureForm(data, signers=signers, initial=initial)


def _act(
    request: StaffRequest, one: Round, pending: FrameVersion | None, act: str
) -> forms.Form | None:
    """Do it; the form comes back when it cannot be done."""
    form = _form(act, request, pending, request.POST)
    if not form.is_valid():
        return form
    said, now = form.cleaned_data, timezone.now()
    try:
        if act == "draw":
            actions.draw_up_frame(one, actor=request.me, why=said["why"], now=now)
            messages.success(request, _("The next version is there. Both sides can sign it."))
        elif pending is not None and isinstance(form, NoteSignatureForm):
            actions.sign_for_neighbours(
                pending, actor=form.signing(), digest=said["digest"], now=now, typed_by=request.me
            )
            messages.success(request, _("The signature is noted."))
        elif pending is not None:
            actions.sign_for_authority(pending, actor=request.me, digest=said["digest"], now=now)
            messages.success(request, _("The signature is noted."))
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return form
    return None
