"""Nobody who offered something is forgotten: the list, the alerts of day 2, 7 and 14, and a first task."""

import datetime as dt

import pytest
from django.utils import timezone

from gebuur.apps.care import actions, queries
from gebuur.apps.care.models import Proposal
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Message
from gebuur.apps.privacy.models import Sight
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer
from gebuur.apps.volunteers.queries import alert_of, list_alerts
from tests import cast
from tests.apps.care.at_desk import Desk

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
PAGE = "/staff/first/"


@pytest.fixture
def desk() -> Desk:
    return Desk()


def offered(desk: Desk, name: str, *, days: float) -> Offer:
    """Somebody who offered to do groceries so many days ago."""
    offer = desk.helper(name)
    Offer.objects.filter(pk=offer.pk).update(created_at=timezone.now() - days * DAY)
    offer.refresh_from_db()
    return offer


def seen(desk: Desk, show: str = "never") -> list[str]:
    page = desk.browser.get(PAGE, {"show": show})
    return [one.person.first_name for one, _alert, _fits in page.context["rows"]]


def alerts(desk: Desk, now: dt.datetime) -> list[str]:
    return [one.person.first_name for one in list_alerts(desk.place, now=now)]


def test_who_waits_longest_stands_on_top_with_what_we_asked_so_far(desk: Desk) -> None:
    for name, days in (("Joris", 3), ("Emine", 20), ("Luc", 9)):
        offered(desk, name, days=days)
    assert seen(desk) == ["Emine", "Luc", "Joris"]
    page = desk.browser.get(PAGE).content.decode()
    assert "3 mensen zijn nog nooit gevraagd" in page
    assert "20 dagen geleden" in page


def test_the_coordinator_finds_them_in_two_presses_and_gives_one_a_first_task(desk: Desk) -> None:
    joris = offered(desk, "Joris", days=9)
    table = volunteers.make_small_task(
        desk.place, actor=desk.an, now=timezone.now(), kind="street-table"
    )
    start = desk.browser.get("/desk/").content.decode()
    assert "1 mens is nog nooit gevraagd" in start
    assert PAGE in start
    assert f"{PAGE}{joris.pk}/" in desk.browser.get(PAGE).content.decode()
    page = desk.browser.get(f"{PAGE}{joris.pk}/").content.decode()
    assert "Aan de straattafel staan" in page
    desk.browser.post(f"/staff/small/{table.pk}/ask/", {"offer": str(joris.pk)})
    assert seen(desk) == []
    assert "nog nooit gevraagd" not in desk.browser.get("/desk/").content.decode()


def test_an_open_question_that_fits_is_proposed_with_reasons_and_asked(desk: Desk) -> None:
    joris = offered(desk, "Joris", days=9)
    now = timezone.now()
    desk.ask(cast.make_person(desk.place, "Rosa"), "groceries", now=now - 2 * DAY)
    longest = desk.ask(cast.make_person(desk.place, "Godelieve"), now=now - 6 * DAY)
    desk.ask(cast.make_person(desk.place, "Karel"), "walk", now=now - 9 * DAY)
    page = desk.browser.get(f"{PAGE}{joris.pk}/")
    fits = page.context["fits"]
    assert [fit.request.seeker.first_name for fit in fits] == ["Godelieve", "Rosa"]
    assert "Wacht 1 week op een eerste keer" in page.content.decode()
    desk.browser.post(f"/desk/requests/{longest.pk}/ask/", {"offer": str(joris.pk)})
    assert Proposal.objects.get(request=longest).offer == joris
    assert seen(desk) == []


def test_who_is_kept_apart_gets_no_such_proposal(desk: Desk) -> None:
    joris = offered(desk, "Joris", days=9)
    godelieve = cast.make_person(desk.place, "Godelieve")
    desk.ask(godelieve)
    volunteers.keep_apart(joris.person, godelieve, actor=desk.an)
    assert desk.browser.get(f"{PAGE}{joris.pk}/").context["fits"] == []


@pytest.mark.parametrize(
    ("days", "alert"), [(0.5, 0), (1.9, 0), (2.1, 2), (6.9, 2), (7.1, 7), (13.9, 7), (14.1, 14), (60, 14)]
)  # fmt: skip
def test_an_alert_comes_at_day_two_seven_and_fourteen(desk: Desk, days: float, alert: int) -> None:
    joris = offered(desk, "Joris", days=days)
    now = timezone.now()
    assert alert_of(joris, now=now) == alert
    assert bool(alerts(desk, now)) == bool(alert)


def test_a_talk_on_the_phone_settles_the_alert_until_the_next_one(desk: Desk) -> None:
    joris = offered(desk, "Joris", days=8)
    now = timezone.now()
    assert alerts(desk, now) == ["Joris"]
    desk.browser.post(f"{PAGE}{joris.pk}/phoned/")
    joris.refresh_from_db()
    assert alerts(desk, now) == []
    assert alert_of(joris, now=now) == 0
    assert alerts(desk, now + 5 * DAY) == []
    assert alerts(desk, now + 7 * DAY) == ["Joris"]
    assert seen(desk) == ["Joris"], "still never asked"


def test_time_alone_settles_nothing(desk: Desk) -> None:
    offered(desk, "Joris", days=3)
    assert alerts(desk, timezone.now() + 900 * DAY) == ["Joris"]


