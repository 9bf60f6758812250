"""Neighbour mediation: who is referred with her own yes, and what she reads herself."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries import actions, queries
from gebuur.apps.boundaries.forms.mediations import MediationForm, ready_words
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.neighbourhood.queries import find_persons, get_person_for
from gebuur.apps.outbox.queries import get_link_for
from gebuur.core.errors import RuleBroken
from gebuur.core.ids import as_uuid
from gebuur.core.presses import once


@staff_page
def mediation_list(request: StaffRequest) -> HttpResponse:
    context = {
        "waiting": queries.list_mediations(request.place),
        "finished": queries.list_finished_mediations(request.place),
        "today": timezone.localdate(),
        "here": "tasks",
    }
    return render(request, "boundaries/mediation_list.html", context)


@staff_page
@once
def mediation_new(request: StaffRequest) -> HttpResponse:
    """Look the person up, then refer her."""
    if chosen := request.GET.get("person"):
        return _refer(request, as_uuid(chosen))
    typed = request.GET.get("name", "")
    context = {"typed": typed, "persons": find_persons(request.place, typed), "here": "tasks"}
    return render(request, "boundaries/mediation_who.html", context)


def _refer(request: StaffRequest, pk: uuid.UUID | None) -> HttpResponse:
    person = get_person_for(request.me, pk)
    if request.method == "POST":
        form = MediationForm(request.POST)
        if form.is_valid():
            try:
                handed = actions.refer_to_mediation(
                    person, actor=request.me, now=timezone.now(), **form.facts()
                )
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("We passed it on."))
                return redirect("boundaries:hand-over-detail", pk=handed.pk)
    else:
        form = MediationForm(initial=ready_words(timezone.localdate()))
    context = {"form": form, "person": person, "here": "tasks"}
    return render(request, "boundaries/mediation_new.html", context)


def mediation_mine(request: HttpRequest, token: str) -> HttpResponse:
    """The person reads what went there and how it goes, and may take it back without a reason."""
    link = get_link_for(token, "boundaries:mediation-mine", now=timezone.now())
    handed = queries.get_hand_over_by_link(link)
    problem = ""
    if request.method == "POST":
        try:
            handed = actions.withdraw_hand_over(handed, actor=link.person)
        except RuleBroken as error:
            problem = str(error)
    context = {
        "handed": handed,
        "problem": problem,
        "place": handed.neighbourhood,
        "is_open": handed.state in queries.WAITING,
    }
    return render(request, "boundaries/mediation_mine.html", context)
