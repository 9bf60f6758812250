"""A call that is still going on: kept at every field, parked, and finished."""

import datetime as dt
import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.care.actions.requests import RequestClosed, began, refuse_red
from gebuur.apps.care.models import HelpRequest, State
from gebuur.apps.care.permissions import can_arrange
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import works_with

FIELDS = (
    "seeker", "asked_by", "asked_by_relation", "channel", "task", "urgency", "slots", "rhythm", "first_on",
    "languages", "wish", "own_words", "answers", "gives", "on_board",
)  # fmt: skip


def start_call(place: Neighbourhood, *, actor: Person) -> HelpRequest:
    """Open a new call on the desk."""
    if not works_with(actor, place.pk):
        raise PermissionDenied
    return HelpRequest.objects.create(
        neighbourhood=place,
        entered_by=actor,
        channel=Channel.PHONE,
        state=State.DRAFT,
        created_at=timezone.now(),
    )


@transaction.atomic
def save_draft(request: HelpRequest, *, actor: Person, fields: dict[str, Any]) -> HelpRequest:
    """Keep what was typed so far. Known fields go in their column; `raw` keeps the typing itself."""
    _require_draft(request, actor)
    # A late autosave must not bring a finished call back: look again inside this transaction.
    if (
        not HelpRequest.objects.select_for_update()
        .filter(pk=request.pk, state=State.DRAFT)
        .exists()
    ):
        raise RequestClosed(_("This call was finished already."))
    for name in FIELDS:
        if name in fields:
            setattr(request, name, fields[name])
    if "raw" in fields:
        request.draft = json.dumps(fields["raw"])
    request.save(update_fields=[*FIELDS, "draft"])
    return request


def park_call(request: HelpRequest, *, actor: Person) -> None:
    """Put a call aside; it stays open as a tab."""
    _require_draft(request, actor)
    HelpRequest.objects.filter(pk=request.pk).update(parked_at=timezone.now())


def resume_call(request: HelpRequest, *, actor: Person) -> None:
    """Take a call up again."""
    _require_draft(request, actor)
    HelpRequest.objects.filter(pk=request.pk).update(parked_at=None)


@transaction.atomic
def finish_intake(
    request: HelpRequest, *, actor: Person, now: dt.datetime | None = None
) -> HelpRequest:
    """Turn the call into a question: green goes on, amber waits for the yes, red is refused with its reason."""
    _require_draft(request, actor)
    if request.seeker is None or request.task is None:
        raise RequestClosed(_("First say who asks, and for what."))
    refuse_red(request.task)
    now = now or timezone.now()
    finished = HelpRequest.objects.filter(pk=request.pk, state=State.DRAFT).update(
        state=State.NEW, draft="", parked_at=None, created_at=now, waiting_since=now
    )
    if not finished:
        raise RequestClosed(_("This call was finished already."))
    request.refresh_from_db()
    began(request, at=now)
    return request


def _require_draft(request: HelpRequest, actor: Person) -> None:
    if not can_arrange(actor, request):
        raise PermissionDenied
    if request.state != State.DRAFT:
        raise RequestClosed(_("This call was finished already."))
