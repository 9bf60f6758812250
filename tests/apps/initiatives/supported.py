"""A group with somebody of the service beside it, as tests begin."""

import datetime as dt
from typing import Any

from django.test import Client
from django.utils import timezone

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.actions import Looked
from gebuur.apps.initiatives.actions.promises import CONDITIONS
from gebuur.apps.initiatives.models import Initiative, Member, Promise, Step, Support
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.outbox.models import Message
from tests import cast

YES = {key: Looked("yes", "Gezien op straat.") for key in CONDITIONS}
OFFER = {
    "reason": "Jullie vroegen om een zaal.",
    "does": "Ik zoek een zaal.",
    "does_not": "Ik beslis niet.",
}


def sheet(**facts: Any) -> dict[str, Any]:
    """A frame sheet, filled in."""
    return {
        "fixed": "Er is 200 euro.",
        "open": "Wat we ermee doen.",
        "who_decides": "De groep",
        "by": timezone.localdate() + dt.timedelta(days=20),
        "then": "De dienst betaalt het.",
    } | facts


class Supported:
    """Godelieve began a group, Luc is in it with a voice, and An of the service stands beside it."""

    def __init__(self, *, going: bool = True, slug: str = "vlasbloem") -> None:
        self.place: Neighbourhood = cast.make_place(slug=slug)
        self.an: Person = cast.make_staff(self.place, "An")
        mail = {"channel": Channel.MAIL, "email": f"godelieve@{slug}.example"}
        self.godelieve = cast.make_person(self.place, "Godelieve", **mail)
        self.luc = cast.make_person(self.place, "Luc")
        self.group: Initiative = cast.make_group(self.godelieve)
        first = Member.objects.get(initiative=self.group)
        Member.objects.filter(pk=first.pk).update(known_at=timezone.now())
        self.first = self.seat(first)
        self.second = self.seat(cast.join_group(self.group, self.luc))
        self.now = timezone.localtime()  # a day later is the next day here
        self.today = timezone.localdate()
        self.support: Support = self.offer()
        if going:
            self.support = actions.answer_support(
                self.support, is_welcome=True, actor=self.first, now=self.now
            )

    def offer(self, days: int = 60) -> Support:
        until = self.today + dt.timedelta(days=days)
        return actions.offer_support(self.group, actor=self.an, until=until, now=self.now, **OFFER)

    def promise(self, style: str = "delegating", step: Step = Step.DECIDE, **facts: Any) -> Promise:
        frame = sheet(**facts) if style in {"delegating", "participative", "consultative"} else None
        return actions.announce_style(
            self.support, step, style, actor=self.support, conditions=YES, frame=frame, now=self.now
        )

    def seat(self, member: Member) -> Seat:
        return Seat(
            Member.objects.select_related("person__neighbourhood", "initiative__neighbourhood").get(
                pk=member.pk
            )
        )

    def more_members(self, count: int) -> list[Seat]:
        return [
            self.seat(cast.join_group(self.group, cast.make_person(self.place, f"Buur{number}")))
            for number in range(count)
        ]

    def browser(self, person: Person) -> Client:
        if person.user is None:
            cast.make_user(person, f"{person.first_name.lower()}@{self.place.slug}.be")
        return cast.sign_in(person)

    def path(self, tail: str = "") -> str:
        return f"/initiatives/{self.group.pk}/{tail}"


def was_told(person: Person, words: str) -> bool:
    """Whether a message to this person says so."""
    return any(words in one.body for one in Message.objects.filter(person=person))
