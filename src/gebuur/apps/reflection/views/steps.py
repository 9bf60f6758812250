"""Step by step through a sitting; what was typed is kept at every step."""

import datetime as dt
import uuid
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.reflection import actions, queries
from gebuur.apps.reflection.forms import LensForm, StepForm, TextsForm
from gebuur.apps.reflection.models import Entry
from gebuur.apps.reflection.views.pointing import read_along
from gebuur.apps.reflection.views.step_forms import form_of, heading_of
from gebuur.core.errors import RuleBroken


@staff_page
def entry_step(request: StaffRequest, pk: uuid.UUID, step: str) -> HttpResponse:
    """One step of the exercise, or of think, do, want."""
    entry = queries.get_entry_for(request.me, pk)
    steps, today = queries.steps_of(entry), timezone.localdate()
    if step not in steps:
        raise Http404
    found: list[str] = []
    if request.method == "POST":
        make = partial(form_of, entry, step, today=today)
        form, found = read_along(request.me, request.POST, make)
        if form.is_valid() and not found:
            return _keep(request, entry, step, form)
    else:
        form = form_of(entry, step, None, today=today)
    context = _about(entry, step, steps, form, today=today) | {"found": found}
    return render(request, "reflection/entry_step.html", context)


@staff_page
@require_GET
def entry_lens(request: StaffRequest, pk: uuid.UUID, step: str) -> HttpResponse:
    """What one lens shows: first her own words, then what others think of the case."""
    entry = queries.get_entry_for(request.me, pk)
    steps, today = queries.steps_of(entry), timezone.localdate()
    opened = {lens.kind: lens for lens in queries.open_lenses(entry, today=today)}
    if step not in opened:
        raise Http404
    if not opened[step].is_written:
        return redirect("reflection:entry-step", pk=pk, step=step)
    context = {
        "entry": entry,
        "lens": opened[step],
        "question": heading_of(request.me, step, today, is_exercise=False),
        "step": steps.index(step) + 1,
        "step_total": len(steps),
        "then": _after(steps, step),
        "here": "learn",
    }
    return render(request, "reflection/entry_lens.html", context)


def _about(
    entry: Entry, step: str, steps: tuple[str, ...], form: StepForm, *, today: dt.date
) -> dict[str, Any]:
    """What the page of a step shows beside its form."""
    at, is_exercise = steps.index(step), entry.form == Entry.Form.EXERCISE
    shows_case = entry.case and step == steps[0]
    return {
        "entry": entry,
        "form": form,
        "step_name": step,
        "case": queries.find_case(entry.writer, entry.case, today=today) if shows_case else None,
        "question": heading_of(entry.writer, step, today, is_exercise=is_exercise),
        "is_one_question": is_exercise and isinstance(form, TextsForm),
        "step": at + 1,
        "step_total": len(steps),
        "back": steps[at - 1] if at else "",
        "here": "learn",
    }


def _keep(request: StaffRequest, entry: Entry, step: str, form: StepForm) -> HttpResponse:
    """Keep the answers and go on: to what a lens shows, to the next step, or to the whole."""
    try:
        _save(request, entry, step, form)
    except RuleBroken as error:
        messages.error(request, str(error))
    if step == "intention":
        return redirect("reflection:entry-detail", pk=entry.pk)
    if entry.form == Entry.Form.THINK and isinstance(form, LensForm) and form.told():
        return redirect("reflection:entry-lens", pk=entry.pk, step=step)
    then = _after(queries.steps_of(entry), step)
    return redirect("reflection:entry-step", pk=entry.pk, step=then)


def _save(request: StaffRequest, entry: Entry, step: str, form: StepForm) -> None:
    if step == "intention":
        actions.finish_entry(entry, actor=request.me, now=timezone.now(), **form.answers())
    elif step == "lenses":
        actions.choose_lenses(entry, form.cleaned_data["lenses"], actor=request.me)
    elif entry.form == Entry.Form.THINK and isinstance(form, LensForm):
        actions.save_lens(entry, step, form.told(), actor=request.me)
    else:
        actions.save_answers(entry, form.answers(), actor=request.me)


def _after(steps: tuple[str, ...], step: str) -> str:
    """The step that follows; the last one when it was taken away meanwhile."""
    return steps[steps.index(step) + 1] if step in steps[:-1] else steps[-1]
