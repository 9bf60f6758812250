"""Answer links: one purpose, one person, one thing, one end."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import AnswerLink
from gebuur.core.tokens import hashed, new_code, new_token, spaced


@dataclass(frozen=True)
class Secret:
    """What goes on paper or in a mail; it cannot be read back later."""

    address: str
    code: str
    code_address: str


def make_link(person: Person, purpose: str, thing: Model, *, expires_at: dt.datetime) -> Secret:
    """Make a link for a purpose (a URL name that takes `token`) and a code for the same on paper."""
    token, code = new_token(), new_code()
    AnswerLink.objects.create(
        neighbourhood_id=person.neighbourhood_id,
        token_hash=hashed(token),
        code_hash=hashed(code),
        purpose=purpose,
        person=person,
        thing=thing.pk,
        expires_at=expires_at,
    )
    return Secret(
        address=settings.SITE_ADDRESS + reverse(purpose, args=[token]),
        code=spaced(code),
        code_address=settings.SITE_ADDRESS + reverse("outbox:code"),
    )


def end_links(thing: uuid.UUID, *, purpose: str | None = None) -> None:
    """End every link about a thing, at once."""
    links = AnswerLink.objects.filter(thing=thing, ended_at__isnull=True)
    if purpose is not None:
        links = links.filter(purpose=purpose)
    links.update(ended_at=timezone.now())
