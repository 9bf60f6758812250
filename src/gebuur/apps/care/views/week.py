"""The proposal of the week: all open questions on one page; somebody decides about every pair."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.care import actions, queries
from gebuur.apps.care.models import WeekPair
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.volunteers.models import Offer
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.ids import as_uuid

PER_PAGE = 40
TO_CHOOSE = 8


@staff_page
@require_GET
def week(request: StaffRequest) -> HttpResponse:
    """The run that stands: who could help whom, who is left without, and what came since."""
    found = queries.week_of(request.place, now=timezone.now())
    context: dict[str, Any] = {
        "here": "offers",
        "week": found,
        "line": queries.week_line(request.place),
    }
    if found is not None:
        context["page"] = Paginator(found.pairs, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "care/week/week.html", context)


@staff_page
@require_GET
def week_print(request: StaffRequest) -> HttpResponse:
    """The same on paper, for the meeting of the team."""
    found = queries.week_of(request.place, now=timezone.now())
    if found is None:
        return redirect("care:week")
    return render(request, "care/week/week_print.html", {"week": found, "place": request.place})


@staff_page
@require_POST
def week_make(request: StaffRequest) -> HttpResponse:
    """Divide all open questions again, as it stands this minute."""
    make = lambda: actions.make_week(request.place, actor=request.me, now=timezone.now())  # noqa: E731
    return _done(request, make, _("The proposal is made. Nobody is asked yet."))


@staff_page
def week_ask_all(request: StaffRequest) -> HttpResponse:
    """Ask everybody in the proposal about whom nobody decided: seen once more first."""
    now = timezone.now()
    found = queries.week_of(request.place, now=now)
    pairs = [one.pair for one in found.to_ask] if found else []
    if not pairs:
        messages.info(request, _("There is nobody left to ask in this proposal."))
        return redirect("care:week")
    seen = set(map(as_uuid, request.POST.getlist("pair")))
    chosen = [one for one in pairs if one.pk in seen]
    if chosen:
        _tell(request, actions.ask_pairs(chosen, actor=request.me, now=now))
        return redirect("care:week")
    if request.method == "POST":
        messages.error(request, _("Tick at least one neighbour."), extra_tags="circle-alert")
    status = 422 if request.method == "POST" else 200
    context = {"here": "offers", "pairs": pairs}
    return render(request, "care/week/week_ask_all.html", context, status=status)


def _tell(request: HttpRequest, asked: actions.Asked) -> None:
    """Say who is asked, and of whoever is not, why."""
    count = len(asked.pairs)
    said = ngettext("%(n)d neighbour is asked.", "%(n)d neighbours are asked.", count)
    messages.success(request, said % {"n": count}, extra_tags="check")
    for pair, why in asked.refused:
        words = {"name": pair.request.seeker.short_name if pair.request.seeker else "", "why": why}
        messages.error(request, _("Not for %(name)s: %(why)s") % words, extra_tags="circle-alert")


@staff_page
@require_POST
def week_pair_ask(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Say yes to one pair: this neighbour is asked now."""
    pair = queries.get_pair_for(request.me, pk)
    said = _("%(name)s is asked.") % {"name": pair.offer.person.first_name}
    ask = lambda: actions.ask_pair(pair, actor=request.me, now=timezone.now())  # noqa: E731
    return _done(request, ask, said)


@staff_page
@require_POST
def week_pair_leave(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Leave a pair aside, or take it up again."""
    pair = queries.get_pair_for(request.me, pk)
    if request.POST.get("again") == "1":
        again = lambda: actions.take_up_pair(pair, actor=request.me)  # noqa: E731
        return _done(request, again, _("It is in the proposal again."))
    leave = lambda: actions.leave_pair(pair, actor=request.me, now=timezone.now())  # noqa: E731
    return _done(request, leave, _("Left aside. The question stays open."))


@staff_page
def week_pair_swap(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Choose somebody else: first who could, then what that changes for the others, then yes."""
    pair, now = queries.get_pair_for(request.me, pk), timezone.now()
    context: dict[str, Any] = {"here": "offers", "pair": pair}
    if request.method == "POST" and "offer" in request.POST:
        offer = _offer_of(request)
        if request.POST.get("sure") == "1":
            swap = lambda: actions.swap_pair(pair, offer, actor=request.me, now=now)  # noqa: E731
            name = {"name": offer.person.first_name}
            return _done(
                request, swap, _("Now %(name)s is there. Nobody has been asked yet.") % name
            )
        context["swap"] = queries.find_swap(pair, offer, now=now)
        context["chosen"] = offer
    elif request.method == "POST":
        context["nothing_chosen"] = True
    if context.get("swap") is None:
        context["helpers"] = _instead(pair, now=now)
    status = 422 if "helpers" in context and request.method == "POST" else 200
    return render(request, "care/week/week_pair_swap.html", context, status=status)


def _instead(pair: WeekPair, *, now: dt.datetime) -> list[tuple[queries.RankedHelper, int]]:
    """Who could come instead with what that costs the week, the cheapest first."""
    ranked = queries.list_best(pair.request, now=now, limit=TO_CHOOSE + 1)
    others = [one for one in ranked if one.offer != pair.offer_id][:TO_CHOOSE]
    prices = queries.prices_of(pair, [one.offer for one in others], now=now)
    priced = [(one, prices[one.offer]) for one in others if one.offer in prices]
    return sorted(priced, key=lambda one: one[1])


def _offer_of(request: StaffRequest) -> Offer:
    """The neighbour who was chosen, of this place."""
    wanted = as_uuid(request.POST["offer"])
    offers = Offer.objects.filter(neighbourhood=request.place).select_related("person")
    found = offers.filter(pk=wanted).first() if wanted else None
    if found is None:
        raise NotForYou
    return found


def _done(request: HttpRequest, act: Callable[[], object], said: str) -> HttpResponse:
    """Take a step; say what happened, or why not; and go back to the week."""
    try:
        act()
    except RuleBroken as error:
        messages.error(request, str(error), extra_tags="circle-alert")
    else:
        messages.success(request, said, extra_tags="check")
    return redirect("care:week")
