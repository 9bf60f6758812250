"""The seeker chooses herself whom we ask: from first names, and only when the professional opened it."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from gebuur.apps.boundaries.models import Task
from gebuur.apps.care.models import HelpRequest, Proposal, State
from gebuur.apps.chronicle.models import ActorKind, Line
from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.outbox import actions as outbox
from tests import cast
from tests.apps.care.at_desk import Desk

pytestmark = pytest.mark.django_db


class Choosing:
    """Three can shop for Rosa; An leaves the choice to her."""

    def __init__(self, *, light: str = "green") -> None:
        self.desk = Desk()
        self.offers = [
            self.desk.helper(name, last_name="Geheim", phone=f"+329000006{number}")
            for number, name in enumerate(("Joris", "Emine", "Luc"))
        ]
        rosa = cast.make_person(
            self.desk.place, "Rosa", email="rosa@example.be", channel=Channel.MAIL
        )
        self.request: HelpRequest = self.desk.ask(rosa)
        if light != "green":
            Task.objects.filter(key="groceries").update(light=light)

    def leave_it(self) -> None:
        self.desk.browser.post(f"/desk/requests/{self.request.pk}/choose/")
        self.request.refresh_from_db()

    def page(self) -> str:
        """Her own page, by the link in the last mail."""
        outbox.deliver_due(now=timezone.now())
        found = re.search(r"http://\S+(/l/mine/\S+/)", str(mail.outbox[-1].body))
        assert found is not None
        return found.group(1)

    def choose(self, *numbers: int) -> str:
        """Tick these and press; what the page says then."""
        ticked = [str(self.offers[number].pk) for number in numbers]
        answer = Client().post(self.page(), {"choose": ticked, "chosen": "1"}, follow=True)
        return answer.content.decode()


def test_she_reads_first_names_and_no_more() -> None:
    story = Choosing()
    story.leave_it()
    page = Client().get(story.page()).content.decode()
    assert all(name in page for name in ("Joris", "Emine", "Luc"))
    assert not re.search(r"Geheim|Spoelstraat|\+329000006|09 000 00 6", page)


def test_who_she_chose_is_asked_first_and_the_chronicle_says_it_was_her() -> None:
    story = Choosing()
    story.leave_it()
    assert "een voor een" in story.choose(2, 1)
    row = {one.offer_id: one.state for one in story.request.proposals.all()}
    assert set(row) == {story.offers[1].pk, story.offers[2].pk}
    assert sorted(row.values()) == [Proposal.State.ASKED, Proposal.State.PICKED]
    assert Line.objects.get(act="helpers-picked").actor_kind == ActorKind.NEIGHBOUR
    assert "Wie mogen we vragen?" not in Client().get(story.page()).content.decode()


@pytest.mark.parametrize("numbers", [(), (0, 1, 2, 0)])
def test_nobody_chosen_says_what_to_do(numbers: tuple[int, ...]) -> None:
    story = Choosing()
    story.offers.append(story.desk.helper("An-Sofie"))
    story.leave_it()
    numbers = (0, 1, 2, 3) if numbers else ()
    assert "Kies één, twee of drie" in story.choose(*numbers)
    assert not story.request.proposals.exists()


def test_without_the_professional_she_sees_nobody_and_can_ask_nobody() -> None:
    story = Choosing()
    page = story.page()
    assert "Joris" not in Client().get(page).content.decode()
    Client().post(page, {"choose": [str(story.offers[0].pk)], "chosen": "1"})
    assert not story.request.proposals.exists()


def test_somebody_who_was_not_shown_cannot_be_asked() -> None:
    story = Choosing()
    story.leave_it()
    story.offers[0] = story.desk.helper("Zoe", tasks=("walk",))
    story.choose(0)
    assert not story.request.proposals.exists()


def test_an_amber_task_waits_for_the_professional_first() -> None:
    story = Choosing(light="amber")
    story.leave_it()
    assert not story.request.seeker_chooses


def test_once_somebody_is_asked_there_is_nothing_left_to_choose() -> None:
    story = Choosing()
    story.leave_it()
    page = story.page()
    offer = str(story.offers[0].pk)
    story.desk.browser.post(f"/desk/requests/{story.request.pk}/ask/", {"offer": [offer]})
    answer = Client().post(page, {"choose": [offer], "chosen": "1"}, follow=True)
    assert "al iemand gevraagd" in answer.content.decode()
    assert story.request.proposals.count() == 1
    story.request.refresh_from_db()
    assert story.request.state == State.ASKED
