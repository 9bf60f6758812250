"""The whole lists behind the desk: the same count as on the desk, a page at a time."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gebuur.apps.care import queries
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page

PER_PAGE = 25


@staff_page
@require_GET
def waiting(request: StaffRequest) -> HttpResponse:
    """Questions that wait: for somebody to ask, or for an answer."""
    place = request.place
    lists = {"find": queries.list_to_find(place), "asked": queries.list_unanswered(place)}
    show = request.GET.get("show", "find")
    if show not in lists:
        show = "find"
    rows: Any = queries.with_row(lists[show]) if show == "asked" else lists[show]
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    counts = {name: rows.count() for name, rows in lists.items() if name != show}
    context = {
        "here": "desk",
        "show": show,
        "page": page,
        "counts": counts | {show: page.paginator.count},
    }
    return render(request, "care/desk_lists/waiting.html", context)


@staff_page
@require_GET
def visits(request: StaffRequest) -> HttpResponse:
    """What was agreed: today, over without an outcome, and the days to come."""
    now, place = timezone.now(), request.place
    today = timezone.localdate(now)
    lists = {
        "today": queries.list_visits_on(place, today),
        "past": queries.list_without_outcome(place, now=now),
        "coming": queries.list_coming_visits(place, today=today),
    }
    show = request.GET.get("show", "today")
    if show not in lists:
        show = "today"
    page = Paginator(lists[show], PER_PAGE).get_page(request.GET.get("page"))
    counts = {name: rows.count() for name, rows in lists.items() if name != show}
    context = {
        "here": "desk",
        "show": show,
        "page": page,
        "counts": counts | {show: page.paginator.count},
    }
    return render(request, "care/desk_lists/visits.html", context)
