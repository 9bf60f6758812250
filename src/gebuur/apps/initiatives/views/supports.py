"""Support as the group sees it: who, why, until when; welcome, longer, and the end."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms import SupportAskForm, SupportEndForm, SupportLongerForm
from gebuur.apps.initiatives.models import Initiative, Step, Support
from gebuur.apps.initiatives.permissions import (
    GroupRequest,
    MemberRequest,
    Seat,
    group_page,
    member_page,
)
from gebuur.core.errors import NotForYou, RuleBroken


@group_page
@require_GET
def support_list(request: GroupRequest, pk: uuid.UUID) -> HttpResponse:
    """Who stands beside the group, with every promise, frame sheet, advice and answer."""
    today = timezone.localdate()
    supports = queries.open_supports(request.initiative)
    context = {
        "tab": "support",
        "supports": supports,
        "promised": [(one, queries.standing_promises(one)) for one in supports.going],
        "earlier": [(one, queries.earlier_promises(one)) for one in supports.going],
        "advice": queries.list_advice(request.initiative, today=today),
        "styles": queries.styles_of(request.initiative, today=today),
        "steps": Step.values,
        "has_voice": has_voice(request),
    }
    return render(request, "initiatives/support_list.html", context)


@member_page
def support_ask(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask for somebody beside the group, or take that back."""
    now, wish = timezone.now(), queries.open_wish(request.initiative)
    if request.method == "POST" and "drop" in request.POST:
        actions.drop_wish(request.initiative, actor=request.seat, now=now)
        messages.success(request, _("Your group no longer asks for somebody."))
        return _back(request.initiative)
    if request.method == "POST":
        form = SupportAskForm(request.POST)
        if form.is_valid():
            words = form.cleaned_data["words"]
            try:
                actions.wish_support(request.initiative, words, actor=request.seat, now=now)
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Those who work here read it now."))
                return _back(request.initiative)
    else:
        form = SupportAskForm()
    context = {"tab": "support", "form": form, "wish": wish, "has_voice": has_voice(request)}
    return render(request, "initiatives/support_ask.html", context)


@member_page
@require_POST
def support_answer(request: MemberRequest, pk: uuid.UUID, support: uuid.UUID) -> HttpResponse:
    """Welcome, or rather not."""
    one = queries.get_support_for(request.initiative, support)
    answer = request.POST.get("answer")
    if answer not in {"welcome", "not"}:
        messages.error(request, _("Choose one of the two answers."), extra_tags="circle-alert")
        return _back(request.initiative)
    is_welcome = answer == "welcome"
    return _said(
        request,
        lambda: actions.answer_support(
            one, is_welcome=is_welcome, actor=request.seat, now=timezone.now()
        ),
        _("Your group said welcome.") if is_welcome else _("Your group said: rather not."),
    )


@group_page
def support_end(request: GroupRequest, pk: uuid.UUID, support: uuid.UUID) -> HttpResponse:
    """End it today, from either side."""
    one = queries.get_support_for(request.initiative, support)
    actor = side_of(request, one)
    if request.method == "POST":
        form = SupportEndForm(request.POST)
        if form.is_valid():
            words = form.cleaned_data["words"]
            try:
                actions.end_support(one, actor=actor, words=words, now=timezone.now())
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("This support has ended."))
                return _home(request)
    else:
        form = SupportEndForm()
    context = {"tab": "support", "form": form, "one": one, "has_voice": speaks(actor)}
    return render(request, "initiatives/support_end.html", context)


@group_page
def support_longer(request: GroupRequest, pk: uuid.UUID, support: uuid.UUID) -> HttpResponse:
    """Ask the other side to go on until a later day."""
    one = queries.get_support_for(request.initiative, support)
    actor = side_of(request, one)
    if request.method == "POST":
        form = SupportLongerForm(request.POST)
        if form.is_valid():
            until = form.cleaned_data["until"]
            try:
                actions.ask_longer(one, until, actor=actor, now=timezone.now())
            except RuleBroken as error:
                form.add_error("until", str(error))
            else:
                messages.success(request, _("Asked. It counts when the other side says yes."))
                return _back(request.initiative)
    else:
        form = SupportLongerForm()
    context = {"tab": "support", "form": form, "one": one, "has_voice": speaks(actor)}
    return render(request, "initiatives/support_longer.html", context)


@group_page
@require_POST
def support_agree(request: GroupRequest, pk: uuid.UUID, support: uuid.UUID) -> HttpResponse:
    """Say yes to a later day, or let the last day stand."""
    one = queries.get_support_for(request.initiative, support)
    actor = side_of(request, one)
    answer = request.POST.get("answer")
    if answer not in {"yes", "no"}:
        messages.error(request, _("Choose one of the two answers."), extra_tags="circle-alert")
        return _back(request.initiative)
    return _said(
        request,
        lambda: actions.answer_longer(
            one, says_yes=answer == "yes", actor=actor, now=timezone.now()
        ),
        _("Noted."),
    )


def side_of(request: GroupRequest, one: Support) -> Seat | Support:
    """A member writes as a member; who stands beside only about her own support."""
    if request.seat is not None:
        return request.seat
    if request.support is None or request.support != one:
        raise NotForYou
    return request.support


def has_voice(request: GroupRequest) -> bool:
    """Whether to show a member what only a voice can press."""
    return request.seat is not None and request.seat.member.has_voice


def speaks(actor: Seat | Support) -> bool:
    """Whether this side may press at all."""
    return isinstance(actor, Support) or actor.member.has_voice


def _said(request: GroupRequest, act: Callable[[], object], words: str) -> HttpResponse:
    """Do it, and say what came of it on the page of the group."""
    try:
        act()
    except RuleBroken as error:
        messages.error(request, str(error), extra_tags="circle-alert")
    else:
        messages.success(request, words)
    return _back(request.initiative)


def _home(request: GroupRequest) -> HttpResponse:
    """Who stood beside the group and does no longer, does not read along any more either."""
    if request.seat is None:
        return redirect("initiatives:support-mine")
    return _back(request.initiative)


def _back(initiative: Initiative) -> HttpResponse:
    return redirect("initiatives:support-list", pk=initiative.pk)
