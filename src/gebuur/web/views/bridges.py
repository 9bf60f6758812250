"""Bridges: the talk belongs to the groups, what a street can carry to the mirror; here they meet."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.forms.bridges import (
    RUNGS,
    AnswerForm,
    BridgeForm,
    FirstDateForm,
)
from gebuur.apps.initiatives.models import Bridge
from gebuur.apps.initiatives.permissions import (
    GroupRequest,
    MemberRequest,
    Speaker,
    can_answer_bridge,
    can_end_bridge,
    can_speak,
    group_page,
    member_page,
)
from gebuur.apps.initiatives.queries import bridges as queries
from gebuur.apps.initiatives.queries.load import load_of
from gebuur.apps.mirror.queries.capacity import capacity_at
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.apps.outbox.queries import get_link_for
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import once


@group_page
@require_GET
def bridge_list(request: GroupRequest, pk: uuid.UUID) -> HttpResponse:
    """Who asked this group something, and whom it asked."""
    may_ask = request.seat is not None and can_speak(request.seat)
    bridges = queries.list_bridges_of(request.initiative)
    context = {"tab": "bridges", "bridges": bridges, "may_ask": may_ask}
    return render(request, "web/bridges/bridge_list.html", context)


@member_page
@once
def bridge_new(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """A group asks a street or another group."""
    ends = queries.list_ends(request.place, without=request.initiative)
    if request.method == "POST":
        form = BridgeForm(request.POST, ends=ends)
        speaker = Speaker(request.seat.person, request.seat)
        made = _ask(request, form, speaker, {"from_group": request.initiative})
        if made:
            return redirect("bridge-detail", pk=pk, bridge=made.pk)
    else:
        form = BridgeForm(ends=ends)
    context = {"tab": "bridges", "form": form, "ladder": RUNGS}
    return render(request, "web/bridges/bridge_new.html", context)


@group_page
def bridge_detail(request: GroupRequest, pk: uuid.UUID, bridge: uuid.UUID) -> HttpResponse:
    """The whole talk about one bridge, and what this group can say now."""
    found = queries.get_bridge_of(request.initiative, bridge)
    speaker = Speaker(request.seat.person, request.seat) if request.seat else None
    form = _act(request, found, speaker)
    if form is None:
        return redirect("bridge-detail", pk=pk, bridge=bridge)
    context = _told(found, speaker, form) | {"tab": "bridges", "base": "initiatives/_group.html"}
    return render(request, "web/bridges/bridge_detail.html", context)


def bridge_door(request: HttpRequest, token: str) -> HttpResponse:
    """What the link of a street's contact person opens."""
    link = get_link_for(token, "bridge-door", now=timezone.now())
    found = queries.get_bridge_by_link(link.person, link.thing)
    speaker = Speaker(link.person)
    form = _act(request, found, speaker)
    if form is None:
        return redirect("bridge-door", token=token)
    context = _told(found, speaker, form) | {"base": "web/bridges/_alone.html"}
    return render(request, "web/bridges/bridge_detail.html", context)


@staff_page
@require_GET
def bridge_staff_list(request: StaffRequest) -> HttpResponse:
    """All bridges of the neighbourhood, those that wait first."""
    bridges = list(queries.list_bridges_in(request.place))
    bridges.sort(key=lambda one: (not one.waits_for, one.answer_by))
    context = {"bridges": bridges, "here": "groups", "today": timezone.localdate()}
    return render(request, "web/bridges/bridge_staff_list.html", context)


@staff_page
@once
def bridge_staff_new(request: StaffRequest) -> HttpResponse:
    """A professional asks for a street; the giving side decides."""
    ends, streets = queries.list_ends(request.place), list(list_streets(request.place))
    if request.method == "POST":
        form = BridgeForm(request.POST, ends=ends, asks=streets)
        form.is_valid()
        street = next((s for s in streets if s.pk == form.cleaned_data.get("asks")), None)
        made = _ask(request, form, Speaker(request.me), {"from_street": street})
        if made:
            return redirect("bridge-staff", pk=made.pk)
    else:
        start = {name: request.GET.get(name, "") for name in ("asks", "to")}
        form = BridgeForm(ends=ends, asks=streets, initial=start)
    context = {"form": form, "here": "groups", "ladder": RUNGS}
    return render(request, "web/bridges/bridge_staff_new.html", context)


