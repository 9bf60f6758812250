"""Rehearsing the rule before it is fixed: a past vote under most votes and under equal shares."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gebuur.apps.budget import queries
from gebuur.apps.budget.forms.rehearsal import RehearsalForm
from gebuur.apps.budget.permissions import authority_page
from gebuur.apps.budget.queries.rehearsal import Rehearsed
from gebuur.apps.budget.views.rounds import base_of
from gebuur.apps.neighbourhood.permissions import StaffRequest
from gebuur.core.charts import Bar, Part, Picture, Table, draw_bars


@authority_page
def rehearsal(request: StaffRequest) -> HttpResponse:
    """Choose a past vote and see who gets nothing under each rule. Nothing is kept."""
    rounds = queries.list_counted_rounds(request.place)
    found = None
    if request.method == "POST":
        form = RehearsalForm(request.POST, request.FILES, rounds=rounds)
        found = form.rehearsed() if form.is_valid() else None
    else:
        form = RehearsalForm(rounds=rounds)
    context: dict[str, Any] = {"form": form, "found": found}
    if found is not None:
        context |= {"picture": _picture(found), "table": _table(found)}
    return render(request, "budget/rehearsal.html", context | base_of(request))


def _sides(found: Rehearsed) -> list[tuple[str, int, int]]:
    return [
        (_("Most votes"), found.served_by_votes, found.nothing_by_votes),
        (_("Equal shares"), found.served_by_shares, found.nothing_by_shares),
    ]


def _picture(found: Rehearsed) -> Picture:
    rows = [
        Bar(label, [Part(some, str(some), "us"), Part(none, str(none), "stone")])
        for label, some, none in _sides(found)
    ]
    title = _("How many get something that they chose")
    desc = _("Full: who gets something. Hatched: who gets nothing. The figures are in the table.")
    return draw_bars("rehearsal", title=title, desc=desc, rows=rows, each_is_whole=True)


def _table(found: Rehearsed) -> Table:
    head = (_("How we count"), _("get something"), _("get nothing"))
    rows = [(label, str(some), str(none)) for label, some, none in _sides(found)]
    return Table(_("How many get something that they chose"), head, rows)
