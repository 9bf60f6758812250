"""Agreements are written down, looked at again on their day, and stay to be read."""

import datetime as dt

import pytest
from django.utils import timezone

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Agreement, Member
from gebuur.apps.outbox.models import Message
from tests.apps.initiatives.in_group import Group, days_from_now
from tests.nights import same_hour

pytestmark = pytest.mark.django_db


def write(group: Group, by: str = "Joris", days: int = 30) -> Agreement:
    now = timezone.now()
    day = timezone.localdate(now) + dt.timedelta(days=days)
    return actions.write_agreement(
        actor=group.seat(by), text="Wie kookt, kiest de soep.", review_on=day, now=now
    )


def test_a_decision_becomes_an_agreement_with_its_own_words() -> None:
    group = Group(size=2)
    decision = group.ask()
    group.say(decision, Rosa="yes", Godelieve="yes")
    browser = group.browser("Godelieve")
    detail = browser.get(group.page("decision-detail", decision=decision.pk)).content.decode()
    page = f"{group.page('agreement-new')}?decision={decision.pk}"
    assert page in detail
    assert "ladder" in browser.get(page).content.decode()
    assert "ladder" not in browser.get(group.page("agreement-new") + "?decision=x").content.decode()
    words = {"text": "De ladder hangt bij Rosa.", "review_on": days_from_now(90)}
    browser.post(group.page("agreement-new"), words)
    assert Agreement.objects.get().author == group.seat("Godelieve").member
    assert "De ladder hangt bij Rosa." in browser.get(group.page("decision-list")).content.decode()


def test_on_its_day_the_writer_hears_it_once_and_everybody_sees_it() -> None:
    group = Group()
    write(group)
    day = same_hour(30)
    assert actions.remind_agreements(now=timezone.now()) == 0
    assert actions.remind_agreements(now=day) == 1
    assert actions.remind_agreements(now=day) == 0
    told = Message.objects.get(template="initiatives/messages/agreement_due")
    assert told.person.first_name == "Joris"
    assert "soep" in told.body
    Agreement.objects.update(
        since=timezone.localdate() - dt.timedelta(days=9), review_on=timezone.localdate()
    )
    assert "soep" in group.browser("Rosa").get(group.page("initiative-detail")).content.decode()


def test_who_leads_hears_it_when_the_writer_left() -> None:
    group = Group()
    write(group)
    Member.objects.filter(person__first_name="Joris").update(state="left")
    actions.remind_agreements(now=same_hour(30))
    told = Message.objects.get(template="initiatives/messages/agreement_due")
    assert told.person.first_name == "Rosa"


@pytest.mark.parametrize("outcome", ["goes_on", "changed", "ended"])
def test_looking_at_it_again_keeps_the_old_words(outcome: str) -> None:
    group = Group()
    agreement = write(group)
    page = group.page("agreement-review", agreement=agreement.pk)
    browser = group.browser("Emine")
    assert "Wie kookt" in browser.get(page).content.decode()
    typed = {"outcome": outcome, "text": "Om de beurt.", "review_on": days_from_now(200)}
    if outcome == "ended":
        typed = {"outcome": "ended", "text": "", "review_on": ""}
    browser.post(page, typed)
    agreement.refresh_from_db()
    shown = browser.get(group.page("decision-list")).content.decode()
    assert "Wie kookt" in shown
    assert ("Om de beurt." in shown) is (outcome == "changed")
    assert (agreement.ended_on is None) is (outcome == "goes_on")
    assert (browser.get(page).status_code == 404) is (outcome != "goes_on")


def test_two_who_change_it_at_once_do_not_both_count() -> None:
    group = Group()
    agreement = write(group)
    now, day = timezone.now(), timezone.localdate() + dt.timedelta(days=99)
    actions.change_agreement(
        agreement, actor=group.seat("Rosa"), text="Anders", review_on=day, now=now
    )
    with pytest.raises(actions.AgreementChanged):
        actions.change_agreement(
            agreement, actor=group.seat("Joris"), text="Nog anders", review_on=day, now=now
        )
    with pytest.raises(actions.AgreementChanged):
        actions.end_agreement(agreement, actor=group.seat("Joris"), now=now)
    assert Agreement.objects.count() == 2


def test_nothing_filled_in_and_rubbish_get_a_sentence() -> None:
    group = Group()
    agreement = write(group)
    browser = group.browser("Rosa")
    rubbish = {"text": "Soep", "review_on": "ooit", "outcome": "weg"}
    past = {"text": "Soep", "review_on": "2020-01-01", "outcome": "goes_on"}
    review = group.page("agreement-review", agreement=agreement.pk)
    for page in (group.page("agreement-new"), review):
        for typed in ({}, rubbish, past):
            assert browser.post(page, typed).status_code == 200
    assert Agreement.objects.get().ended_on is None