def test_a_pause_settles_it_and_a_question_settles_it(desk: Desk) -> None:
    now = timezone.now()
    joris, emine = (offered(desk, name, days=9) for name in ("Joris", "Emine"))
    volunteers.pause_offer(joris, actor=desk.an, until=timezone.localdate() + 9 * DAY, now=now)
    actions.pick_helpers(
        desk.ask(cast.make_person(desk.place, "Rosa")), [emine], actor=desk.an, now=now
    )
    assert alerts(desk, now) == []


def test_the_desk_the_list_and_the_mail_say_the_same_number(desk: Desk) -> None:
    for number in range(5):
        offered(desk, f"Buur{number}", days=3 + number)
    offered(desk, "Vers", days=1)
    today = timezone.localdate()
    monday = today + dt.timedelta(days=-today.weekday() % 7)
    morning = timezone.make_aware(dt.datetime.combine(monday, dt.time(8)))
    day = queries.day_of(desk.place, now=timezone.now())
    listed = desk.browser.get(PAGE, {"show": "alerts"}).context["page"].paginator.count
    assert (day.first_asks.count, day.never_asked, listed) == (5, 6, 5)
    assert day.anything
    actions.send_morning_mail(now=morning)
    count = queries.day_of(desk.place, now=morning).first_asks.count
    mail = Message.objects.get(template="care/messages/morning")
    assert f"{count} vrijwilligers wachten op een eerste vraag" in mail.body
    assert "Buur" not in mail.body


def test_asked_and_never_a_yes_is_a_list_of_its_own(desk: Desk) -> None:
    now = timezone.now()
    joris, emine = (offered(desk, name, days=30) for name in ("Joris", "Emine"))
    for helper, say in ((joris, actions.say_not_this_time), (emine, actions.say_yes)):
        asked = desk.ask(cast.make_person(desk.place, f"Zoekt{helper.person.first_name}"))
        [proposal] = actions.pick_helpers(asked, [helper], actor=desk.an, now=now)
        proposal.refresh_from_db()
        say(proposal, actor=helper.person, now=now)
    assert seen(desk, "no_yes") == ["Joris"]
    rows = desk.browser.get(PAGE, {"show": "all"}).context["rows"]
    told = {one.person.first_name: (one.times_asked, one.times_yes) for one, _a, _f in rows}
    assert told == {"Joris": (1, 0), "Emine": (1, 1)}


def test_a_yes_that_the_seeker_did_not_take_stays_a_yes(desk: Desk) -> None:
    now = timezone.now()
    joris = offered(desk, "Joris", days=30)
    asked = desk.ask(cast.make_person(desk.place, "Rosa"))
    [proposal] = actions.pick_helpers(asked, [joris], actor=desk.an, now=now)
    proposal.refresh_from_db()
    actions.say_yes(proposal, actor=joris.person, now=now)
    proposal.refresh_from_db()
    actions.refuse_helper(proposal, actor=desk.an, now=now)
    [(one, _alert, _fits)] = desk.browser.get(PAGE, {"show": "all"}).context["rows"]
    assert (one.times_asked, one.times_yes) == (1, 1)


def test_the_contact_is_who_noted_it_and_can_become_somebody_else(desk: Desk) -> None:
    joris = offered(desk, "Joris", days=9)
    nele = cast.make_staff(desk.place, "Nele")
    assert joris.contact == desk.an
    desk.browser.post(f"{PAGE}{joris.pk}/contact/", {"contact": str(nele.pk)})
    joris.refresh_from_db()
    assert joris.contact == nele
    for rubbish in ("", "x", str(joris.person_id)):
        page = desk.browser.post(
            f"{PAGE}{joris.pk}/contact/", {"contact": rubbish}, follow=True
        ).content.decode()
        assert "Kies iemand van het team." in page
    joris.refresh_from_db()
    assert joris.contact == nele


def test_whoever_looks_at_one_volunteer_is_noted(desk: Desk) -> None:
    joris = offered(desk, "Joris", days=9)
    desk.browser.get(f"{PAGE}{joris.pk}/")
    assert Sight.objects.get(person=joris.person).reader == desk.an


def test_another_neighbourhood_and_a_neighbour_see_nobody(desk: Desk) -> None:
    joris = offered(desk, "Joris", days=9)
    bert = cast.sign_in(cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert"))
    rosa = cast.make_person(desk.place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    assert "Joris" not in bert.get(PAGE, {"show": "all"}).content.decode()
    for browser in (bert, cast.sign_in(rosa)):
        assert browser.get(f"{PAGE}{joris.pk}/").status_code == 404
        assert browser.post(f"{PAGE}{joris.pk}/phoned/").status_code == 404
    assert Person.objects.get(first_name="Joris").offer.phoned_at is None


def test_rubbish_in_the_address_shows_the_first_list(desk: Desk) -> None:
    for typed in ({"show": "x", "page": "y"}, {"show": "\x00", "page": "-1"}):
        assert desk.browser.get(PAGE, typed).status_code == 200


def test_an_empty_list_says_that_everybody_was_asked(desk: Desk) -> None:
    assert "Iedereen is al eens iets gevraagd" in desk.browser.get(PAGE).content.decode()


def test_a_long_list_asks_no_more_questions_of_the_database(desk: Desk) -> None:
    for name in ("Joris", "Emine"):
        offered(desk, name, days=9)
        desk.ask(cast.make_person(desk.place, f"Zoekt{name}"))
    few = desk.queries_for(PAGE)
    for name in ("Luc", "Rosa", "Karel"):
        offered(desk, name, days=9)
        desk.ask(cast.make_person(desk.place, f"Zoekt{name}"))
    assert desk.queries_for(PAGE) == few
