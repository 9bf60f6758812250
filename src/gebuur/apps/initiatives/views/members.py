"""Members: asking to join, welcoming, who lives here, whom one trusts with what, leaving."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms.members import JoinForm, JoinWordsForm
from gebuur.apps.initiatives.models import Charge, Initiative
from gebuur.apps.initiatives.permissions import (
    GroupRequest,
    MemberRequest,
    can_speak,
    can_welcome,
    group_page,
    known_in_group,
    member_page,
)
from gebuur.apps.neighbourhood import actions as neighbourhood
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import person_of
from gebuur.core.errors import RuleBroken
from gebuur.core.limits import may_try
from gebuur.core.presses import once

PER_HOUR = 12


@once
def member_new(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """I want to join: a name and how to reach you; the members decide."""
    known = known_in_group(request, pk)
    group, me = queries.get_initiative_for(known.place, pk), person_of(request)
    is_here = me is not None and me.neighbourhood_id == group.neighbourhood_id
    if request.method == "POST":
        form = _join_form(request.POST, group, is_here=is_here)
        if form.is_valid() and _may_ask(request):
            actor = me if me and is_here else _who(group, form)
            actions.ask_to_join(
                group, actor=actor, words=form.cleaned_data["words"], now=timezone.now()
            )
            return redirect("initiatives:member-asked", pk=pk)
    else:
        form = _join_form(None, group, is_here=is_here)
    context = {"form": form, "group": group, "is_here": is_here, "place": group.neighbourhood}
    return render(request, "initiatives/member_new.html", context)


def _join_form(data: Any, group: Initiative, *, is_here: bool) -> JoinWordsForm:
    if is_here:
        return JoinWordsForm(data)
    return JoinForm(data, place=group.neighbourhood, for_other=False)


def _may_ask(request: HttpRequest) -> bool:
    may = may_try("join", request.META.get("REMOTE_ADDR", ""), per_hour=PER_HOUR)
    if not may:
        messages.error(
            request, _("Many questions came from here just now. Wait an hour, or phone us.")
        )
    return may


def _who(group: Initiative, form: JoinWordsForm) -> Person:
    assert isinstance(form, JoinForm)  # noqa: S101 - the form for who has no account here
    language = get_language() or "nl"
    return neighbourhood.known_or_new(
        group.neighbourhood,
        language=language,
        languages=[language],
        channel=form.channel(),
        **form.person_facts(),
    )


def member_asked(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Say what happens next."""
    group = queries.get_initiative_for(known_in_group(request, pk).place, pk)
    return render(request, "initiatives/member_asked.html", {"group": group})


@group_page
def member_list(request: GroupRequest, pk: uuid.UUID) -> HttpResponse:
    """Who is in the group, by first name, what they carry, and who asks to join."""
    seat = request.seat
    context = {
        "tab": "members",
        "members": queries.list_members(request.initiative),
        "asking": queries.list_asking(request.initiative) if seat else [],
        "charges": queries.list_charges(request.initiative),
        "past": queries.list_past_charges(request.initiative)[:20],
        "offered": queries.list_offered_by(seat) if seat else [],
    }
    return render(request, "initiatives/member_list.html", context)


@member_page
def member_detail(request: MemberRequest, pk: uuid.UUID, member: uuid.UUID) -> HttpResponse:
    """One member: what the group trusts her with, and one's own word about that."""
    shown = queries.get_member_for(request.seat, member)
    context = {
        "tab": "members",
        "member": shown,
        "about": queries.about(shown, request.seat),
        "is_me": shown.pk == request.seat.member.pk,
        "speaks": can_speak(request.seat),
        "welcomes": can_welcome(request.seat),
    }
    return render(request, "initiatives/member_detail.html", context)


@require_POST
@member_page
def member_answer(request: MemberRequest, pk: uuid.UUID, member: uuid.UUID) -> HttpResponse:
    """Welcome, or not this time."""
    asking = queries.get_member_for(request.seat, member)
    acts = {"yes": actions.welcome, "no": actions.decline}
    act = acts.get(request.POST.get("answer", ""))
    if act is None:
        messages.error(request, _("Choose one of the two answers."), extra_tags="circle-alert")
        return redirect("initiatives:member-list", pk=pk)
    try:
        act(asking, actor=request.seat, now=timezone.now())
    except RuleBroken as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted. The group decides together."))
    return redirect("initiatives:member-list", pk=pk)


@require_POST
@member_page
def member_vouch(request: MemberRequest, pk: uuid.UUID, member: uuid.UUID) -> HttpResponse:
    """Say that a neighbour lives here, or take that back."""
    about = queries.get_member_for(request.seat, member)
    act = actions.take_back_vouch if "back" in request.POST else actions.vouch
    try:
        act(about, actor=request.seat, now=timezone.now())
    except RuleBroken as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted."))
    return redirect("initiatives:member-detail", pk=pk, member=member)


@require_POST
@member_page
def member_trust(request: MemberRequest, pk: uuid.UUID, member: uuid.UUID) -> HttpResponse:
    """Trust a neighbour with a charge, or no longer."""
    about = queries.get_member_for(request.seat, member)
    act = actions.withdraw_trust if "back" in request.POST else actions.trust
    charge = request.POST.get("charge")
    try:
        if charge in Charge.values:
            act(about, Charge(charge), actor=request.seat, now=timezone.now())
            messages.success(request, _("Noted. The group decides together."))
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("initiatives:member-detail", pk=pk, member=member)


@member_page
def member_leave(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Leave the group; no reason is asked."""
    if request.method == "POST":
        actions.leave(actor=request.seat, now=timezone.now())
        messages.success(request, _("You left the group. With your own link you can come back."))
        return redirect("initiatives:initiative-list")
    return render(request, "initiatives/member_leave.html", {"tab": "members"})
