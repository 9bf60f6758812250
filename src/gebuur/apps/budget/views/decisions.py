"""The authority decides: what is due, writing an answer in parts, reading it through, and signing it."""

import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.decisions import DecisionForm, start_with
from gebuur.apps.budget.forms.frames import DigestForm
from gebuur.apps.budget.models import Decision, Proposal
from gebuur.apps.budget.permissions import authority_page, is_authority
from gebuur.apps.budget.views.rounds import base_of
from gebuur.apps.budget.views.sheets import show_parts
from gebuur.apps.neighbourhood.permissions import StaffRequest
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.wording import clock

PARTS = ("terms", "facts", "weighed", "after", "plain")


@authority_page
def decision_list(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The proposals of a round, what is due first on top."""
    one, today = queries.get_round_for(request.me, pk), timezone.localdate()
    due = queries.list_to_decide(one, queries.binding_frame(one), today)
    return render(
        request, "budget/decision_list.html", {"round": one, "due": due} | base_of(request)
    )


@authority_page
def decision_write(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The proposal beside the answer: the authority writes it, staff reads along."""
    proposal = queries.get_proposal_for(request.me, pk)
    may_write = is_authority(request.me) and queries.is_open_to_decide(proposal)
    form = None
    if may_write and request.method == "POST":
        decision = actions.begin_decision(proposal, actor=request.me, now=timezone.now())
        form = _form(proposal, decision, request.POST)
        if form.is_valid() and _keep(request, decision, form):
            return redirect(_next_page(request, pk))
    elif may_write:
        form = _form(proposal, queries.draft_of(proposal), None)
    context = _beside(proposal, timezone.localdate()) | {"form": form} | base_of(request)
    return render(request, "budget/decision_write.html", context)


@require_POST
@authority_page
def decision_keep(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Keep the fields that changed, a moment after the last key; answer when."""
    proposal, now = queries.get_proposal_for(request.me, pk), timezone.now()
    if not is_authority(request.me):
        raise NotForYou
    try:
        decision = actions.begin_decision(proposal, actor=request.me, now=now)
        form = _form(proposal, decision, request.POST)
        form.keep_only(request.POST.getlist("changed"))
        wrong = [str(said) for errors in form.errors.values() for said in errors]
        actions.write_decision(
            decision, actor=request.me, said=form.said(), weighed=form.weighed(), now=now
        )
    except RuleBroken as broken:
        wrong = [str(broken)]
    if wrong:
        return JsonResponse({"saved": wrong[0]}, status=422)
    return JsonResponse({"saved": _("Saved at %(time)s") % {"time": clock(now)}})


def _form(proposal: Proposal, draft: Decision | None, data: QueryDict | None) -> DecisionForm:
    """What is written so far; a new one begins with the usual rule."""
    version = draft.frame if draft else queries.get_published(proposal.round).version
    frame = queries.read_frame(version.text)
    initial = start_with(draft, frame) if draft else {"rule": queries.usual_rule(proposal)}
    outcomes = queries.outcomes_for(proposal)
    return DecisionForm(data, frame=frame, outcomes=outcomes, initial=initial)


def _next_page(request: StaffRequest, pk: uuid.UUID) -> str:
    """On to signing, or back to the part she was at."""
    act = request.POST.get("act", "")
    if act == "read":
        return reverse("budget:decision-sign", args=[pk])
    part = f"#part-{act}" if act in PARTS else ""
    return reverse("budget:decision-write", args=[pk]) + part


def _keep(request: StaffRequest, decision: Decision, form: DecisionForm) -> bool:
    """Keep it; on the way to signing also say what is still open, beside each field."""
    try:
        actions.write_decision(
            decision,
            actor=request.me,
            said=form.said(),
            weighed=form.weighed(),
            now=timezone.now(),
        )
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return False
    if request.POST.get("act") != "read":
        messages.success(request, _("Kept. The group reads it when it is signed."))
        return True
    missing = queries.missing_in(decision)
    for name, sentence in missing.items():
        form.add_error(name, sentence)
    return not missing


def _beside(proposal: Proposal, today: dt.date) -> dict[str, Any]:
    """What stands beside the answer: the proposal, what the group shows, and what it answered before."""
    frame = queries.binding_frame(proposal.round)
    answer = queries.answer_of(proposal, today)
    written = queries.last_written(proposal)
    ticks = {one.criterion: one.words for one in written.ticks}
    replied = answer.last.objections if answer.last and answer.is_again else ()
    draft = queries.draft_of(proposal)
    return {
        "proposal": proposal,
        "written": written,
        "seen": frame,
        "answer": answer,
        "costs": queries.costs_in_words(proposal),
        "sums": queries.sums_in_words(proposal, frame),
        "shown": [(one.words, ticks.get(one.words, "")) for one in frame.criteria],
        "replied": replied,
        "draft": draft,
        "so_far": queries.tell_decision(draft, today) if draft else None,
    }


@authority_page
def decision_sign(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Read the whole answer once more, as the group will read it, and sign it."""
    proposal, today = queries.get_proposal_for(request.me, pk), timezone.localdate()
    decision = queries.draft_of(proposal)
    if decision is None:
        return redirect("budget:decision-write", pk=pk)
    form = DigestForm(initial={"digest": queries.digest_of_decision(decision)})
    may_sign = is_authority(request.me)
    if may_sign and request.method == "POST":
        form = DigestForm(request.POST)
        if form.is_valid() and _sign(request, decision, form):
            return redirect("budget:answer-detail", pk=pk)
    context = {
        "proposal": proposal,
        "told": queries.tell_decision(decision, today),
        "missing": queries.missing_in(decision).values(),
        "form": form,
        "may_sign": may_sign,
    }
    return render(request, "budget/decision_sign.html", context | base_of(request))


def _sign(request: StaffRequest, decision: Decision, form: DigestForm) -> bool:
    try:
        actions.sign_decision(
            decision, actor=request.me, digest=form.cleaned_data["digest"], now=timezone.now()
        )
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return False
    messages.success(request, _("Signed. Every member of the group hears that there is an answer."))
    return True


@authority_page
def decision_college(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The agenda item for the college, ready to copy or to print."""
    context = _college(request, pk)
    return render(request, "budget/decision_college.html", context | base_of(request))


@authority_page
def decision_college_pdf(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The same on paper."""
    context = _college(request, pk)
    heading = _("Draft for the college: %(title)s") % {"title": context["proposal"].title}
    return show_parts(heading, context["proposal"], context["parts"])


def _college(request: StaffRequest, pk: uuid.UUID) -> dict[str, Any]:
    proposal, today = queries.get_proposal_for(request.me, pk), timezone.localdate()
    decision = queries.draft_of(proposal)
    parts = queries.college_of(proposal, decision, today)
    return {"proposal": proposal, "parts": parts}
