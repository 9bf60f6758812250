"""Reading what has to be passed on: the text of a message, and the pile of letters to print."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.care.models import Match, Proposal, Visit
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.outbox.models import Message
from gebuur.apps.outbox.queries import get_message_for, list_messages
from gebuur.apps.privacy.actions import note_sight
from gebuur.core import wording
from gebuur.core.pdf import Letter, letters
from gebuur.core.phones import show_phone

MOST_LETTERS = 100


@staff_page
@require_GET
def message_read(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The words of one message, to say on the phone or to look at before printing."""
    message = get_message_for(request.me, pk)
    note_sight(message.person, reader=request.me, page="message-read")
    context = {"here": "desk", "message": message, "thing_url": _address_of(message)}
    return render(request, "web/message_read.html", context)


@staff_page
@require_GET
def message_letter(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """One letter on paper."""
    message = get_message_for(request.me, pk)
    note_sight(message.person, reader=request.me, page="message-letter")
    return _as_pdf([message])


@staff_page
@require_GET
def message_pile(request: StaffRequest) -> HttpResponse:
    """Every letter that waits, as one file: each begins on a sheet of its own."""
    waiting = list_messages(request.place, [Message.State.TO_PRINT]).defer(None)
    pile = list(waiting.select_related("person__street", "neighbourhood")[:MOST_LETTERS])
    if not pile:
        return redirect("outbox:messages")
    for message in pile:
        note_sight(message.person, reader=request.me, page="message-pile")
    return _as_pdf(pile)


def _as_pdf(pile: list[Message]) -> HttpResponse:
    file = letters([_letter(message) for message in pile], title=_("Letters"))
    answer = HttpResponse(file, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="gebuur.pdf"'
    return answer


def _letter(message: Message) -> Letter:
    person, place = message.person, message.neighbourhood
    with translation.override(message.language):
        return Letter(
            language=message.language,
            sender=(place.name, place.contact_name, show_phone(place.contact_phone)),
            address=tuple(filter(None, (person.full_name, person.address))),
            date=wording.day_in_words(timezone.localdate(), timezone.localdate()),
            heading=message.subject,
            body=message.body,
        )


def _address_of(message: Message) -> str:
    """The page where staff writes down the answer, when the message is about a request."""
    request = _request_of(message.thing_kind, message.thing) if message.thing else None
    return reverse("care:request-detail", args=[request]) if request else ""


def _request_of(kind: str, thing: uuid.UUID) -> uuid.UUID | None:
    if kind == "care.helprequest":
        return thing
    if kind == "care.proposal":
        return Proposal.objects.filter(pk=thing).values_list("request_id", flat=True).first()
    if kind == "care.match":
        return Match.objects.filter(pk=thing).values_list("request_id", flat=True).first()
    if kind == "care.visit":
        return Visit.objects.filter(pk=thing).values_list("match__request_id", flat=True).first()
    return None
