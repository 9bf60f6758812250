"""The story that the tests of care share: An helps Godelieve find somebody; Joris and Emine offered to shop."""

import datetime as dt
from typing import Any

from django.utils import timezone

from gebuur.apps.care import actions
from gebuur.apps.care.models import HelpRequest, Match, Proposal, Rhythm, Visit
from gebuur.apps.care.queries.market import living_offers, read_market
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox.models import Message
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer
from gebuur.domain import matching
from tests import cast

NOW = dt.datetime(2026, 11, 24, 10, 0, tzinfo=timezone.get_default_timezone())
TOMORROW = NOW.date() + dt.timedelta(days=1)


class Story:
    """An helps Godelieve find somebody; Joris and Emine offered to shop."""

    def __init__(
        self, *, rhythm: str = Rhythm.ONCE, light: str = "green", now: dt.datetime = NOW
    ) -> None:
        self.now = now
        self.place = cast.make_place()
        self.an = cast.make_staff(self.place, "An")
        self.task = cast.make_task(self.place, light=light)
        self.godelieve = cast.make_person(
            self.place, "Godelieve", last_name="Verhaeghe", phone="+3290000042"
        )
        self.joris = self.offer(
            "Joris", street="Linnenstraat", channel=Channel.MAIL, email="joris@example.be"
        )
        self.emine = self.offer("Emine", channel=Channel.SMS, phone="+3290000061")
        self.request = actions.make_request(
            self.place,
            actor=self.an,
            seeker=self.godelieve,
            task=self.task,
            slots=cast.TUESDAY_AFTERNOON,
            channel=Channel.PHONE,
            urgency="week",
            rhythm=rhythm,
            languages=["nl"],
            now=self.now,
        )

    def offer(self, name: str, **facts: Any) -> Offer:
        return volunteers.make_offer(
            cast.make_person(self.place, name, **facts),
            actor=self.an,
            tasks=[self.task],
            slots=cast.ALWAYS,
            radius=1_000,
            per_week=1,
            per_month=2,
            channel=Channel.DESK,
            now=self.now - dt.timedelta(weeks=3),
        )

    def ask(self, **facts: Any) -> HelpRequest:
        """One question more of Godelieve, for any moment."""
        usual: dict[str, Any] = {
            "seeker": self.godelieve,
            "task": self.task,
            "slots": cast.ALWAYS,
            "channel": Channel.PHONE,
            "urgency": "week",
            "rhythm": Rhythm.ONCE,
            "languages": ["nl"],
            "now": self.now,
        }
        return actions.make_request(self.place, actor=self.an, **(usual | facts))

    def among_all(self, request: HelpRequest) -> matching.Ranking:
        """Who could help with it when everybody is read, as for the proposal of the week."""
        market = read_market(
            self.place,
            requests=HelpRequest.objects.filter(pk=request.pk),
            offers=living_offers(self.place),
            now=self.now,
        )
        [asked] = market.asked.values()
        return matching.rank(asked, list(market.volunteers.values()))

    def ask_both(self) -> tuple[Proposal, Proposal]:
        first, second = actions.pick_helpers(
            self.request, [self.joris, self.emine], actor=self.an, now=self.now
        )
        first.refresh_from_db()
        return first, second

    def agree(self) -> Match:
        first, _second = self.ask_both()
        actions.say_yes(first, actor=self.joris.person, now=self.now)
        first.refresh_from_db()
        return actions.confirm_match(
            first,
            actor=self.godelieve,
            now=self.now,
            first_on=timezone.localdate(self.now) + dt.timedelta(days=1),
            part=1,
        )

    def first_visit(self) -> Visit:
        return self.agree().visits.earliest("on")

    def reload(self) -> HelpRequest:
        self.request.refresh_from_db()
        return self.request


def sent_to(person: Person) -> list[str]:
    return [
        m.template.rpartition("/")[2]
        for m in Message.objects.filter(person=person).order_by("created_at")
    ]
