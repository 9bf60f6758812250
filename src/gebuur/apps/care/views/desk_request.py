"""One request on the desk: where it stands, who is asked, and every step that staff may take."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.care import actions, queries
from gebuur.apps.care.forms.answers import ConfirmForm
from gebuur.apps.care.forms.desk_request import STOP_REASONS, ClearForm, StopForm
from gebuur.apps.care.models import HelpRequest, Proposal, State
from gebuur.apps.care.queries.desk_request import course_of, get_proposal_for
from gebuur.apps.care.queries.for_people import rhythm_in_words
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.privacy.actions import note_sight
from gebuur.apps.volunteers.models import Offer
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.ids import as_uuid
from gebuur.core.wording import language_names

MOST = 3
TO_FIND = (State.NEW, State.SEARCHING)
DEFAULT_MINUTES = 60


@staff_page
@require_GET
def request_detail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Where it stands in words, since when, what comes next."""
    return _page(request, queries.get_request_for(request.me, pk))


def _page(
    request: StaffRequest, asked: HelpRequest, *, status: int = 200, **forms: Any
) -> HttpResponse:
    if asked.seeker is not None:
        note_sight(asked.seeker, reader=request.me, page="care:request-detail")
    context = {"here": "desk", "asked": asked, **_standing(asked), **forms}
    return render(request, "care/desk_request/detail.html", context, status=status)


def _standing(asked: HelpRequest) -> dict[str, Any]:
    """Everything the page says, and the forms of what may come next."""
    now, course = timezone.now(), course_of(asked)
    task = asked.task
    needs_yes = task is not None and task.light == "amber" and asked.cleared_at is None
    may_pick = asked.state in TO_FIND and not needs_yes
    minutes = (task.max_minutes if task else None) or DEFAULT_MINUTES
    said_yes = course.said_yes
    return {
        "course": course,
        "today": timezone.localdate(now),
        "is_open": asked.state in (*TO_FIND, State.ASKED, State.AGREED),
        "needs_yes": needs_yes and asked.state in TO_FIND,
        "limit": in_language(task.limit) if task else "",
        "ranked": queries.rank_for(asked, now=now) if may_pick else None,
        "week": queries.beside_week(asked) if may_pick else None,
        "languages": language_names(asked.languages),
        "rhythm": rhythm_in_words(asked.rhythm),
        "stop_reason": STOP_REASONS.get(asked.stop_reason, ""),
        "clear_form": ClearForm(initial={"minutes": minutes}),
        "confirm_form": ConfirmForm(initial=queries.first_moment(said_yes, now=now))
        if said_yes
        else None,
    }


def done(request: HttpRequest, pk: uuid.UUID, act: Callable[[], object], said: str) -> HttpResponse:
    """Take a step; say what happened, or why not; and go back to the request."""
    try:
        act()
    except RuleBroken as error:
        messages.error(request, str(error), extra_tags="circle-alert")
    else:
        messages.success(request, said, extra_tags="check")
    return redirect("care:request-detail", pk=pk)


