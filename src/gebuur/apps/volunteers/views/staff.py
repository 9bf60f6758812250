"""Offers as staff sees them; everything a volunteer does herself can be done for her on the phone."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.models import Light, Task
from gebuur.apps.boundaries.queries import in_language, list_tasks
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.neighbourhood.queries import find_persons, get_person_for
from gebuur.apps.privacy.actions import note_sight
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.forms.offer import PauseForm
from gebuur.apps.volunteers.forms.staff import OfferForm
from gebuur.apps.volunteers.models import Offer
from gebuur.core.errors import RuleBroken
from gebuur.core.ids import as_uuid
from gebuur.core.wording import language_names

A_PAGE = 30


def _offerable(place: Neighbourhood) -> list[Task]:
    return list(list_tasks(place.organisation, lights=(Light.GREEN, Light.AMBER)))


@staff_page
def offer_list(request: StaffRequest) -> HttpResponse:
    """Who offered help; who waits for a first time stands on top."""
    pages = Paginator(queries.list_offers(request.place), A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "page": page,
        "offers": page.object_list,
        "here": "offers",
    }
    return render(request, "volunteers/offer_list.html", context)


@staff_page
def offer_new(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Note down what somebody offers."""
    person = get_person_for(request.me, pk)
    tasks = _offerable(request.place)
    if request.method == "POST":
        form = OfferForm(request.POST, tasks=tasks)
        if form.is_valid():
            try:
                offer = actions.make_offer(
                    person,
                    actor=request.me,
                    channel=Channel.PHONE,
                    now=timezone.now(),
                    **form.facts(),
                )
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                return redirect("volunteers:offer-detail", pk=offer.pk)
    else:
        form = OfferForm(tasks=tasks)
    return render(
        request, "volunteers/offer_edit.html", {"form": form, "person": person, "here": "offers"}
    )


@staff_page
def offer_edit(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Change an offer for somebody on the phone."""
    offer = queries.get_offer_for(request.me, pk)
    tasks = _offerable(request.place)
    if request.method == "POST":
        form = OfferForm(request.POST, tasks=tasks, offer=offer)
        if form.is_valid():
            actions.change_offer(offer, actor=request.me, **form.facts())
            messages.success(request, _("Changed."))
            return redirect("volunteers:offer-detail", pk=offer.pk)
    else:
        form = OfferForm(tasks=tasks, offer=offer, initial=OfferForm.start_with(offer))
    context = {"form": form, "person": offer.person, "offer": offer, "here": "offers"}
    return render(request, "volunteers/offer_edit.html", context)


@staff_page
def offer_detail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """What somebody offers, how it goes, and the yes to amber tasks; pausing, stopping and coming back."""
    offer = queries.get_offer_for(request.me, pk)
    note_sight(offer.person, reader=request.me, page="volunteers:offer-detail")
    form = PauseForm(request.POST) if "until" in request.POST else PauseForm()
    if request.method == "POST" and _act(request, offer, form):
        return redirect("volunteers:offer-detail", pk=offer.pk)
    context = {
        "thanks": queries.list_thanks(offer),
        "check_ins": queries.list_check_ins(offer),
        "languages": language_names(offer.person.languages or [offer.person.language]),
        "next_check_in": queries.next_check_in(offer),
        "leavings": queries.list_leavings(offer),
        "pause_is_over": queries.pause_is_over(offer, today=timezone.localdate()),
        "offer": offer,
        "form": form,
        "missing": [
            line for line in queries.file_of(offer, on=timezone.localdate()) if not line.is_done
        ],
        "ticked": [
            (one, in_language(one.task.names))
            for one in offer.tasks.select_related("task").order_by("task__position")
        ],
        "here": "offers",
    }
    return render(request, "volunteers/offer_detail.html", context)


def _act(request: StaffRequest, offer: Offer, form: PauseForm) -> bool:
    """Do what was pressed; False when a day is missing."""
    if "clear" in request.POST:
        ticked = queries.get_ticked_for(request.me, offer.pk, request.POST["clear"])
        actions.clear_task(ticked, actor=request.me)
    elif "go-on" in request.POST:
        actions.end_pause(offer, actor=request.me, now=timezone.now())
    elif "back" in request.POST:
        actions.come_back(offer, actor=request.me, now=timezone.now())
    elif form.is_valid():
        actions.pause_offer(
            offer, actor=request.me, until=form.cleaned_data["until"], now=timezone.now()
        )
    else:
        return False
    messages.success(request, _("Noted."))
    return True


@staff_page
def apart(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Whom not to pair with somebody; nobody asks or stores why."""
    person = get_person_for(request.me, pk)
    if request.method == "POST":
        other = get_person_for(request.me, as_uuid(request.POST.get("other", "")))
        act = actions.together_again if "again" in request.POST else actions.keep_apart
        act(person, other, actor=request.me)
        messages.success(request, _("Noted."))
        return redirect("volunteers:apart", pk=pk)
    typed = request.GET.get("q", "").strip()[:120]
    apart_from = queries.list_apart(person)
    known = {one.pk for one in apart_from} | {pk}
    context = {
        "person": person,
        "apart": apart_from,
        "typed": typed,
        "found": [one for one in find_persons(request.place, typed) if one.pk not in known],
        "here": "people",
    }
    return render(request, "volunteers/apart.html", context)
