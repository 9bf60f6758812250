"""The answer as everybody reads it, and what the group does with it."""

import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.replies import ReasonsForm, ReplyForm
from gebuur.apps.budget.models import Proposal
from gebuur.apps.budget.permissions import OwnerRequest, is_authority, owner_page
from gebuur.apps.budget.views.sheets import show_parts
from gebuur.apps.initiatives.permissions import seat_of
from gebuur.apps.neighbourhood.permissions import is_staff, person_of, place_of
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.wording import day_in_words


def answer_detail(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Since when it waits, what was decided and why, and everything before it."""
    proposal, today = queries.get_public_proposal(place_of(request), pk), timezone.localdate()
    me = person_of(request)
    context = {
        "proposal": proposal,
        "owner": queries.owner_in_words(proposal),
        "answer": queries.answer_of(proposal, today),
        "is_written": queries.is_open_to_decide(proposal) and (is_staff(me) or is_authority(me)),
    }
    context |= _may(request, proposal, today)
    return render(request, "budget/answer_detail.html", context)


def _may(request: HttpRequest, proposal: Proposal, today: dt.date) -> dict[str, Any]:
    """What a member of the group can do now."""
    if seat_of(request, proposal.group) is None:
        return {"is_ours": False}
    return {
        "is_ours": True,
        "may_reply": queries.can_reply(proposal),
        "asks_what": queries.asks_what(proposal, today),
    }


def answer_letter(request: HttpRequest, pk: uuid.UUID, signed: uuid.UUID) -> HttpResponse:
    """A signed decision as a letter."""
    proposal, today = queries.get_public_proposal(place_of(request), pk), timezone.localdate()
    told = queries.tell_decision(queries.get_signed(proposal, signed), today)
    one, plain = told.decision, queries.Row("", tuple(told.decision.plain.splitlines()))
    outcome = queries.Part("outcome", _("What was decided"), (queries.Row("", (told.outcome,)),))
    by = queries.Row("", (f"{one.signatory}, {one.signatory_role}",))
    parts = [
        outcome,
        queries.Part("plain", _("In everyday words"), (plain,)),
        *told.parts,
        queries.Part("signed", _("Signed"), (by,)),
    ]
    day = day_in_words(one.decided_on or today, today)
    note = _("Decision of %(day)s, on version %(number)d.") % {"day": day, "number": one.version}
    return show_parts(proposal.title, proposal, parts, note)


@owner_page
def answer_reply(request: OwnerRequest, _pk: uuid.UUID) -> HttpResponse:
    """The group answers each objection, and hands in again when all of them have an answer."""
    proposal, objections = request.proposal, queries.objections_of(request.proposal)
    if not queries.can_reply(proposal):
        return redirect("budget:answer-detail", pk=proposal.pk)
    if request.method == "POST":
        form = ReplyForm(request.POST, objections=objections)
        if form.is_valid() and _reply(request, form):
            return redirect("budget:answer-detail", pk=proposal.pk)
    else:
        form = ReplyForm(objections=objections)
    answer = queries.answer_of(proposal, timezone.localdate())
    context = {"proposal": proposal, "form": form, "answer": answer}
    return render(request, "budget/answer_reply.html", context)


def _reply(request: OwnerRequest, form: ReplyForm) -> bool:
    """Keep what was typed; then hand in when that was pressed. The reason stands on the form when it cannot be."""
    now, proposal = timezone.now(), request.proposal
    try:
        actions.reply_to_decision(proposal, actor=request.seat, said=form.said(), now=now)
        if request.POST.get("act") != "hand-in":
            messages.success(request, _("Kept. You can go on later."))
            return True
        actions.hand_in_again(proposal, actor=request.seat, now=now)
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return False
    messages.success(request, _("Handed in again. The authority weighs it anew."))
    return True


@owner_page
def reasons_ask(request: OwnerRequest, _pk: uuid.UUID) -> HttpResponse:
    """A letter that is ready: for the answer when its day is past, or for reasons after a decision."""
    proposal, today = request.proposal, timezone.localdate()
    what = queries.asks_what(proposal, today)
    if what is None:
        return redirect("budget:answer-detail", pk=proposal.pk)
    if request.method == "POST":
        form = ReasonsForm(request.POST)
        if form.is_valid() and _ask(request, form):
            return redirect("budget:answer-detail", pk=proposal.pk)
    else:
        text = queries.reasons_letter(proposal, today, is_for_answer=what)
        form = ReasonsForm(initial={"text": text})
    context = {"proposal": proposal, "form": form, "is_for_answer": what}
    return render(request, "budget/reasons_ask.html", context)


def _ask(request: OwnerRequest, form: ReasonsForm) -> bool:
    text, now = form.cleaned_data["text"], timezone.now()
    try:
        actions.ask_for_reasons(request.proposal, actor=request.seat, text=text, now=now)
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return False
    messages.success(request, _("Sent. Everybody can read that you asked."))
    return True


@owner_page
def reasons_letter(request: OwnerRequest, _pk: uuid.UUID) -> HttpResponse:
    """The last letter on paper, with its date."""
    asked = request.proposal.reasons_asked.last()
    if asked is None:
        raise NotForYou
    today = timezone.localdate()
    heading = _("Question to the local authority")
    body = queries.Row("", tuple(line for line in asked.text.splitlines() if line))
    part = queries.Part("letter", day_in_words(asked.asked_at, today).capitalize(), (body,))
    return show_parts(heading, request.proposal, [part])
