"""Stopping as a volunteer: by link, on one's own page, or noted on the phone."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.care import actions, queries
from gebuur.apps.care.forms.leaving import LeaveForm
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import (
    PersonRequest,
    StaffRequest,
    person_page,
    staff_page,
)
from gebuur.apps.outbox.queries import get_link_for
from gebuur.apps.privacy.actions import note_sight
from gebuur.apps.volunteers.models import Offer
from gebuur.apps.volunteers.queries import get_offer_for


def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Stop, by the link to one's own offer."""
    link = get_link_for(token, "volunteers:offer-link", now=timezone.now())
    offer = queries.get_living_offer(link.person)
    back = reverse("volunteers:offer-link", args=[token])
    return _leave(request, offer, actor=link.person, template="care/leave.html", back=back)


@person_page
def leave_mine(request: PersonRequest) -> HttpResponse:
    """Stop, for who signed in."""
    offer = queries.get_living_offer(request.me)
    back = reverse("volunteers:offer-mine")
    return _leave(request, offer, actor=request.me, template="care/leave.html", back=back)


@staff_page
def leave_staff(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Note on the phone that somebody stops."""
    offer = get_offer_for(request.me, pk)
    note_sight(offer.person, reader=request.me, page="volunteers:offer-detail")
    back = reverse("volunteers:offer-detail", args=[pk])
    return _leave(request, offer, actor=request.me, template="care/leave_staff.html", back=back)


def _leave(
    request: HttpRequest, offer: Offer, *, actor: Person, template: str, back: str
) -> HttpResponse:
    if request.method == "POST":
        form = LeaveForm(request.POST)
        if form.is_valid():
            actions.leave(offer, actor=actor, now=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Noted. Thank you for what was done."))
            return redirect(back)
    else:
        form = LeaveForm()
    context = {
        "place": offer.neighbourhood,
        "form": form,
        "offer": offer,
        "back_url": back,
        "agreements": queries.count_agreements(offer),
        "here": "offers",
    }
    return render(request, template, context)
