"""Finishing a call in one go: whoever is new is written down, the question begins, the first helper is asked."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from gebuur.apps.care.actions.asking import pick_helpers
from gebuur.apps.care.actions.drafts import finish_intake, save_draft
from gebuur.apps.care.actions.requests import clear_request
from gebuur.apps.care.models import HelpRequest, State
from gebuur.apps.care.permissions import can_arrange
from gebuur.apps.neighbourhood import actions as neighbourhood
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.models import Call
from gebuur.apps.volunteers.models import Offer


@dataclass(frozen=True)
class Limits:
    """The professional's yes to an amber task."""

    minutes: int
    note: str
    ends_on: dt.date | None


@transaction.atomic
def settle_people(
    call: HelpRequest,
    *,
    actor: Person,
    seeker: Person | None,
    newcomer: dict[str, Any],
    asker: dict[str, Any],
    fields: dict[str, Any],
) -> HelpRequest:
    """Say for whom the call is, and who calls for her; somebody new gets her own card."""
    if not can_arrange(actor, call):
        raise PermissionDenied
    place = call.neighbourhood
    found = seeker or neighbourhood.add_person(place, actor=actor, **newcomer)
    asked_by = neighbourhood.known_or_new(place, **asker) if asker else None
    return save_draft(call, actor=actor, fields={**fields, "seeker": found, "asked_by": asked_by})


@transaction.atomic
def complete_call(
    call: HelpRequest,
    *,
    actor: Person,
    limits: Limits | None,
    ask: list[Offer],
    now: dt.datetime,
    **who: Any,
) -> HelpRequest:
    """Finish a call whole or not at all: when one step is refused, nothing is written and nothing is lost."""
    settle_people(call, actor=actor, **who)
    finish_intake(call, actor=actor, now=now)
    if limits is not None:
        clear_request(
            call, actor=actor, minutes=limits.minutes, note=limits.note, ends_on=limits.ends_on
        )
    if ask:
        pick_helpers(call, ask, actor=actor, now=now)
    return call


@transaction.atomic
def drop_call(call: HelpRequest, *, actor: Person) -> None:
    """Throw away a call that was nothing: a wrong number, a double. Only what is not yet a question can go."""
    if not can_arrange(actor, call):
        raise PermissionDenied
    HelpRequest.objects.filter(pk=call.pk, state=State.DRAFT).delete()


@transaction.atomic
def call_back_later(
    call: HelpRequest,
    *,
    actor: Person,
    seeker: Person | None,
    name: str,
    phone: str,
    about: str,
    at: dt.datetime,
) -> Call:
    """Turn a call into somebody to phone back, with what was said so far."""
    waiting = outbox.add_call(
        call.neighbourhood,
        actor=actor,
        person=seeker,
        name=name,
        phone=phone,
        about=about,
        call_at=at,
    )
    drop_call(call, actor=actor)
    return waiting
