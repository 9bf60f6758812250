"""An at her desk with the phone at her ear: what the tests of the desk share."""

import datetime as dt
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.boundaries.models import Task
from gebuur.apps.care import actions
from gebuur.apps.care.models import HelpRequest, Match, State
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer
from tests import cast


class Desk:
    """De Vlasbloem with its whole catalogue; An is signed in."""

    def __init__(self) -> None:
        self.place = cast.make_place()
        boundaries.seed_catalogue(self.place.organisation)
        self.an = cast.make_staff(self.place, "An")
        self.browser = cast.sign_in(self.an)

    def task(self, key: str) -> Task:
        return Task.objects.get(organisation=self.place.organisation, key=key)

    def call(self, caller: str = "") -> HelpRequest:
        """Begin a call with what was typed on the start page."""
        self.browser.post("/desk/calls/", {"caller": caller})
        return HelpRequest.objects.filter(state=State.DRAFT).latest("created_at")

    def post(self, call: HelpRequest, step: str, **typed: Any) -> HttpResponse:
        """Press a button of the call: the whole form goes along."""
        usual = {"channel": "phone", "urgency": "week", "rhythm": "once", "languages": ["nl"]}
        answer = self.browser.post(f"/desk/calls/{call.pk}/{step}/", usual | typed)
        call.refresh_from_db()
        return answer  # type: ignore[return-value]  # a test response is a response

    def save(self, call: HelpRequest, **typed: Any) -> HttpResponse:
        """Only these fields changed."""
        address = f"/desk/calls/{call.pk}/save/"
        return self.browser.post(address, {"changed": list(typed), **typed})  # type: ignore[return-value]  # as above

    def page(self, call: HelpRequest) -> str:
        return self.browser.get(f"/desk/calls/{call.pk}/").content.decode()

    def detail(self, asked: HelpRequest) -> str:
        return self.browser.get(f"/desk/requests/{asked.pk}/").content.decode()

    def helper(self, name: str, *, tasks: tuple[str, ...] = ("groceries",), **facts: Any) -> Offer:
        """Somebody who ticked these tasks three weeks ago; amber ones with the professional's yes."""
        offer = volunteers.make_offer(
            cast.make_person(self.place, name, **facts),
            actor=self.an,
            tasks=[self.task(key) for key in tasks],
            slots=cast.ALWAYS,
            radius=1_500,
            per_week=3,
            per_month=9,
            channel=Channel.DESK,
            now=timezone.now() - dt.timedelta(weeks=3),
        )
        offer.tasks.update(is_cleared=True)
        return offer

    def ask(self, seeker: Person, task: str = "groceries", **facts: Any) -> HelpRequest:
        usual: dict[str, Any] = {
            "slots": cast.ALWAYS,
            "channel": Channel.PHONE,
            "urgency": "week",
            "rhythm": "once",
            "languages": ["nl"],
            "now": timezone.now(),
        }
        return actions.make_request(
            self.place, actor=self.an, seeker=seeker, task=self.task(task), **(usual | facts)
        )

    def agree(self, seeker: Person, helper: Offer, *, on: dt.date, **facts: Any) -> Match:
        """Both said yes to a day."""
        asked = self.ask(seeker, **facts)
        [proposal] = actions.pick_helpers(asked, [helper], actor=self.an, now=timezone.now())
        proposal.refresh_from_db()
        actions.say_yes(proposal, actor=helper.person, now=timezone.now())
        proposal.refresh_from_db()
        return actions.confirm_match(
            proposal, actor=seeker, now=timezone.now() - dt.timedelta(days=9), first_on=on, part=1
        )

    def queries_for(self, address: str) -> int:
        """How many questions the page asks of the database, the second time it is opened."""
        self.browser.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert self.browser.get(address).status_code == 200
        return len(asked)
