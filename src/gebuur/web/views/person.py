"""One person as staff sees her: what she asks, what she offers, and her rights over her data."""

import datetime as dt
import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.care.queries.for_people import open_requests_of
from gebuur.apps.initiatives.queries import list_memberships, waits_to_be_known
from gebuur.apps.neighbourhood.actions import change_person
from gebuur.apps.neighbourhood.forms.persons import PersonForm
from gebuur.apps.neighbourhood.forms.who import LANGUAGES
from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.neighbourhood.permissions import (
    StaffRequest,
    coordinator_page,
    is_coordinator,
    staff_page,
)
from gebuur.apps.neighbourhood.queries import get_person_for
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.privacy.actions import note_sight
from gebuur.apps.privacy.queries import get_consent_of_place, list_consents
from gebuur.apps.volunteers.models import Offer
from gebuur.apps.volunteers.queries import list_apart
from gebuur.core.presses import once
from gebuur.web.consents import take_back
from gebuur.web.forgetting import erase
from gebuur.web.views.my_data import file_download, file_page

LINK_LIVES = dt.timedelta(days=14)


@staff_page
def person_detail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Open somebody's card; that is noted and she can see it."""
    person = get_person_for(request.me, pk)
    note_sight(person, reader=request.me, page="person-detail")
    context = {
        "person": person,
        "requests": open_requests_of(person),
        "consents": list_consents(person),
        "apart": list_apart(person),
        "languages": [dict(LANGUAGES).get(code, code) for code in person.languages],
        "offer": Offer.objects.filter(person=person, stopped_at__isnull=True).first(),
        "memberships": list_memberships(person),
        "waits_to_be_known": waits_to_be_known(person),
        "leads": is_coordinator(request.me),
        "here": "people",
    }
    return render(request, "web/person_detail.html", context)


@staff_page
def person_edit(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Change what we know; whoever moved house is asked near her new door from now on."""
    person = get_person_for(request.me, pk)
    note_sight(person, reader=request.me, page="person-edit")
    if request.method == "POST":
        form = PersonForm(request.POST, place=request.place)
        if form.is_valid():
            change_person(person, actor=request.me, **form.facts())
            messages.success(request, _("Changed."))
            return redirect("person-detail", pk=person.pk)
    else:
        form = PersonForm(place=request.place, initial=PersonForm.start_with(person))
    context = {"form": form, "person": person, "here": "people"}
    return render(request, "neighbourhood/person_edit.html", context)


@staff_page
def person_file(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Everything we know about somebody, as a sheet to read through or to print for her."""
    person = get_person_for(request.me, pk)
    note_sight(person, reader=request.me, page="person-file")
    back, download = reverse("person-detail", args=[pk]), reverse("person-export", args=[pk])
    return file_page(request, person, back=back, download=download)


@staff_page
def person_export(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The same, as a file she can take along."""
    person = get_person_for(request.me, pk)
    note_sight(person, reader=request.me, page="person-export")
    return file_download(person)


@staff_page
@require_POST
@once
def person_link(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Send somebody a link, or a letter with a code, to her own data; an earlier one stops working."""
    person = get_person_for(request.me, pk)
    with transaction.atomic():
        outbox.end_links(person.pk, purpose="my-data")
        link = outbox.make_link(person, "my-data", person, expires_at=timezone.now() + LINK_LIVES)
        sent = outbox.send(person, template="web/messages/my_data", context={"link": link})
    way = Channel(sent.channel).label
    messages.success(
        request, _("The link goes out %(way)s. It works for two weeks.") % {"way": way}
    )
    return redirect("person-detail", pk=person.pk)


@staff_page
@require_POST
def person_consent(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a yes back for somebody who phones; the key is of the consent."""
    consent = get_consent_of_place(request.me, pk)
    take_back(consent, actor=request.me)
    messages.success(request, _("Taken back. From now on we no longer do this."))
    return redirect("person-detail", pk=consent.person_id)


@coordinator_page
def person_erase(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Erase somebody; asked once more, since nothing brings it back."""
    person = get_person_for(request.me, pk)
    if request.method == "POST" and person.pk != request.me.pk:
        erase(person, actor=request.me, now=timezone.now())
        messages.success(
            request, _("Everything about this person is gone. Only lines without a name remain.")
        )
        return redirect("neighbourhood:person-list")
    context = {"person": person, "is_me": person.pk == request.me.pk, "here": "people"}
    return render(request, "web/person_erase.html", context)
