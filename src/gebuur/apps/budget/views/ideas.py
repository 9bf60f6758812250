"""Ideas of neighbours: reading, bringing one, standing behind one, taking one back."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.ideas import (
    BackingForm,
    IdeaForm,
    MeetingForm,
    StaffIdeaForm,
    who_form,
)
from gebuur.apps.budget.models import Idea
from gebuur.apps.budget.permissions import can_ask_to_merge, speaks_for_authority
from gebuur.apps.neighbourhood import actions as neighbourhood
from gebuur.apps.neighbourhood.forms.who import WhoForm
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import (
    StaffRequest,
    is_staff,
    person_of,
    place_of,
    staff_page,
    works_with,
)
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.limits import may_try
from gebuur.core.presses import once

PER_HOUR = 12
OWN = "budget_ideas"


def _is_refused(request: HttpRequest, form: forms.Form) -> bool:
    """Whether too much came from one place this hour; the form says so."""
    if may_try("budget-idea", request.META.get("REMOTE_ADDR", ""), per_hour=PER_HOUR):
        return False
    form.add_error(None, _("Many ideas came from here just now. Wait an hour, or phone us."))
    return True


def _person(who: WhoForm | None, me: Person | None, place: Neighbourhood) -> Person:
    """Who signed in, or who she says she is."""
    if me is not None or who is None:
        assert me is not None  # noqa: S101 - without a form somebody signed in
        return me
    language = get_language() or "nl"
    return neighbourhood.known_or_new(
        place, language=language, languages=[language], channel=who.channel(), **who.person_facts()
    )


def idea_list(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What neighbours thought of so far."""
    seen, today = queries.get_public_round(place_of(request), pk), timezone.localdate()
    context = {
        "seen": seen,
        "wall": queries.wall_of(seen.round),
        "takes_ideas": seen.frame.takes_ideas(today),
    }
    return render(request, "budget/idea_list.html", context)


