"""Step by step through the exercise; what was typed is kept at every step."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.reflection import actions, queries
from gebuur.apps.reflection.forms import (
    STEPS,
    AttitudeForm,
    IntentionForm,
    StepForm,
    StyleForm,
    TextsForm,
)
from gebuur.apps.reflection.models import Entry, Intention
from gebuur.domain import disclosure

Data = QueryDict | None


@staff_page
def entry_step(request: StaffRequest, pk: uuid.UUID, step: str) -> HttpResponse:
    """One question of the exercise."""
    entry = queries.get_entry_for(request.me, pk)
    if step not in STEPS:
        raise Http404
    today = timezone.localdate()
    form = form_of(entry, step, request.POST if request.method == "POST" else None, today=today)
    pointers: dict[str, tuple[disclosure.Pointer, ...]] = {}
    if request.method == "POST" and form.is_valid():
        pointers = {} if "keep" in request.POST else queries.pointers_in(request.me, form.texts())
        if pointers and "replace" in request.POST:
            form = form_of(entry, step, _without_pointers(request.POST, pointers), today=today)
            form.is_valid()
            pointers = {}
        if not pointers:
            return _keep(request, entry, step, form)
    context = {
        "entry": entry,
        "form": form,
        "step_name": step,
        "question": _question(request.me, step, today),
        "is_one_question": isinstance(form, TextsForm),
        "found": sorted({one.words for some in pointers.values() for one in some}),
        "step": STEPS.index(step) + 1,
        "step_total": len(STEPS),
        "back": STEPS[STEPS.index(step) - 1] if step != STEPS[0] else "",
        "here": "learn",
    }
    return render(request, "reflection/entry_step.html", context)


def form_of(entry: Entry, step: str, data: Data, *, today: dt.date) -> StepForm:
    """The form of a step, with what was answered before."""
    makers: dict[str, Callable[[Entry, Data, dt.date], StepForm]] = {
        "attitude": _attitudes,
        "style": _styles,
        "intention": _intention,
    }
    return makers.get(step, _texts(step))(entry, data, today)


def _texts(step: str) -> Callable[[Entry, Data, dt.date], StepForm]:
    def make(entry: Entry, data: Data, today: dt.date) -> StepForm:
        row = next(r for r in queries.questions_of(entry.writer, today=today) if r.key == step)
        places = {place.field: said(place) for place in row.places}
        asks: dict[str, tuple[Any, Any]] = {step: (places["words"], places["help"])}
        if "mirrored" in places:
            asks["mirrored"] = (places["mirrored"], "")
        initial = {name: getattr(entry, name) for name in asks}
        return TextsForm(data, asks=asks, initial=initial)

    return make


def _attitudes(entry: Entry, data: Data, today: dt.date) -> StepForm:
    rows = queries.attitudes_of(entry.writer, today=today)
    return AttitudeForm(data, attitudes=rows, initial=queries.loaded(entry.moments))


def _styles(entry: Entry, data: Data, today: dt.date) -> StepForm:
    rows = queries.styles_of(entry.writer, today=today)
    return StyleForm(data, styles=rows, initial=queries.loaded(entry.styles))


def _intention(entry: Entry, data: Data, today: dt.date) -> StepForm:
    known = Intention.objects.filter(entry=entry).first()
    start = {"text": known.text, "due_on": known.due_on} if known else {}
    usual = {"due_on": today + dt.timedelta(days=14)}
    return IntentionForm(data, today=today, initial=usual | start)


def _question(me: Person, step: str, today: dt.date) -> str:
    rows = {row.key: said(row.name) for row in queries.questions_of(me, today=today)}
    return rows.get(step) or _("One intention")


def _without_pointers(
    posted: QueryDict, pointers: dict[str, tuple[disclosure.Pointer, ...]]
) -> QueryDict:
    """The same answers with other words for names, numbers and addresses."""
    data = posted.copy()
    by = {
        disclosure.Kind.NAME: [_("a neighbour"), _("another neighbour"), _("somebody else")],
        disclosure.Kind.PHONE: [_("a number")],
        disclosure.Kind.MAIL: [_("an e-mail address")],
        disclosure.Kind.ADDRESS: [_("a street"), _("another street")],
    }
    for field, some in pointers.items():
        text = str(data[field]).strip()
        data[field] = disclosure.replace_pointers(text, some, by=by)
    return data


def _keep(request: StaffRequest, entry: Entry, step: str, form: StepForm) -> HttpResponse:
    """Keep the answers and go on to the next question."""
    if step != STEPS[-1]:
        actions.save_answers(entry, form.answers(), actor=request.me)
        return redirect("reflection:entry-step", pk=entry.pk, step=STEPS[STEPS.index(step) + 1])
    try:
        actions.finish_entry(entry, actor=request.me, now=timezone.now(), **form.answers())
    except actions.LookedBackAlready as error:
        messages.error(request, str(error))
    return redirect("reflection:entry-detail", pk=entry.pk)
