"""Handing over a request: the hand-over belongs to boundaries, the request to care; here they meet."""

import uuid
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.boundaries import queries as numbers
from gebuur.apps.boundaries.forms.hand_overs import HandOverForm, first_answer_by
from gebuur.apps.care import actions as care
from gebuur.apps.care import queries
from gebuur.apps.care.models import HelpRequest, State
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.privacy.actions import note_sight
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import once


@staff_page
@once
def hand_over_request(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Hand a request over to a service, with the words of the request filled in."""
    asked = queries.get_call_for(request.me, pk)
    if asked.seeker is None or asked.task is None:
        messages.info(request, _("First write down who asks, and what."))
        return redirect("care:intake-call", pk)
    note_sight(asked.seeker, reader=request.me, page="hand-over-request")
    if request.method == "POST":
        form = HandOverForm(request.POST)
        if form.is_valid():
            try:
                _hand_over(asked, asked.seeker, form, actor=request.me)
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("We passed the question on."))
                return redirect("care:request-detail", pk)
    else:
        form = HandOverForm(initial=_known(asked))
    return render(request, "boundaries/hand_over_new.html", _context(asked, form))


@transaction.atomic
def _hand_over(asked: HelpRequest, seeker: Person, form: HandOverForm, *, actor: Person) -> None:
    """Both or neither: a request that is closed already leaves no hand-over behind."""
    handed = boundaries.hand_over(
        seeker, actor=actor, request=asked.pk, now=timezone.now(), **form.facts()
    )
    care.hand_over_request(asked, handed, actor=actor)


def _known(asked: HelpRequest) -> dict[str, Any]:
    task = numbers.in_language(asked.task.names) if asked.task else ""
    words = [task, asked.own_words, asked.answers, asked.wish]
    return first_answer_by(timezone.localdate()) | {"what": "\n".join(filter(None, words))}


def _context(asked: HelpRequest, form: HandOverForm) -> dict[str, Any]:
    organisation = asked.neighbourhood.organisation
    lines = numbers.lines_in(organisation, asked.task.refer_to) if asked.task else []
    page = "care:intake-call" if asked.state == State.DRAFT else "care:request-detail"
    return {
        "form": form,
        "person": asked.seeker,
        "lines": lines or numbers.lines_for(asked.own_words, organisation),
        "back_url": reverse(page, args=[asked.pk]),
    }
