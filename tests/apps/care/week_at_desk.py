"""The desk in the week that the tests of the proposal share."""

import re
from typing import Any

from django.utils import timezone

from gebuur.apps.care.models import HelpRequest, Proposal, WeekPair, WeekRun
from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.volunteers.models import Offer
from tests import cast
from tests.apps.care.at_desk import Desk

NOW = timezone.now()


class WeekAtDesk(Desk):
    """Godelieve and Luc ask; Joris lives next door and helped lately, Emine waits for a first time."""

    def __init__(self) -> None:
        super().__init__()
        self.godelieve = cast.make_person(
            self.place, "Godelieve", last_name="Verhaeghe", phone="+3290000042"
        )
        self.luc = cast.make_person(self.place, "Luc", street="Weverstraat")
        self.joris = self.helper("Joris", channel=Channel.MAIL, email="joris@example.be")
        self.joris.last_match_at = NOW
        self.joris.save()
        self.emine = self.helper("Emine", street="Linnenstraat")
        self.first = self.ask(self.godelieve, wish="Kanariepiet")

    def make(self) -> WeekRun:
        answer = self.browser.post("/desk/week/make/")
        assert answer.headers["Location"] == "/desk/week/"
        return WeekRun.objects.get(neighbourhood=self.place, is_open=True)

    def week(self) -> str:
        """The words of the page."""
        return read(self.browser.get("/desk/week/").content.decode())

    def pair(self, request: HelpRequest | None = None) -> WeekPair:
        return WeekPair.objects.get(request=request or self.first, run__is_open=True)

    def press(self, pair: WeekPair, step: str, **typed: Any) -> str:
        """Press a button of a pair, and read the page that follows."""
        answer = self.browser.post(f"/desk/week/{pair.pk}/{step}/", typed, follow=True)
        return read(answer.content.decode())


def read(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def asked_of(offer: Offer) -> list[str]:
    """States of the questions somebody got."""
    return list(Proposal.objects.filter(offer=offer).values_list("state", flat=True))
