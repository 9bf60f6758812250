"""Typing the paper ballots after the last day, by two people apart."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.votes import BallotForm, PaperForm, SettleForm
from gebuur.apps.budget.models import PaperBallot
from gebuur.apps.budget.views.votes import voting_for
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.core.errors import RuleBroken


@staff_page
def paper_list(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """How far the pile is, and which papers wait for her."""
    one, voting = voting_for(request, pk)
    context = {"round": one, "voting": voting, "pile": queries.pile_of(one, request.me)}
    return render(request, "budget/paper_list.html", context | {"here": "budget"})


@staff_page
def paper_new(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Type the next paper of the pile for the first time."""
    one, voting = voting_for(request, pk)
    about: dict[str, Any] = {"choices": list(voting.choices), "frame": voting.frame}
    form = PaperForm(**about, initial={"number": queries.next_number(one)})
    if request.method == "POST":
        form = PaperForm(request.POST, **about)
        if form.is_valid():
            try:
                number, marks = form.cleaned_data["number"], form.marks()
                actions.type_paper(one, number, marks, actor=request.me, now=timezone.now())
                messages.success(request, _("Paper %(number)d is typed once.") % {"number": number})
                return redirect("budget:paper-new", pk=pk)
            except RuleBroken as broken:
                form.add_error(None, str(broken))
    context = {"round": one, "voting": voting, "form": form, "here": "budget"}
    return render(request, "budget/paper_new.html", context)


@staff_page
def paper_again(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Type a paper for the second time; when the two differ, say what stands on it."""
    paper = queries.get_paper_for(request.me, pk)
    one, voting = voting_for(request, paper.round_id)
    about: dict[str, Any] = {"choices": list(voting.choices), "frame": voting.frame}
    kind = BallotForm if paper.second is None else SettleForm
    form = kind(request.POST if request.method == "POST" else None, **about)
    if request.method == "POST" and form.is_valid():
        try:
            _type(request, paper, form)
            return redirect("budget:paper-list", pk=one.pk)
        except RuleBroken as broken:
            form.add_error(None, str(broken))
    context = {"paper": paper, "round": one, "voting": voting, "form": form, "here": "budget"}
    if paper.second is not None:
        context["read"] = [
            (choice, paper.first.get(choice.id, 0), paper.second.get(choice.id, 0))
            for choice in voting.choices
        ]
    return render(request, "budget/paper_again.html", context)


def _type(request: StaffRequest, paper: PaperBallot, form: BallotForm) -> None:
    now = timezone.now()
    if isinstance(form, SettleForm):
        together = form.cleaned_data["together"]
        actions.settle_paper(paper, form.marks(), together=together, actor=request.me, now=now)
        messages.success(request, _("The paper is settled."))
    elif actions.type_again(paper, form.marks(), actor=request.me, now=now):
        messages.success(request, _("Both typed the same. The paper counts."))
    else:
        messages.warning(request, _("The two differ. Look at the paper once more."))
