"""The working page of a group: a proposal part by part, its costs and letters, handing it in and taking it back."""

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.proposal_pieces import CostForm, HandInForm, LetterForm
from gebuur.apps.budget.forms.proposals import PARTS
from gebuur.apps.budget.models import CostLine, Proposal, SupportLetter
from gebuur.apps.budget.permissions import OwnerRequest, can_work_out, owner_page
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import once

State = Proposal.State


@owner_page
def proposal_work(request: OwnerRequest, pk: uuid.UUID) -> HttpResponse:
    """What the group has so far, part by part, and what a reader will miss."""
    proposal, today = request.proposal, timezone.localdate()
    written, frame = queries.written_of(proposal), queries.binding_frame(proposal.round)
    may_write = _may_write(request)
    is_open = may_write and proposal.state in {State.DRAFT, State.HANDED_IN}
    context = {
        "proposal": proposal,
        "state": queries.state_in_words(proposal),
        "parts": queries.parts_of_proposal(written, today),
        "missed": queries.missed_by_reader(written, frame),
        "costs": proposal.costs.all(),
        "together": queries.together(written),
        "letters": proposal.letters.order_by("written_on", "pk"),
        "is_changed": queries.is_changed(proposal),
        "may_write": may_write,
        "is_open": is_open,
        "until": frame.days[
            "proposals_until" if proposal.state == State.DRAFT else "repairs_until"
        ],
    }
    return render(request, "budget/proposal_work.html", context)


def _may_write(request: OwnerRequest) -> bool:
    known = can_work_out(request.seat, request.proposal.group_id)
    return known and queries.may_still_write(request.proposal, timezone.now())


def _keep(
    request: OwnerRequest,
    form: forms.Form,
    act: Callable[..., object],
    *,
    word: str = "",
    **facts: Any,
) -> bool:
    """Do it for this member; the reason stands on the form when that cannot be done."""
    try:
        act(actor=request.seat, now=timezone.now(), **facts)
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return False
    messages.success(request, word or _("Kept."))
    return True


@owner_page
def proposal_part(request: OwnerRequest, pk: uuid.UUID, part: str) -> HttpResponse:
    """One part of the proposal; it is kept by itself."""
    proposal, kind = request.proposal, PARTS.get(part)
    if kind is None or not _may_write(request):
        raise Http404
    if request.method == "POST":
        form = kind(request.POST, proposal=proposal)
        if form.is_valid():
            write: Callable[..., object] = actions.write_proposal
            if part == "criteria":
                write = actions.write_ticks
            if _keep(request, form, write, proposal=proposal, **form.facts()):
                return redirect("budget:proposal-work", pk=pk)
    else:
        form = kind(initial=kind.start_with(proposal), proposal=proposal)
    heading = queries.heading_of(part)
    context = {"proposal": proposal, "form": form, "part": part, "heading": heading}
    if part == "what":
        context["map_streets"] = queries.streets_to_point_at(proposal.round.neighbourhood)
    return render(request, "budget/proposal_part.html", context)


@owner_page
@once
def proposal_cost(
    request: OwnerRequest, pk: uuid.UUID, cost: uuid.UUID | None = None
) -> HttpResponse:
    """A new cost, or one that is written differently or left out."""
    proposal = request.proposal
    found = proposal.costs.filter(pk__in=[cost]).first()
    _must_be_there(request, found, cost)
    data = request.POST if request.method == "POST" else None
    form = CostForm(data, initial=CostForm.start_with(found) if found else None)
    write = partial(actions.write_cost, proposal=proposal, line=found)
    drop = partial(actions.drop_cost, line=found) if found else None
    if _keep_piece(request, form, write, drop):
        return redirect("budget:proposal-work", pk=pk)
    context = {"proposal": proposal, "form": form, "found": found}
    return render(request, "budget/proposal_cost.html", context)


@owner_page
@once
def proposal_letter(
    request: OwnerRequest, pk: uuid.UUID, letter: uuid.UUID | None = None
) -> HttpResponse:
    """A new letter of support, or one that is written differently or left out."""
    proposal = request.proposal
    found = proposal.letters.filter(pk__in=[letter]).first()
    _must_be_there(request, found, letter)
    data = request.POST if request.method == "POST" else None
    form = LetterForm(data, initial=LetterForm.start_with(found) if found else None)
    write = partial(actions.write_letter, proposal=proposal, letter=found)
    drop = partial(actions.drop_letter, letter=found) if found else None
    if _keep_piece(request, form, write, drop):
        return redirect("budget:proposal-work", pk=pk)
    context = {"proposal": proposal, "form": form, "found": found}
    return render(request, "budget/proposal_letter.html", context)


def _keep_piece(
    request: OwnerRequest,
    form: forms.Form,
    write: Callable[..., object],
    drop: Callable[..., object] | None,
) -> bool:
    """Leave it out when that was pressed, and write it otherwise; tell whether it was done."""
    if drop and "drop" in request.POST:
        return _keep(request, form, drop)
    return form.is_valid() and _keep(request, form, write, **form.cleaned_data)


def _must_be_there(
    request: OwnerRequest, found: CostLine | SupportLetter | None, asked: uuid.UUID | None
) -> None:
    if not _may_write(request) or (found is None and asked is not None):
        raise Http404


@owner_page
def proposal_hand_in(request: OwnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Lay the proposal before everybody; what is needed first stands here in sentences."""
    proposal = request.proposal
    if not _may_write(request) or proposal.state not in {State.DRAFT, State.HANDED_IN}:
        raise Http404
    written, frame = queries.written_of(proposal), queries.binding_frame(proposal.round)
    if request.method == "POST":
        form = HandInForm(request.POST)
        word = _("Handed in. Everybody may read it now.")
        if form.is_valid() and _keep(
            request, form, actions.hand_in, word=word, proposal=proposal, why=form.cleaned_data["why"]
        ):  # fmt: skip
            return redirect("budget:proposal-detail", pk=pk)
    else:
        form = HandInForm()
    context = {
        "proposal": proposal,
        "form": form,
        "needed": queries.needed_for_handing_in(written, frame),
        "missed": queries.missed_by_reader(written, frame),
    }
    return render(request, "budget/proposal_hand_in.html", context)


@owner_page
def proposal_withdraw(request: OwnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Take the proposal back, after one more question."""
    proposal = request.proposal
    if not _may_write(request) or proposal.state not in {State.DRAFT, State.HANDED_IN}:
        raise Http404
    if request.method == "POST":
        one = proposal.round_id
        try:
            actions.withdraw_proposal(proposal, actor=request.seat, now=timezone.now())
        except RuleBroken as broken:
            messages.error(request, str(broken))
            return redirect("budget:proposal-work", pk=pk)
        messages.success(request, _("The proposal is taken back."))
        return redirect("budget:proposal-list", pk=one)
    return render(request, "budget/proposal_withdraw.html", {"proposal": proposal})
