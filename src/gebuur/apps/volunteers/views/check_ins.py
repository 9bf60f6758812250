"""How is it going: three presses by link for the volunteer, the list and the notes of a call for staff."""

import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.outbox.queries import get_link_for
from gebuur.apps.privacy.actions import note_sight
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.forms.check_ins import STEPS, CheckInForm, NotedForm, answers_to
from gebuur.apps.volunteers.forms.thanks import WEEKS
from gebuur.apps.volunteers.models import CheckIn

LATELY = dt.timedelta(days=90)
A_YEAR = dt.timedelta(days=365)
PER_PAGE = 25
SHOWS = ("phone", "answers", "thanks", "left")


def check_in(request: HttpRequest, token: str) -> HttpResponse:
    """One question, one press; the next follows, and every answer is kept at once."""
    link = get_link_for(token, "volunteers:check-in", now=timezone.now())
    found = queries.get_check_in_of(link.person, link.thing)
    if request.method == "POST":
        form = CheckInForm(request.POST)
        if form.is_valid():
            actions.answer_check_in(
                found, actor=link.person, now=timezone.now(), **form.cleaned_data
            )
            return redirect(request.path)
    else:
        form = CheckInForm(initial={"words": found.words})
    return render(request, "volunteers/check_in.html", _questions(request, found, form))


def _questions(request: HttpRequest, found: CheckIn, form: CheckInForm) -> dict[str, Any]:
    """The question to ask now: the first without an answer, or the one she wants to answer again."""
    again = request.GET.get("again", "")
    missing = next((name for name in STEPS if not getattr(found, name)), "")
    name = again if again in STEPS else missing
    return {
        "place": found.neighbourhood,
        "check_in": found,
        "form": form,
        "name": name,
        "answers": answers_to(name) if name else [],
        "number": STEPS.index(name) + 1 if name else 0,
        "before": STEPS[STEPS.index(name) - 1] if name and name != STEPS[0] else "",
    }


@staff_page
def check_in_list(request: StaffRequest) -> HttpResponse:
    """Whom to phone, what people said, to whom we owe a thank-you, and who stopped."""
    show = request.GET.get("show", SHOWS[0])
    show = show if show in SHOWS else SHOWS[0]
    now = timezone.now()
    weeks = _weeks(request)
    rows = _rows(request.place, show, weeks=weeks, now=now)
    context = {
        "here": "offers",
        "show": show,
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "pauses": queries.list_silent_pauses(request.place, now=now) if show == "phone" else [],
        "weeks": weeks,
        "choices": WEEKS,
    }
    if show == "left":
        context["why"] = queries.count_reasons(request.place, since=now - A_YEAR)
    return render(request, "volunteers/check_in_list.html", context)


def _weeks(request: HttpRequest) -> int:
    asked = request.GET.get("weeks", "")
    return int(asked) if asked in map(str, WEEKS) else WEEKS[1]


def _rows(place: Neighbourhood, show: str, *, weeks: int, now: dt.datetime) -> Any:
    if show == "answers":
        return queries.list_answers(place, since=now - LATELY)
    if show == "thanks":
        return queries.list_not_thanked(place, weeks=weeks, now=now)
    if show == "left":
        return queries.list_left(place, since=now - A_YEAR)
    return queries.list_to_phone(place)


@staff_page
def check_in_note(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The words to say on the phone, and what she answers."""
    found = queries.get_check_in_for(request.me, pk)
    note_sight(found.offer.person, reader=request.me, page="volunteers:check-in-note")
    form = NotedForm(initial={name: getattr(found, name) for name in (*STEPS, "words")})
    if request.method == "POST":
        if "let-be" in request.POST:
            actions.leave_in_peace(found, actor=request.me, now=timezone.now())
            messages.success(request, _("Off the list. We ask again at the next moment."))
            return redirect("volunteers:check-in-list")
        form = NotedForm(request.POST)
        if form.is_valid():
            said = form.cleaned_data
            actions.answer_check_in(found, actor=request.me, now=timezone.now(), **said)
            messages.success(request, _("Noted."))
            return redirect("volunteers:check-in-list")
    context = {"here": "offers", "check_in": found, "form": form}
    return render(request, "volunteers/check_in_note.html", context)
