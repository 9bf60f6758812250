"""Tensions: professionals note themes and read what comes back, and nobody else knows of them."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.boundaries import actions, queries
from gebuur.apps.boundaries.forms.tensions import TensionForm, in_words
from gebuur.apps.boundaries.models import Tension
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.ids import as_uuid
from gebuur.core.presses import once

FRESH = "tension"


@staff_page
def tension_list(request: StaffRequest) -> HttpResponse:
    today = timezone.localdate()
    rows = queries.list_tensions(request.place, today=today)
    context = {
        "rows": [(row, *in_words(row.theme, row.kind)) for row in rows],
        "fresh": _fresh(request, today),
        "here": "tasks",
    }
    return render(request, "boundaries/tension_list.html", context)


@staff_page
@once
def tension_new(request: StaffRequest) -> HttpResponse:
    """Three taps and no words."""
    streets = queries.list_streets_big_enough(request.place)
    today = timezone.localdate()
    if request.method == "POST":
        form = TensionForm(request.POST, streets=streets)
        if form.is_valid():
            try:
                note = actions.note_tension(
                    form.chosen(), actor=request.me, today=today, **form.facts()
                )
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                # Only this browser knows the day, so that a wrong tap can be taken back.
                request.session[FRESH] = {"pk": str(note.pk), "day": today.isoformat()}
                return redirect("boundaries:tension-list")
    else:
        form = TensionForm(streets=streets)
    return render(request, "boundaries/tension_new.html", {"form": form, "here": "tasks"})


@require_POST
@staff_page
def tension_undo(request: StaffRequest) -> HttpResponse:
    """Take back the note of just now."""
    kept = request.session.pop(FRESH, {})
    try:
        note = queries.get_own_tension(request.me, as_uuid(kept.get("pk", "")))
        noted_on = dt.date.fromisoformat(kept["day"])
        actions.take_back_tension(
            note, actor=request.me, noted_on=noted_on, today=timezone.localdate()
        )
    except NotForYou:
        messages.info(request, _("There is nothing to take back."))
    except RuleBroken as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The note is gone."))
    return redirect("boundaries:tension-list")


def _fresh(request: StaffRequest, today: dt.date) -> dict[str, Any] | None:
    """The note this browser made today."""
    kept = request.session.get(FRESH, {})
    if kept.get("day") != today.isoformat():
        request.session.pop(FRESH, None)
        return None
    try:
        note: Tension = queries.get_own_tension(request.me, as_uuid(kept.get("pk", "")))
    except NotForYou:
        return None
    theme, kind = in_words(note.theme, note.kind)
    return {"note": note, "theme": theme, "kind": kind}
