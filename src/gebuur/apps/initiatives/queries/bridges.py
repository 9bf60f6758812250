"""Who can speak for a side, and which bridges somebody may read."""

import uuid
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from gebuur.apps.initiatives.models import Bridge, Charge, Holding, Initiative, Member
from gebuur.apps.neighbourhood.models import Membership, Neighbourhood, Person, Role, Street
from gebuur.apps.neighbourhood.permissions import roles_of
from gebuur.core.errors import NotForYou

PARTS = ("from_group__street", "to_group__street", "from_street", "to_street", "activity")


@dataclass(frozen=True)
class Ends:
    """Whom a bridge can be asked from: groups that show themselves, and streets with a contact person."""

    groups: list[Initiative]
    streets: list[Street]


def who_speaks(
    group: Initiative | None, street: Street | None
) -> list[tuple[Person, Initiative | None]]:
    """The people who answer for a side: whom the group trusts to lead, or the contacts of the street."""
    if group is not None:
        leads = Holding.objects.filter(
            initiative=group,
            charge=Charge.LEAD,
            until__isnull=True,
            member__state=Member.State.MEMBER,
        ).select_related("member__person__neighbourhood")
        return [(one.member.person, group) for one in leads.order_by("pk")]
    held = Membership.objects.held_on(timezone.localdate()).filter(
        role=Role.CONTACT, person__street=street, person__left_at__isnull=True
    )
    people = held.select_related("person__neighbourhood").order_by("pk")
    return [(one.person, None) for one in people] if street else []


def list_ends(place: Neighbourhood, *, without: Initiative | None = None) -> Ends:
    """Whom one can ask."""
    groups = Initiative.objects.filter(
        neighbourhood=place, is_hidden=False, state=Initiative.State.ACTIVE
    ).exclude(pk__in=[without.pk] if without else [])
    contacts = Membership.objects.held_on(timezone.localdate()).filter(
        neighbourhood=place, role=Role.CONTACT, person__left_at__isnull=True
    )
    streets = Street.objects.filter(
        neighbourhood=place, merged_into__isnull=True, pk__in=contacts.values("person__street")
    )
    return Ends(list(groups.order_by("title", "pk")), list(streets.order_by("name")))


def list_bridges_of(initiative: Initiative) -> QuerySet[Bridge]:
    """Bridges a group asked for or was asked for, the newest first."""
    own = Q(from_group=initiative) | Q(to_group=initiative)
    return Bridge.objects.filter(own).select_related(*PARTS).order_by("-asked_at", "pk")


def list_bridges_in(place: Neighbourhood) -> QuerySet[Bridge]:
    """Bridges of a neighbourhood for staff: hidden groups stay out."""
    shown = Bridge.objects.filter(neighbourhood=place).exclude(
        Q(from_group__is_hidden=True) | Q(to_group__is_hidden=True)
    )
    return shown.select_related(*PARTS, "asked_by").order_by("-asked_at", "pk")


def get_bridge_of(initiative: Initiative, pk: uuid.UUID) -> Bridge:
    """One bridge of this group."""
    found = list_bridges_of(initiative).select_related("neighbourhood").filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def get_bridge_for(staff: Person, pk: uuid.UUID) -> Bridge:
    """One bridge of the staff member's neighbourhood."""
    shown = list_bridges_in(staff.neighbourhood).select_related("neighbourhood")
    found = shown.filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def get_bridge_by_link(person: Person, pk: uuid.UUID) -> Bridge:
    """The bridge behind the link of a contact person, as long as she speaks for one of its streets."""
    known = Bridge.objects.filter(neighbourhood=person.neighbourhood_id, pk=pk)
    found = known.select_related(*PARTS, "neighbourhood").first()
    ends = {found.from_street_id, found.to_street_id} if found else set()
    if found is None or person.street_id not in ends or Role.CONTACT not in roles_of(person):
        raise NotForYou
    return found
