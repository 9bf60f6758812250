"""Who stays: what our service did in people's first weeks, and who still takes part."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from gebuur.apps.mirror import queries
from gebuur.apps.mirror.models import Change
from gebuur.apps.mirror.permissions import can_name_change
from gebuur.apps.mirror.views import staying_words
from gebuur.apps.neighbourhood.permissions import StaffRequest, figures_page, is_staff
from gebuur.core.charts import Table
from gebuur.core.errors import NotForYou
from gebuur.core.ids import as_uuid

SILENCES = (42, 84)
FILES = ("cohorts", "times", "first_weeks", "before_after")


@figures_page
def staying(request: StaffRequest) -> HttpResponse:
    """The finding first, then the pictures with their tables."""
    context = _tell(request, timezone.now())
    asked = {"silent": context["silent"], "change": request.GET.get("change")}
    context |= {
        "here": "mirror",
        "figures_only": not is_staff(request.me),
        "may_name_change": can_name_change(request.me, request.place.pk),
        "files": {name: _address("staying-file", asked, table=name) for name in FILES},
        "silences": [
            (days, days and days // 7, _address("staying", asked, silent=days))
            for days in (None, *SILENCES)
        ],
        "change_links": [
            (one, f"{_address('staying', asked, change=one.pk)}#change")
            for one in context["changes"]
        ],
    }
    return render(request, "mirror/staying.html", context)


@figures_page
def staying_file(request: StaffRequest) -> HttpResponse:
    """One table of that page, as a file that hides the same numbers."""
    which = request.GET.get("table", "times")
    table = _tables(_tell(request, timezone.now())).get(which)
    if table is None:
        raise NotForYou
    answer = HttpResponse(table.as_csv(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="gebuur-{which}.csv"'
    return answer


def _address(name: str, asked: dict[str, Any], **other: Any) -> str:
    """The address of the page or its file, with what was asked for and what is asked for otherwise."""
    query = {key: value for key, value in (asked | other).items() if value}
    return f"{reverse(f'mirror:{name}')}?{urlencode(query)}"


def _tell(request: StaffRequest, now: dt.datetime) -> dict[str, Any]:
    silent = _silence(request)
    helpers = queries.list_helpers(request.place, now=now, silent_after=silent)
    changes = list(queries.list_changes(request.place))
    change = _chosen(request, changes)
    cohorts = queries.list_cohorts(helpers, now=now)
    compared = queries.compare_change(helpers, change) if change else None
    return {
        "silent": silent,
        "period": staying_words.say_period(helpers[0].began, now) if cohorts else "",
        "finding": staying_words.find_out(cohorts),
        "cohorts": staying_words.tell_cohorts(cohorts) if cohorts else None,
        "first_weeks": staying_words.tell_first_weeks(queries.compare_first_weeks(helpers)),
        "times": staying_words.tell_first_times(queries.count_first_times(helpers, now=now)),
        "changes": changes,
        "change": change,
        "before_after": staying_words.tell_change(compared, change)
        if change and compared
        else None,
    }


def _silence(request: StaffRequest) -> int | None:
    """After how many days without an answer somebody counts as gone; None: only who said so."""
    asked = request.GET.get("silent", "")
    if not asked:
        return None
    if asked not in {str(days) for days in SILENCES}:
        raise NotForYou
    return int(asked)


def _chosen(request: StaffRequest, changes: list[Change]) -> Change | None:
    """The change that was asked for, else the latest."""
    asked = request.GET.get("change")
    if not asked:
        return changes[0] if changes else None
    return queries.get_change_for(request.me, as_uuid(asked))


def _tables(told: dict[str, Any]) -> dict[str, Table]:
    pictures = {name: told[name] for name in ("cohorts", "first_weeks", "before_after")}
    return {"times": told["times"]} | {
        name: picture.table for name, picture in pictures.items() if picture is not None
    }
