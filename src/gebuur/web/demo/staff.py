"""Who works here, and who works next door."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from gebuur.apps.neighbourhood.models import Channel, Membership, Neighbourhood, Person, Role
from gebuur.web.demo.people import make_account, make_somebody

AUTHORITY = "els@vlasbloem.example"
LOGINS = (
    ("an@vlasbloem.example", "An, buurtwerker (professional)"),
    ("nele@vlasbloem.example", "Nele, centrumleider (coordinator)"),
    ("hilde@vlasbloem.example", "Hilde, diensthoofd (head of service)"),
    ("joris@vlasbloem.example", "Joris, vrijwilliger (volunteer)"),
    ("rosa@vlasbloem.example", "Rosa, buur met een account (neighbour)"),
    (AUTHORITY, "Els, lokaal bestuur (local authority)"),
    ("bert@molen.example", "Bert, buurtwerker in De Molen (another neighbourhood)"),
)


@dataclass(frozen=True)
class Staff:
    """The professionals of De Vlasbloem."""

    professional: Person
    coordinator: Person


def make_staff(place: Neighbourhood, *, now: dt.datetime) -> Staff:
    """An, Nele and Hilde, who is their head of service, with their accounts and roles."""
    an = make_somebody(
        place, "An", "Verbeke", "Garenplein", "1", phone="+3290000000", channel=Channel.MAIL
    )
    nele = make_somebody(
        place, "Nele", "Aerts", "Garenplein", "1", phone="+3290000001", channel=Channel.MAIL
    )
    hilde = make_somebody(place, "Hilde", "Wouters", "Garenplein", "1", channel=Channel.MAIL)
    make_account(hilde, "hilde@vlasbloem.example")
    make_account(an, "an@vlasbloem.example")
    make_account(nele, "nele@vlasbloem.example", operator=True)
    since = timezone.localdate(now) - dt.timedelta(days=500)
    for person, role in (
        (an, Role.PROFESSIONAL),
        (nele, Role.COORDINATOR),
        (nele, Role.PROFESSIONAL),
        (hilde, Role.HEAD),
    ):
        Membership.objects.create(neighbourhood=place, person=person, role=role, since=since)
    return Staff(an, nele)
