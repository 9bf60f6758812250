"""Promised and practised: choosing a style, announcing it, and saying what was seen."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms import PromiseAnnounceForm, StyleSeenForm
from gebuur.apps.initiatives.models import Step
from gebuur.apps.initiatives.permissions import (
    GroupRequest,
    SupporterRequest,
    group_page,
    known_in_group,
    supporter_page,
)
from gebuur.apps.initiatives.views.supports import side_of, speaks
from gebuur.core.errors import RuleBroken


@supporter_page
@require_GET
def promise_new(request: SupporterRequest, pk: uuid.UUID, step: str) -> HttpResponse:
    """Choose the style for one step."""
    _known_step(step)
    standing = queries.standing_promises(request.support)
    context = {
        "tab": "support",
        "step": step,
        "styles": queries.styles_of(request.initiative, today=timezone.localdate()),
        "now": next((one.style for one in standing if one.step == step), ""),
    }
    return render(request, "initiatives/promise_new.html", context)


@supporter_page
def promise_announce(request: SupporterRequest, pk: uuid.UUID, step: str, key: str) -> HttpResponse:
    """Look at the six conditions, write the frame where the style needs one, and announce it."""
    _known_step(step)
    today = timezone.localdate()
    styles = {row.key: row for row in queries.styles_of(request.initiative, today=today)}
    if key not in styles:
        raise Http404
    conditions = queries.conditions_of(request.initiative, today=today)
    has_frame, advice = queries.needs_frame(key), None
    if request.method == "POST":
        form = PromiseAnnounceForm(request.POST, conditions=conditions, has_frame=has_frame)
        if form.is_valid():
            missing, better = queries.better_styles(
                request.initiative, key, form.holds(), today=today
            )
            if "announce" in request.POST or ("look" in request.POST and not missing):
                return _announced(request, step, key, form)
            advice = {"missing": missing, "better": better}
    else:
        form = PromiseAnnounceForm(conditions=conditions, has_frame=has_frame)
    context = {"tab": "support", "step": step, "style": styles[key], "form": form, "advice": advice}
    return render(request, "initiatives/promise_announce.html", context)


def _announced(
    request: SupporterRequest, step: str, key: str, form: PromiseAnnounceForm
) -> HttpResponse:
    actions.announce_style(
        request.support,
        Step(step),
        key,
        actor=request.support,
        conditions=form.looked(),
        frame=form.frame(),
        now=timezone.now(),
    )
    messages.success(request, _("The group reads your promise now."))
    return redirect("initiatives:support-list", pk=request.initiative.pk)


@group_page
@require_GET
def promise_detail(request: GroupRequest, pk: uuid.UUID, promise: uuid.UUID) -> HttpResponse:
    """One promise: how it was thought through, its frame, and what was seen of it."""
    one = queries.get_promise_for(request.initiative, promise)
    shown = queries.open_promise(request.initiative, one, today=timezone.localdate())
    return render(request, "initiatives/promise_detail.html", {"tab": "support", "shown": shown})


@group_page
def style_seen(request: GroupRequest, pk: uuid.UUID, support: uuid.UUID) -> HttpResponse:
    """Say, once a month, which style it was in fact."""
    one = queries.get_support_for(request.initiative, support)
    actor, today = side_of(request, one), timezone.localdate()
    promises = queries.standing_promises(one)
    styles = queries.styles_of(request.initiative, today=today)
    if request.method == "POST":
        form = StyleSeenForm(request.POST, promises=promises, styles=styles)
        if form.is_valid():
            try:
                actions.say_style_seen(one, form.seen(), actor=actor, now=timezone.now())
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Thank you. We kept it."))
                return redirect("initiatives:support-list", pk=pk)
    else:
        member = request.seat.member if request.seat else None
        month = today.replace(day=1)
        initial = queries.seen_before(promises, member=member, month=month)
        form = StyleSeenForm(promises=promises, styles=styles, initial=initial)
    context = {"tab": "support", "form": form, "one": one, "has_voice": speaks(actor)}
    return render(request, "initiatives/style_seen.html", context)


@require_GET
def frame_sheet(request: HttpRequest, pk: uuid.UUID, frame: uuid.UUID) -> HttpResponse:
    """A frame sheet to read and to hang up; for everybody when the group shows itself."""
    known = known_in_group(request, pk)
    is_public = not known.initiative.is_hidden and known.initiative.is_open
    if known.seat is None and known.support is None and not is_public:
        raise Http404
    sheet = queries.get_frame_sheet_for(known.initiative, frame)
    style = next(
        row
        for row in queries.styles_of(known.initiative, today=timezone.localdate())
        if row.key == sheet.promise.style
    )
    context = {"sheet": sheet, "style": style, "group": known.initiative}
    return render(known, "initiatives/frame_sheet.html", context)


def _known_step(step: str) -> None:
    if step not in Step.values:
        raise Http404