@once
def idea_new(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Bring an idea; when there is one like it, show that first."""
    place, me = place_of(request), person_of(request)
    seen = queries.get_public_round(place, pk)
    alike: list[Idea] = []
    data = request.POST if request.method == "POST" else None
    form, who = IdeaForm(data, place=seen.round.neighbourhood), None
    if me is None:
        who = who_form(data, seen.round.neighbourhood)
    if data is not None and form.is_valid() & (who is None or who.is_valid()):
        said = form.said()
        alike = [] if "sure" in data else queries.list_alike(seen.round, said.title, said.text)
        if not alike:
            idea = _give(request, seen, form, who)
            if idea is not None:
                return redirect("budget:idea-detail", pk=idea.pk)
    context = {"seen": seen, "form": form, "who": who, "alike": alike}
    context["takes_ideas"] = seen.frame.takes_ideas(timezone.localdate())
    return render(request, "budget/idea_new.html", context)


def _give(
    request: HttpRequest, seen: queries.Published, form: IdeaForm, who: WhoForm | None
) -> Idea | None:
    """Write it down; the reason stands on the form when that cannot be done."""
    if _is_refused(request, form):
        return None
    try:
        idea = actions.give_idea(
            seen.round, form.said(), actor=_person(who, person_of(request), seen.round.neighbourhood),
            channel=Channel.WEB, now=timezone.now(),
        )  # fmt: skip
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return None
    request.session[OWN] = [*request.session.get(OWN, []), str(idea.pk)][-50:]
    messages.success(request, _("Thank you. Your idea is there for everybody to read."))
    return idea


def speaker_for(request: HttpRequest, idea: Idea) -> Person | None:
    """Who speaks for the idea here: its giver, in the browser that brought it or signed in; or staff, for her."""
    me = person_of(request)
    if works_with(me, idea.neighbourhood_id):
        return me
    own = me is not None and idea.giver_id == me.pk
    return idea.giver if own or str(idea.pk) in request.session.get(OWN, []) else None


def asker_about(request: HttpRequest, idea: Idea) -> Person | None:
    """Who may ask in this browser whether the idea becomes part of another one."""
    speaker = speaker_for(request, idea) or person_of(request)
    if can_ask_to_merge(speaker, idea):
        return speaker
    return queries.giver_among(idea.round, request.session.get(OWN, []))


def idea_detail(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One idea, how many stand behind it, and what it became part of."""
    idea = queries.get_readable_idea(place_of(request), pk)
    me, is_hers = person_of(request), speaker_for(request, idea) is not None
    frame = queries.get_public_round(idea.neighbourhood, idea.round_id).frame
    takes_proposals = queries.takes_proposals(frame, timezone.now())
    context = {
        "idea": idea,
        "takes_proposals": takes_proposals,
        "may_back": takes_proposals and idea.state in {Idea.State.OPEN, Idea.State.PROPOSAL},
        "seen": queries.see_idea(idea),
        "joined": queries.joined_of(idea),
        "backing": queries.backing_of(idea, me),
        "is_hers": is_hers,
        "may_ask": asker_about(request, idea) is not None,
        "is_staff": is_staff(me),
        "said": queries.remarks_of(idea, timezone.localdate(), may_answer=is_hers),
        "reads_along": speaks_for_authority(me, idea.neighbourhood_id),
        "wall": queries.wall_photo_of(idea) if is_staff(me) else None,
    }
    return render(request, "budget/idea_detail.html", context)


@require_POST
def idea_withdraw(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take an idea back."""
    idea = queries.get_idea(place_of(request), pk)
    actor = speaker_for(request, idea)
    if actor is None:
        raise NotForYou
    actions.withdraw_idea(idea, actor=actor, now=timezone.now())
    messages.success(request, _("The idea is taken back."))
    return redirect("budget:idea-list", pk=idea.round_id)


def idea_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """I like this: stand behind an idea, and step back when one signed in."""
    idea, me = queries.get_idea(place_of(request), pk), person_of(request)
    for_other = me is None or is_staff(me)
    backing = None if for_other else queries.backing_of(idea, me)
    data = request.POST if request.method == "POST" else None
    if data is not None and "away" in data and me is not None:
        actions.step_back(idea, actor=me)
        return redirect("budget:idea-detail", pk=pk)
    form = BackingForm(data, initial=_said_before(backing))
    who = who_form(data, idea.round.neighbourhood) if for_other else None
    is_whole = data is not None and form.is_valid() & (who is None or who.is_valid())
    if is_whole and not _is_refused(request, form):
        actor = _person(who, None if for_other else me, idea.round.neighbourhood)
        typed_by = me if for_other else None
        actions.back_idea(
            idea, actor=actor, typed_by=typed_by, now=timezone.now(), **form.cleaned_data
        )
        messages.success(request, _("Thank you. It counts."))
        return redirect("budget:idea-detail", pk=pk)
    context = {"idea": idea, "form": form, "who": who, "backing": backing}
    return render(request, "budget/idea_back.html", context)


def _said_before(backing: Any) -> dict[str, Any]:
    if backing is None:
        return {}
    return {name: getattr(backing, name) for name in ("will_help", "will_use", "age")}


def idea_sheet(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A sheet of paper to write an idea on."""
    seen = queries.get_public_round(place_of(request), pk)
    return render(request, "budget/idea_sheet.html", {"seen": seen})


@staff_page
@once
def idea_staff_new(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Type an idea of somebody on the phone, at the desk or on paper."""
    seen = queries.get_public_round(request.place, pk)
    data = request.POST if request.method == "POST" else None
    form, who = StaffIdeaForm(data, place=request.place), who_form(data, request.place)
    if data is not None and form.is_valid() & who.is_valid():
        try:
            idea = actions.give_idea(
                seen.round, form.said(), actor=_person(who, None, request.place),
                channel=form.cleaned_data["channel"], now=timezone.now(), typed_by=request.me,
            )  # fmt: skip
        except RuleBroken as broken:
            form.add_error(None, str(broken))
        else:
            return redirect("budget:idea-detail", pk=idea.pk)
    context = {"seen": seen, "form": form, "who": who, "here": "budget"}
    return render(request, "budget/idea_staff_new.html", context)


@staff_page
@once
def idea_meeting(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Type the whole wall of a meeting at once."""
    seen = queries.get_public_round(request.place, pk)
    data = request.POST if request.method == "POST" else None
    files = request.FILES if request.method == "POST" else None
    form = MeetingForm(data, files, place=request.place)
    if data is not None and form.is_valid():
        said = form.cleaned_data
        try:
            actions.give_ideas_of_meeting(
                seen.round,
                said["lines"],
                actor=request.me,
                meeting=said["meeting"],
                wall=said["wall"],
                now=timezone.now(),
            )
        except RuleBroken as broken:
            form.add_error(None, str(broken))
        else:
            messages.success(request, _("The ideas of the meeting are there."))
            return redirect("budget:idea-list", pk=pk)
    return render(
        request, "budget/idea_meeting.html", {"seen": seen, "form": form, "here": "budget"}
    )
