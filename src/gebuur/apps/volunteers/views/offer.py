"""Offering to do something: no account, one question per page, and a page of one's own afterwards."""

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
from gebuur.apps.neighbourhood import actions as neighbourhood
from gebuur.apps.neighbourhood.forms.who import LanguageForm, WhoForm
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood
from gebuur.apps.neighbourhood.permissions import PersonRequest, person_of, person_page, place_of
from gebuur.apps.outbox.queries import get_link_for
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.forms.offer import (
    LimitsForm,
    PauseForm,
    TasksForm,
    TimesForm,
    how_far,
    per_week_of,
)
from gebuur.apps.volunteers.models import Flyer, Offer
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.limits import may_try
from gebuur.core.presses import once, was_pressed
from gebuur.core.steps import KeptAnswers
from gebuur.core.wording import language_names

STEPS = ("tasks", "times", "limits", "language", "who")
PER_HOUR = 12
FLYER = "offer-flyer"


@dataclass(frozen=True)
class Draft:
    """What was answered so far; it lives in the visitor's session only."""

    request: HttpRequest
    place: Neighbourhood

    @property
    def kept(self) -> KeptAnswers:
        return KeptAnswers(self.request.session, "offer")

    @property
    def flyer(self) -> Flyer | None:
        """The flyer that brought this visitor here, when it is one of this place."""
        code = self.request.session.get(FLYER, "")
        return Flyer.objects.filter(code=code, neighbourhood=self.place).first() if code else None

    def form(self, step: str, data: QueryDict | None) -> forms.Form:
        """The form of a step; bound when there is data."""
        if step == "tasks":
            return TasksForm(data, tasks=_needed_first(offerable(self.place), self.flyer))
        if step == "times":
            return TimesForm(data)
        if step == "limits":
            return LimitsForm(data)
        if step == "language":
            return LanguageForm(data, initial={"languages": [get_language() or "nl"]})
        return WhoForm(data, place=self.place, for_other=False)

    def first_open_step(self) -> str | None:
        """The first step without a right answer; None when everything is there."""
        for step in STEPS:
            data = self.kept.of(step)
            if data is None or not self.form(step, data).is_valid():
                return step
        return None


def offerable(place: Neighbourhood) -> list[Task]:
    """Tasks that can be ticked: green and amber, in the order of the catalogue."""
    return list(boundaries.list_tasks(place.organisation, lights=(Light.GREEN, Light.AMBER)))


def _needed_first(tasks: list[Task], flyer: Flyer | None) -> list[Task]:
    """What the flyer asked for stands first; nothing is ticked for anybody."""
    needed = {need["task"] for need in flyer.needs} if flyer else set()
    return sorted(tasks, key=lambda task: task.key not in needed)


def _draft(request: HttpRequest) -> Draft:
    place = place_of(request)
    if place is None:
        raise Http404
    return Draft(request, place)


def offer_start(request: HttpRequest) -> HttpResponse:
    """Begin, or go on where the visitor was; who offered something already comes to her own page."""
    me = person_of(request)
    if me is not None and Offer.objects.filter(person=me).exists():
        return redirect("volunteers:offer-mine")
    if place_of(request) is None:
        return redirect("home")
    return redirect("volunteers:offer-step", step=_draft(request).first_open_step() or STEPS[-1])


def offer_step(request: HttpRequest, step: str) -> HttpResponse:
    """One question; what was answered before stays."""
    if step not in STEPS:
        raise Http404
    draft = _draft(request)
    if request.method == "POST":
        draft.kept.keep(step, request.POST)
        form = draft.form(step, request.POST)
        if form.is_valid():
            return _go_on(request, draft, step)
    else:
        form = draft.form(step, draft.kept.of(step))
    number = STEPS.index(step)
    context: dict[str, Any] = {
        "form": form,
        "step_name": step,
        "step": number + 1,
        "step_total": len(STEPS),
        "back_url": reverse("volunteers:offer-step", args=[STEPS[number - 1]])
        if number
        else reverse("home"),
        "is_last": step == STEPS[-1],
        "from_flyer": step == STEPS[0] and draft.flyer is not None,
    }
    return render(request, "volunteers/offer_step.html", context)