@staff_page
def bridge_staff(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """One bridge for staff: she reads along, and answers only for the street she asked for."""
    found = queries.get_bridge_for(request.me, pk)
    speaker = Speaker(request.me)
    form = _act(request, found, speaker)
    if form is None:
        return redirect("bridge-staff", pk=pk)
    context = _told(found, speaker, form) | {"here": "groups", "base": "web/bridges/_staff.html"}
    return render(request, "web/bridges/bridge_detail.html", context)


def _ask(
    request: GroupRequest | StaffRequest, form: BridgeForm, speaker: Speaker, side: dict[str, Any]
) -> Bridge | None:
    """Ask when the form is right; else it keeps what was typed and says what to do."""
    if not form.is_valid():
        return None
    try:
        made = actions.ask_bridge(
            request.place, actor=speaker, now=timezone.now(), **side, **form.facts()
        )
    except RuleBroken as error:
        form.add_error("to", str(error))
        return None
    messages.success(request, _("Asked. They answer when it suits them, within two weeks."))
    return made


def _act(request: HttpRequest, bridge: Bridge, speaker: Speaker | None) -> forms.Form | None:
    """Do what was pressed; the form to show, or None when it is done."""
    if request.method != "POST" or speaker is None:
        return AnswerForm(initial=_stands(bridge))
    form: AnswerForm | FirstDateForm
    form = FirstDateForm(request.POST) if "first" in request.POST else AnswerForm(request.POST)
    ends = "end" in request.POST
    if not ends and not form.is_valid():
        return form
    now = timezone.now()
    try:
        if ends:
            actions.end_bridge(bridge, actor=speaker, now=now)
        elif isinstance(form, FirstDateForm):
            actions.plan_first_date(bridge, actor=speaker, now=now, **form.facts())
        else:
            actions.answer_bridge(bridge, actor=speaker, now=now, **form.facts())
    except RuleBroken as error:
        messages.error(request, str(error))
        return form
    messages.success(request, _("Noted. The other side hears it."))
    return None


def _stands(bridge: Bridge) -> dict[str, Any]:
    return {"rung": bridge.rung, "terms": bridge.terms, "until": bridge.until}


def _told(bridge: Bridge, speaker: Speaker | None, form: forms.Form) -> dict[str, Any]:
    """The talk so far, what the giving street can carry, and what may be done now."""
    now = timezone.now()
    giving = bridge.to_group.street_id if bridge.to_group else bridge.to_street_id
    seat = speaker.seat if speaker else None
    is_open = bridge.state == Bridge.State.AGREED and bridge.activity is None
    may_plan = is_open and seat is not None and can_speak(seat)
    is_first = isinstance(form, FirstDateForm)
    is_inside = seat is not None and seat.initiative.pk == bridge.to_group_id
    return {
        "bridge": bridge,
        "words": bridge.words.select_related("bridge", "typed_by"),
        "step": dict(RUNGS)[bridge.rung],
        "capacity": capacity_at(giving, now=now),
        "load": load_of(bridge.to_group, is_inside=is_inside, now=now) if bridge.to_group else None,
        "is_inside": is_inside,
        "is_late": bool(bridge.waits_for) and bridge.answer_by < timezone.localdate(now),
        "may_answer": speaker is not None and can_answer_bridge(speaker, bridge),
        "may_end": speaker is not None and can_end_bridge(speaker, bridge),
        "form": AnswerForm(initial=_stands(bridge)) if is_first else form,
        "date_form": (form if is_first else FirstDateForm()) if may_plan else None,
    }
