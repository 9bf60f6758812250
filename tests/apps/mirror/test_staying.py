"""The mirror shows what became of those who began, as counts of a whole, and no small groups."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gebuur.apps.care.models import Match, Proposal, Visit
from gebuur.apps.mirror.queries import (
    compare_first_weeks,
    count_first_times,
    list_cohorts,
    list_helpers,
)
from gebuur.apps.neighbourhood.models import Person, Role
from gebuur.apps.volunteers.models import Offer, PausePeriod, SmallAsk, SmallTask
from tests import cast
from tests.apps.mirror.crew import Crew, make_crew
from tests.nights import half_past_midnight, stop_the_clock

pytestmark = pytest.mark.django_db
PAGE, FILE = "/staff/mirror/", "/staff/mirror/staying/file/"
TOO_LITTLE = "Er is nog te weinig om te tonen"


@pytest.fixture
def crew() -> Crew:
    return make_crew()


def words_of(staff: Person, path: str = PAGE) -> str:
    page = cast.sign_in(staff).get(path).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.COORDINATOR])
def test_staff_reads_first_how_many_still_take_part(crew: Crew, role: str) -> None:
    crew.many(7, 70)
    crew.many(6, 70, stayed=10)
    words = words_of(cast.make_staff(crew.place, "An", role=role))
    assert "13 mensen begonnen in" in words
    assert "doen er na 8 weken nog 7 mee" in words


def test_people_who_began_lately_are_told_of_as_far_as_we_followed_them(crew: Crew) -> None:
    crew.many(6, 30)
    crew.many(5, 30, stayed=3)
    assert "doen er na 4 weken nog 6 mee" in words_of(cast.make_staff(crew.place, "An"))


def test_a_few_who_stay_or_a_few_who_left_are_no_number(crew: Crew) -> None:
    crew.many(8, 70, stayed=10)
    crew.many(2, 70)
    an = cast.make_staff(crew.place, "An")
    assert "nog minder dan 5 mee" in words_of(an)
    crew.many(20, 70)
    assert "nog bijna allen mee" not in words_of(an)
    other = make_crew(name="De Molen", slug="molen")
    other.many(20, 70)
    other.began(70, stayed=5)
    assert "nog bijna allen mee" in words_of(cast.make_staff(other.place, "Bert"))


def test_few_people_are_no_figure(crew: Crew) -> None:
    crew.many(4, 40)
    assert TOO_LITTLE in words_of(cast.make_staff(crew.place, "An"))


def test_an_empty_neighbourhood_hears_why_there_is_nothing() -> None:
    an = cast.make_staff(cast.make_place(), "An")
    assert TOO_LITTLE in words_of(an)
    assert cast.sign_in(an).get(FILE).status_code == 200
    assert cast.sign_in(an).get(f"{FILE}?table=cohorts").status_code == 404


def test_people_of_another_neighbourhood_are_not_counted() -> None:
    make_crew(name="De Molen", slug="molen").many(9, 40)
    an = cast.make_staff(cast.make_place(), "An")
    assert TOO_LITTLE in words_of(an)


def test_in_the_first_hour_of_a_year_the_period_names_the_year_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stop_the_clock(monkeypatch, half_past_midnight(dt.date(2027, 1, 1)))
    crew = make_crew()
    crew.many(7, 70)
    assert "2026 tot vrijdag 1 januari." in words_of(cast.make_staff(crew.place, "An"))


def test_a_neighbour_does_not_know_the_page() -> None:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    for path in (PAGE, FILE):
        assert cast.sign_in(rosa).get(path).status_code == 404


def test_the_mirror_is_in_the_bar_of_staff() -> None:
    an = cast.make_staff(cast.make_place(), "An")
    page = cast.sign_in(an).get("/staff/offers/").content.decode()
    assert f'href="{PAGE}">Spiegel</a>' in page


def test_the_picture_has_a_wide_and_a_narrow_drawing_and_a_table(crew: Crew) -> None:
    crew.many(7, 70)
    crew.many(6, 70, stayed=10)
    page = cast.sign_in(cast.make_staff(crew.place, "An")).get(PAGE).content.decode()
    assert page.count('class="chart chart-wide"') == page.count('class="chart chart-narrow"') == 1
    assert "Toon de cijfers als tabel" in page
    assert not re.search(r"\sstyle=", page)


def test_months_with_few_people_stand_together(crew: Crew) -> None:
    crew.now = crew.now.replace(year=2026, month=11, day=28)
    for days, count in ((300, 9), (100, 3), (40, 6)):
        crew.many(count, days)
    cohorts = list_cohorts(list_helpers(crew.place, now=crew.now), now=crew.now)
    assert [(c.first.month, c.last.month, c.curve.n) for c in cohorts] == [(8, 10, 9), (2, 2, 9)]


def test_whoever_came_back_and_whoever_pauses_is_with_us(crew: Crew) -> None:
    crew.many(5, 70, paused_until=dt.date(2100, 1, 1))
    (helper, *_others) = list_helpers(crew.place, now=crew.now)
    assert (helper.life.left, round(helper.life.exit)) == (False, 70)


def test_what_happens_after_the_moment_of_looking_is_not_known(crew: Crew) -> None:
    crew.began(70, stayed=60, asked=50)
    crew.began(5)
    then = crew.now - dt.timedelta(days=30)
    (helper,) = list_helpers(crew.place, now=then)
    assert (helper.life.left, round(helper.life.exit), helper.asked) == (False, 40, None)


def test_how_soon_people_were_asked_stands_in_counts_of_a_whole(crew: Crew) -> None:
    crew.many(8, 70, asked=3, matched=5)
    crew.many(6, 70, asked=20)
    crew.many(7, 70, stayed=9)
    first, later, latest = count_first_times(list_helpers(crew.place, now=crew.now), now=crew.now)
    assert (first.days, first.whole, first.asked, first.had, first.waiting, first.gone) == (
        14, 21, 8, 8, 6, 7,
    )  # fmt: skip
    assert (later.asked, later.had) == (14, 8)
    assert latest.days == 60
    words = words_of(cast.make_staff(crew.place, "An"))
    assert "14 dagen 21 8 van 21 8 van 21 6 van 21 7 van 21" in words


def test_a_small_task_that_needs_no_seeker_is_a_first_task(crew: Crew) -> None:
    helped, asked = crew.began(70, asked=30, matched=31), crew.began(70)
    small = SmallTask.objects.create(
        neighbourhood=crew.place, kind="street-table", on=crew.now.date(), created_at=crew.now
    )
    at = crew.now - dt.timedelta(days=65)
    for offer, state in ((helped, "done"), (asked, "not_this_time")):
        SmallAsk.objects.create(
            neighbourhood=crew.place,
            small_task=small,
            offer=offer,
            state=state,
            asked_at=at,
            answered_at=at + dt.timedelta(days=1),
        )
    helpers = list_helpers(crew.place, now=crew.now)
    assert sorted((round(one.asked or 0), one.first_task is not None) for one in helpers) == [
        (5, False),
        (5, True),
    ]
    assert {round(one.first_task) for one in helpers if one.first_task} == {6}


def test_a_single_hidden_number_hides_its_neighbour_too(crew: Crew) -> None:
    """With the whole beside it, one hidden number could be worked out from the others."""
    crew.many(12, 20, asked=1, matched=2)
    crew.many(6, 20)
    crew.many(2, 20, stayed=4)
    (first,) = count_first_times(list_helpers(crew.place, now=crew.now), now=crew.now)
    assert (first.whole, first.had, first.waiting, first.gone) == (20, 12, None, None)


def test_asked_early_or_not_is_compared_among_those_who_were_there_on_day_14(crew: Crew) -> None:
    crew.many(6, 100, asked=3)
    crew.many(5, 100, asked=50, stayed=60)
    crew.many(4, 100, stayed=8)
    both = compare_first_weeks(list_helpers(crew.place, now=crew.now))
    assert both.one is not None
    assert both.other is not None
    assert (both.one.n, both.one.events) == (6, 0)
    assert (both.other.n, both.other.events) == (5, 5)
    words = words_of(cast.make_staff(crew.place, "An"))
    assert "Toeval alleen maakt zelden zo" in words
    assert "Dat bewijst geen oorzaak." in words


def test_too_few_to_compare_are_not_compared(crew: Crew) -> None:
    crew.many(9, 100)
    crew.many(3, 100, asked=2)
    assert "Te weinig mensen om te vergelijken" in words_of(cast.make_staff(crew.place, "An"))


def test_the_file_hides_what_the_page_hides(crew: Crew) -> None:
    crew.many(12, 20, asked=1, matched=2)
    crew.many(6, 20)
    crew.many(2, 20, stayed=4)
    browser = cast.sign_in(cast.make_staff(crew.place, "An"))
    times = browser.get(f"{FILE}?table=times")
    assert times["Content-Type"] == "text/csv; charset=utf-8"
    lines = times.content.decode("utf-8-sig").splitlines()
    assert lines[1] == "14 dagen;20;12 van 20;12 van 20;–;–"
    cohorts = browser.get(f"{FILE}?table=cohorts").content.decode("utf-8-sig").splitlines()
    assert cohorts[0].startswith("Begonnen in;mensen;na 2 weken")
    assert browser.get(f"{FILE}?table=nothing").status_code == 404
    assert browser.get(f"{FILE}?table=before_after").status_code == 404


def test_the_page_asks_the_database_equally_often_for_many_as_for_few(crew: Crew) -> None:
    browser = cast.sign_in(cast.make_staff(crew.place, "An"))
    crew.many(6, 70, asked=2, matched=3)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as seen:
            browser.get(PAGE)
        counts.append(len(seen))
        crew.many(30, 40, asked=2, matched=3, stayed=20)
    assert counts[0] == counts[1]


def silent(offer: Offer) -> None:
    """Let the question that was put to her pass without an answer."""
    Proposal.objects.filter(offer=offer).update(state="no_answer", answered_at=None)


def test_silence_is_leaving_only_when_a_length_was_chosen(crew: Crew) -> None:
    crew.many(6, 100)
    for offer in crew.many(6, 100, asked=3):
        silent(offer)
    an = cast.make_staff(crew.place, "An")
    assert "doen er na 8 weken nog bijna allen mee" in words_of(an)
    words = words_of(an, f"{PAGE}?silent=42")
    assert "doen er na 8 weken nog 6 mee" in words
    assert "Wie we nooit iets vroegen, is nooit stil." in words
    assert "doen er na 8 weken nog bijna allen mee" in words_of(an, f"{PAGE}?silent=84")
    page = cast.sign_in(an).get(f"{PAGE}?silent=42").content.decode()
    assert f"{FILE}?silent=42&amp;table=cohorts" in page
    assert cast.sign_in(an).get(f"{PAGE}?silent=1").status_code == 404


def test_whoever_gave_a_sign_of_life_or_paused_is_not_silent(crew: Crew) -> None:
    asked = crew.began(100, asked=3)
    silent(asked)
    visiting = crew.began(100, asked=2, matched=4)
    PausePeriod.objects.create(
        neighbourhood=crew.place,
        offer=asked,
        since=(crew.now - dt.timedelta(days=95)).date(),
        until=(crew.now - dt.timedelta(days=20)).date(),
    )
    Visit.objects.create(
        neighbourhood=crew.place,
        match=Match.objects.get(offer=visiting),
        on=crew.now.date(),
        part=1,
        word="kers 27",
        state="done",
        reported_at=crew.now,
    )
    silent(visiting)
    helpers = list_helpers(crew.place, now=crew.now, silent_after=42)
    assert [helper.life.left for helper in helpers] == [False, False]
    PausePeriod.objects.all().delete()
    Visit.objects.all().delete()
    helpers = list_helpers(crew.place, now=crew.now, silent_after=42)
    assert sorted(round(helper.life.exit) for helper in helpers) == [44, 45]
