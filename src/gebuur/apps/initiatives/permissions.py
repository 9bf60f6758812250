"""Whose seat somebody takes in a group, and what the seat allows.

There are three ways in: an account, a link of one's own (from a letter, a text message or a mail), and staff who
has a member on the phone. Staff then writes in that member's name, and the group reads who typed it.
"""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from gebuur.apps.accounts.permissions import has_second_factor
from gebuur.apps.initiatives.models import (
    Activity,
    Charge,
    GroupTask,
    Holding,
    Initiative,
    Member,
    Support,
)
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.neighbourhood.permissions import person_of, works_with
from gebuur.apps.outbox.models import AnswerLink
from gebuur.core.ids import as_uuid

SEATS = "initiative_seats"
ON_THE_PHONE = dt.timedelta(minutes=30)
P = ParamSpec("P")


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


class GroupRequest(HttpRequest):
    """A request about one initiative: of a member, of somebody beside the group, or of a passer-by."""

    initiative: Initiative
    place: Neighbourhood
    seat: Seat | None
    support: Support | None


class MemberRequest(GroupRequest):
    """A request of a member, or of staff with that member on the phone."""

    seat: Seat


def can_act(seat: Seat) -> bool:
    """A member of a group that goes on; staff may type for her while she works in this neighbourhood."""
    still = Member.objects.filter(
        pk=seat.member.pk, state=Member.State.MEMBER, initiative__state=Initiative.State.ACTIVE
    ).exists()
    typed = seat.typed_by is None or works_with(seat.typed_by, seat.initiative.neighbourhood_id)
    return still and typed


def can_speak(seat: Seat) -> bool:
    """Whether this member has a voice: one resident, one voice."""
    return can_act(seat) and seat.member.has_voice


def holds(member: Member, charge: Charge) -> bool:
    """Whether the group has trusted this member with a charge, and still does."""
    return Holding.objects.filter(member=member, charge=charge, until__isnull=True).exists()


def can_change_date(seat: Seat, activity: Activity) -> bool:
    """Who made a date, and whom the group trusts with its dates, may change it or call it off."""
    is_hers = activity.made_by_id == seat.member.pk or holds(seat.member, Charge.DATES)
    return activity.initiative_id == seat.initiative.pk and is_hers and can_act(seat)


def can_drop_task(seat: Seat, task: GroupTask) -> bool:
    """Who wrote it down, who took it, and who leads the group may say that it need not be done."""
    is_hers = seat.member.pk in (task.made_by_id, task.taken_by_id)
    return (is_hers or holds(seat.member, Charge.LEAD)) and can_act(seat)


def can_write_money(seat: Seat) -> bool:
    """Only whom the group trusts with its money writes in the book."""
    return holds(seat.member, Charge.MONEY) and can_act(seat)


def needed_voices(voices: int) -> int:
    """How many members must say the same before it counts: one of two, two of four, and three from six on."""
    return min(3, max(1, voices // 2))


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
    """Keep in this browser that its link opens this group."""
    _keep(request, initiative, {"link": str(link.pk)})


def take_phone_seat(request: HttpRequest, member: Member) -> None:
    """Write in the name of a member who is on the phone, for half an hour at most."""
    until = timezone.now() + ON_THE_PHONE
    _keep(request, member.initiative, {"member": str(member.pk), "until": until.isoformat()})


def leave_seat(request: HttpRequest, initiative: Initiative) -> None:
    """The call is over."""
    seats = request.session.get(SEATS, {})
    request.session[SEATS] = {key: kept for key, kept in seats.items() if key != str(initiative.pk)}


def support_of(person: Person | None, initiative: Initiative) -> Support | None:
    """The support this professional gives the group now."""
    if person is None:
        return None
    going = Support.objects.filter(initiative=initiative, state=Support.State.GOING)
    return going.select_related("supporter", "initiative").filter(supporter=person).first()


def group_page(
    view: Callable[Concatenate[GroupRequest, uuid.UUID, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]:
    """Open a page to the members of a group and to who supports it now; others see 404."""

    @wraps(view)
    def guarded(
        request: HttpRequest, pk: uuid.UUID, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        known = known_in_group(request, pk)
        if known.seat is None and known.support is None:
            raise Http404
        return view(known, pk, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]", guarded)


def member_page(
    view: Callable[Concatenate[MemberRequest, uuid.UUID, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]:
    """Open a page to the members of a group only."""

    @wraps(view)
    def guarded(
        request: HttpRequest, pk: uuid.UUID, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        known = known_in_group(request, pk)
        if known.seat is None:
            raise Http404
        return view(cast("MemberRequest", known), pk, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]", guarded)


def known_in_group(request: HttpRequest, pk: uuid.UUID) -> GroupRequest:
    """Hang the group, the seat and the support on the request; a missing group is 404."""
    found = Initiative.objects.select_related("neighbourhood__organisation", "street")
    initiative = found.filter(pk=pk).first()
    if initiative is None:
        raise Http404
    known = cast("GroupRequest", request)
    known.initiative, known.place = initiative, initiative.neighbourhood
    known.seat = seat_of(request, initiative)
    is_locked = not request.user.is_authenticated or not has_second_factor(request)
    known.support = None if is_locked else support_of(person_of(request), initiative)
    return known


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
