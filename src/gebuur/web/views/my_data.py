"""My data: who looked, what I said yes to, everything as a page and as a file. With an account, or by a link."""

import json
import uuid

from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import PersonRequest, person_page
from gebuur.apps.outbox.queries import get_link_for
from gebuur.apps.privacy import queries
from gebuur.core.ids import as_uuid
from gebuur.web.consents import take_back
from gebuur.web.person_file import everything_about, read_about

SHOWN = 100


@person_page
def my_file(request: PersonRequest) -> HttpResponse:
    """Everything we know of you, to read or to print."""
    return file_page(request, request.me, back="/me/seen/", download="/me/data/file/")


@person_page
def my_export(request: PersonRequest) -> HttpResponse:
    """The same as a file to take along."""
    return file_download(request.me)


@person_page
@require_POST
def consent_withdraw(request: PersonRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a yes back, in one press."""
    take_back(queries.get_consent_for(request.me, pk), actor=request.me)
    messages.success(request, _("Taken back. From now on we no longer do this."))
    return redirect("privacy:mine")


def my_data(request: HttpRequest, token: str) -> HttpResponse:
    """The same for somebody without an account, by a link or a code that she asked for."""
    person = get_link_for(token, "my-data", now=timezone.now()).person
    if request.method == "POST" and "consent" in request.POST:
        take_back(queries.get_consent_for(person, as_uuid(request.POST["consent"])), actor=person)
        messages.success(request, _("Taken back. From now on we no longer do this."))
        return redirect("my-data", token=token)
    context = {
        "person": person,
        "sights": queries.list_sights(person)[:SHOWN],
        "consents": queries.list_consents(person),
        "token": token,
    }
    return render(request, "web/my_data.html", context)


def my_data_file(request: HttpRequest, token: str) -> HttpResponse:
    """Everything we know, behind the same link: as a page, or as a file."""
    person = get_link_for(token, "my-data", now=timezone.now()).person
    if "download" in request.GET:
        return file_download(person)
    return file_page(request, person, back="../", download="?download=1")


def file_page(request: HttpRequest, person: Person, *, back: str, download: str) -> HttpResponse:
    """Everything about a person, as a sheet."""
    context = {
        "person": person,
        "sections": list(read_about(person)),
        "today": timezone.localdate(),
        "back_url": back,
        "download_url": download,
    }
    return render(request, "web/person_file.html", context)


def file_download(person: Person) -> HttpResponse:
    """Everything about a person, as a file that other software can read."""
    body = json.dumps(everything_about(person), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    answer = HttpResponse(body, content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="gebuur-gegevens.json"'
    return answer
