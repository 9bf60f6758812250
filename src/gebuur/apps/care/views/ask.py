"""Asking for help on the website: no account, no e-mail address, one question per page."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gebuur.apps.boundaries import queries as boundaries
from gebuur.apps.boundaries.models import Light, Task
from gebuur.apps.care import actions
from gebuur.apps.care.forms.ask import OTHER, MoreForm, TaskForm, WhenForm, WhomForm
from gebuur.apps.care.models import HelpRequest, Urgency
from gebuur.apps.neighbourhood import actions as neighbourhood
from gebuur.apps.neighbourhood.forms.who import LanguageForm, WhoForm
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import place_of
from gebuur.apps.outbox import actions as outbox
from gebuur.core.limits import may_try
from gebuur.core.presses import once, was_pressed
from gebuur.core.steps import KeptAnswers

STEPS = ("whom", "task", "when", "language", "who")
PER_HOUR = 12


@dataclass(frozen=True)
class Draft:
    """What was answered so far; it lives in the visitor's session only."""

    request: HttpRequest
    place: Neighbourhood

    @property
    def kept(self) -> KeptAnswers:
        return KeptAnswers(self.request.session, "ask")

    def form(self, step: str, data: QueryDict | None) -> forms.Form:
        """The form of a step; bound when there is data, else filled with what makes sense."""
        if step == "whom":
            return WhomForm(data)
        if step == "task":
            return TaskForm(data, tasks=askable(self.place))
        if step == "when":
            return WhenForm(data)
        if step == "language":
            return LanguageForm(data, initial={"languages": [get_language() or "nl"]})
        return WhoForm(data, place=self.place, for_other=self._for_other())

    def _for_other(self) -> bool:
        whom = self.kept.of("whom")
        return whom is not None and whom.get("whom") == "other"

    def first_open_step(self) -> str | None:
        """The first step without a right answer; None when everything is there."""
        for step in STEPS:
            data = self.kept.of(step)
            if data is None or not self.form(step, data).is_valid():
                return step
        return None


def askable(place: Neighbourhood) -> list[Task]:
    """Tasks a neighbour may do, the plain ones first."""
    tasks = boundaries.list_tasks(place.organisation, lights=(Light.GREEN, Light.AMBER))
    return sorted(tasks, key=lambda task: (task.light != Light.GREEN, task.position))


def _draft(request: HttpRequest) -> Draft:
    place = place_of(request)
    if place is None:
        raise Http404
    return Draft(request, place)


def ask(request: HttpRequest) -> HttpResponse:
    """Begin, or go on where the visitor was; first one says where one lives."""
    if place_of(request) is None:
        return redirect("home")
    draft = _draft(request)
    return redirect("care:ask-step", step=draft.first_open_step() or STEPS[-1])


def ask_step(request: HttpRequest, step: str) -> HttpResponse:
    """One question; what was answered before stays."""
    if step not in STEPS:
        raise Http404
    draft = _draft(request)
    lines: list[boundaries.Line] = []
    if request.method == "POST":
        draft.kept.keep(step, request.POST)
        form = draft.form(step, request.POST)
        if form.is_valid():
            lines = _lines_to_show(request, draft, form)
            if not lines:
                return _go_on(request, draft, step)
    else:
        form = draft.form(step, draft.kept.of(step))
    return render(request, "care/ask_step.html", _page(draft, step, form) | {"lines": lines})


def _page(draft: Draft, step: str, form: forms.Form) -> dict[str, Any]:
    number = STEPS.index(step)
    red = (
        boundaries.list_tasks(draft.place.organisation, lights=(Light.RED,))
        if step == "task"
        else []
    )
    back = reverse("care:ask-step", args=[STEPS[number - 1]]) if number else reverse("home")
    return {
        "form": form,
        "step_name": step,
        "step": number + 1,
        "step_total": len(STEPS),
        "back_url": back,
        "is_last": step == STEPS[-1],
        "red_tasks": [(task.key, boundaries.in_language(task.names)) for task in red],
    }


def _lines_to_show(request: HttpRequest, draft: Draft, form: forms.Form) -> list[boundaries.Line]:
    """Numbers to call when the words say danger; shown once, they never stop the question."""
    if request.POST.get("seen"):
        return []
    words = str(form.cleaned_data.get("own_words", ""))
    return boundaries.lines_for(words, draft.place.organisation) if words else []


