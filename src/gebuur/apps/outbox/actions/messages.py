"""Writing one message to one person, in her language, over the channel she chose."""

import uuid
from functools import partial
from typing import Any

from django.db import models, transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox.models import Message
from gebuur.apps.outbox.queries import way_to
from gebuur.core import jobs


def send(
    person: Person,
    *,
    template: str,
    context: dict[str, Any],
    thing: models.Model | None = None,
    channel: str | None = None,
    to: str = "",
) -> Message:
    """Put a message in the outbox, inside the caller's transaction; it leaves after the commit.

    `template` names `<template>.txt` (first line: the subject, then the text) and, for text
    messages, `<template>.sms.txt`. Neither subject nor text message may say what the help is about.
    Who wants letters or calls gets the same words on the desk's list to print or to phone. `to` is a
    mail address outside the neighbourhood, of a service: then `person` is who writes to it.
    """
    way = Channel.MAIL if to else way_to(person, channel)
    subject, body = _write(person, way, template, context)
    message = Message.objects.create(
        neighbourhood_id=person.neighbourhood_id,
        person=person,
        channel=way,
        address=to or {Channel.MAIL: person.email, Channel.SMS: person.phone}.get(Channel(way), ""),
        template=template,
        language=person.language,
        subject=subject,
        body=body,
        thing_kind=thing._meta.label_lower if thing else "",
        thing=thing.pk if thing else None,
        state={
            Channel.LETTER: Message.State.TO_PRINT,
            Channel.PHONE: Message.State.TO_PHONE,
        }.get(Channel(way), Message.State.WAITING),
        next_try_at=timezone.now(),
    )
    transaction.on_commit(partial(jobs.wake))
    return message


def cancel_messages(thing: uuid.UUID) -> None:
    """Take back what has not left yet about a thing."""
    unsent = [Message.State.WAITING, Message.State.TO_PRINT, Message.State.TO_PHONE]
    Message.objects.filter(thing=thing, state__in=unsent).update(state=Message.State.CANCELLED)


def _write(person: Person, way: str, template: str, context: dict[str, Any]) -> tuple[str, str]:
    words = {**context, "person": person, "place": person.neighbourhood}
    with translation.override(person.language):
        if way == Channel.SMS:
            return "", " ".join(render_to_string(f"{template}.sms.txt", words).split())
        text = render_to_string(f"{template}.txt", words)
    subject, _newline, body = text.strip().partition("\n")
    return " ".join(subject.split()), body.strip() + "\n"
