"""A group sleeps, closes with thanks, is asked back, and may begin again. Nothing closes by itself."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.models import Closing, Decision, Initiative, MoneyLine
from gebuur.apps.outbox.models import Call, Message
from tests import cast
from tests.apps.initiatives.in_group import Group, days_from_now
from tests.nights import same_hour

pytestmark = pytest.mark.django_db
WORDS = {"thanks": "Dank voor alle soep.", "money_to": "", "things_to": "De pot blijft bij Rosa."}


def told(template: str) -> list[str]:
    rows = Message.objects.filter(template=f"initiatives/messages/{template}")
    return sorted(rows.values_list("person__first_name", flat=True))


def asleep(group: Group) -> None:
    quiet = timezone.now() - dt.timedelta(days=43)
    Initiative.objects.filter(pk=group.group.pk).update(last_sign_at=quiet)


def close(group: Group) -> Closing:
    """The group decides to close, and Joris writes it down."""
    now = timezone.now()
    decision = actions.put_decision(
        actor=group.seat("Rosa"), kind="consent", proposal="We stoppen.", reasons="Genoeg gedaan.",
        speak_until=timezone.localdate() + dt.timedelta(days=7), now=now, is_to_close=True,
    )  # fmt: skip
    group.say(decision, Rosa="yes", Joris="yes", Emine="yes", Godelieve="yes")
    page = group.page("closing")
    group.browser("Joris").post(page, WORDS | {"ask_back_on": days_from_now(182)})
    return Closing.objects.get()


def test_after_six_quiet_weeks_who_leads_is_asked_once() -> None:
    group = Group()
    now = timezone.now()
    assert actions.ask_sleepers(now=now) == 0
    asleep(group)
    assert list(queries.list_sleeping(group.place, now=now)) == [group.group]
    assert actions.ask_sleepers(now=now) == 1
    assert actions.ask_sleepers(now=now + dt.timedelta(days=90)) == 0
    assert told("still_going") == ["Rosa"]
    page = group.browser("Rosa").get(group.page("initiative-detail")).content.decode()
    assert group.page("sleep-answer") in page
    others = group.browser("Joris").get(group.page("initiative-detail")).content.decode()
    assert "De groep slaapt" in others
    assert group.page("sleep-answer") not in others
    assert group.browser("Joris").get(group.page("sleep-answer")).status_code == 404


def test_yes_is_a_sign_of_life() -> None:
    group = Group()
    asleep(group)
    group.browser("Rosa").post(group.page("sleep-answer"), {"answer": "yes"})
    assert not queries.list_sleeping(group.place, now=timezone.now()).exists()


def test_later_is_asked_again_in_four_weeks() -> None:
    group = Group()
    asleep(group)
    actions.ask_sleepers(now=timezone.now())
    group.browser("Rosa").post(group.page("sleep-answer"), {"answer": "later"})
    assert actions.ask_sleepers(now=same_hour(27)) == 0
    assert actions.ask_sleepers(now=same_hour(28)) == 1
    assert actions.ask_sleepers(now=same_hour(29)) == 0


def test_help_to_close_puts_her_on_the_list_to_phone() -> None:
    group = Group()
    asleep(group)
    answer = group.browser("Rosa").post(group.page("sleep-answer"), {"answer": "close"})
    assert answer.headers["Location"] == group.page("closing")
    assert Call.objects.get().person == group.rosa
    assert Initiative.objects.get(pk=group.group.pk).is_open
    assert group.browser("Rosa").post(group.page("sleep-answer"), {}).status_code == 200


def test_one_neighbour_alone_cannot_close_a_group() -> None:
    group = Group()
    browser = group.browser("Rosa")
    page = browser.get(group.page("closing")).content.decode()
    assert 'name="thanks"' not in page
    assert group.page("closing-ask") in page
    browser.post(group.page("closing"), WORDS | {"ask_back_on": days_from_now(182)})
    assert Closing.objects.count() == 0
    typed = {"proposal": "We stoppen.", "reasons": "Moe", "speak_until": days_from_now(7)}
    browser.post(group.page("closing-ask"), typed)
    assert Decision.objects.get().is_to_close
    assert browser.post(group.page("closing-ask"), typed).status_code == 200
    assert Decision.objects.count() == 1
    assert browser.post(group.page("closing-ask"), {}).status_code == 200


def test_a_group_of_two_is_closed_by_who_leads() -> None:
    group = Group(size=2)
    typed = WORDS | {"ask_back_on": days_from_now(182)}
    assert (
        'name="thanks"'
        not in group.browser("Godelieve").get(group.page("closing")).content.decode()
    )
    group.browser("Rosa").post(group.page("closing"), typed)
    assert not Initiative.objects.get(pk=group.group.pk).is_open


def test_closing_says_thanks_to_everybody_and_stands_in_the_list() -> None:
    group = Group()
    other = group.ask(by="Joris")
    closing = close(group)
    other.refresh_from_db()
    assert other.state == "withdrawn"
    assert told("closed") == ["Emine", "Godelieve", "Joris", "Rosa"]
    assert "Dank voor alle soep." in Message.objects.filter(template__endswith="closed")[0].body
    stranger = Client()
    stranger.get(f"/n/{group.place.slug}/")
    for page in ("/initiatives/", group.page("initiative-detail")):
        shown = stranger.get(page).content.decode()
        assert "Dank voor alle soep." in shown
        assert "Joris" not in shown
    Initiative.objects.update(is_hidden=True)
    assert "soep" not in stranger.get("/initiatives/").content.decode()
    assert closing.closed_by == group.seat("Joris").member
    for name in ("decision-new", "closing", "sleep-answer", "closing-ask"):
        assert group.browser("Rosa").get(group.page(name)).status_code == 404


def test_money_in_the_box_must_go_somewhere() -> None:
    group = Group(size=2)
    MoneyLine.objects.create(
        neighbourhood=group.place, initiative=group.group, on=timezone.localdate(), what="Pot",
        cents=12_50, noted_at=timezone.now(),
    )  # fmt: skip
    browser = group.browser("Rosa")
    assert "12,50 euro" in browser.get(group.page("closing")).content.decode()
    typed = WORDS | {"ask_back_on": days_from_now(182)}
    answer = browser.post(group.page("closing"), typed).content.decode()
    assert "Dank voor alle soep." in answer
    assert Closing.objects.count() == 0
    with pytest.raises(actions.MoneyLeft):
        actions.close_initiative(
            actor=group.seat("Rosa"), thanks="Dank", money_to="", things_to="",
            ask_back_on=timezone.localdate(), now=timezone.now(),
        )  # fmt: skip
    browser.post(group.page("closing"), typed | {"money_to": "Naar de voedselbank"})
    assert Closing.objects.get().money_to == "Naar de voedselbank"


def test_on_the_day_everybody_is_asked_back_and_one_tells() -> None:
    group = Group()
    closing = close(group)
    day = same_hour(182)
    assert actions.ask_closed(now=timezone.now()) == 0
    assert actions.ask_closed(now=day) == 1
    assert actions.ask_closed(now=day) == 0
    assert told("asked_back") == ["Emine", "Godelieve", "Joris", "Rosa"]
    Closing.objects.update(ask_back_on=timezone.localdate())
    browser = group.browser("Emine")
    assert group.page("ask-back") in browser.get(group.page("initiative-detail")).content.decode()
    assert browser.post(group.page("ask-back"), {}).status_code == 200
    browser.post(group.page("ask-back"), {"words": "We zwaaien nog."})
    closing.refresh_from_db()
    assert closing.asked_back == "We zwaaien nog."
    with pytest.raises(actions.AlreadyTold):
        actions.answer_back(actor=group.seat("Joris"), words="Anders", now=timezone.now())
    assert "We zwaaien nog." in browser.get(group.page("initiative-detail")).content.decode()


def test_until_that_day_a_group_may_begin_again() -> None:
    group = Group()
    close(group)
    cast.join_group(group.group, cast.make_person(group.place, "Luc"), known=False)
    assert group.browser("Luc").post(group.page("reopen")).status_code == 404
    browser = group.browser("Emine")
    assert group.page("reopen") in browser.get(group.page("initiative-detail")).content.decode()
    browser.post(group.page("reopen"))
    assert Initiative.objects.get(pk=group.group.pk).is_open
    assert told("reopened") == ["Godelieve", "Joris", "Luc", "Rosa"]
    page = browser.get(group.page("closing")).content.decode()
    assert 'name="thanks"' not in page, "the decision to close was used up"


def test_after_that_day_it_is_too_late() -> None:
    group = Group()
    close(group)
    Closing.objects.update(ask_back_on=timezone.localdate() - dt.timedelta(days=1))
    browser = group.browser("Emine")
    assert group.page("reopen") not in browser.get(group.page("initiative-detail")).content.decode()
    browser.post(group.page("reopen"))
    assert not Initiative.objects.get(pk=group.group.pk).is_open
