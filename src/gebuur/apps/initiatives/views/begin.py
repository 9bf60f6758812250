"""Beginning a group: three short pages, no account, and at the end a link of one's own."""

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

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.forms.groups import WhatForm, WhereForm
from gebuur.apps.initiatives.models import Initiative
from gebuur.apps.neighbourhood import actions as neighbourhood
from gebuur.apps.neighbourhood.forms.who import WhoForm
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import person_of, place_of
from gebuur.core.limits import may_try
from gebuur.core.presses import once, was_pressed
from gebuur.core.steps import KeptAnswers

PER_HOUR = 6
BEGUN = "begun"


@dataclass(frozen=True)
class Draft:
    """What was answered so far; who signed in does not say again who she is."""

    request: HttpRequest
    place: Neighbourhood
    me: Person | None

    @property
    def steps(self) -> tuple[str, ...]:
        return ("what", "where") if self.me else ("what", "where", "who")

    @property
    def kept(self) -> KeptAnswers:
        return KeptAnswers(self.request.session, "begin")

    def form(self, step: str, data: QueryDict | None) -> forms.Form:
        if step == "what":
            return WhatForm(data)
        if step == "where":
            return WhereForm(data, place=self.place)
        return WhoForm(data, place=self.place, for_other=False)

    def first_open_step(self) -> str | None:
        """The first step without a right answer; None when everything is there."""
        for step in self.steps:
            data = self.kept.of(step)
            if data is None or not self.form(step, data).is_valid():
                return step
        return None


def _draft(request: HttpRequest) -> Draft:
    place = place_of(request)
    if place is None:
        raise Http404
    return Draft(request, place, person_of(request))


def initiative_new(request: HttpRequest) -> HttpResponse:
    """Begin, or go on where the visitor was."""
    draft = _draft(request)
    return redirect("initiatives:initiative-step", step=draft.first_open_step() or draft.steps[-1])


def initiative_step(request: HttpRequest, step: str) -> HttpResponse:
    """One page; what was answered before stays."""
    draft = _draft(request)
    if step not in draft.steps:
        if step == "who":
            return redirect("initiatives:initiative-new")
        raise Http404
    if request.method == "POST":
        draft.kept.keep(step, request.POST)
        form = draft.form(step, request.POST)
        if form.is_valid():
            return _go_on(request, draft, step)
    else:
        form = draft.form(step, draft.kept.of(step))
    return render(request, "initiatives/initiative_step.html", _page(draft, step, form))


def _page(draft: Draft, step: str, form: forms.Form) -> dict[str, Any]:
    number = draft.steps.index(step)
    before = reverse("initiatives:initiative-list")
    if number:
        before = reverse("initiatives:initiative-step", args=[draft.steps[number - 1]])
    return {
        "form": form,
        "step_name": step,
        "step": number + 1,
        "step_total": len(draft.steps),
        "back_url": before,
        "is_last": step == draft.steps[-1],
    }


def _go_on(request: HttpRequest, draft: Draft, step: str) -> HttpResponse:
    if step != draft.steps[-1]:
        following = draft.steps[draft.steps.index(step) + 1]
        return redirect("initiatives:initiative-step", step=following)
    if was_pressed(request):
        draft.kept.forget()
        return _begin(request, draft)
    missing = draft.first_open_step()
    if missing is not None:
        return redirect("initiatives:initiative-step", step=missing)
    if not may_try("begin", request.META.get("REMOTE_ADDR", ""), per_hour=PER_HOUR):
        messages.error(
            request, _("Many groups began from here just now. Wait an hour, or phone us.")
        )
        return redirect("initiatives:initiative-step", step=step)
    return _begin(request, draft)


@once
def _begin(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Begin it; the address and the code of its door are shown on the next page, and only there."""
    initiative, link = actions.begin_with_door(
        draft.place, actor=_who(draft), is_surely_her=draft.me is not None, now=timezone.now(),
        **_facts(draft),
    )  # fmt: skip
    draft.kept.forget()
    request.session[BEGUN] = [str(initiative.pk), link.address, link.code, link.code_address]
    return redirect("initiatives:initiative-begun")


def _facts(draft: Draft) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for step in ("what", "where"):
        form = draft.form(step, draft.kept.of(step))
        form.full_clean()
        said |= form.cleaned_data
    return {"street": said.pop("group_street")} | said


def _who(draft: Draft) -> Person:
    if draft.me is not None:
        return draft.me
    form = draft.form("who", draft.kept.of("who"))
    form.full_clean()
    assert isinstance(form, WhoForm)  # noqa: S101 - the form of the last step
    language = get_language() or "nl"
    return neighbourhood.known_or_new(
        draft.place,
        language=language,
        languages=[language],
        channel=form.channel(),
        **form.person_facts(),
    )


def initiative_begun(request: HttpRequest) -> HttpResponse:
    """The group is there. Her own link stands here once."""
    begun = request.session.pop(BEGUN, None)
    if begun is None:
        return redirect("initiatives:initiative-list")
    group = Initiative.objects.filter(pk=begun[0]).first()
    context = {"group": group, "address": begun[1], "code": begun[2], "code_address": begun[3]}
    return render(request, "initiatives/initiative_begun.html", context)
