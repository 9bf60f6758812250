"""Who looked at my data, and what did I say yes to."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gebuur.apps.neighbourhood.permissions import (
    PersonRequest,
    StaffRequest,
    person_page,
    staff_page,
)
from gebuur.apps.neighbourhood.queries import get_person_for
from gebuur.apps.privacy import queries

SHOWN = 100


@person_page
def mine(request: PersonRequest) -> HttpResponse:
    """Who opened pages about you, and what you agreed to."""
    context = {
        "sights": queries.list_sights(request.me)[:SHOWN],
        "consents": queries.list_consents(request.me),
        "here": "me",
    }
    return render(request, "privacy/mine.html", context)


@staff_page
def sights(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """A sheet to print for somebody without an account."""
    person = get_person_for(request.me, pk)
    context = {
        "person": person,
        "sights": queries.list_sights(person)[:SHOWN],
        "consents": queries.list_consents(person),
        "today": timezone.localdate(),
    }
    return render(request, "privacy/sights.html", context)