def _go_on(request: HttpRequest, draft: Draft, step: str) -> HttpResponse:
    if step != STEPS[-1]:
        return redirect("volunteers:offer-step", step=STEPS[STEPS.index(step) + 1])
    if was_pressed(request):
        draft.kept.forget()
        return _send(request, draft)
    missing = draft.first_open_step()
    if missing is not None:
        return redirect("volunteers:offer-step", step=missing)
    if not may_try("offer", request.META.get("REMOTE_ADDR", ""), per_hour=PER_HOUR):
        messages.error(
            request, _("Many offers came from here just now. Wait an hour, or phone us.")
        )
        return redirect("volunteers:offer-step", step=step)
    try:
        return _send(request, draft)
    except RuleBroken as error:
        messages.error(request, str(error))
        return redirect("volunteers:offer-step", step=step)


@once
def _send(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Write the person and the offer down."""
    answers = {step: draft.form(step, draft.kept.of(step)) for step in STEPS}
    for form in answers.values():
        form.full_clean()
    who, limits = answers["who"], answers["limits"].cleaned_data
    assert isinstance(who, WhoForm)  # noqa: S101 - the form of the last step
    languages = answers["language"].cleaned_data["languages"]
    person = neighbourhood.known_or_new(
        draft.place,
        language=get_language() or "nl",
        languages=languages,
        channel=who.channel(),
        **who.person_facts(),
    )
    chosen = answers["tasks"].cleaned_data["tasks"]
    actions.make_offer(
        person,
        actor=None,
        tasks=[task for task in offerable(draft.place) if task.key in chosen],
        slots=answers["times"].cleaned_data["slots"],
        radius=int(limits["radius"]),
        per_week=per_week_of(limits["per_month"]),
        per_month=limits["per_month"],
        channel=Channel.WEB,
        now=timezone.now(),
        came_from=draft.flyer,
    )
    request.session.pop(FLYER, None)
    draft.kept.forget()
    return redirect("volunteers:offer-done")


def offer_done(request: HttpRequest) -> HttpResponse:
    """Say what happens next."""
    return render(request, "volunteers/offer_done.html")


@person_page
def offer_mine(request: PersonRequest) -> HttpResponse:
    """One's own offer, for who signed in."""
    return _mine(request, Offer.objects.filter(person=request.me).first())


def offer_link(request: HttpRequest, token: str) -> HttpResponse:
    """One's own offer, by the link of a mail or the code of a letter."""
    link = get_link_for(token, "volunteers:offer-link", now=timezone.now())
    return _mine(
        request, Offer.objects.filter(pk=link.thing, person=link.person).first(), token=token
    )


def _mine(request: HttpRequest, offer: Offer | None, *, token: str = "") -> HttpResponse:
    """Pause, go on, or come back: each one press, none asks a reason."""
    if offer is None:
        raise NotForYou
    form, now = PauseForm(), timezone.now()
    if request.method == "POST":
        if "until" in request.POST:
            form = PauseForm(request.POST)
            if not form.is_valid():
                return _show_mine(request, offer, form, token=token)
            until = form.cleaned_data["until"]
            actions.pause_offer(offer, actor=offer.person, until=until, now=now)
            messages.success(request, _("You have a pause. We ask you nothing until then."))
        elif "go-on" in request.POST:
            actions.end_pause(offer, actor=offer.person, now=now)
            messages.success(request, _("Good to have you back."))
        elif "back" in request.POST:
            actions.come_back(offer, actor=offer.person, now=now)
            messages.success(request, _("Good to have you back."))
        return redirect(request.path)
    return _show_mine(request, offer, form, token=token)


def _show_mine(request: HttpRequest, offer: Offer, form: PauseForm, *, token: str) -> HttpResponse:
    context = {
        "place": offer.neighbourhood,
        "offer": offer,
        "form": form,
        "token": token,
        "file_url": "" if token else reverse("volunteers:file-mine"),
        "change_url": reverse("volunteers:offer-change-link", args=[token])
        if token
        else reverse("volunteers:offer-change-mine"),
        "tasks": [
            boundaries.in_language(ticked.task.names)
            for ticked in offer.tasks.select_related("task")
        ],
        "how_far": dict(how_far(offer.radius))[str(offer.radius)],
        "languages": language_names(offer.person.languages or [offer.person.language]),
        "pause_is_over": queries.pause_is_over(offer, today=timezone.localdate()),
        "thanks": queries.list_thanks(offer),
        "accounts": queries.own_accounts(offer, today=timezone.localdate()),
    }
    return render(request, "volunteers/offer_mine.html", context)
