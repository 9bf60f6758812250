"""Whose seat somebody takes in a group, and what the seat allows.

There are three ways in: an account, a link of one's own (from a letter, a text message or a mail), and staff who
has a member on the phone. Staff then writes in that member's name, and the group reads who typed it.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from gebuur.apps.accounts.permissions import has_second_factor
from gebuur.apps.initiatives.models import (
    Initiative,
    Member,
    Support,
)
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import CHOSEN, person_of, works_with
from gebuur.apps.outbox.models import AnswerLink
from gebuur.core.ids import as_uuid

SEATS = "initiative_seats"


ON_THE_PHONE = dt.timedelta(minutes=30)


@dataclass(frozen=True)
class Seat:
    """The member whose act it is, and who typed it when that was somebody else."""

    member: Member
    typed_by: Person | None = None

    @property
    def initiative(self) -> Initiative:
        return self.member.initiative

    @property
    def person(self) -> Person:
        return self.member.person


def seat_of(request: HttpRequest, initiative: Initiative) -> Seat | None:
    """The seat of this browser in a group: staff on the phone first, then one's own account, then a link."""
    members = Member.objects.select_related("person__neighbourhood", "initiative__neighbourhood")
    here = members.filter(initiative=initiative, state=Member.State.MEMBER)
    kept = request.session.get(SEATS, {}).get(str(initiative.pk), {})
    me = person_of(request)
    if kept.get("until") and _is_on_the_phone(request, me, kept["until"], initiative):
        member = here.filter(pk__in=[as_uuid(kept.get("member", ""))]).first()
        return Seat(member, typed_by=me) if member else None
    own = here.filter(person=me).first() if me else None
    if own is None and kept.get("link"):
        own = here.filter(person__in=_behind(as_uuid(kept["link"]), initiative)).first()
    return Seat(own) if own else None


def take_seat(request: HttpRequest, initiative: Initiative, link: AnswerLink) -> None:
    """Keep in this browser that its link opens this group, and of which neighbourhood it is."""
    _keep(request, initiative, {"link": str(link.pk)})
    if person_of(request) is None:
        request.session[CHOSEN] = str(initiative.neighbourhood_id)


def take_phone_seat(request: HttpRequest, member: Member) -> None:
    """Write in the name of a member who is on the phone, for half an hour at most."""
    until = timezone.now() + ON_THE_PHONE
    _keep(request, member.initiative, {"member": str(member.pk), "until": until.isoformat()})


def leave_seat(request: HttpRequest, initiative: Initiative) -> None:
    """The call is over."""
    seats = request.session.get(SEATS, {})
    request.session[SEATS] = {key: kept for key, kept in seats.items() if key != str(initiative.pk)}


def support_of(person: Person | None, initiative: Initiative) -> Support | None:
    """The support this professional gives the group now, as long as she works here."""
    if person is None or not works_with(person, initiative.neighbourhood_id):
        return None
    going = Support.objects.filter(initiative=initiative, state=Support.State.GOING)
    return going.select_related("supporter", "initiative").filter(supporter=person).first()


def _is_on_the_phone(
    request: HttpRequest, me: Person | None, until: str, initiative: Initiative
) -> bool:
    moment = parse_datetime(until)
    is_staff_here = works_with(me, initiative.neighbourhood_id) and has_second_factor(request)
    return moment is not None and moment > timezone.now() and is_staff_here


def _behind(link: uuid.UUID | None, initiative: Initiative) -> list[uuid.UUID]:
    """The person whose living link opens this group."""
    living = AnswerLink.objects.filter(
        pk__in=[link],
        purpose="initiatives:door",
        thing=initiative.pk,
        expires_at__gt=timezone.now(),
        ended_at__isnull=True,
    )
    return list(living.values_list("person_id", flat=True))


def _keep(request: HttpRequest, initiative: Initiative, seat: dict[str, str]) -> None:
    request.session[SEATS] = request.session.get(SEATS, {}) | {str(initiative.pk): seat}
