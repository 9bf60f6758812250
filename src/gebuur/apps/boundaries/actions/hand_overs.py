"""A question goes to a service: with a yes, a deadline, and a word back.

The mail that leaves carries a link and a reference, never a name or a need: the service reads the
question on its own page. Withdrawing closes that page at once.
"""

import datetime as dt
import uuid

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries import queries
from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.chronicle.actions import record
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood import permissions
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.privacy.actions import give_consent, withdraw_consent
from gebuur.apps.privacy.models import Purpose
from gebuur.core.errors import RuleBroken

PURPOSE = "boundaries:reply"
TWO_WEEKS = dt.timedelta(days=14)
LINK_STAYS = dt.timedelta(days=30)


class NoConsent(RuleBroken):
    """Nothing goes to a service without the person's yes."""


class DeadlinePassed(RuleBroken):
    """A service cannot answer in the past."""


class AlreadyAnswered(RuleBroken):
    """The service said something else before."""


class HandOverOver(RuleBroken):
    """It was taken back, or it is done."""


@transaction.atomic
def hand_over(
    person: Person,
    *,
    actor: Person,
    service: str,
    what: str,
    answer_by: dt.date,
    consent_channel: str,
    now: dt.datetime,
    name: str = "",
    phone: str = "",
    email: str = "",
    neighbour_may: str = "",
    request: uuid.UUID | None = None,
    kind: str = HandOver.Kind.SERVICE,
) -> HandOver:
    """Hand a question over to a service, after the person said yes over `consent_channel`."""
    if not permissions.works_with(actor, person.neighbourhood_id):
        raise PermissionDenied
    if not consent_channel:
        raise NoConsent(
            _("Ask %(name)s first. Without a yes nothing goes to a service.")
            % {"name": person.first_name}
        )
    if answer_by <= timezone.localdate(now):
        raise DeadlinePassed(_("Choose a day after today. The service needs time to answer."))
    consent = give_consent(person, Purpose.HAND_OVER, channel=consent_channel, actor=actor)
    handed = HandOver.objects.create(
        neighbourhood=person.neighbourhood,
        kind=kind,
        person=person,
        request=request,
        what=what,
        to_service=service,
        to_name=name,
        to_phone=phone,
        to_email=email,
        consent=consent,
        neighbour_may=neighbour_may,
        answer_by=answer_by,
        handed_by=actor,
    )
    _write_down(handed, Verb.HANDED_OVER, "hand-over", ActorKind.PROFESSIONAL, actor=actor)
    if email:
        mail_service(handed, template="service_asked", writer=actor)
    return handed


def new_link(handed: HandOver) -> outbox.Secret:
    """A page for the service, open until well after the deadline."""
    end = dt.datetime.combine(handed.answer_by, dt.time(23, 59), timezone.get_current_timezone())
    ends_at = max(end, timezone.now()) + LINK_STAYS
    return outbox.make_link(handed.person, PURPOSE, handed, expires_at=ends_at)


def mail_service(handed: HandOver, *, template: str, writer: Person) -> None:
    """Write to the service; the mail holds a link and a reference, nothing about the person."""
    link = None if template == "service_withdrawn" else new_link(handed)
    outbox.send(
        writer,
        template=f"boundaries/messages/{template}",
        context={
            "hand_over": handed,
            "link": link.address if link else "",
            "reference": queries.reference_of(handed),
        },
        thing=handed,
        to=handed.to_email,
    )


@transaction.atomic
def mail_again(handed: HandOver, *, actor: Person) -> None:
    """Send the service its link once more."""
    check_sending(handed, actor)
    if not handed.to_email:
        raise HandOverOver(
            _("We have no e-mail address of this service. Phone, or print the letter.")
        )
    mail_service(handed, template="service_asked", writer=actor)


def check_sending(handed: HandOver, actor: Person) -> None:
    """May this go to the service now?"""
    if not permissions.works_with(actor, handed.neighbourhood_id):
        raise PermissionDenied
    if handed.consent.withdrawn_at is not None:
        raise NoConsent(
            _("%(name)s took the yes back. Ask again before you hand something over.")
            % {"name": handed.person.first_name}
        )
    if handed.state not in queries.WAITING:
        raise HandOverOver(_("This hand-over is over. Start a new one if there is a new question."))


@transaction.atomic
def accept_hand_over(handed: HandOver, *, accepted_by: str, actor: Person | None) -> HandOver:
    """The service takes it on: by its own page (no actor), or on the phone with a professional."""
    _check_noting(handed, actor)
    asked = HandOver.objects.filter(pk=handed.pk, state=HandOver.State.ASKED)
    if not asked.update(
        state=HandOver.State.ACCEPTED, accepted_at=timezone.now(), accepted_by=accepted_by
    ):
        raise AlreadyAnswered(_("This was answered already. Read what was said."))
    _write_down(handed, Verb.DECIDED, "hand-over-accepted", ActorKind.SERVICE, actor=None)
    handed.refresh_from_db()
    return handed


@transaction.atomic
def answer_hand_over(
    handed: HandOver, *, message: str, answered_by: str, actor: Person | None
) -> HandOver:
    """The service sends a word back; the desk phones the person about it."""
    _check_noting(handed, actor)
    now = timezone.now()
    waiting = HandOver.objects.filter(pk=handed.pk, state__in=queries.WAITING)
    if not waiting.update(
        state=HandOver.State.ANSWERED,
        answered_at=now,
        accepted_by=answered_by or handed.accepted_by,
        accepted_at=handed.accepted_at or now,
    ):
        raise AlreadyAnswered(_("This was answered already. Read what was said."))
    handed.message_back = message
    handed.save(update_fields=["message_back"])
    _write_down(handed, Verb.DID, "hand-over-answered", ActorKind.SERVICE, actor=None)
    outbox.cancel_messages(handed.pk)
    outbox.add_call(
        handed.neighbourhood,
        actor=None,
        person=handed.person,
        phone=handed.person.phone,
        about=_("A service answered. Tell what it says: see the hand-overs."),
        call_at=now,
    )
    handed.refresh_from_db()
    return handed


@transaction.atomic
def withdraw_hand_over(handed: HandOver, *, actor: Person) -> HandOver:
    """The person takes her question back; `actor` is she herself or who heard it."""
    if actor.pk != handed.person_id and not permissions.works_with(actor, handed.neighbourhood_id):
        raise PermissionDenied
    waiting = HandOver.objects.filter(pk=handed.pk, state__in=queries.WAITING)
    if not waiting.update(state=HandOver.State.WITHDRAWN):
        raise HandOverOver(_("This hand-over is over. There is nothing to take back."))
    withdraw_consent(handed.consent, actor=actor)
    outbox.end_links(handed.pk)
    outbox.cancel_messages(handed.pk)
    if handed.to_email:
        mail_service(handed, template="service_withdrawn", writer=handed.handed_by or actor)
    _write_down(
        handed, Verb.DECIDED, "hand-over-withdrawn", ActorKind.NEIGHBOUR, actor=handed.person
    )
    handed.refresh_from_db()
    return handed


def _check_noting(handed: HandOver, actor: Person | None) -> None:
    if actor is not None and not permissions.works_with(actor, handed.neighbourhood_id):
        raise PermissionDenied


def _write_down(
    handed: HandOver, verb: Verb, act: str, kind: ActorKind, *, actor: Person | None
) -> None:
    record(
        verb,
        handed,
        act=act,
        actor=actor,
        neighbourhood=handed.neighbourhood,
        actor_kind=kind,
        street=handed.person.street_id,
    )
