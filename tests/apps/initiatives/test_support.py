"""Who stands beside a group: offered, welcome or not, longer when both say so, and ended by either side."""

import datetime as dt
from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.chronicle.models import ActorKind, Line
from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.models import Initiative, Member, PhaseNote, Support, SupportWish
from gebuur.apps.initiatives.permissions import take_phone_seat
from gebuur.apps.neighbourhood.models import Membership, Role
from gebuur.apps.outbox.models import Message
from gebuur.web.forgetting import erase
from gebuur.web.jobs import run_round
from tests import cast
from tests.apps.initiatives.supported import OFFER, Supported, was_told

pytestmark = pytest.mark.django_db


def words_of(browser: Client, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_staff_offers_and_the_group_says_welcome() -> None:
    story = Supported(going=False)
    Support.objects.all().delete()
    until = (story.today + dt.timedelta(days=90)).isoformat()
    an = story.browser(story.an)
    assert "Spoelstraat helpt" in words_of(an, "/staff/support/")
    path = f"/staff/initiatives/{story.group.pk}/support/new/"
    assert an.post(path, OFFER | {"until": until}).status_code == 302
    support = Support.objects.get()
    assert an.get(story.path("support/")).status_code == 404
    neighbour = story.browser(story.godelieve)
    assert OFFER["does_not"] in words_of(neighbour, story.path("support/"))
    assert was_told(story.godelieve, "/l/group/")
    neighbour.post(story.path(f"support/{support.pk}/answer/"), {"answer": "welcome"})
    support.refresh_from_db()
    assert (support.state, support.answered_by) == ("going", story.first.member)
    assert OFFER["does"] in words_of(an, story.path("support/"))
    acts = set(Line.objects.filter(actor_kind=ActorKind.PROFESSIONAL).values_list("act", "verb"))
    assert {("support-offered", "supported"), ("support", "supported")} <= acts


def test_rather_not_needs_no_reason_and_shows_her_nothing() -> None:
    story = Supported(going=False)
    browser = story.browser(story.luc)
    browser.post(story.path(f"support/{story.support.pk}/answer/"), {"answer": "not"})
    assert Support.objects.get().state == "declined"
    assert story.browser(story.an).get(story.path("support/")).status_code == 404
    browser.post(story.path(f"support/{story.support.pk}/answer/"), {"answer": "welcome"})
    assert Support.objects.get().state == "declined"
    assert Message.objects.filter(person=story.an, template__endswith="support_staff").exists()


@pytest.mark.parametrize("answer", ["", "yes", "welcome' OR 1=1"])
def test_rubbish_is_no_answer(answer: str) -> None:
    story = Supported(going=False)
    path = story.path(f"support/{story.support.pk}/answer/")
    page = story.browser(story.godelieve).post(path, {"answer": answer}, follow=True)
    assert "Kies een van de twee antwoorden" in page.content.decode()
    assert Support.objects.get().state == "offered"


def test_a_member_without_voice_reads_and_cannot_say_it() -> None:
    story = Supported(going=False)
    Member.objects.filter(person=story.luc).update(known_at=None)
    browser, path = story.browser(story.luc), f"support/{story.support.pk}/"
    assert 'name="answer"' not in words_of(browser, story.path("support/"))
    assert browser.post(story.path(f"{path}answer/"), {"answer": "welcome"}).status_code == 404
    assert Support.objects.get().state == "offered"
    assert "nog geen stem" in words_of(browser, story.path(f"{path}longer/"))


def test_nothing_filled_in_says_what_is_missing_and_keeps_the_rest() -> None:
    story = Supported(going=False)
    an, path = story.browser(story.an), f"/staff/initiatives/{story.group.pk}/support/new/"
    page = an.post(path, {"reason": "Omdat ze het vroegen"}).content.decode()
    assert "Omdat ze het vroegen" in page
    assert "Schrijf wat je doet voor de groep." in page
    for until in ("31/02/2026", story.today.isoformat(), "2999-01-01", "gisteren"):
        page = an.post(path, OFFER | {"until": until}).content.decode()
        assert 'class="error"' in page, until
        assert OFFER["does"] in page
    again = (story.today + dt.timedelta(days=30)).isoformat()
    assert "al aangeboden" in an.post(path, OFFER | {"until": again}).content.decode()
    assert Support.objects.count() == 1


def test_a_hidden_group_is_offered_nothing_until_it_asks() -> None:
    story = Supported(going=False)
    Support.objects.all().delete()
    Initiative.objects.update(is_hidden=True)
    an, path = story.browser(story.an), f"/staff/initiatives/{story.group.pk}/support/new/"
    assert an.get(path).status_code == 404
    assert "Spoelstraat helpt" not in words_of(an, "/staff/support/")
    neighbour = story.browser(story.godelieve)
    assert (
        "Schrijf in een paar woorden"
        in neighbour.post(story.path("support/ask/"), {}).content.decode()
    )
    neighbour.post(story.path("support/ask/"), {"words": "Wie helpt ons aan een zaal?"})
    page = words_of(an, "/staff/support/")
    assert "Wie helpt ons aan een zaal?" in page
    assert "Godelieve" not in page
    assert an.get(path).status_code == 200
    neighbour.post(story.path("support/ask/"), {"drop": "1"})
    assert an.get(path).status_code == 404
    assert SupportWish.objects.get().settled_at is not None


@pytest.mark.parametrize("side", ["group", "supporter"])
def test_either_side_ends_it_on_any_day(side: str) -> None:
    story = Supported()
    browser = story.browser(story.luc if side == "group" else story.an)
    path = story.path(f"support/{story.support.pk}/end/")
    assert browser.get(path).status_code == 200
    assert browser.post(path, {"words": "Dank je, Kanariepiet"}).status_code == 302
    support = Support.objects.get()
    assert (support.state, support.ended_by_group) == ("ended", side == "group")
    assert story.browser(story.an).get(story.path("support/")).status_code == 404
    assert "Kanariepiet" in words_of(story.browser(story.godelieve), story.path("support/"))
    assert "al gestopt" in story.browser(story.luc).post(path, {}).content.decode()


def test_longer_needs_the_yes_of_the_other_side() -> None:
    story = Supported()
    an, luc = story.browser(story.an), story.browser(story.luc)
    later = story.today + dt.timedelta(days=120)
    path = story.path(f"support/{story.support.pk}/")
    for rubbish in ("", "morgen", story.today.isoformat(), "2999-01-01"):
        assert 'class="error"' in an.post(f"{path}longer/", {"until": rubbish}).content.decode()
    earlier = (story.support.until - dt.timedelta(days=1)).isoformat()
    assert 'class="error"' in an.post(f"{path}longer/", {"until": earlier}).content.decode()
    an.post(f"{path}longer/", {"until": later.isoformat()})
    an.post(f"{path}agree/", {"answer": "yes"})
    assert Support.objects.get().until != later
    luc.post(f"{path}agree/", {"answer": "maybe"})
    luc.post(f"{path}agree/", {"answer": "yes"})
    assert Support.objects.get().until == later
    luc.post(f"{path}longer/", {"until": (later + dt.timedelta(days=9)).isoformat()})
    an.post(f"{path}agree/", {"answer": "no"})
    assert (Support.objects.get().until, Support.objects.get().longer_until) == (later, None)


def test_both_are_asked_two_weeks_before_and_it_ends_by_itself() -> None:
    story = Supported()
    before = story.now + dt.timedelta(days=47)
    assert (actions.remind_of_ends(now=before), actions.remind_of_ends(now=before)) == (1, 0)
    assert was_told(story.an, "twee weken")
    assert was_told(story.godelieve, "twee weken")
    last = story.now + dt.timedelta(days=60)
    assert actions.end_supports(now=last) == 0
    assert actions.end_supports(now=last + dt.timedelta(days=1)) == 1
    assert Support.objects.get().state == "ended"
    assert Line.objects.filter(act="support-ended", verb="supported").count() == 1
    assert any("support ended" in line for line in run_round(timezone.now()))


def test_support_ends_when_the_group_closes() -> None:
    story = Supported()
    Initiative.objects.update(state="closed", closed_at=story.now)
    assert actions.end_supports(now=story.now) == 1


def test_an_offer_is_taken_back_before_the_group_answers() -> None:
    story = Supported(going=False)
    bert = cast.make_staff(story.place, "Bert")
    path = f"/staff/support/{story.support.pk}/withdraw/"
    assert story.browser(bert).post(path).status_code == 404
    story.browser(story.an).post(path)
    assert Support.objects.get().state == "ended"
    page = words_of(story.browser(story.godelieve), story.path("support/"))
    assert "het aanbod is teruggenomen" in page


def test_a_stranger_and_staff_of_another_place_see_nothing() -> None:
    story = Supported()
    promise = story.promise()
    other = Supported(slug="molen")
    paths = ["support/", "phases/", f"promises/{promise.pk}/", f"support/{story.support.pk}/end/"]
    for browser in (Client(), other.browser(other.an), other.browser(other.godelieve)):
        for path in paths:
            assert browser.get(story.path(path)).status_code == 404, path
    bert = other.browser(other.an)
    assert bert.get(f"/staff/initiatives/{story.group.pk}/support/new/").status_code == 404
    mixed = f"/initiatives/{other.group.pk}/promises/{promise.pk}/"
    assert bert.get(mixed).status_code == 404


def test_who_no_longer_works_here_no_longer_reads_along() -> None:
    story = Supported()
    an = story.browser(story.an)
    assert an.get(story.path("support/")).status_code == 200
    Membership.objects.filter(person=story.an).update(until=story.today - dt.timedelta(days=1))
    assert an.get(story.path("support/")).status_code == 404
    assert an.get(story.path("")).status_code in {200, 404}
    assert "Luc" not in an.get(story.path("")).content.decode()


def test_the_page_now_tells_what_waits() -> None:
    story = Supported(going=False)
    browser = story.browser(story.godelieve)
    assert "wil naast je groep staan" in words_of(browser, story.path())
    support = actions.answer_support(
        story.support, is_welcome=True, actor=story.first, now=story.now
    )
    story.support = support
    story.promise()
    assert "Je kunt zeggen wat je zag" in words_of(browser, story.path())
    Support.objects.update(until=story.today + dt.timedelta(days=3))
    assert "stopt op" in words_of(browser, story.path())


def test_what_staff_types_on_the_phone_says_so() -> None:
    story = Supported()
    bert = cast.make_staff(story.place, "Bert")
    browser = story.browser(bert)
    request = type("Request", (), {"session": browser.session})()
    take_phone_seat(request, story.second.member)
    request.session.save()
    browser.post(
        story.path("advice/new/"),
        {"text": "Zet er een bank", "to": "service", "answer_by": story.today + dt.timedelta(7)},
    )
    page = words_of(story.browser(story.godelieve), story.path("support/"))
    assert "Zet er een bank" in page
    assert "getypt door <bdi>Bert</bdi>, aan de telefoon" in page


def test_promises_of_a_place_tell_the_style_and_the_last_day() -> None:
    story = Supported()
    story.promise("delegating")
    story.promise("facilitating")
    told = queries.promises_of(story.place)
    assert [(one.step, one.style, one.until) for one in told] == [
        ("decide", "delegating", story.support.until),
        ("decide", "facilitating", story.support.until),
    ]
    assert [one.replaced_at is None for one in told] == [False, True]


def test_she_cannot_say_welcome_to_herself_with_a_member_on_the_phone() -> None:
    story = Supported(going=False)
    typed = replace(story.second, typed_by=story.an)
    with pytest.raises(actions.YourOwnSupport):
        actions.answer_support(story.support, is_welcome=True, actor=typed, now=story.now)
    bert = cast.make_staff(story.place, "Bert")
    typed = replace(story.second, typed_by=bert)
    actions.answer_support(story.support, is_welcome=True, actor=typed, now=story.now)
    page = words_of(story.browser(story.godelieve), story.path("support/"))
    assert "getypt door <bdi>Bert</bdi>" in page


def test_who_is_erased_leaves_the_words_of_the_group_without_her_name() -> None:
    story = Supported()
    story.promise()
    actions.give_advice(
        "Zet er een bank", actor=story.second, to_supporter=story.support,
        answer_by=story.today + dt.timedelta(7), now=story.now,
    )  # fmt: skip
    note = actions.note_phase(
        story.group, actor=story.support, signals=["we-say"], is_unclear=False, words="",
        now=story.now,
    )  # fmt: skip
    actions.contest_phase(note, "Wij zien het anders.", actor=story.second, now=story.now)
    actions.note_phase(
        story.group, actor=story.second, signals=["we-say"], is_unclear=False, words="",
        now=story.now,
    )  # fmt: skip
    nele = cast.make_staff(story.place, "Nele", role=Role.COORDINATOR)
    erase(story.luc, actor=nele, now=story.now)
    browser = story.browser(story.godelieve)
    page = words_of(browser, story.path("support/"))
    assert "Zet er een bank" in page
    assert "Luc" not in page
    assert "Wij zien het anders." in words_of(browser, story.path("phases/"))
    assert PhaseNote.objects.filter(member__isnull=False).count() == 0
    erase(story.an, actor=nele, now=story.now)
    assert "Niemand van de dienst" in words_of(browser, story.path("support/"))
