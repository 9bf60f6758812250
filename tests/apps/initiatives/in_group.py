"""A group of neighbours that decides, writes and ends: the same people in every test of it."""

import datetime as dt

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Decision, Initiative, Member
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.outbox import actions as outbox
from tests import cast


class Group:
    """Rosa began it; Godelieve (letters), Joris and Emine (mail) are in it, Luc is not known yet."""

    def __init__(self, size: int = 4) -> None:
        self.place: Neighbourhood = cast.make_place()
        self.rosa: Person = cast.make_person(self.place, "Rosa")
        cast.make_user(self.rosa, "rosa@example.be")
        self.group: Initiative = cast.make_group(self.rosa)
        Member.objects.filter(initiative=self.group).update(known_at=timezone.now())
        names = ("Godelieve", "Joris", "Emine")[: size - 1]
        self.people = [self.rosa, *(self._person(name) for name in names)]
        for person in self.people[1:]:
            cast.join_group(self.group, person)

    def _person(self, name: str) -> Person:
        if name == "Godelieve":
            return cast.make_person(self.place, name, channel=Channel.LETTER)
        mail = f"{name.lower()}@example.be"
        return cast.make_person(self.place, name, email=mail, channel=Channel.MAIL)

    def seat(self, name: str) -> Seat:
        """The seat of a member, read anew."""
        rows = Member.objects.select_related("person__neighbourhood", "initiative__neighbourhood")
        return Seat(rows.get(initiative=self.group, person__first_name=name))

    def browser(self, name: str) -> Client:
        """A browser that came in by the link of a member."""
        member = self.seat(name).member
        end = timezone.now() + dt.timedelta(days=3)
        link = outbox.make_link(member.person, "initiatives:door", self.group, expires_at=end)
        client = Client()
        client.get("/l/group/" + link.address.split("/")[-2] + "/")
        return client

    def page(self, name: str, **arguments: object) -> str:
        return reverse(f"initiatives:{name}", kwargs={"pk": self.group.pk, **arguments})

    def ask(self, *, kind: str = "consent", days: int = 7, by: str = "Rosa") -> Decision:
        """A question of the group."""
        now = timezone.now()
        return actions.put_decision(
            actor=self.seat(by),
            kind=kind,
            proposal="We kopen samen een ladder.",
            reasons="Iedereen leent er nu een.",
            speak_until=timezone.localdate(now) + dt.timedelta(days=days),
            now=now,
        )

    def say(self, decision: Decision, **stances: str) -> Decision:
        """Several members speak, by first name."""
        for name, stance in stances.items():
            reason = "Te duur" if stance in ("doubt", "objection") else ""
            actions.speak(
                Decision.objects.select_related("initiative__neighbourhood", "neighbourhood").get(
                    pk=decision.pk
                ),
                actor=self.seat(name),
                stance=stance,
                reason=reason,
                now=timezone.now(),
            )
        return Decision.objects.get(pk=decision.pk)


def days_from_now(days: int) -> str:
    return (timezone.localdate() + dt.timedelta(days=days)).isoformat()
