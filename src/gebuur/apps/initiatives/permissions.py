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

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from gebuur.apps.accounts.permissions import has_second_factor
from gebuur.apps.initiatives.models import (
    Activity,
    Advice,
    Bridge,
    Charge,
    GroupTask,
    Holding,
    Initiative,
    Member,
    Support,
)
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role, Street
from gebuur.apps.neighbourhood.permissions import CHOSEN, person_of, roles_of, works_with
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


@dataclass(frozen=True)
class Speaker:
    """Who speaks for one side of a bridge: a member, the contact person of a street, or a professional."""

    person: Person
    seat: Seat | None = None
    typed_by: Person | None = None


class GroupRequest(HttpRequest):
    """A request about one initiative: of a member, of somebody beside the group, or of a passer-by."""

    initiative: Initiative
    place: Neighbourhood
    seat: Seat | None
    support: Support | None


class MemberRequest(GroupRequest):
    """A request of a member, or of staff with that member on the phone."""

    seat: Seat


class SupporterRequest(GroupRequest):
    """A request of the professional who stands beside the group."""

    support: Support


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


def can_look_back(seat: Seat) -> bool:
    """A member of a group that has closed; staff may type for her while she works in this neighbourhood."""
    still = Member.objects.filter(
        pk=seat.member.pk, state=Member.State.MEMBER, initiative__state=Initiative.State.CLOSED
    ).exists()
    typed = seat.typed_by is None or works_with(seat.typed_by, seat.initiative.neighbourhood_id)
    return still and typed


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


def can_ask_bridge(
    speaker: Speaker, *, from_group: Initiative | None, from_street: Street | None
) -> bool:
    """A member asks for her group; the contact of a street, or a professional, asks for a street."""
    if from_group is not None:
        seat = speaker.seat
        return seat is not None and seat.initiative.pk == from_group.pk and can_speak(seat)
    if from_street is None:
        return False
    is_staff_here = works_with(speaker.person, from_street.neighbourhood_id)
    return is_staff_here or is_contact_of(speaker.person, from_street)


def can_answer_bridge(speaker: Speaker, bridge: Bridge) -> bool:
    """Only the side whose turn it is answers: whom its group trusts to lead, or the contact of its street.

    A professional answers for the street she asked for, and never for the side that gives.
    """
    if bridge.waits_for == "giving":
        return _speaks_for(speaker, bridge.to_group, bridge.to_street)
    if bridge.waits_for == "asking":
        asked_it = bridge.is_by_professional and bridge.asked_by_id == speaker.person.pk
        return asked_it or _speaks_for(speaker, bridge.from_group, bridge.from_street)
    return False


def can_end_bridge(speaker: Speaker, bridge: Bridge) -> bool:
    """Either side ends what was agreed; who asked takes back what was not answered yet."""
    asks = _speaks_for(speaker, bridge.from_group, bridge.from_street) or (
        bridge.is_by_professional and bridge.asked_by_id == speaker.person.pk
    )
    if bridge.state == Bridge.State.AGREED:
        return asks or _speaks_for(speaker, bridge.to_group, bridge.to_street)
    return bridge.state in (Bridge.State.ASKED, Bridge.State.AMENDED) and asks


def is_contact_of(person: Person, street: Street) -> bool:
    """Whether somebody is the contact person of her own street."""
    return person.street_id == street.pk and Role.CONTACT in roles_of(person)


def _speaks_for(speaker: Speaker, group: Initiative | None, street: Street | None) -> bool:
    if speaker.typed_by is not None and not works_with(
        speaker.typed_by, speaker.person.neighbourhood_id
    ):
        return False
    if group is not None:
        seat = speaker.seat
        return seat is not None and seat.initiative.pk == group.pk and can_lead(seat)
    return street is not None and is_contact_of(speaker.person, street)


def voices_in(initiative: Initiative) -> QuerySet[Member]:
    """The members with a voice."""
    here = Member.objects.filter(initiative=initiative, state=Member.State.MEMBER)
    return here.filter(known_at__isnull=False)


def can_welcome(seat: Seat) -> bool:
    """Who has a voice decides who joins; while nobody has one, every member does."""
    return can_speak(seat) or (can_act(seat) and not voices_in(seat.initiative).exists())


def can_lead(seat: Seat) -> bool:
    """Who carries the lead; while nobody carries it, every voice does."""
    if holds(seat.member, Charge.LEAD):
        return can_act(seat)
    led = Holding.objects.filter(
        initiative=seat.initiative, charge=Charge.LEAD, until__isnull=True
    ).exists()
    return not led and can_welcome(seat)


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


def can_support(support: Support) -> bool:
    """Whether the supporter stands beside this group now: she works here, and neither side ended it."""
    going = Support.objects.filter(
        pk=support.pk, state=Support.State.GOING, initiative__state=Initiative.State.ACTIVE
    )
    return going.exists() and works_with(support.supporter, support.neighbourhood_id)


def can_answer_advice(person: Person, advice: Advice) -> bool:
    """Whom it was written to; when that was nobody in particular or she stepped back, all who work here."""
    if not works_with(person, advice.neighbourhood_id):
        return False
    to = advice.to_supporter
    return to is None or to.state != Support.State.GOING or to.supporter_id == person.pk


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


def supporter_page(
    view: Callable[Concatenate[SupporterRequest, uuid.UUID, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]:
    """Open a page to who stands beside the group only."""

    @wraps(view)
    def guarded(
        request: HttpRequest, pk: uuid.UUID, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        known = known_in_group(request, pk)
        if known.support is None:
            raise Http404
        return view(cast("SupporterRequest", known), pk, *args, **kwargs)

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
