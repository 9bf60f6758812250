"""What the group that owns a proposal does after a yes: plan, tick off, count, show."""

import uuid
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.realising import (
    DoneForm,
    EffectForm,
    MilestoneForm,
    PictureForm,
    PromiseForm,
)
from gebuur.apps.budget.models import Milestone
from gebuur.apps.budget.permissions import OwnerRequest, owner_page
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import once

Do = Callable[[], object]


def _done(form: forms.Form, act: Do) -> bool:
    """Whether the act went through; when a rule stands in its way, the form says which."""
    try:
        act()
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return False
    return True


def _show(request: OwnerRequest, page: str, form: forms.Form, **more: Any) -> HttpResponse:
    context = {"proposal": request.proposal, "form": form, "seat": request.seat, **more}
    return render(request, f"budget/{page}.html", context)


def _back(request: OwnerRequest, word: str) -> HttpResponse:
    messages.success(request, word)
    return redirect("budget:realising-detail", pk=request.proposal.pk)


@owner_page
def realising_detail(request: OwnerRequest, pk: uuid.UUID) -> HttpResponse:
    """The whole of it for the group: the plan, the promise, the pictures."""
    one = queries.realised_of(request.proposal, timezone.localdate())
    if one is None:
        raise Http404
    context = {
        "one": one,
        "proposal": request.proposal,
        "seat": request.seat,
        "pictures": queries.list_pictures(request.proposal),
        "may_finish": queries.may_finish(request.proposal),
    }
    return render(request, "budget/realising_detail.html", context)


@owner_page
@once
def milestone_new(request: OwnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Plan a step."""
    data = request.POST if request.method == "POST" else None
    form = MilestoneForm(data, today=timezone.localdate())
    if data is not None and form.is_valid():
        act = partial(
            actions.plan_milestone,
            request.proposal,
            actor=request.seat,
            now=timezone.now(),
            **form.cleaned_data,
        )
        if _done(form, act):
            return _back(request, _("The step is in the plan."))
    return _show(request, "milestone_new", form)


@owner_page
def milestone_edit(request: OwnerRequest, pk: uuid.UUID, milestone: uuid.UUID) -> HttpResponse:
    """Change the plan of a step, or take it out."""
    found = queries.get_milestone(request.proposal, milestone)
    data = request.POST if request.method == "POST" else None
    before = {name: getattr(found, name) for name in ("what", "due_on")}
    form = MilestoneForm(
        data, today=timezone.localdate(), initial=before | _euro("planned_cents", found)
    )
    act: Do | None = None
    if data is not None and "away" in data:
        form.is_valid()
        act = partial(actions.drop_milestone, found, actor=request.seat)
    elif data is not None and form.is_valid():
        act = partial(actions.change_milestone, found, actor=request.seat, **form.cleaned_data)
    if act is not None and _done(form, act):
        return _back(request, _("The plan is changed."))
    return _show(request, "milestone_edit", form, step=found)


@owner_page
def milestone_done(request: OwnerRequest, pk: uuid.UUID, milestone: uuid.UUID) -> HttpResponse:
    """Tick a step off: when, for how much, and how it went."""
    found, today = queries.get_milestone(request.proposal, milestone), timezone.localdate()
    data = request.POST if request.method == "POST" else None
    before = {"done_on": found.done_on or today, "words": found.words}
    form = DoneForm(data, today=today, initial=before | _euro("actual_cents", found))
    if data is not None and form.is_valid():
        act = partial(
            actions.tick_milestone,
            found,
            actor=request.seat,
            now=timezone.now(),
            **form.cleaned_data,
        )
        if _done(form, act):
            return _back(request, _("The step is done. Everybody may read it."))
    return _show(request, "milestone_done", form, step=found)


@require_POST
@owner_page
def realising_done(request: OwnerRequest, pk: uuid.UUID) -> HttpResponse:
    """The group says that everything is done."""
    try:
        actions.finish_work(request.proposal, actor=request.seat, now=timezone.now())
    except RuleBroken as broken:
        messages.error(request, str(broken))
        return redirect("budget:realising-detail", pk=pk)
    return _back(request, _("Everything is done. After three months neighbours look back."))


@owner_page
@once
def effect_new(request: OwnerRequest, pk: uuid.UUID) -> HttpResponse:
    """One more thing that was promised and can be counted."""
    data = request.POST if request.method == "POST" else None
    form = PromiseForm(data)
    if data is not None and form.is_valid():
        act = partial(
            actions.add_promise, request.proposal, actor=request.seat, **form.cleaned_data
        )
        if _done(form, act):
            return _back(request, _("The promise is written down. It stays as it is."))
    return _show(request, "effect_new", form)


@owner_page
def effect_count(request: OwnerRequest, pk: uuid.UUID, effect: uuid.UUID) -> HttpResponse:
    """What became of a promise after three and after twelve months."""
    found = queries.get_effect(request.proposal, effect)
    data = request.POST if request.method == "POST" else None
    before = {"after_three": found.after_three, "after_twelve": found.after_twelve}
    form = EffectForm(data, initial=before)
    if data is not None and form.is_valid():
        act = partial(
            actions.count_effect,
            found,
            actor=request.seat,
            now=timezone.now(),
            **form.cleaned_data,
        )
        if _done(form, act):
            return _back(request, _("It is counted. Everybody may read it."))
    return _show(request, "effect_count", form, promise=queries.promise_of(found))


@owner_page
@once
def picture_new(request: OwnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show what was made."""
    posted = request.method == "POST"
    form = PictureForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        steps=request.proposal.milestones.all(),
    )
    if posted and form.is_valid():
        data = form.cleaned_data
        act = partial(
            actions.add_picture, request.proposal, actor=request.seat, raw=data["picture"],
            what=data["what"], consent=data["consent"], milestone=data["milestone"], now=timezone.now(),
        )  # fmt: skip
        if _done(form, act):
            return _back(request, _("The picture is there."))
    return _show(request, "picture_new", form)


@require_POST
@owner_page
def picture_remove(request: OwnerRequest, pk: uuid.UUID, picture: uuid.UUID) -> HttpResponse:
    """Take a picture away."""
    found = queries.get_picture_of(request.proposal, picture)
    actions.remove_picture(found, actor=request.seat)
    return _back(request, _("The picture is gone."))


def _euro(name: str, step: Milestone) -> dict[str, str]:
    """An amount as somebody types it."""
    cents = getattr(step, name)
    return {name: f"{Decimal(cents) / 100:.2f}".replace(".", ",")} if cents else {}
