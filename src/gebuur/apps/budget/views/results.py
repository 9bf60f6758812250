"""What everybody may read of the count: who won and why, where a part went, every ballot, and a poster."""

import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from gebuur.apps.budget import queries
from gebuur.apps.budget.forms.counts import MineForm
from gebuur.apps.budget.queries import result_words
from gebuur.apps.budget.views.result_parts import draw_votes, poster_of, table_of
from gebuur.apps.budget.views.sheets import show_sheet
from gebuur.apps.neighbourhood.permissions import place_of
from gebuur.core.errors import NotForYou


def result_detail(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Who won, why the others did not, and how anybody can count it again."""
    result = queries.get_result(place_of(request), pk)
    context = {
        "result": result,
        "turnout": result_words.turnout(result),
        "is_awaited": timezone.localdate() <= result.frame.days["decide_by"],
        "won": [(line, result_words.why(line, result)) for line in result.winners],
        "lost": [(line, result_words.why(line, result)) for line in result.losers],
    }
    if not result.is_few:
        context |= {
            "picture": draw_votes(result),
            "table": table_of(result),
            "compared": result_words.compared(result),
            "counted": result_words.counted(result),
            "lots": result_words.lots(result),
            "command": queries.command_of(result),
        }
    return render(request, "budget/result_detail.html", context)


@never_cache
@sensitive_post_parameters()
def result_mine(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Where the part of a ballot like this one went. What is ticked goes nowhere, and nothing is looked up."""
    result = queries.get_result(place_of(request), pk)
    if result.is_few:
        raise NotForYou
    went = None
    if request.method == "POST":
        form = MineForm(request.POST, result=result)
        if form.is_valid():
            went = queries.where_it_went(result, form.points())
    else:
        form = MineForm(result=result)
    return render(
        request, "budget/result_mine.html", {"result": result, "form": form, "went": went}
    )


def result_file(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Every ballot and no voter, for whoever wants to count again."""
    result = queries.get_result(place_of(request), pk)
    if not result.count.file:
        raise NotForYou
    headers = {"Content-Disposition": f'attachment; filename="{queries.FILE_NAME}"'}
    return HttpResponse(
        result.count.file, content_type="text/plain; charset=utf-8", headers=headers
    )


def result_poster(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A poster for the street: what was chosen, thank you, and where to read why."""
    result = queries.get_result(place_of(request), pk)
    address = settings.SITE_ADDRESS + reverse("budget:result-detail", args=[pk])
    return show_sheet("result.typ", poster_of(result, address), _("What the neighbourhood chose"))
