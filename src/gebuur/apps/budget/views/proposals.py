"""Proposals that everybody may read: the list of a round, one with its history, its versions, and on paper."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.proposal_pieces import GroupForm
from gebuur.apps.budget.models import Idea, Proposal
from gebuur.apps.budget.permissions import (
    OwnerRequest,
    can_work_out,
    owner_page,
    seats_of,
    speaks_for_authority,
)
from gebuur.apps.budget.views.sheets import show_sheet
from gebuur.apps.initiatives.permissions import seat_of
from gebuur.apps.neighbourhood.permissions import person_of, place_of
from gebuur.core.errors import NotForYou, RuleBroken


def proposal_list(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What groups worked out so far; a member also finds the drafts of her groups."""
    place = place_of(request)
    seen = queries.get_public_round(place, pk)
    groups = [seat.initiative for seat in seats_of(request, place)]
    mine = [one for one in queries.list_own(groups) if one.round_id == seen.round.pk]
    context = {
        "seen": seen,
        "proposals": [
            (one, queries.owner_in_words(one.proposal), queries.since_handed_in(one.proposal))
            for one in queries.list_handed_in(seen.round)
        ],
        "drafts": [one for one in mine if one.state == Proposal.State.DRAFT],
    }
    return render(request, "budget/proposal_list.html", context)


def proposal_mine(request: HttpRequest) -> HttpResponse:
    """Every proposal of the groups that somebody is in."""
    place = place_of(request)
    if place is None:
        raise NotForYou
    groups = [seat.initiative for seat in seats_of(request, place)]
    mine = [(one, queries.state_in_words(one)) for one in queries.list_own(groups)]
    return render(request, "budget/proposal_mine.html", {"proposals": mine, "groups": groups})


def proposal_new(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A group takes up an idea; who is in no group learns how to begin one."""
    place = place_of(request)
    idea = queries.get_idea(place, pk)
    seen = queries.get_public_round(place, idea.round_id)
    is_open = idea.state == Idea.State.OPEN and queries.takes_proposals(seen.frame, timezone.now())
    seats = seats_of(request, place) if is_open else []
    form = GroupForm(request.POST if request.method == "POST" else None, seats=seats)
    if form.is_bound and form.is_valid():
        try:
            proposal = actions.begin_proposal(idea, actor=form.seat(), now=timezone.now())
        except RuleBroken as broken:
            form.add_error(None, str(broken))
        else:
            return redirect("budget:proposal-work", pk=proposal.pk)
    context = {"idea": idea, "form": form, "has_groups": bool(seats), "is_open": is_open}
    return render(request, "budget/proposal_new.html", context)


def proposal_detail(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One proposal, as the group handed it in last, and how it came here."""
    handed_in, today = queries.get_handed_in(place_of(request), pk), timezone.localdate()
    proposal, written = handed_in.proposal, handed_in.written
    frame, seat = queries.binding_frame(proposal.round), seat_of(request, proposal.group)
    context = {
        "proposal": proposal,
        "written": written,
        "frame": frame,
        "owner": queries.owner_in_words(proposal),
        "state": queries.state_in_words(proposal),
        "clock": queries.clock_of(proposal, frame, today),
        "canvas": queries.canvas_of(written),
        "map": queries.draw_place(written, proposal.round.neighbourhood),
        "history": queries.history_of(proposal),
        "versions": proposal.versions.all(),
        "may_write": seat is not None and can_work_out(seat, proposal.group_id),
        "may_vote": proposal.state == Proposal.State.ON_BALLOT
        and queries.voting_of(proposal.round, frame, today).is_open,
        "is_ours": seat is not None,
        "answer": queries.answer_of(proposal, today),
        "result": queries.result_of(proposal),
        "checks": queries.checks_of(proposal, today, seat=seat),
        "said": queries.remarks_of(proposal, today, may_answer=seat is not None),
        "realised": queries.realised_of(proposal, today),
        "reads_along": speaks_for_authority(person_of(request), proposal.neighbourhood_id),
    }
    return render(request, "budget/proposal_detail.html", context)


def proposal_version(request: HttpRequest, pk: uuid.UUID, number: int) -> HttpResponse:
    """A version as it was handed in, and what it says differently from the one before."""
    handed_in, today = queries.get_handed_in(place_of(request), pk), timezone.localdate()
    version = handed_in.proposal.versions.filter(number=number).first()
    if version is None:
        raise NotForYou
    written = queries.read_proposal(version.text)
    context = {
        "proposal": handed_in.proposal,
        "version": version,
        "written": written,
        "changed": queries.changes_in(version, today),
        "parts": [part for part in queries.parts_of_proposal(written, today) if part.rows],
    }
    return render(request, "budget/proposal_version.html", context)


def proposal_pdf(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The whole dossier on at most six pages."""
    handed_in = queries.get_handed_in(place_of(request), pk)
    version = handed_in.version
    said = {"number": version.number, "print": f"\u2066{version.fingerprint}\u2069"}
    note = _("Version %(number)d, fingerprint %(print)s") % said
    return _dossier(handed_in.proposal, handed_in.written, note)


@owner_page
def proposal_draft(request: OwnerRequest, pk: uuid.UUID) -> HttpResponse:
    """The dossier as it stands now, for the group to read on paper."""
    note = _("As it stands now; not handed in")
    return _dossier(request.proposal, queries.written_of(request.proposal), note)


def proposal_plain(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One page in easy words, for the window and the letter box."""
    handed_in = queries.get_handed_in(place_of(request), pk)
    data = queries.plain_page(handed_in, timezone.localdate())
    return show_sheet("sections.typ", data, handed_in.written.title)


def _dossier(proposal: Proposal, written: queries.Written, note: str) -> HttpResponse:
    data = queries.dossier_of(proposal, written, timezone.localdate())
    return show_sheet("dossier.typ", data | {"note": note}, written.title)
