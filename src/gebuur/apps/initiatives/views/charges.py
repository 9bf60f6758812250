"""Handing over a charge to another neighbour."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms.members import ChargeForm
from gebuur.apps.initiatives.models import Charge, Member
from gebuur.apps.initiatives.permissions import MemberRequest, holds, member_page
from gebuur.core.errors import RuleBroken
from gebuur.core.ids import as_uuid


@member_page
def charge_offer(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Offer what one carries to another neighbour; she says yes or no."""
    me = request.seat.member
    charges = [one for one in Charge if holds(me, one)]
    takers = [one for one in queries.list_members(request.initiative) if one.pk != me.pk]
    if request.method == "POST":
        form = ChargeForm(request.POST, charges=charges, takers=takers)
        if form.is_valid() and _offer(request, form, takers):
            messages.success(request, _("Asked. Until the answer comes, nothing changes."))
            return redirect("initiatives:member-list", pk=pk)
    else:
        form = ChargeForm(charges=charges, takers=takers)
    context = {"form": form, "tab": "members", "can_offer": bool(charges and takers)}
    return render(request, "initiatives/charge_offer.html", context)


def _offer(request: MemberRequest, form: ChargeForm, takers: list[Member]) -> bool:
    said = form.cleaned_data
    chosen = as_uuid(said["taker"])
    try:
        actions.offer_charge(
            next(one for one in takers if one.pk == chosen),
            Charge(said["charge"]),
            actor=request.seat,
            words=said["words"],
            due_on=said["due_on"],
            now=timezone.now(),
        )
    except RuleBroken as error:
        form.add_error(None, str(error))
        return False
    return True


@require_POST
@member_page
def charge_answer(request: MemberRequest, pk: uuid.UUID, offer: uuid.UUID) -> HttpResponse:
    """Yes or no to a charge; or, by who offered it, back to how it was."""
    offered = queries.get_offered_for(request.seat, offer)
    seat, now = request.seat, timezone.now()
    answer = request.POST.get("answer")
    try:
        if offered.giver_id == seat.member.pk:
            actions.withdraw_charge(offered, actor=seat, now=now)
        elif answer in {"yes", "no"}:
            actions.answer_charge(offered, yes=answer == "yes", actor=seat, now=now)
        else:
            messages.error(request, _("Choose one of the two answers."), extra_tags="circle-alert")
            return redirect("initiatives:member-list", pk=pk)
    except RuleBroken as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted."))
    return redirect("initiatives:member-list", pk=pk)
