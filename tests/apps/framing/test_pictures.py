"""The frames as pictures: each says its finding in words, gives all figures, and ranks nothing."""

import datetime as dt
import re
from collections.abc import Sequence

import pytest
from django.test import Client
from django.utils import translation

from gebuur.apps.framing import queries
from gebuur.apps.framing.templatetags.framing import (
    RibbonMoment,
    attitude_moments,
    attitude_moments_table,
    quinn,
    quinn_table,
    ribbon,
    ribbon_table,
    wheel,
    wheel_compared,
    wheel_table,
    wheel_votes,
    wheel_votes_table,
)
from gebuur.apps.neighbourhood.models import Organisation
from gebuur.core.charts import Picture
from tests import cast

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 28)
NOW = {"people": 15, "renewal": 10, "results": 35, "order": 40}
WANTED = {"people": 30, "renewal": 10, "results": 27.5, "order": 32.5}


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


def rows(kind: str) -> Sequence[queries.FrameRow]:
    organisation = Organisation.objects.first() or cast.make_place().organisation
    return queries.list_frames(organisation, kind, today=TODAY)


def title(picture: Picture) -> str:
    found = re.search(r"<title[^>]*>(.*?)</title>", picture.narrow)
    return found.group(1) if found else ""


def words(drawing: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", drawing)


def test_the_field_says_what_is_wanted_more_and_less() -> None:
    picture = quinn(rows("quadrants"), rows("roles"), now=NOW, wanted=WANTED)
    assert title(picture) == "More wanted of: People. Less wanted of: Results, Order."
    shown = words(picture.wide)
    assert {"now 40", "wanted 27.5", "Mentor", "Monitor", "room and change"} <= set(shown)
    assert shown.index("People") < shown.index("Renewal") < shown.index("Results")


def test_the_field_with_one_side_says_every_number() -> None:
    quadrants, roles = rows("quadrants"), rows("roles")
    assert title(quinn(quadrants, roles, now=NOW, wanted={})) == (
        "Now: People 15, Renewal 10, Results 35, Order 40."
    )
    assert title(quinn(quadrants, roles, now={}, wanted=NOW)).startswith("Wanted: People 15")
    assert title(quinn(quadrants, roles, now=NOW, wanted=NOW)) == "What is wanted is as it is now."
    assert title(quinn(quadrants, roles, now={}, wanted={})) == "Four quadrants and eight roles."


def test_the_table_of_the_field_has_only_the_sides_that_are_there() -> None:
    table = quinn_table(rows("quadrants"), rows("roles"), now={}, wanted=WANTED)
    assert list(table.head) == ["Quadrant", "Roles", "Wanted"]
    assert list(table.rows[2]) == ["Results", "Producer, Director", "27.5"]
    assert len(quinn_table(rows("quadrants"), rows("roles"), now={}, wanted={}).head) == 2


def test_the_ribbon_counts_every_moment_of_a_hundred_whatever_its_sum() -> None:
    few = RibbonMoment("May", {"forming": 3, "storming": 1})
    many = RibbonMoment("June", {"storming": 60, "norming": 30, "unclear": 30}, "two came")
    picture = ribbon(rows("phases"), [few, many])
    assert title(picture) == (
        "June, of every 100 signals: Clashing 50, Agreeing 25, Not clear 25."
        " More than at May: Clashing, Agreeing, Not clear."
    )
    assert "June: two came." in picture.wide
    table = ribbon_table(rows("phases"), [few, many])
    assert [list(row)[:4] for row in table.rows] == [
        ["May", "75", "25", "0"],
        ["June", "0", "50", "25"],
    ]
    assert [row[-1] for row in table.rows] == ["–", "two came"]


def test_a_group_nobody_looked_at_and_one_seen_once() -> None:
    phases = rows("phases")
    assert title(ribbon(phases, [])) == "Nobody has looked at this group yet."
    once = [RibbonMoment("May", {"forming": 2})]
    assert title(ribbon(phases, once)) == "May, of every 100 signals: Getting acquainted 100."
    assert ribbon_table(phases, once).head[-1] == "Not clear"
    assert "0" in title(ribbon(phases, [RibbonMoment("May", {})]))


def test_attitudes_are_days_and_never_a_number() -> None:
    seen = [("3 March", "respect"), ("3 March", "openness"), ("9 June", "respect")]
    picture = attitude_moments(rows("attitudes"), [*seen, ("9 June", "not-one-of-ours")])
    assert title(picture) == "From 3 March to 9 June, moments of: Openness, Respect."
    assert picture.wide.count('class="c-us"') == 3
    days = {row[0]: row[1] for row in attitude_moments_table(rows("attitudes"), seen).rows}
    assert days["Respect"] == "3 March, 9 June"
    assert days["Genuineness"] == "–"
    assert len(days) == 9


def test_no_moment_yet_and_one_day() -> None:
    attitudes = rows("attitudes")
    assert title(attitude_moments(attitudes, [])) == "No moment has been noted yet."
    one = attitude_moments(attitudes, [("3 March", "respect")])
    assert title(one) == "3 March, moments of: Respect."


def test_votes_stand_in_the_ring_in_its_own_order() -> None:
    styles, votes = rows("styles"), {"consultative": 5, "facilitating": 1, "unknown": 40}
    picture = wheel_votes(styles, votes)
    assert title(picture) == "Ring with seven styles. Votes: Facilitating 1, Consultative 5."
    assert {"5 votes", "1 vote", "0 votes"} <= set(words(picture.wide))
    table = wheel_votes_table(styles, votes)
    assert [row[1] for row in table.rows] == ["1", "0", "0", "0", "5", "0", "0"]
    assert "No votes yet." in title(wheel_votes(styles, {}))


def test_promised_seen_and_votes_stand_in_one_ring_and_can_be_read() -> None:
    promised = {"participative": "Deciding, Doing", "facilitating": "Closing"}
    votes = {"participative": 3, "consultative": 4}
    picture = wheel_compared(rows("styles"), promised=promised, seen="participative", votes=votes)
    assert "Promised: Participative. Seen: Participative." in title(picture)
    assert "Deciding, Doing, 3 votes" in words(picture.wide)
    assert "on-us" not in picture.wide  # On its plate white words would not be seen.
    shown = words(picture.narrow)
    assert "Deciding, Doing, 3 votes" not in shown  # Too long for its segment, so only below.
    assert "4. Participative: Deciding, Doing, 3 votes" in shown
    assert "Closing" in shown


def test_the_table_of_the_wheel_says_what_was_promised_and_seen() -> None:
    styles = rows("styles")
    table = wheel_table(styles, promised="delegating", seen="consultative")
    assert [row[2] for row in table.rows] == ["–", "–", "promised", "–", "seen", "–", "–"]
    assert wheel_table(styles, promised="delegating", seen="delegating").rows[2][2] == (
        "promised, seen"
    )
    assert len(wheel_table(styles).head) == 2
    assert 'role="img"' in wheel(styles, promised="delegating").wide


def page(kind: str) -> str:
    browser: Client = cast.sign_in(cast.make_staff(cast.make_place(), "An"))
    with translation.override("nl"):
        return browser.get(f"/staff/frames/?kind={kind}").content.decode()


def test_each_style_in_the_ring_leads_to_its_text() -> None:
    said = page("styles")
    links = re.findall(r'class="ring-link"[^>]*', said) + re.findall(
        r"<a [^>]*ring-link[^>]*", said
    )
    assert links
    targets = set(re.findall(r'href="#(frame-[\w-]+)"', said))
    assert len(targets) == 7
    assert all(said.count(f'id="{target}"') == 1 for target in targets)
    assert "Buren nemen het initiatief." in said


@pytest.mark.parametrize("kind", ["axes", "quadrants", "roles"])
def test_axes_quadrants_and_roles_stand_in_one_field(kind: str) -> None:
    said = page(kind)
    assert "Twee assen, vier kwadranten, acht rollen" in said
    assert "ruimte en verandering" in said
    assert "Mentor, Begeleider van de groep" in said


def test_a_kind_without_a_picture_has_none() -> None:
    assert "chart-box" not in page("phases")