def _go_on(request: HttpRequest, draft: Draft, step: str) -> HttpResponse:
    if step != STEPS[-1]:
        return redirect("care:ask-step", step=STEPS[STEPS.index(step) + 1])
    if was_pressed(request):
        draft.kept.forget()
        return _send(request, draft)
    missing = draft.first_open_step()
    if missing is not None:
        return redirect("care:ask-step", step=missing)
    if not may_try("ask", request.META.get("REMOTE_ADDR", ""), per_hour=PER_HOUR):
        messages.error(
            request, _("Many questions came from here just now. Wait an hour, or phone us.")
        )
        return redirect("care:ask-step", step=step)
    return _send(request, draft)


@once
def _send(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Write the question down, or put "something else" on the call-back list."""
    answers = {step: draft.form(step, draft.kept.of(step)) for step in STEPS}
    for form in answers.values():
        form.full_clean()
    who = answers["who"]
    assert isinstance(who, WhoForm)  # noqa: S101 - the form of the last step
    draft.kept.forget()
    seeker, asker = _people(draft.place, who, answers["language"].cleaned_data["languages"])
    now, task_key = timezone.now(), answers["task"].cleaned_data["task"]
    own_words = answers["task"].cleaned_data["own_words"]
    request.session["asked"] = ""
    if task_key == OTHER:
        outbox.add_call(
            draft.place, actor=None, person=asker or seeker, about=own_words, call_at=now
        )
        return redirect("care:ask-done")
    when = answers["when"].cleaned_data
    made = actions.make_request(
        draft.place,
        actor=None,
        seeker=seeker,
        asked_by=asker,
        asked_by_relation=who.cleaned_data.get("relation", ""),
        task=Task.objects.get(organisation=draft.place.organisation, key=task_key),
        slots=(1 << 21) - 1 if when["any_time"] else when["slots"],
        rhythm=when["rhythm"],
        urgency=Urgency.WEEK,
        channel=Channel.WEB,
        languages=answers["language"].cleaned_data["languages"],
        own_words=own_words,
        now=now,
    )
    request.session["asked"] = str(made.pk)
    return redirect("care:ask-done")


def _people(
    place: Neighbourhood, form: WhoForm, languages: list[str]
) -> tuple[Person, Person | None]:
    """Who needs help, and who asked it for them; people we know by number or mail are not written twice."""
    data = form.cleaned_data
    language = get_language() or "nl"
    seeker = neighbourhood.known_or_new(
        place, language=language, languages=languages, channel=form.channel(), **form.person_facts()
    )
    if not form.for_other:
        return seeker, None
    first, _space, last = data["asker_name"].partition(" ")
    asker = neighbourhood.known_or_new(
        place,
        first_name=first,
        last_name=last,
        phone=data["asker_phone"],
        language=language,
        languages=[language],
    )
    return seeker, asker


def ask_done(request: HttpRequest) -> HttpResponse:
    """Say what happens next, and ask two things that may stay empty."""
    place = place_of(request)
    asked = request.session.get("asked")
    if place is None or asked is None:
        return redirect("care:ask")
    made = HelpRequest.objects.filter(pk=asked, neighbourhood=place).first() if asked else None
    if request.method == "POST" and made is not None:
        form = MoreForm(request.POST)
        if form.is_valid():
            actions.add_wishes(made, actor=None, **form.cleaned_data)
            messages.success(request, _("Noted. %(name)s reads it.") % {"name": place.contact_name})
            del request.session["asked"]
            return redirect("home")
    else:
        form = MoreForm()
    answer_by = timezone.localdate() + dt.timedelta(days=2)
    return render(
        request, "care/ask_done.html", {"form": form, "made": made, "answer_by": answer_by}
    )


def ask_lines(request: HttpRequest) -> HttpResponse:
    """Numbers to call for the words that are being typed; nothing is stored."""
    place = place_of(request)
    words = request.POST.get("own_words", "")[:1_000]
    lines = boundaries.lines_for(words, place.organisation) if place and words else []
    return render(request, "care/_lines.html", {"lines": lines})


def ask_red(request: HttpRequest, key: str) -> HttpResponse:
    """Why a neighbour does not do this, who does, and an offer to phone."""
    draft = _draft(request)
    task = (
        boundaries.list_tasks(draft.place.organisation, lights=(Light.RED,)).filter(key=key).first()
    )
    if task is None:
        raise Http404
    context = {
        "task_name": boundaries.in_language(task.names),
        "refusal": boundaries.in_language(task.refusal),
        "lines": boundaries.lines_in(draft.place.organisation, task.refer_to),
    }
    return render(request, "care/ask_red.html", context)
