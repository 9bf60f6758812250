"""Whose turn counts how much: the hand-set bonus beside the one that our own figures suggest."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.care.actions.turn import approve_turn, turn_by_hand
from gebuur.apps.care.permissions import can_set_turn
from gebuur.apps.care.queries.policy import list_turns, turn_of
from gebuur.apps.mirror.forms.turn import USUAL, MetresForm
from gebuur.apps.mirror.views.turn_parts import show_turn
from gebuur.apps.neighbourhood.permissions import StaffRequest, coordinator_page, staff_page
from gebuur.core.errors import RuleBroken
from gebuur.domain.matching import TooFew


@staff_page
def turn(request: StaffRequest) -> HttpResponse:
    """What waiting counts for now, and what our own figures would make of it."""
    form = MetresForm(request.GET) if "metres" in request.GET else MetresForm()
    metres = form.cleaned_data["metres"] if form.is_bound and form.is_valid() else USUAL
    return _page(request, form, metres)


@coordinator_page
@require_POST
def turn_approve(request: StaffRequest) -> HttpResponse:
    """Divide by our own figures from now on."""
    form = MetresForm(request.POST)
    if not form.is_valid():
        return _page(request, form, USUAL)
    metres = form.cleaned_data["metres"]
    try:
        approve_turn(request.place, metres=metres, actor=request.me, now=timezone.now())
    except TooFew:
        return _page(request, form, metres)
    except RuleBroken as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("From now on we divide by our own figures."))
    return redirect("mirror:turn")


@coordinator_page
@require_POST
def turn_hand(request: StaffRequest) -> HttpResponse:
    """Go back to the hand-set numbers."""
    turn_by_hand(request.place, actor=request.me, now=timezone.now())
    messages.success(request, _("We divide by the hand-set numbers again."))
    return redirect("mirror:turn")


def _page(request: StaffRequest, form: MetresForm, metres: int) -> HttpResponse:
    now = timezone.now()
    context = {
        "form": form,
        "metres": metres,
        "held": turn_of(request.place),
        "shown": show_turn(request.place, metres=metres, now=now),
        "before": list_turns(request.place),
        "may_decide": can_set_turn(request.me, request.place),
        "here": "mirror",
    }
    return render(request, "mirror/turn.html", context)
