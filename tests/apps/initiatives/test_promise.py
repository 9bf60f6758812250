"""What was promised and what was seen: six conditions first, a frame where a style needs it, and five voices."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.actions.promises import CONDITIONS
from gebuur.apps.initiatives.models import FrameSheet, Initiative, Promise, Step, StyleSeen
from tests.apps.initiatives.supported import YES, Supported, sheet

pytestmark = pytest.mark.django_db


def answers(holds: str = "yes", **more: Any) -> dict[str, Any]:
    told = {f"holds_{key}": holds for key in CONDITIONS}
    return told | {f"evidence_{key}": "Gezien op straat." for key in CONDITIONS} | more


def test_a_style_is_announced_after_six_conditions_and_with_its_frame() -> None:
    story = Supported()
    an = story.browser(story.an)
    assert "Delegerend" in an.get(story.path("promise/decide/")).content.decode()
    path = story.path("promise/decide/delegating/")
    page = an.post(path, {"look": "1", "evidence_openness": "Bewijs"}).content.decode()
    assert page.count('class="error"') >= 16
    assert "Bewijs" in page
    typed = answers(look="1") | sheet()
    assert an.post(path, typed | {"fixed": ""}).status_code == 200
    assert not Promise.objects.exists()
    assert an.post(path, typed).status_code == 302
    promise = Promise.objects.get()
    assert (promise.style, promise.announced_at is not None) == ("delegating", True)
    assert FrameSheet.objects.get().fixed == "Er is 200 euro."
    assert promise.conditions.count() == 6
    page = story.browser(story.luc).get(story.path(f"promises/{promise.pk}/")).content.decode()
    assert "Gezien op straat." in page
    assert "Er is 200 euro." in page


def test_a_no_gives_advice_and_blocks_nothing() -> None:
    story = Supported()
    an, path = story.browser(story.an), story.path("promise/decide/cooperative/")
    typed = answers(holds_relation="no")
    page = an.post(path, typed | {"look": "1"}).content.decode()
    assert "Laat een ruzie aan bemiddeling over." in page
    assert f'formaction="{story.path("promise/decide/facilitating/")}"' in page
    assert not Promise.objects.exists()
    other = an.post(story.path("promise/decide/facilitating/"), typed | {"instead": "1"})
    assert "Gezien op straat." in other.content.decode()
    assert not Promise.objects.exists()
    an.post(story.path("promise/do/facilitating/"), typed | {"look": "1"})
    assert Promise.objects.get(step="do").style == "facilitating"
    an.post(path, typed | {"announce": "1"})
    promise = Promise.objects.get(step="decide")
    assert promise.style == "cooperative"
    assert promise.conditions.get(condition="relation").holds == "no"


def test_another_promise_keeps_the_first_as_history() -> None:
    story = Supported()
    first = story.promise("delegating")
    story.promise("facilitating")
    first.refresh_from_db()
    assert first.replaced_at is not None
    luc = story.browser(story.luc)
    assert "Wat eerder beloofd was" in luc.get(story.path("support/")).content.decode()
    assert luc.get(story.path(f"promises/{first.pk}/")).status_code == 200


def test_the_action_refuses_a_style_without_conditions_or_without_frame() -> None:
    story = Supported()
    for conditions, frame, refusal in (
        ({}, sheet(), actions.ConditionsFirst),
        (YES, None, actions.FrameMissing),
    ):
        with pytest.raises(refusal):
            actions.announce_style(
                story.support, Step.DO, "consultative", actor=story.support, conditions=conditions,
                frame=frame, now=story.now,
            )  # fmt: skip


@pytest.mark.parametrize("path", ["promise/never/", "promise/decide/best/", "promise/x/y/"])
def test_an_unknown_step_or_style_is_not_there(path: str) -> None:
    story = Supported()
    assert story.browser(story.an).get(story.path(path)).status_code == 404


def test_only_who_stands_beside_promises() -> None:
    story = Supported()
    path = story.path("promise/decide/delegating/")
    assert story.browser(story.godelieve).get(path).status_code == 404
    assert Client().get(path).status_code == 404


def test_a_frame_sheet_of_a_group_that_shows_itself_is_for_everybody() -> None:
    story = Supported()
    frame = story.promise().frame
    visitor = Client()
    visitor.get(f"/n/{story.place.slug}/")
    assert "Kaderblad" in visitor.get(story.path()).content.decode()
    page = visitor.get(story.path(f"frames/{frame.pk}/")).content.decode()
    assert "Er is 200 euro." in page
    assert "Godelieve" not in page
    Initiative.objects.update(is_hidden=True)
    assert visitor.get(story.path(f"frames/{frame.pk}/")).status_code == 404
    assert story.browser(story.luc).get(story.path(f"frames/{frame.pk}/")).status_code == 200


def test_members_and_supporter_say_once_a_month_what_they_saw() -> None:
    story = Supported()
    promise = story.promise()
    path = story.path(f"support/{story.support.pk}/seen/")
    luc, an = story.browser(story.luc), story.browser(story.an)
    assert "minstens één stap" in luc.post(path, {}).content.decode()
    assert luc.post(path, {str(promise.pk): "best"}).status_code == 200
    for style in ("consultative", "delegating"):
        assert luc.post(path, {str(promise.pk): style}).status_code == 302
    an.post(path, {str(promise.pk): "participative"})
    said = dict(StyleSeen.objects.values_list("member__person__first_name", "style"))
    assert said == {"Luc": "delegating", None: "participative"}
    page = an.get(story.path(f"promises/{promise.pk}/")).content.decode()
    assert "Buren hadden minder te zeggen dan beloofd was." in page


@pytest.mark.parametrize(("members", "is_shown"), [(4, False), (5, True)])
def test_members_are_shown_from_five_answers_when_the_month_is_over(
    members: int, *, is_shown: bool
) -> None:
    story = Supported()
    promise = story.promise()
    seats = [story.first, story.second, *story.more_members(members - 2)]
    last_month = story.now.replace(day=1) - dt.timedelta(days=3)
    for seat in seats:
        actions.say_style_seen(story.support, {promise: "consultative"}, actor=seat, now=story.now)
    browser, path = story.browser(story.luc), story.path(f"promises/{promise.pk}/")
    assert f"{members} antwoorden" not in browser.get(path).content.decode()
    month = timezone.localdate(last_month).replace(day=1)
    StyleSeen.objects.update(month=month)
    page = browser.get(path).content.decode()
    assert (f"{members} antwoorden" in page) == is_shown
    assert ("stemmen" in page) == is_shown
