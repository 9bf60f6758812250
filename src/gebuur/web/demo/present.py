"""What lies on the desk this morning: made through the real actions."""

import datetime as dt
import random

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.boundaries.models import HandOver, Task
from gebuur.apps.care import actions as care
from gebuur.apps.care.models import HelpRequest, Match, Rhythm, Visit
from gebuur.apps.neighbourhood.models import Channel, Membership, Neighbourhood, Person, Role
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer
from gebuur.web.demo.asking import ask_by_phone
from gebuur.web.demo.people import make_account, make_somebody
from gebuur.web.demo.staff import Staff

EVERY_SLOT = (1 << 21) - 1
NEAR = 1_400
WEEKDAY_MORNINGS = sum(1 << (day * 3) for day in range(5))


def make_present(
    place: Neighbourhood,
    staff: Staff,
    neighbours: list[Person],
    *,
    rng: random.Random,
    now: dt.datetime,
) -> None:
    """Lay this morning's work on the desk of An."""
    Morning(place, staff.professional, neighbours, rng=rng, now=now).lay()


class Morning:
    """Today's stories, one method each."""

    def __init__(
        self,
        place: Neighbourhood,
        an: Person,
        neighbours: list[Person],
        *,
        rng: random.Random,
        now: dt.datetime,
    ) -> None:
        self.place, self.an, self.neighbours = place, an, neighbours
        self.rng, self.now = rng, now

    def lay(self) -> None:
        """Make the people of our stories, then everything that waits."""
        self.godelieve = make_somebody(
            self.place,
            "Godelieve",
            "Verhaeghe",
            "Spoelstraat",
            "9",
            phone="+3290000042",
            channel=Channel.LETTER,
        )
        self.joris = self._helper(
            "Joris", "Dhaene", "Linnenstraat", "7", email="joris@vlasbloem.example", weeks=3
        )
        self.emine = self._helper(
            "Emine", "Kaplan", "Spoelstraat", "20", email="", weeks=30, languages=["tr", "nl"]
        )
        self.luc = self._helper(
            "Luc", "Vermaelen", "Weverstraat", "12", email="luc@vlasbloem.example", weeks=8
        )
        make_account(self.joris.person, "joris@vlasbloem.example")
        rosa = make_somebody(
            self.place, "Rosa", "Maes", "Vlasstraat", "4", phone="+3290000077", channel=Channel.MAIL
        )
        make_account(rosa, "rosa@vlasbloem.example")
        self._waiting()
        self._agreed()
        self._yesterday()
        self._on_the_board()
        self._with_a_service(rosa)
        self._to_call_back(rosa)

    def _helper(
        self,
        first: str,
        last: str,
        street: str,
        number: str,
        *,
        email: str,
        weeks: int,
        languages: list[str] | None = None,
    ) -> Offer:
        person = make_somebody(
            self.place,
            first,
            last,
            street,
            number,
            phone=f"+32900000{self.rng.randrange(50, 70)}",
            email=email,
            languages=languages or ["nl"],
            channel=Channel.MAIL if email else Channel.SMS,
        )
        Membership.objects.create(
            neighbourhood=self.place,
            person=person,
            role=Role.VOLUNTEER,
            since=self.now.date() - dt.timedelta(weeks=weeks),
        )
        keys = ("groceries", "chat", "walk", "chore", "letter", "together")
        return volunteers.make_offer(
            person,
            actor=self.an,
            tasks=list(Task.objects.filter(organisation=self.place.organisation, key__in=keys)),
            slots=EVERY_SLOT,
            radius=1_500,
            per_week=7,
            per_month=20,
            channel=Channel.DESK,
            now=self.now - dt.timedelta(weeks=weeks),
        )

    def _someone(self, language: str | None = None) -> Person:
        """A neighbour of our helpers who is in no story yet."""
        home = self.luc.person
        while True:
            person = self.rng.choice(self.neighbours)
            apart = abs((person.x or 0) - (home.x or 0)) + abs((person.y or 0) - (home.y or 0))
            if apart < NEAR and (language is None or language in person.languages):
                return person

    def _waiting(self) -> None:
        """Questions for which nobody was found yet, the longest first."""
        for days, task, language in (
            (19, "together", "tr"),
            (11, "letter", "ar"),
            (6, "mending", None),
            (2, "walk", None),
        ):
            ask_by_phone(
                self.place,
                self.an,
                self._someone(language),
                task,
                now=self.now - dt.timedelta(days=days),
            )
        ask_by_phone(
            self.place,
            self.an,
            self._someone(),
            "dementia-company",
            now=self.now - dt.timedelta(days=1),
        )
        lamp = ask_by_phone(
            self.place,
            self.an,
            self.godelieve,
            "chore",
            now=self.now - dt.timedelta(days=1),
            wish="Een lamp in de keuken.",
            gives="Soep maken, ook voor anderen",
        )
        care.pick_helpers(
            lamp, [self.luc, self.emine], actor=self.an, now=self.now - dt.timedelta(hours=3)
        )

    def _agreed(self) -> None:
        """A series that goes on by itself: Emine and Jeanne walk every week, today again."""
        jeanne = make_somebody(
            self.place, "Jeanne", "Claes", "Spoelstraat", "14", phone="+3290000043"
        )
        walk = ask_by_phone(
            self.place,
            self.an,
            jeanne,
            "walk",
            now=self.now - dt.timedelta(days=12),
            rhythm=Rhythm.WEEKLY,
        )
        self._match(walk, self.emine, first_on=self.now.date(), at=dt.time(14, 0), part=1)
        groceries = ask_by_phone(
            self.place,
            self.an,
            self.godelieve,
            "groceries",
            now=self.now - dt.timedelta(days=9),
            rhythm=Rhythm.WEEKLY,
            slots=WEEKDAY_MORNINGS,
        )
        self._match(
            groceries,
            self.luc,
            first_on=self.now.date() + dt.timedelta(days=2),
            at=dt.time(10, 0),
            part=0,
        )

    def _match(
        self, request: HelpRequest, offer: Offer, *, first_on: dt.date, at: dt.time, part: int
    ) -> Match:
        care.pick_helpers(request, [offer], actor=self.an, now=self.now - dt.timedelta(days=8))
        proposal = request.proposals.get(offer=offer)
        care.say_yes(proposal, actor=offer.person, now=self.now - dt.timedelta(days=7))
        proposal.refresh_from_db()
        return care.confirm_match(
            proposal,
            actor=self.an,
            now=self.now - dt.timedelta(days=7),
            first_on=first_on,
            part=part,
            at=at,
        )

    def _yesterday(self) -> None:
        """One visit without an outcome yet, and one after which the helper worries."""
        yesterday = self.now.date() - dt.timedelta(days=1)
        for worried in (False, True):
            chat = ask_by_phone(
                self.place,
                self.an,
                self._someone("nl"),
                "chat",
                now=self.now - dt.timedelta(days=10),
            )
            match = self._match(chat, self.luc, first_on=yesterday, at=dt.time(15, 0), part=1)
            if worried:
                care.report_visit(
                    Visit.objects.filter(match=match).earliest("on"),
                    actor=self.luc.person,
                    outcome=Visit.State.DONE,
                    is_worried=True,
                    worry="Er stond weinig in de koelkast.",
                    now=self.now - dt.timedelta(hours=16),
                )

    def _on_the_board(self) -> None:
        for task in ("walk", "plants-pets", "phone-chat"):
            ask_by_phone(
                self.place,
                self.an,
                self._someone(),
                task,
                now=self.now - dt.timedelta(days=4),
                slots=EVERY_SLOT,
                on_board=True,
            )

    def _with_a_service(self, rosa: Person) -> None:
        """A question about debts, handed over with her consent; the service has not answered yet."""
        handed = boundaries.hand_over(
            rosa,
            actor=self.an,
            service="OCMW, sociale dienst",
            phone="+3290000099",
            what="Een rekening die ze niet begrijpt.",
            consent_channel=Channel.PHONE,
            answer_by=self.now.date() + dt.timedelta(days=1),
            neighbour_may="Samen koffie drinken, zoals nu.",
            now=self.now,
        )
        HandOver.objects.filter(pk=handed.pk).update(
            answer_by=self.now.date() - dt.timedelta(days=1)
        )

    def _to_call_back(self, rosa: Person) -> None:
        outbox.add_call(
            self.place,
            actor=self.an,
            person=self._someone("ar"),
            about="Sprak in: de trap is te hoog.",
            call_at=self.now - dt.timedelta(minutes=50),
        )
        outbox.add_call(
            self.place,
            actor=self.an,
            phone="+3290000088",
            about="Belde twee keer, sprak niets in.",
            call_at=self.now - dt.timedelta(minutes=20),
        )
        outbox.add_call(
            self.place,
            actor=self.an,
            person=rosa,
            about="Past donderdag nog?",
            call_at=self.now + dt.timedelta(minutes=30),
        )
