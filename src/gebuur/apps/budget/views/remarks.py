"""The authority reads along with an idea or a proposal, and neighbours answer."""

import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.remarks import AnswerForm, RemarkForm
from gebuur.apps.budget.models import Idea, Proposal, Remark
from gebuur.apps.budget.permissions import authority_page, speaks_for_authority
from gebuur.apps.budget.views.ideas import speaker_for
from gebuur.apps.budget.views.rounds import base_of
from gebuur.apps.initiatives.permissions import seat_of
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import (
    StaffRequest,
    choose_where_none,
    is_staff,
    person_of,
    place_of,
)
from gebuur.apps.outbox.queries import get_link_for
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.presses import once


@dataclass(frozen=True)
class Speaker:
    """Whose answer it is, and who types it when that is somebody else."""

    person: Person
    typed_by: Person | None = None


@authority_page
def idea_remark(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask something about an idea, or doubt it while that still helps."""
    return _remark(request, queries.get_idea_to_read(request.place, pk))


@authority_page
def proposal_remark(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The same about a proposal, until the vote."""
    return _remark(request, queries.get_proposal_to_read(request.place, pk))


@once
def _remark(request: StaffRequest, thing: Idea | Proposal) -> HttpResponse:
    """Only who speaks for the authority says something in its name; staff finds no page here."""
    if not speaks_for_authority(request.me, request.place.pk):
        raise NotForYou
    today = timezone.localdate()
    data = request.POST if request.method == "POST" else None
    criteria = queries.grounds_of(thing.round).criteria
    form = RemarkForm(data, criteria=criteria, today=today)
    if data is not None and form.is_valid() and _say(request, thing, form):
        messages.success(request, _("Everybody can read it now."))
        return redirect("budget:authority-start")
    said, is_idea = queries.remarks_of(thing, today), isinstance(thing, Idea)
    context = {"thing": thing, "form": form, "said": said, "is_idea": is_idea}
    return render(request, "budget/remark_new.html", context | base_of(request))


def _say(request: StaffRequest, thing: Idea | Proposal, form: RemarkForm) -> bool:
    """Write it down; the reason stands on the form when that cannot be done."""
    said, now = form.cleaned_data, timezone.now()
    try:
        if said["kind"] == Remark.Kind.READ:
            actions.know_no_doubt(thing, actor=request.me, now=now)
        else:
            actions.ask_along(thing, actor=request.me, now=now, **said)
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return False
    return True


def remark_answer(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Who had the idea, or who sits in the group, answers; staff types what she says on the phone."""
    remark = queries.get_remark(place_of(request), pk)
    return _answer(request, remark, _speaker(request, remark))


def remark_reply(request: HttpRequest, token: str) -> HttpResponse:
    """The same by a link of her own, without account."""
    link = get_link_for(token, "budget:remark-reply", now=timezone.now())
    remark = queries.get_remark_by_link(link)
    choose_where_none(request, link.person.neighbourhood)
    return _answer(request, remark, Speaker(link.person))


def _speaker(request: HttpRequest, remark: Remark) -> Speaker:
    """For whom this browser may answer; for others there is no such page."""
    if remark.proposal is not None:
        seat = seat_of(request, remark.proposal.group)
        if seat is None:
            raise NotForYou
        return Speaker(seat.person, seat.typed_by)
    idea, me = remark.idea, person_of(request)
    if idea is None or speaker_for(request, idea) is None:
        raise NotForYou
    typed_by = me if is_staff(me) and me != idea.giver else None
    speaker = idea.giver or me
    assert speaker is not None  # noqa: S101 - it is hers, or staff answers for a meeting
    return Speaker(speaker, typed_by if idea.giver else None)


def _answer(request: HttpRequest, remark: Remark, speaker: Speaker) -> HttpResponse:
    form = AnswerForm(request.POST) if request.method == "POST" else AnswerForm()
    if form.is_bound and form.is_valid():
        try:
            actions.answer_remark(
                remark,
                actor=speaker.person,
                typed_by=speaker.typed_by,
                answer=form.cleaned_data["answer"],
                now=timezone.now(),
            )
        except RuleBroken as broken:
            form.add_error(None, str(broken))
        else:
            messages.success(request, _("Thank you. Your answer stands beside the question."))
            remark.refresh_from_db()
    told = queries.tell_remark(remark, timezone.localdate())
    context = {
        "told": told,
        "form": form,
        "thing": remark.thing,
        "is_idea": remark.idea is not None,
    }
    return render(request, "budget/remark_answer.html", context)
