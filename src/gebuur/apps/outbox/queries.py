"""Reading links and messages."""

import datetime as dt
import uuid

from django.db.models import Q, QuerySet

from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.outbox.models import AnswerLink, Call, Message
from gebuur.core.errors import NotForYou
from gebuur.core.tokens import clean_code, hashed


def get_link_for(secret: str, purpose: str, *, now: dt.datetime) -> AnswerLink:
    """The living link behind the secret of a mail, or behind a code from paper."""
    links = AnswerLink.objects.select_related(
        "person__street", "person__neighbourhood__organisation"
    )
    wanted = Q(token_hash=hashed(secret)) | Q(code_hash=hashed(clean_code(secret)))
    link = links.filter(wanted, purpose=purpose, expires_at__gt=now, ended_at__isnull=True).first()
    if link is None:
        raise NotForYou
    return link


def get_purpose_of_code(code: str, *, now: dt.datetime) -> str:
    """The page (as a URL name) that a code from paper opens."""
    living = AnswerLink.objects.filter(
        code_hash=hashed(clean_code(code)), expires_at__gt=now, ended_at__isnull=True
    )
    purpose = living.values_list("purpose", flat=True).first()
    if purpose is None:
        raise NotForYou
    return purpose


def list_messages(place: Neighbourhood, states: list[str]) -> QuerySet[Message]:
    """Messages of one neighbourhood in these states, oldest first, without their text."""
    messages = Message.objects.filter(neighbourhood=place, state__in=states)
    return messages.select_related("person").defer("body").order_by("created_at")


def list_calls(place: Neighbourhood) -> QuerySet[Call]:
    """Who has to be phoned back, the earliest first."""
    return (
        Call.objects.filter(neighbourhood=place, done_at__isnull=True)
        .select_related("person")
        .order_by("call_at")
    )


def things_with_link(purpose: str) -> QuerySet[AnswerLink, uuid.UUID]:
    """The things for which a link of this purpose was ever made."""
    return AnswerLink.objects.filter(purpose=purpose).values_list("thing", flat=True)


def get_call_for(staff: Person, pk: uuid.UUID) -> Call:
    """A call of the staff member's own neighbourhood."""
    found = Call.objects.filter(pk=pk, neighbourhood=staff.neighbourhood_id).first()
    if found is None:
        raise NotForYou
    return found


def get_message_for(staff: Person, pk: uuid.UUID) -> Message:
    """A message of the staff member's own neighbourhood, with its text."""
    rows = Message.objects.select_related("person__street", "neighbourhood")
    found = rows.filter(pk=pk, neighbourhood=staff.neighbourhood_id).first()
    if found is None:
        raise NotForYou
    return found


def way_to(person: Person, channel: str | None = None) -> str:
    """The channel the person chose, or the best one that can reach her."""
    wanted = channel or person.channel
    if wanted == Channel.SMS and person.phone:
        return Channel.SMS
    if wanted in (Channel.MAIL, Channel.WEB) and person.email:
        return Channel.MAIL
    if wanted == Channel.LETTER and person.street_id:
        return Channel.LETTER
    return Channel.PHONE if person.phone or not person.street_id else Channel.LETTER