@staff_page
@require_POST
def request_ask(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask one to three helpers, in the order of the list."""
    asked = queries.get_request_for(request.me, pk)
    wanted = [one for one in map(as_uuid, request.POST.getlist("offer")) if one is not None]
    if not wanted or len(wanted) > MOST:
        messages.error(
            request, _("Choose one, two or three neighbours to ask."), extra_tags="circle-alert"
        )
        return redirect("care:request-detail", pk=pk)
    found = Offer.objects.filter(neighbourhood=request.place, pk__in=wanted)
    offers = {one.pk: one for one in found.select_related("person__neighbourhood")}
    if set(offers) != set(wanted):
        raise NotForYou
    row = [offers[one] for one in wanted]
    return done(
        request,
        pk,
        lambda: actions.pick_helpers(asked, row, actor=request.me, now=timezone.now()),
        _("We asked %(name)s first.") % {"name": row[0].person.first_name},
    )


@staff_page
@require_POST
def request_swap(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Change the turns of two who were not asked yet."""
    asked = queries.get_request_for(request.me, pk)
    wanted = [as_uuid(request.POST.get(name, "")) for name in ("first", "second")]
    both = [_in_row(asked, one) for one in wanted]
    return done(
        request,
        pk,
        lambda: actions.swap(asked, both[0], both[1], actor=request.me),
        _("The turns are changed."),
    )


def _in_row(asked: HelpRequest, pk: uuid.UUID | None) -> Proposal:
    found = asked.proposals.filter(pk=pk).first() if pk else None
    if found is None:
        raise NotForYou
    return found


@staff_page
@require_POST
def proposal_skip(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Take somebody out of the row, or wait no longer; the next one is asked."""
    proposal = get_proposal_for(request.me, pk)
    return done(
        request,
        proposal.request_id,
        lambda: actions.skip_helper(proposal, actor=request.me, now=timezone.now()),
        _("%(name)s is out of the row.") % {"name": proposal.offer.person.first_name},
    )


@staff_page
@require_POST
def proposal_answer(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The helper's answer, heard on the phone: yes, or not this time."""
    proposal = get_proposal_for(request.me, pk)
    name = proposal.offer.person.first_name
    said_yes = request.POST.get("answer") == "yes"
    say = actions.say_yes if said_yes else actions.say_not_this_time
    words = (
        _("%(name)s said yes. Now the person who asked.")
        if said_yes
        else _("Noted: %(name)s not this time.")
    )
    return done(
        request,
        proposal.request_id,
        lambda: say(proposal, actor=request.me, now=timezone.now()),
        words % {"name": name},
    )


@staff_page
@require_POST
def proposal_confirm(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The seeker's answer, heard on the phone: yes with a first time, or rather somebody else."""
    proposal = get_proposal_for(request.me, pk)
    now, asked = timezone.now(), proposal.request_id
    if request.POST.get("answer") == "no":
        refuse = lambda: actions.refuse_helper(proposal, actor=request.me, now=now)  # noqa: E731
        return done(request, asked, refuse, _("Noted. We keep looking."))
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        found = queries.get_request_for(request.me, asked)
        return _page(request, found, status=422, confirm_form=form)
    return done(
        request,
        asked,
        lambda: actions.confirm_match(proposal, actor=request.me, now=now, **form.cleaned_data),
        _("It is agreed. Both get their card."),
    )


@staff_page
@require_POST
def request_clear(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The professional's yes to an amber task, with its limits."""
    asked = queries.get_request_for(request.me, pk)
    form = ClearForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, status=422, clear_form=form)
    return done(
        request,
        pk,
        lambda: actions.clear_request(asked, actor=request.me, **form.cleaned_data),
        _("Your yes is noted, with its limits."),
    )


@staff_page
@require_POST
def request_board(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """On the board, or off it."""
    asked = queries.get_request_for(request.me, pk)
    put = request.POST.get("on") == "1"
    step = actions.put_on_board if put else actions.take_from_board
    said = _("It is on the board, without a name.") if put else _("It is off the board.")
    return done(request, pk, lambda: step(asked, actor=request.me), said)


@staff_page
@require_POST
def request_choose(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Leave the choice to the person who asked."""
    asked = queries.get_request_for(request.me, pk)
    said = _("The message is on its way. Its page has first names to choose from.")
    return done(request, pk, lambda: actions.let_seeker_choose(asked, actor=request.me), said)


@staff_page
def request_stop(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Stop a question: never without a word to the person who asked."""
    asked = queries.get_request_for(request.me, pk)
    form = StopForm()
    if request.method == "POST":
        form = StopForm(request.POST)
        if form.is_valid():
            reason, word = form.cleaned_data["reason"], form.cleaned_data["word"]
            return done(
                request,
                pk,
                lambda: actions.stop_request(
                    asked, actor=request.me, reason=reason, word_to_seeker=word
                ),
                _("The question is closed. The person who asked gets your word."),
            )
    return render(
        request, "care/desk_request/stop.html", {"here": "desk", "asked": asked, "form": form}
    )
