"""Visits on the desk: how they went, heard by phone; cards to print; somebody else when a helper cannot."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.boundaries.queries.card import HELPER, SEEKER
from gebuur.apps.care import actions, queries
from gebuur.apps.care.forms.desk_request import FeedbackByPhoneForm, WorriedByPhoneForm
from gebuur.apps.care.models import Match, Visit
from gebuur.apps.care.queries.desk_request import get_match_for, get_visit_for
from gebuur.apps.care.views.desk_request import done
from gebuur.apps.care.views.links import pdf_answer
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.privacy.actions import note_sight
from gebuur.core.errors import NotForYou

OUTCOMES = (Visit.State.DONE, Visit.State.NOBODY_HOME, Visit.State.CANNOT)


@staff_page
@require_POST
def visit_outcome(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """How it went, in one press."""
    visit = get_visit_for(request.me, pk)
    outcome = request.POST.get("outcome", "")
    if outcome not in OUTCOMES:
        raise NotForYou
    said = {
        Visit.State.DONE: _("Noted: done."),
        Visit.State.NOBODY_HOME: _("Noted: nobody home. It is on the list to phone."),
        Visit.State.CANNOT: _("Noted. We look for somebody else."),
    }[Visit.State(outcome)]
    return done(
        request,
        visit.match.request_id,
        lambda: actions.report_visit(visit, actor=request.me, outcome=outcome, now=timezone.now()),
        said,
    )


@staff_page
def visit_worry(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """It took place, and the helper is worried: one question more, for professionals only."""
    visit = get_visit_for(request.me, pk)
    form = WorriedByPhoneForm()
    if request.method == "POST":
        form = WorriedByPhoneForm(request.POST)
        if form.is_valid():
            return done(
                request,
                visit.match.request_id,
                lambda: actions.report_visit(
                    visit,
                    actor=request.me,
                    outcome=Visit.State.DONE,
                    now=timezone.now(),
                    is_worried=True,
                    worry=form.cleaned_data["worry"],
                ),
                _("Noted. It is at the top of the desk, for professionals only."),
            )
    return render(
        request, "care/desk_request/worry.html", {"here": "desk", "visit": visit, "form": form}
    )


@staff_page
@require_POST
def visit_call_off(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """This one time does not go on; the helper is told, no reason asked."""
    visit = get_visit_for(request.me, pk)
    return done(
        request,
        visit.match.request_id,
        lambda: actions.call_off_visit(visit, actor=request.me, now=timezone.now()),
        _("This time is called off."),
    )


@staff_page
def visit_feedback(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """How it was, as one of the two tells it on the phone."""
    visit = get_visit_for(request.me, pk)
    form = FeedbackByPhoneForm(
        initial={"side": request.GET.get("side", "seeker"), "channel": "phone"}
    )
    if request.method == "POST":
        form = FeedbackByPhoneForm(request.POST)
        if form.is_valid():
            told = dict(form.cleaned_data)
            by_seeker = told.pop("side") == "seeker"
            return done(
                request,
                visit.match.request_id,
                lambda: actions.give_feedback(
                    visit, actor=request.me, noted_by=request.me, by_seeker=by_seeker, **told
                ),
                _("Thank you, it is noted."),
            )
    return render(
        request, "care/desk_request/feedback.html", {"here": "desk", "visit": visit, "form": form}
    )


@staff_page
def match_end(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The helper cannot go on: the question is open again and the person who asked hears it."""
    match = get_match_for(request.me, pk)
    if request.method == "POST":
        return done(
            request,
            match.request_id,
            lambda: actions.substitute(match, actor=request.me, now=timezone.now()),
            _("The question is open again. We look for somebody else."),
        )
    return render(request, "care/desk_request/match_end.html", {"here": "desk", "match": match})


@staff_page
@require_GET
def desk_card(request: StaffRequest, pk: uuid.UUID, side: str) -> HttpResponse:
    """The boundary card of one side, as that person has it."""
    cards = _cards(request, pk, side)
    context = {
        "cards": cards.sheets,
        "pdf_url": reverse("care:desk-card-pdf", args=[pk, side]),
        "back_url": reverse("care:request-detail", args=[get_match_for(request.me, pk).request_id]),
    }
    return render(request, "care/card.html", context)


@staff_page
@require_GET
def desk_card_pdf(request: StaffRequest, pk: uuid.UUID, side: str) -> HttpResponse:
    """The same card on paper."""
    return pdf_answer(_cards(request, pk, side))


def _cards(request: StaffRequest, pk: uuid.UUID, side: str) -> queries.Cards:
    match = get_match_for(request.me, pk)
    seeker = match.request.seeker
    if side not in (SEEKER, HELPER) or seeker is None or match.state != Match.State.ACTIVE:
        raise NotForYou
    note_sight(seeker, reader=request.me, page="care:desk-card")
    reader = match.offer.person if side == HELPER else seeker
    return queries.cards_for(match, reader, today=timezone.localdate())
