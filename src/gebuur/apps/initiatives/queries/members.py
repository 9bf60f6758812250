"""Who is in a group, what was said about her, and what waits for somebody."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet

from gebuur.apps.initiatives.models import Charge, HandingOver, Holding, Initiative, Member, Trust
from gebuur.apps.initiatives.permissions import Seat, can_welcome, needed_voices, voices_in
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.core.errors import NotForYou

State = Member.State


def list_members(initiative: Initiative) -> QuerySet[Member]:
    """The members by first name, each with the charges she carries now in `carries`."""
    carried = Holding.objects.filter(until__isnull=True).order_by("charge")
    members = Member.objects.filter(initiative=initiative, state=State.MEMBER)
    return (
        members.select_related("person", "typed_by")
        .prefetch_related(Prefetch("holdings", queryset=carried, to_attr="carries"))
        .order_by("person__first_name", "joined_at", "pk")
    )


def list_asking(initiative: Initiative) -> QuerySet[Member]:
    """Who asks to join, the longest waiting first."""
    asking = Member.objects.filter(initiative=initiative, state=State.ASKED)
    return asking.select_related("person", "typed_by").order_by("asked_at", "pk")


def get_member_for(seat: Seat, pk: uuid.UUID) -> Member:
    """A member of one's own group, or somebody who asks to join it."""
    inside = Member.objects.filter(
        initiative=seat.initiative, state__in=[State.MEMBER, State.ASKED]
    )
    found = inside.select_related("person__neighbourhood", "initiative", "typed_by")
    member = found.filter(pk=pk).first()
    if member is None:
        raise NotForYou
    return member


@dataclass(frozen=True)
class Word:
    """A word that a member can say about another: what she said, who said it, how many are needed."""

    what: str
    mine: bool | None
    by: list[str]
    needed: int
    holding: Holding | None = None


@dataclass(frozen=True)
class About:
    """Everything about one member that others in the group may read."""

    words: list[Word] = field(default_factory=list)
    lives_here: Word | None = None
    welcome: Word | None = None


def about(member: Member, seat: Seat) -> About:
    """What was said about a member, and what this seat said herself."""
    said = list(
        Trust.objects.filter(about=member).select_related("by__person").order_by("given_at", "pk")
    )
    needed = needed_voices(voices_in(member.initiative).count())
    if member.state == State.ASKED:
        return About(welcome=_word(Trust.What.WELCOME, said, seat, needed))
    held = {
        one.charge: one
        for one in Holding.objects.filter(member=member, until__isnull=True).order_by("since")
    }
    return About(
        words=[_word(charge, said, seat, needed, held.get(charge)) for charge in Charge],
        lives_here=_word(Trust.What.RESIDENT, said, seat, needed),
    )


def _word(
    what: str, said: Iterable[Trust], seat: Seat, needed: int, holding: Holding | None = None
) -> Word:
    same = [one for one in said if one.what == what]
    own = [one.withdrawn_at is None for one in same if one.by_id == seat.member.pk]
    yes = [one.by.name for one in same if one.withdrawn_at is None]
    return Word(what, own[-1] if own else None, yes, needed, holding)


@dataclass(frozen=True)
class Waits:
    """What waits for an answer in a group, for the one who looks."""

    asking: list[Member]
    offered: list[HandingOver]
    no_lead: bool
    mine_without_voice: bool

    def __bool__(self) -> bool:
        return bool(self.asking or self.offered or self.no_lead or self.mine_without_voice)


def what_waits(seat: Seat) -> Waits:
    """Who asks to join and was not answered by her yet, charges offered to her, and what nobody carries."""
    answered = Trust.objects.filter(by=seat.member, what=Trust.What.WELCOME)
    asking = list_asking(seat.initiative).exclude(pk__in=answered.values("about"))
    offered = HandingOver.objects.filter(taker=seat.member, state=HandingOver.State.OFFERED)
    led = Holding.objects.filter(initiative=seat.initiative, charge=Charge.LEAD, until__isnull=True)
    return Waits(
        asking=list(asking) if can_welcome(seat) else [],
        offered=list(offered.select_related("giver__person").order_by("offered_at")),
        no_lead=not led.exists(),
        mine_without_voice=not seat.member.has_voice,
    )


def list_charges(initiative: Initiative) -> list[tuple[str, list[Holding]]]:
    """Every charge with who carries it, and since when."""
    held = Holding.objects.filter(initiative=initiative, until__isnull=True)
    rows = list(held.select_related("member__person").order_by("since", "pk"))
    return [(charge, [one for one in rows if one.charge == charge]) for charge in Charge]


def list_past_charges(initiative: Initiative) -> QuerySet[Holding]:
    """Who carried what before, the latest first."""
    past = Holding.objects.filter(initiative=initiative, until__isnull=False)
    return past.select_related("member__person").order_by("-until", "pk")


def list_offered_by(seat: Seat) -> QuerySet[HandingOver]:
    """Charges she offered and that wait for an answer."""
    offered = HandingOver.objects.filter(giver=seat.member, state=HandingOver.State.OFFERED)
    return offered.select_related("taker__person").order_by("offered_at")


def get_offered_for(seat: Seat, pk: uuid.UUID) -> HandingOver:
    """A charge that was offered by her or to her."""
    offered = HandingOver.objects.select_related("giver__person", "giver__initiative", "taker")
    found = offered.filter(pk=pk, initiative=seat.initiative).first()
    if found is None or seat.member.pk not in (found.giver_id, found.taker_id):
        raise NotForYou
    return found


def list_memberships(person: Person) -> QuerySet[Member]:
    """The groups of the person the desk has in front of her, or on the phone."""
    inside = Member.objects.filter(
        person=person, state=State.MEMBER, initiative__state=Initiative.State.ACTIVE
    )
    return inside.select_related("initiative").order_by("initiative__title", "pk")


def get_membership_for(staff: Person, pk: uuid.UUID) -> Member:
    """A living membership in a group of the staff member's neighbourhood."""
    inside = Member.objects.filter(
        pk=pk,
        neighbourhood=staff.neighbourhood_id,
        state=State.MEMBER,
        initiative__state=Initiative.State.ACTIVE,
    )
    found = inside.select_related("person__neighbourhood", "initiative__neighbourhood").first()
    if found is None:
        raise NotForYou
    return found


def list_to_get_to_know(place: Neighbourhood) -> list[Person]:
    """Neighbours in any group who have no voice yet; which group is not told."""
    without = Member.objects.filter(
        neighbourhood=place,
        state=State.MEMBER,
        known_at__isnull=True,
        initiative__state=Initiative.State.ACTIVE,
    )
    people = Person.objects.filter(pk__in=without.values("person"), left_at__isnull=True)
    return list(people.select_related("street").defer("desk_note").order_by("created_at", "pk"))


def waits_to_be_known(person: Person) -> bool:
    """Whether the desk has still to say that this neighbour lives here."""
    own = Member.objects.filter(person=person, state__in=[State.MEMBER, State.ASKED])
    return own.filter(known_at__isnull=True).exists()
