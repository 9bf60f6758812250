"""Who speaks for a side of a bridge. Nobody speaks for the side that gives but its own people."""

from dataclasses import dataclass

from gebuur.apps.initiatives.models import (
    Bridge,
    Initiative,
)
from gebuur.apps.initiatives.permissions.acts import can_lead, can_speak
from gebuur.apps.initiatives.permissions.seats import Seat
from gebuur.apps.neighbourhood.models import Person, Role, Street
from gebuur.apps.neighbourhood.permissions import roles_of, works_with


@dataclass(frozen=True)
class Speaker:
    """Who speaks for one side of a bridge: a member, the contact person of a street, or a professional."""

    person: Person
    seat: Seat | None = None
    typed_by: Person | None = None


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

    A professional answers for the street she asked for, and never for the side that gives: also not by typing,
    with a member on the phone, what that member says to her own question. A colleague can.
    """
    if bridge.waits_for == "giving":
        typed_by = speaker.seat.typed_by if speaker.seat else None
        is_own = typed_by is not None and typed_by.pk == bridge.asked_by_id
        return not is_own and _speaks_for(speaker, bridge.to_group, bridge.to_street)
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
