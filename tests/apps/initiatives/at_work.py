"""A group at work, for tests of dates, tasks and money: Rosa began it, Emine joined, Luc has no account."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.test import Client
from django.utils import timezone

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.actions import Plan, Wanted
from gebuur.apps.initiatives.models import Activity, Member, Place
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox import actions as outbox
from tests import cast

SOUP = Plan(
    title="Soep maken",
    day=dt.date.min,
    at=dt.time(18, 30),
    where="De Spil, de keuken",
    places=(Wanted("Komen"), Wanted("Koken", 1)),
)


def in_days(days: int) -> dt.date:
    return timezone.localdate() + dt.timedelta(days=days)


class AtWork:
    """De Vlasbloem with one group of three."""

    def __init__(self) -> None:
        self.place = cast.make_place()
        self.rosa = cast.make_person(self.place, "Rosa")
        cast.make_user(self.rosa, "rosa@vlasbloem.example")
        self.emine = cast.make_person(
            self.place, "Emine", email="emine@example.be", channel=Channel.MAIL
        )
        cast.make_user(self.emine, "emine@vlasbloem.example")
        self.luc = cast.make_person(self.place, "Luc", phone="+32470000001", channel=Channel.PHONE)
        self.group = cast.make_group(self.rosa)
        for person in (self.emine, self.luc):
            cast.join_group(self.group, person)
        self.base = f"/initiatives/{self.group.pk}/"

    def member(self, person: Person) -> Member:
        return Member.objects.select_related("initiative__neighbourhood", "person").get(
            initiative=self.group, person=person
        )

    def seat(self, person: Person, *, typed_by: Person | None = None) -> Seat:
        return Seat(self.member(person), typed_by)

    def soup(self, days: int = 5, *, by: Person | None = None, **facts: Any) -> Activity:
        """A date to make soup, some days from now; longer ago when `days` is below zero."""
        often = {name: facts.pop(name) for name in ("rhythm", "until") if name in facts}
        plan = replace(SOUP, day=in_days(days), **facts)
        now = min(timezone.now(), plan.starts_at - dt.timedelta(days=3))
        return actions.make_activity(plan, actor=self.seat(by or self.rosa), now=now, **often)

    def take(self, activity: Activity, person: Person, name: str = "Komen") -> None:
        """A place that somebody took the day before yesterday."""
        then = timezone.now() - dt.timedelta(days=2)
        actions.take_place(spot(activity, name), actor=self.seat(person), now=then)

    def by_link(self, person: Person) -> Client:
        """The browser of a member without account, opened by her link."""
        browser = Client()
        end = timezone.now() + dt.timedelta(days=3)
        link = outbox.make_link(person, "initiatives:door", self.group, expires_at=end)
        browser.get("/" + link.address.split("/", 3)[3])
        return browser


def spot(activity: Activity, name: str) -> Place:
    return Place.objects.select_related("activity").get(activity=activity, name=name)


def typed(**changes: Any) -> dict[str, Any]:
    """What somebody types to set a date."""
    return {
        "title": "Soep maken",
        "day": in_days(5).isoformat(),
        "at": "18u30",
        "minutes": "120",
        "where": "De Spil",
        "places": "Komen\nKoken 2",
        "note": "",
        "rhythm": "once",
        "until": "",
        **changes,
    }
