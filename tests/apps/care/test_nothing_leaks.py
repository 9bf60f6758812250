"""Canaries: nothing identifying leaves the house before both said yes; nothing of the need on a lock screen."""

import datetime as dt
import itertools

import pytest
from django.core import mail
from django.template.loader import get_template
from django.utils import timezone

from gebuur.apps.care import actions
from gebuur.apps.care.models import HelpRequest, Proposal, Visit
from gebuur.apps.care.queries import board
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.models import Message
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer
from gebuur.core.phones import show_phone
from tests import cast

pytestmark = pytest.mark.django_db
CHANNELS = (Channel.MAIL, Channel.SMS, Channel.LETTER, Channel.PHONE)
LANGUAGES = ("nl", "en", "fr", "tr", "ar")
EVERY_WAY = tuple(itertools.product(CHANNELS, LANGUAGES))
CANARIES = {
    "first_name": "Kanarieja",
    "last_name": "Vogelzang",
    "phone": "+3290000777",
    "email": "kanarie@example.be",
    "house_number": "77bis77",
}
SPOKEN_PHONE = "09 000 07 77"
SECRETS = {
    "wish": "wens-kanarie",
    "own_words": "woorden-kanarie",
    "answers": "antwoord-kanarie",
    "gives": "gift-kanarie",
}
NEED = ("Boodschappen", "Groceries", "boodschap")


class Birdcage:
    """A seeker made of canaries, and two helpers who are asked over one channel in one language."""

    def __init__(self, channel: str, language: str) -> None:
        self.place = cast.make_place()
        self.an = cast.make_staff(self.place, "An")
        self.task = cast.make_task(self.place)
        self.seeker = cast.make_person(
            self.place, channel=channel, language=language, desk_note="nota-kanarie", **CANARIES
        )
        self.first = self.helper("Joris", channel, language, number=1)
        self.second = self.helper("Emine", channel, language, number=2)
        self.request = actions.make_request(
            self.place, actor=self.an, seeker=self.seeker, task=self.task, slots=cast.ALWAYS,
            channel=Channel.PHONE, urgency="week", rhythm="weekly", languages=["nl"],
            now=timezone.now(),
        )  # fmt: skip
        for name, words in SECRETS.items():
            setattr(self.request, name, words)
        self.request.save()

    def helper(self, name: str, channel: str, language: str, *, number: int) -> Offer:
        person = cast.make_person(
            self.place, name, channel=channel, language=language, email=f"{name}@example.be".lower(),
            phone=f"+329000006{number}", house_number="3",
        )  # fmt: skip
        return volunteers.make_offer(
            person, actor=None, tasks=[self.task], slots=cast.ALWAYS, radius=5_000, per_week=3,
            per_month=9, channel=Channel.DESK, now=timezone.now(),
        )  # fmt: skip

    def messages(self, *people: Person) -> list[Message]:
        return list(Message.objects.filter(person__in=people).order_by("created_at"))


def said(message: Message) -> str:
    return f"{message.subject}\n{message.body}\n{message.address}"


def identifying() -> list[str]:
    return [*CANARIES.values(), SPOKEN_PHONE, "nota-kanarie", *SECRETS.values()]


@pytest.mark.parametrize(("channel", "language"), EVERY_WAY)
def test_helpers_learn_nothing_about_the_seeker_before_both_said_yes(
    channel: str, language: str
) -> None:
    cage, now = Birdcage(channel, language), timezone.now()
    first, second = actions.pick_helpers(
        cage.request, [cage.first, cage.second], actor=cage.an, now=now
    )
    actions.skip_helper(first, actor=cage.an, now=now)
    second.refresh_from_db()
    actions.say_yes(second, actor=cage.second.person, now=now)
    second.refresh_from_db()
    actions.refuse_helper(second, actor=cage.seeker, now=now)
    told = cage.messages(cage.first.person, cage.second.person)
    assert len(told) == 4
    leaks = [(one.template, word) for one in told for word in identifying() if word in said(one)]
    assert leaks == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_seeker_learns_no_name_number_or_door_of_a_helper_before_her_own_yes(
    language: str,
) -> None:
    cage, now = Birdcage(Channel.MAIL, language), timezone.now()
    [proposal] = actions.pick_helpers(cage.request, [cage.first], actor=cage.an, now=now)
    actions.say_yes(proposal, actor=cage.first.person, now=now)
    [_received, asked] = cage.messages(cage.seeker)
    assert "Joris" in asked.body, "the canary can be heard"
    helper = cage.first.person
    assert not [
        word
        for word in (helper.phone, helper.email, show_phone(helper.phone))
        if word in said(asked)
    ]


