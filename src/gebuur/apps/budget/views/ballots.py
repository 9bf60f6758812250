"""Voting with a code: the code, the ballot, one more look, and the box.

Nothing of it is kept between two pages: the code and the choice go along in the page itself, so that a shared
tablet and a session know nothing of who voted what.
"""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.votes import BallotForm, CodeForm
from gebuur.apps.budget.models import RollEntry
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.neighbourhood.permissions import CHOSEN, place_of
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.limits import may_go_on, may_try

WRONG_PER_HOUR = 20
ARRIVED = "budget_arrived"


def ballot_door(request: HttpRequest, slug: str) -> HttpResponse:
    """The short address of a letter: to the vote that is open, or to the rounds when there is not just one."""
    place = Neighbourhood.objects.filter(slug=slug).first()
    if place is None:
        raise NotForYou
    request.session[CHOSEN] = str(place.pk)
    votes = queries.open_votes(place, timezone.localdate())
    if len(votes) == 1:
        return redirect("budget:ballot-cast", pk=votes[0].pk)
    return redirect("budget:round-list")


@never_cache
def ballot_cast(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Type the code, fill in the ballot, look once more, put it in the box."""
    seen = queries.get_public_round(place_of(request), pk)
    voting = queries.voting_of(seen.round, seen.frame, timezone.localdate())
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and voting.is_open and form.is_valid():
        entry = _entry_of(request, seen, form)
        if entry is not None:
            return _with_code(request, seen, voting, entry)
    context = {"seen": seen, "voting": voting, "form": form}
    return render(request, "budget/ballot_cast.html", context)


def _entry_of(request: HttpRequest, seen: queries.Published, form: CodeForm) -> RollEntry | None:
    """Who holds the code; a wrong one is said, and from one place not tried without end."""
    tried = {"what": "budget-code", "who": request.META.get("REMOTE_ADDR", "")}
    if not may_go_on(**tried, per_hour=WRONG_PER_HOUR):
        form.add_error("code", _("Many wrong codes came from here. Wait an hour, or phone us."))
        return None
    entry = queries.entry_of_code(seen.round, form.cleaned_data["code"])
    if entry is None:
        may_try(**tried, per_hour=WRONG_PER_HOUR)
        form.add_error("code", _("We do not know this code. Look at the letter once more."))
    return entry


def _with_code(
    request: HttpRequest, seen: queries.Published, voting: queries.Voting, entry: RollEntry
) -> HttpResponse:
    """Show the ballot; when it was filled in, read it back; when she is sure, put it in the box."""
    step = request.POST.get("step", "")
    choices = queries.in_her_order(voting.choices, entry)
    form = BallotForm(request.POST if step else None, choices=choices, frame=seen.frame)
    page = "budget/ballot_fill.html"
    if step in ("look", "sure") and form.is_valid():
        page = "budget/ballot_look.html"
        if step == "sure" and _is_in_the_box(seen, form, request.POST["code"]):
            request.session[ARRIVED] = str(seen.round.pk)
            return redirect("budget:ballot-arrived", pk=seen.round.pk)
    context = {
        "seen": seen, "form": form, "code": request.POST["code"], "how": queries.how_to_choose(seen.frame),
        "limit": queries.limit_of(seen.frame), "is_filled": step in ("look", "sure"),
    }  # fmt: skip
    return render(request, page, context)


def _is_in_the_box(seen: queries.Published, form: BallotForm, code: str) -> bool:
    try:
        actions.cast_ballot(seen.round, form.marks(), code=code, now=timezone.now())
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return False
    return True


@never_cache
def ballot_arrived(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Say that a ballot arrived: the same words for everybody, whatever is on it."""
    seen = queries.get_public_round(place_of(request), pk)
    if request.session.pop(ARRIVED, "") != str(pk):
        return redirect("budget:ballot-cast", pk=pk)
    return render(request, "budget/ballot_arrived.html", {"seen": seen})
