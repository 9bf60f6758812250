"""What a seat in a group allows."""

from django.db.models import QuerySet

from gebuur.apps.initiatives.models import (
    Activity,
    Advice,
    Charge,
    GroupTask,
    Holding,
    Initiative,
    Member,
    Support,
)
from gebuur.apps.initiatives.permissions.seats import Seat
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with


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