@pytest.mark.parametrize(("channel", "language"), EVERY_WAY)
def test_no_subject_and_no_text_message_ever_says_what_it_is_about(
    channel: str, language: str
) -> None:
    cage = Birdcage(channel, language)
    tell_the_whole_story(cage)
    told = cage.messages(cage.seeker, cage.first.person, cage.second.person)
    assert len({one.template for one in told}) >= 8
    on_lock_screen = [one.body if one.channel == Channel.SMS else one.subject for one in told]
    assert all(on_lock_screen)
    words = (*NEED, *identifying()[:5], *SECRETS.values(), "Spoelstraat", "kers")
    assert [(line, word) for line in on_lock_screen for word in words if word in line] == []


def tell_the_whole_story(cage: Birdcage) -> None:
    """From asking to thanks, with one calling off, one substitution and one stop on the way."""
    now, request = timezone.now(), cage.request
    first, _second = actions.pick_helpers(
        request, [cage.first, cage.second], actor=cage.an, now=now
    )
    actions.say_yes(first, actor=cage.first.person, now=now)
    first.refresh_from_db()
    match = actions.confirm_match(
        first, actor=cage.seeker, now=now, first_on=timezone.localdate(now), part=1
    )
    visit = match.visits.earliest("on")
    actions.ask_outcomes(now=now + dt.timedelta(days=2))
    actions.report_visit(visit, actor=cage.first.person, outcome=Visit.State.DONE, now=now)
    actions.give_feedback(
        visit, actor=cage.seeker, by_seeker=True, was_good=True, again=True, thanks="Merci",
        channel=Channel.WEB,
    )  # fmt: skip
    actions.call_off_visit(match.visits.latest("on"), actor=cage.seeker, now=now)
    actions.substitute(match, actor=cage.first.person, now=now)
    second = Proposal.objects.get(state=Proposal.State.ASKED)
    actions.skip_helper(second, actor=cage.an, now=now)
    HelpRequest.objects.filter(pk=request.pk).update(told_at=None, waiting_since=request.created_at)
    actions.tell_waiting(now=now + dt.timedelta(days=9))
    request.refresh_from_db()
    actions.stop_request(request, actor=cage.an, reason="other", word_to_seeker="Het spijt ons.")


def test_what_leaves_the_house_is_what_was_checked(settings: object) -> None:
    cage, now = Birdcage(Channel.MAIL, "nl"), timezone.now()
    actions.pick_helpers(cage.request, [cage.first], actor=cage.an, now=now)
    outbox.deliver_due(now=timezone.now())
    [letter] = [one for one in mail.outbox if one.to == [cage.first.person.email]]
    whole = letter.message().as_string()
    assert "Joris" in whole
    assert [word for word in identifying() if word in whole] == []
    assert not any(word in letter.subject for word in NEED)


def test_a_question_on_the_board_carries_nothing_of_the_seeker() -> None:
    cage = Birdcage(Channel.MAIL, "nl")
    actions.put_on_board(cage.request, actor=cage.an)
    [shown] = board(cage.place)
    words = f"{shown.task} {shown.area} {shown.rhythm} {shown.languages}"
    assert [word for word in identifying() if word in words] == []
    page = get_template("care/board.html").render({"questions": [shown], "place": cage.place})
    assert [word for word in identifying() if word in page] == []


def test_the_canaries_sing_once_both_said_yes() -> None:
    """The negative control: the same search does find the seeker when she may be found."""
    cage, now = Birdcage(Channel.MAIL, "nl"), timezone.now()
    [proposal] = actions.pick_helpers(cage.request, [cage.first], actor=cage.an, now=now)
    actions.say_yes(proposal, actor=cage.first.person, now=now)
    proposal.refresh_from_db()
    actions.confirm_match(
        proposal, actor=cage.seeker, now=now, first_on=timezone.localdate(now), part=1
    )
    card = cage.messages(cage.first.person)[-1]
    assert CANARIES["first_name"] in card.body
