"""Referring a person to neighbour mediation: a hand-over of its own kind, apart from help and from tensions.

Two neighbours at odds are referred each apart, each with her own yes; nothing ties the two referrals.
"""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries import queries
from gebuur.apps.boundaries.actions.hand_overs import LINK_STAYS, hand_over
from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.queries import way_to
from gebuur.core.errors import RuleBroken

PURPOSE = "boundaries:mediation-mine"


class NotForMediation(RuleBroken):
    """A crime and a case in court are not for volunteers around a table."""


@transaction.atomic
def refer_to_mediation(
    person: Person,
    *,
    actor: Person,
    service: str,
    what: str,
    answer_by: dt.date,
    consent_channel: str,
    now: dt.datetime,
    hindrance: str = "",
    name: str = "",
    phone: str = "",
    email: str = "",
) -> HandOver:
    """Hand the person's question over to the mediators, and send her what it is and how to take it back.

    `hindrance` is "crime" or "court" when one of these goes on; it is kept nowhere.
    """
    if hindrance == "crime":
        raise NotForMediation(
            _("Mediation is not for violence or crime. Look together at the numbers to call.")
        )
    if hindrance == "court":
        raise NotForMediation(
            _("A judge is looking at it already. Mediation does not go together with that.")
        )
    handed = hand_over(
        person,
        actor=actor,
        service=service,
        what=what,
        answer_by=answer_by,
        consent_channel=consent_channel,
        now=now,
        name=name,
        phone=phone,
        email=email,
        kind=HandOver.Kind.MEDIATION,
    )
    _explain(handed, now=now)
    return handed


def _explain(handed: HandOver, *, now: dt.datetime) -> None:
    """The page of the person herself. Who would be phoned gets a letter: she just was on the phone."""
    person = handed.person
    end = dt.datetime.combine(handed.answer_by, dt.time(23, 59), timezone.get_current_timezone())
    link = outbox.make_link(person, PURPOSE, handed, expires_at=max(end, now) + LINK_STAYS)
    on_paper = way_to(person) == Channel.PHONE and person.street_id
    outbox.send(
        person,
        template=queries.TO_THE_PERSON,
        context={"link": link},
        thing=handed,
        channel=Channel.LETTER if on_paper else None,
    )
