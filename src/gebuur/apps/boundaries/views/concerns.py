"""Concerns: for professionals of this neighbourhood, and nobody else."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gebuur.apps.boundaries import actions, queries
from gebuur.apps.boundaries.forms.concerns import OutcomeForm
from gebuur.apps.boundaries.models import Concern
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.privacy.actions import note_sight
from gebuur.core.errors import RuleBroken


@staff_page
def concern_list(request: StaffRequest) -> HttpResponse:
    context = {
        "open": queries.list_open_concerns(request.place),
        "closed": queries.list_closed_concerns(request.place),
    }
    return render(request, "boundaries/concern_list.html", context)


@staff_page
def concern_detail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Read it, take it, note what came of it, close it."""
    concern = queries.get_concern_for(request.me, pk)
    note_sight(concern.about, reader=request.me, page="boundaries:concern-detail")
    form = OutcomeForm(initial={"outcome": concern.outcome})
    if request.method == "POST":
        form = OutcomeForm(request.POST)
        if form.is_valid():
            try:
                said = _follow_up(request.POST.get("do", ""), concern, form, actor=request.me)
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, said)
                return redirect("boundaries:concern-detail", pk=pk)
    context = {
        "concern": concern,
        "form": form,
        "lines": queries.lines_for(concern.text, request.place.organisation),
        "is_open": concern.state != Concern.State.CLOSED,
    }
    return render(request, "boundaries/concern_detail.html", context)


def _follow_up(what: str, concern: Concern, form: OutcomeForm, *, actor: Person) -> str:
    outcome = form.cleaned_data["outcome"]
    if what == "take":
        actions.take_concern(concern, actor=actor)
        return _("You follow this up.")
    if what == "close":
        actions.close_concern(concern, actor=actor, outcome=outcome)
        return _("This concern is closed.")
    actions.note_outcome(concern, actor=actor, outcome=outcome)
    return _("We kept what you wrote.")
