"""Sending what waits.

A message is claimed by one conditional UPDATE and a lease, so that a killed worker loses nothing and
two workers never send the same message at the same time.
"""

import datetime as dt
import logging
import uuid
from email.errors import MessageError

from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.db.models import Q
from django.utils import timezone

from gebuur.apps.neighbourhood import permissions
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox.models import Message
from gebuur.core.gateways import GatewayDown, sms_gateway

LEASE = dt.timedelta(minutes=5)
BACK_OFF = [dt.timedelta(minutes=m) for m in (1, 5, 15, 60, 120, 240)]
GIVE_UP_AFTER = dt.timedelta(days=3)
AWAY = (OSError, GatewayDown)
NEVER_LEAVES = (ValueError, MessageError)
"""Of an address or a subject that no mail can carry. The others leave, and the desk hears of this one."""
log = logging.getLogger(__name__)


def deliver_due(*, now: dt.datetime, limit: int = 50) -> int:
    """Send what is due, oldest first, and tell how many left."""
    due = Message.objects.filter(_due(now)).order_by("next_try_at").values_list("pk", flat=True)
    return sum(_deliver(pk, now=now) for pk in list(due[:limit]))


def finish_message(message: Message, *, actor: Person) -> None:
    """Staff printed the letter or made the call."""
    if not permissions.works_with(actor, message.neighbourhood_id):
        raise PermissionDenied
    after = {
        Message.State.TO_PRINT: Message.State.PRINTED,
        Message.State.TO_PHONE: Message.State.PHONED,
    }
    for before, done in after.items():
        Message.objects.filter(pk=message.pk, state=before).update(
            state=done, done_at=timezone.now()
        )


def phone_instead(message: Message, *, actor: Person) -> None:
    """What could not be sent is said on the phone."""
    if not permissions.works_with(actor, message.neighbourhood_id):
        raise PermissionDenied
    Message.objects.filter(pk=message.pk, state=Message.State.FAILED).update(
        state=Message.State.TO_PHONE, channel=Channel.PHONE
    )


def _due(now: dt.datetime) -> Q:
    waiting = Q(state=Message.State.WAITING, next_try_at__lte=now)
    return waiting | Q(state=Message.State.SENDING, leased_until__lt=now)


def _deliver(pk: uuid.UUID, *, now: dt.datetime) -> bool:
    claimed = Message.objects.filter(_due(now), pk=pk).update(
        state=Message.State.SENDING, leased_until=now + LEASE
    )
    if not claimed:
        return False
    message = Message.objects.get(pk=pk)
    try:
        _hand_to_provider(message)
    except (*AWAY, *NEVER_LEAVES) as error:
        _try_later(message, problem=type(error).__name__, now=now)
        return False
    message.state, message.done_at, message.problem = Message.State.SENT, timezone.now(), ""
    message.body = ""
    message.save(update_fields=["state", "done_at", "problem", "body"])
    return True


def _hand_to_provider(message: Message) -> None:
    if message.channel == Channel.SMS:
        sms_gateway().send(message.address, message.body)
    else:
        headers = {"Message-ID": f"<{message.pk}@gebuur>", "Auto-Submitted": "auto-generated"}
        EmailMessage(message.subject, message.body, to=[message.address], headers=headers).send()


def _try_later(message: Message, *, problem: str, now: dt.datetime) -> None:
    """Wait longer after each failure; after three days it goes to the desk to phone or print."""
    log.warning("message %s: %s", message.pk, problem)
    message.tries += 1
    message.problem = problem
    message.state = Message.State.WAITING
    message.next_try_at = now + BACK_OFF[min(message.tries, len(BACK_OFF)) - 1]
    if now - message.created_at > GIVE_UP_AFTER:
        message.state = Message.State.FAILED
    message.save(update_fields=["tries", "problem", "state", "next_try_at"])
