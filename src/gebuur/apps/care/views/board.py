"""The open board: task, part of day and area; nothing about the person."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.care import actions, queries
from gebuur.apps.care.forms.board import BoardForm
from gebuur.apps.neighbourhood.permissions import place_of
from gebuur.core.errors import RuleBroken
from gebuur.core.limits import may_try

PER_HOUR = 20


def board(request: HttpRequest) -> HttpResponse:
    """Questions that anybody who offered help may answer; first one says where one lives."""
    place = place_of(request)
    if place is None:
        return redirect("home")
    return render(
        request, "care/board.html", {"here": "requests", "questions": queries.board(place)}
    )


def board_answer(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a question from the board. Whoever is unknown is led to offering help first."""
    place = place_of(request)
    if place is None:
        raise Http404
    one = queries.get_board_question(place, pk)
    if request.method == "POST":
        form = BoardForm(request.POST)
        if form.is_valid() and may_try(
            "board", request.META.get("REMOTE_ADDR", ""), per_hour=PER_HOUR
        ):
            offer = queries.find_offer(place, **form.cleaned_data)
            if offer is None:
                form.add_error(
                    "contact",
                    _("We do not know this name with this number yet. Offer your help first."),
                )
                return render(request, "care/board_answer.html", {"form": form, "one": one})
            try:
                actions.take_from_board_as_helper(
                    one.request, offer, actor=offer.person, now=timezone.now()
                )
            except RuleBroken as error:
                messages.error(request, str(error))
                return redirect("care:board")
            return render(request, "care/answer_done.html", {"said_yes": True})
    else:
        form = BoardForm()
    return render(request, "care/board_answer.html", {"form": form, "one": one})
