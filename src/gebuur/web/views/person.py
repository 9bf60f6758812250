"""One person as staff sees her: what she asks, what she offers, and her rights over her data."""

import json
import uuid

from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gebuur.apps.care.queries.for_people import open_requests_of
from gebuur.apps.neighbourhood.actions import change_person
from gebuur.apps.neighbourhood.forms.persons import PersonForm
from gebuur.apps.neighbourhood.permissions import (
    StaffRequest,
    coordinator_page,
    is_coordinator,
    staff_page,
)
from gebuur.apps.neighbourhood.queries import get_person_for
from gebuur.apps.privacy.actions import note_sight
from gebuur.apps.volunteers.actions import moved
from gebuur.apps.volunteers.models import Offer
from gebuur.web.person_file import erase, everything_about


@staff_page
def person_detail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Open somebody's card; that is noted and she can see it."""
    person = get_person_for(request.me, pk)
    note_sight(person, reader=request.me, page="person-detail")
    context = {
        "person": person,
        "requests": open_requests_of(person),
        "offer": Offer.objects.filter(person=person, stopped_at__isnull=True).first(),
        "may_erase": is_coordinator(request.me),
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
            with transaction.atomic():
                moved(change_person(person, actor=request.me, **form.facts()))
            messages.success(request, _("Changed."))
            return redirect("person-detail", pk=person.pk)
    else:
        form = PersonForm(place=request.place, initial=PersonForm.start_with(person))
    context = {"form": form, "person": person, "here": "people"}
    return render(request, "neighbourhood/person_edit.html", context)


@staff_page
def person_export(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Everything we know about somebody, as a file she can take along."""
    person = get_person_for(request.me, pk)
    note_sight(person, reader=request.me, page="person-export")
    body = json.dumps(everything_about(person), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    answer = HttpResponse(body, content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="gebuur-gegevens.json"'
    return answer


@coordinator_page
def person_erase(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Erase somebody; asked once more, since nothing brings it back."""
    person = get_person_for(request.me, pk)
    if request.method == "POST" and person.pk != request.me.pk:
        erase(person, actor=request.me)
        messages.success(request, _("Everything about this person is gone."))
        return redirect("neighbourhood:person-list")
    return render(request, "web/person_erase.html", {"person": person, "here": "people"})
