"""The vote at the desk: setting up the box, its keys on paper, the paper ballot and the poster."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.models import Envelope, Round
from gebuur.apps.budget.permissions import can_run_rounds
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.core.errors import RuleBroken


def voting_for(request: StaffRequest, pk: uuid.UUID) -> tuple[Round, queries.Voting]:
    """A round with a published frame of the place where she works, and where its vote is."""
    seen = queries.get_public_round(request.place, pk)
    return seen.round, queries.voting_of(seen.round, seen.frame, timezone.localdate())


def as_pdf(sheet: bytes, name: str, *, how: str = "inline") -> HttpResponse:
    """Answer with a file to print that no browser keeps."""
    headers = {"Content-Disposition": f'{how}; filename="{name}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(sheet, content_type="application/pdf", headers=headers)


@staff_page
@never_cache
def vote_staff(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Where the vote is; for the coordinator, on its days, the press that begins it."""
    one, voting = voting_for(request, pk)
    may_run, broken = can_run_rounds(request.me, one.neighbourhood_id), ""
    if request.method == "POST" and may_run:
        try:
            return as_pdf(queries.key_slips(one, _keys(request, one, voting)), "sleutels")
        except RuleBroken as error:
            broken = str(error)
    envelopes = Envelope.objects.filter(entry__round=one).count()
    paper = one.roll.filter(paper_given=True).count()
    context = {
        "round": one,
        "voting": voting,
        "may_run": may_run,
        "broken": broken,
        "ready": queries.list_ready(one) if voting.box is None else voting.choices,
        "on_roll": one.roll.count(),
        "coded": one.roll.exclude(code_hash="").count(),
        "envelopes": envelopes,
        "paper": paper,
        "may_replace": may_run and voting.is_open and not envelopes and not paper,
        "here": "budget",
    }
    return render(request, "budget/vote_staff.html", context)


def _keys(request: StaffRequest, one: Round, voting: queries.Voting) -> tuple[str, ...]:
    """Begin the vote, or make other keys while the box is empty; a page that is loaded again does neither."""
    now, seen = timezone.now(), request.POST.get("replace", "")
    if seen and voting.box is not None:
        return actions.replace_keys(voting.box, seen=seen, actor=request.me, now=now)
    return actions.open_vote(one, actor=request.me, now=now)


@staff_page
@require_GET
def vote_poster(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """A poster for doors and windows."""
    one, voting = voting_for(request, pk)
    sheet = queries.vote_poster(one, voting.frame, language=get_language() or "nl")
    return as_pdf(sheet, "affiche")


@staff_page
@require_GET
def vote_paper(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The paper ballot, to copy."""
    one, voting = voting_for(request, pk)
    if not voting.choices:
        return redirect("budget:vote-staff", pk=pk)
    language = get_language() or "nl"
    return as_pdf(
        queries.paper_ballot(one, voting.frame, voting.choices, language=language), "stembrief"
    )
