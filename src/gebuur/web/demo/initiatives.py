"""Groups of neighbours in the demo: a lively street, a young garden, soup that sleeps, and a choir."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import (
    Charge,
    HandingOver,
    Holding,
    Initiative,
    Member,
    Trust,
)
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Membership, Neighbourhood, Person, Street

MOLENSTRAAT, GARDEN, SOUP, CHOIR = (
    "Molenstraat helpt",
    "Samen tuin",
    "Soep op zondag",
    "Het buurtkoor",
)


@dataclass(frozen=True)
class Groups:
    """The four groups; the first member of each began it."""

    molenstraat: Initiative
    garden: Initiative
    soup: Initiative
    choir: Initiative


def begin_groups(place: Neighbourhood, an: Person, *, now: dt.datetime) -> Groups:
    """Four groups with members out of the neighbourhood; nobody is written to, it all lies behind us."""
    crowd = _Crowd(place, an, now)
    rosa = Person.objects.get(neighbourhood=place, user__email="rosa@vlasbloem.example")
    joris = Person.objects.get(neighbourhood=place, user__email="joris@vlasbloem.example")
    return Groups(
        molenstraat=_molenstraat(crowd, rosa),
        garden=_garden(crowd, joris),
        soup=_soup(crowd),
        choir=_choir(crowd, rosa),
    )


class _Crowd:
    """Who can still be asked: neighbours without a role, those of the street first."""

    def __init__(self, place: Neighbourhood, an: Person, now: dt.datetime) -> None:
        self.place, self.an, self.now = place, an, now
        roles = Membership.objects.filter(neighbourhood=place).values("person")
        free = Person.objects.filter(neighbourhood=place, user__isnull=True, left_at__isnull=True)
        order = ("street__name", "house_number", "phone", "pk")
        self.free = list(
            free.exclude(pk__in=roles).exclude(first_name="Godelieve").order_by(*order)
        )

    def take(self, street: str, number: int, *, far: int = 0) -> list[Person]:
        """So many neighbours with different first names: all but `far` of one street, when it has as many."""
        here = [one for one in self.free if one.street and one.street.name == street]
        there = [one for one in self.free if one not in here]
        taken: list[Person] = []
        for rows, most in ((here, number - far), (there[:: max(1, len(there) // 40)], number)):
            taken += list(_unlike(rows, taken))[: most - len(taken)]
        self.free = [one for one in self.free if one not in taken]
        return taken

    def begin(
        self, title: str, founder: Person, *, weeks: int, aim: str, meets: str, street: str = ""
    ) -> Initiative:
        found = Street.objects.filter(neighbourhood=self.place, name=street)
        begun = actions.begin_initiative(
            self.place,
            actor=founder,
            title=title,
            aim=aim,
            street=found.first(),
            now=self.now - dt.timedelta(weeks=weeks),
            meets=meets,
        )
        begun.members.update(known_at=begun.began_at)
        return begun

    def join(
        self,
        group: Initiative,
        person: Person,
        *,
        days: int,
        known: bool = True,
        vouched: bool = False,
    ) -> Member:
        """A member who was welcomed so many days ago, by who began it."""
        then = self.now - dt.timedelta(days=days)
        first = group.members.earliest("joined_at")
        member = Member.objects.create(
            neighbourhood=self.place,
            initiative=group,
            person=person,
            state=Member.State.MEMBER,
            asked_at=then - dt.timedelta(days=1),
            joined_at=then,
            known_at=then if known or vouched else None,
            is_vouched=vouched,
        )
        self.say(member, Trust.What.WELCOME, [first], days=days)
        actions.sign(Seat(first), Verb.DECIDED, act="welcome", now=then)
        return member

    def say(self, about: Member, what: str, voices: list[Member], *, days: int) -> None:
        """Words of members about another one."""
        Trust.objects.bulk_create(
            Trust(
                neighbourhood=self.place,
                about=about,
                by=by,
                what=what,
                given_at=self.now - dt.timedelta(days=days),
            )
            for by in voices
        )

    def carry(self, member: Member, charge: Charge, how: str, *, days: int) -> None:
        """A charge that somebody got so many days ago."""
        Holding.objects.create(
            neighbourhood=self.place,
            initiative=member.initiative,
            member=member,
            charge=charge,
            how=how,
            since=self.now - dt.timedelta(days=days),
        )

    def ask(
        self, group: Initiative, person: Person, words: str, *, typed_by: Person | None
    ) -> None:
        """Somebody who asked to join two days ago and waits for an answer."""
        Member.objects.create(
            neighbourhood=self.place,
            initiative=group,
            person=person,
            words=words,
            typed_by=typed_by,
            asked_at=self.now - dt.timedelta(days=2),
        )


def _unlike(people: list[Person], taken: list[Person]) -> Iterator[Person]:
    seen = {one.first_name for one in taken}
    for one in people:
        if one.first_name not in seen:
            seen.add(one.first_name)
            yield one


def _molenstraat(crowd: _Crowd, rosa: Person) -> Initiative:
    """Ten weeks, fourteen neighbours, the charges shared, the money handed over, and two who ask to join."""
    people = crowd.take("Molenstraat", 15, far=2)
    group = crowd.begin(
        MOLENSTRAAT,
        people[0],
        weeks=10,
        street="Molenstraat",
        aim="We doen boodschappen voor elkaar en rijden samen naar de dokter. Wie iets kan, doet iets.",
        meets="Elke eerste dinsdag om 19 uur in de zaal van de school.",
    )
    days = (68, 66, 61, 60, 54, 49, 47, 40, 33, 26, 19, 12)
    members = [
        crowd.join(group, person, days=day, known=day > 15)
        for person, day in zip(people[1:13], days, strict=False)
    ]
    own = crowd.join(group, rosa, days=58)
    first, second, third = group.members.earliest("joined_at"), members[0], members[1]
    crowd.say(own, Charge.DATES, [first, second, third], days=45)
    crowd.carry(own, Charge.DATES, Holding.How.TRUSTED, days=45)
    crowd.say(second, Charge.LEAD, [first, third, own], days=50)
    crowd.carry(second, Charge.LEAD, Holding.How.TRUSTED, days=50)
    _hand_over(crowd, first, third, Charge.MONEY, days=30)
    HandingOver.objects.create(
        neighbourhood=crowd.place,
        initiative=group,
        giver=second,
        taker=own,
        charge=Charge.LEAD,
        words="Ik word in de lente oma. Wil jij het van mij overnemen?",
        due_on=(crowd.now + dt.timedelta(days=9)).date(),
        offered_at=crowd.now - dt.timedelta(days=3),
    )
    crowd.ask(group, people[13], "Ik kan goed koken en ben overdag thuis.", typed_by=None)
    crowd.ask(group, people[14], "", typed_by=crowd.an)
    actions.sign(Seat(third), Verb.DID, act="looked-back", now=crowd.now - dt.timedelta(days=1))
    return group


def _hand_over(crowd: _Crowd, giver: Member, taker: Member, charge: Charge, *, days: int) -> None:
    then = crowd.now - dt.timedelta(days=days)
    Holding.objects.filter(member=giver, charge=charge).update(until=then)
    crowd.carry(taker, charge, Holding.How.HANDED_OVER, days=days)
    HandingOver.objects.create(
        neighbourhood=crowd.place,
        initiative=giver.initiative,
        giver=giver,
        taker=taker,
        charge=charge,
        words="Jij kan beter rekenen dan ik.",
        state=HandingOver.State.TAKEN,
        offered_at=then - dt.timedelta(days=4),
        answered_at=then,
    )
    actions.sign(Seat(giver), Verb.HANDED_OVER, act="charge", now=then)


def _garden(crowd: _Crowd, joris: Person) -> Initiative:
    """Three weeks young: the lead is shared, and two have no voice yet."""
    people = crowd.take("Weverstraat", 7, far=1)
    group = crowd.begin(
        GARDEN,
        people[0],
        weeks=3,
        street="Weverstraat",
        aim="Een moestuin achter de Weverstraat, voor wie graag met de handen in de grond zit.",
        meets="Zaterdagvoormiddag, aan het hek.",
    )
    members = [
        crowd.join(group, person, days=day, known=day > 10)
        for person, day in zip(people[1:6], (19, 18, 12, 9, 4), strict=False)
    ]
    crowd.join(group, joris, days=16)
    crowd.say(members[3], Trust.What.RESIDENT, [members[0]], days=2)
    crowd.say(members[0], Charge.LEAD, [members[1]], days=8)
    crowd.ask(group, people[6], "Ik heb een kruiwagen.", typed_by=None)
    return group


def _soup(crowd: _Crowd) -> Initiative:
    """Nothing was heard for nine weeks."""
    people = crowd.take("Garenplein", 6)
    group = crowd.begin(
        SOUP,
        people[0],
        weeks=24,
        street="Garenplein",
        aim="Samen soep eten op zondag. Iedereen brengt een groente mee.",
        meets="Zondag om 12 uur op het Garenplein.",
    )
    for person, day in zip(people[1:], (160, 150, 120, 90, 63), strict=False):
        crowd.join(group, person, days=day)
    return group


def _choir(crowd: _Crowd, rosa: Person) -> Initiative:
    """A year of singing, for the whole neighbourhood."""
    people = crowd.take("Linnenstraat", 8, far=5)
    group = crowd.begin(
        CHOIR,
        people[0],
        weeks=52,
        aim="Zingen wie zingen wil. Noten lezen hoeft niet.",
        meets="Donderdag om 20 uur in de turnzaal.",
    )
    for person, day in zip(
        [rosa, *people[1:]], (340, 330, 300, 260, 200, 120, 60, 20), strict=False
    ):
        crowd.join(group, person, days=day)
    return group
