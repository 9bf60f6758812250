"""A group over time: what was seen each time, side by side, back and forth, and never a label."""

import datetime as dt
import json
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pypdf import PdfReader

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import actions
from gebuur.apps.reflection.models import Entry, Lens
from tests import cast
from tests.apps.reflection.written import CANARY, a_sitting, text_of

pytestmark = pytest.mark.django_db
MINE = "/staff/reflection/over-time/"


def looked(
    an: Person, day: str, *signals: str, group: str = "de tuingroep", change: str = ""
) -> Entry:
    """A finished sitting of that day, through the lens of the phases."""
    told: dict[str, Any] = {"group": group, "change": change}
    if signals:
        told |= {"signals": list(signals), "nothing_fits": 0}
    entry = a_sitting(an, "phase", seen={"phase": told})
    Entry.objects.filter(pk=entry.pk).update(on=dt.date.fromisoformat(day))
    return entry


def begun(an: Person) -> str:
    """The address of the lens in a sitting that just began."""
    entry = a_sitting(an)
    actions.choose_lenses(entry, ["phase"], actor=an)
    return f"/staff/reflection/{entry.pk}/phase/"


def test_the_same_group_is_one_picture_whatever_the_capitals_and_spaces(
    an: Person, browser: Client
) -> None:
    looked(an, "2026-09-07", "own-rules", group="De  Tuingroep")
    looked(an, "2026-10-05", "who-decides", group="de tuin groep")
    looked(an, "2026-11-02", "own-rules", change="Twee nieuwe gezichten.")
    page = text_of(browser, MINE)
    assert page.count("<h3") == 1
    assert "De tuingroep" in page
    assert "ribbon-1" in page
    assert "ribbon-2" not in page


def test_going_back_stays_in_sight_with_who_came_and_without_a_label(
    an: Person, browser: Client
) -> None:
    looked(an, "2026-09-07", "own-rules")
    looked(an, "2026-10-05", "who-decides")
    looked(an, "2026-11-02", "own-rules", change="Twee nieuwe gezichten.")
    page = text_of(browser, MINE)
    assert "Een groep gaat heen en weer." in page
    assert (
        "2/11, van elke 100 signalen: Afspreken 100. Meer dan de vorige keer (5/10): Afspreken."
        in page
    )
    lines = [
        [cell.partition(">")[2].partition("<")[0] for cell in row.split("<t")[1:]]
        for row in page.partition("<tbody>")[2].partition("</tbody>")[0].split("<tr")[1:]
    ]
    told = [[cell for cell in line if cell.strip()] for line in lines]
    assert [(line[0], line[2], line[3]) for line in told[:3]] == [
        ("7/9", "0", "100"),
        ("5/10", "100", "0"),
        ("2/11", "0", "100"),
    ]
    assert "Twee nieuwe gezichten" in told[2]


def test_two_groups_are_two_pictures_and_one_look_is_enough(an: Person, browser: Client) -> None:
    looked(an, "2026-10-05", "who-decides", group="de koffieploeg")
    looked(an, "2026-11-02", "own-rules")
    page = text_of(browser, MINE)
    assert "ribbon-1" in page
    assert "ribbon-2" in page
    assert page.index("De tuingroep") < page.index("De koffieploeg")


def test_over_a_new_year_the_days_carry_their_year(an: Person, browser: Client) -> None:
    looked(an, "2025-12-08", "own-rules")
    looked(an, "2026-01-05", "we-say")
    page = text_of(browser, MINE)
    assert "8/12/25" in page
    assert "5/1/26" in page


def test_a_day_on_which_nothing_was_ticked_is_listed_and_not_drawn(
    an: Person, browser: Client
) -> None:
    looked(an, "2026-10-05", change="Drie buren stopten.")
    page = text_of(browser, MINE)
    assert "Drie buren stopten." in page
    assert "Je kruiste die dag niets aan." in page
    assert "ribbon-1" not in page


def test_without_a_group_the_page_says_how_one_comes_there(an: Person, browser: Client) -> None:
    a_sitting(an, "phase")
    page = text_of(browser, MINE)
    assert "Nog geen groep" in page
    assert "Een groep gaat heen en weer." not in page


def test_nobody_else_sees_her_groups(an: Person) -> None:
    entry = looked(an, "2026-11-02", "own-rules", group=CANARY)
    nele = cast.make_staff(an.neighbourhood, "Nele")
    actions.share_entry(entry, nele, actor=an, now=entry.begun_at)
    hers = cast.sign_in(nele)
    assert CANARY not in text_of(hers, MINE)
    assert CANARY in text_of(hers, f"/staff/reflection/{entry.pk}/")


def test_a_group_and_who_came_are_kept_and_told_everywhere(an: Person, browser: Client) -> None:
    step = begun(an)
    typed = {"signals": ["own-rules"], "group": "de tuingroep", "change": "Twee nieuwe gezichten"}
    browser.post(step, typed)
    assert 'value="de tuingroep"' in text_of(browser, step)
    sitting = step.removesuffix("phase/")
    for page in (f"{step}seen/", sitting):
        told = text_of(browser, page)
        assert "de tuingroep" in told
        assert "Twee nieuwe gezichten" in told
    data = json.loads(browser.get(f"{sitting}file/").content)
    assert data["lenses"]["phase"] == typed | {"nothing_fits": 0}
    paper = PdfReader(BytesIO(browser.get(f"{sitting}pdf/").content))
    words = " ".join("".join(page.extract_text() for page in paper.pages).split())
    assert "Welke groep: de tuingroep" in words
    assert "Wie kwam of ging: Twee nieuwe gezichten" in words


def test_only_who_came_is_kept_as_well_and_draws_no_empty_picture(
    an: Person, browser: Client
) -> None:
    step = begun(an)
    browser.post(step, {"change": "Twee nieuwe gezichten"})
    page = text_of(browser, f"{step}seen/")
    assert "Twee nieuwe gezichten" in page
    assert "van elke 100" not in page
    assert browser.get(f"{step.removesuffix('phase/')}pdf/").status_code == 200


@pytest.mark.parametrize("field", ["group", "change"])
def test_names_are_pointed_out_in_both(an: Person, browser: Client, field: str) -> None:
    cast.make_person(an.neighbourhood, "Godelieve")
    step, typed = begun(an), {field: "Bij Godelieve", "signals": ["own-rules"]}
    page = browser.post(step, typed).content.decode()
    assert "Dit wijst naar iemand" in page
    assert 'value="Bij Godelieve"' in page
    assert page.count(" checked") == 1
    browser.post(step, typed | {"replace": "1"})
    assert 'value="Bij een buur"' in text_of(browser, step)


def test_other_words_that_are_too_long_are_shown_and_nothing_is_lost(
    an: Person, browser: Client
) -> None:
    cast.make_person(an.neighbourhood, "Jo")
    step, long = begun(an), "Jo " + "x" * 77
    answer = browser.post(step, {"group": long, "change": "Eén weg", "replace": "1"})
    assert answer.status_code == 200
    assert f'value="Een buur {"x" * 77}"' in answer.content.decode()
    assert 'value="Eén weg"' in answer.content.decode()
    assert not Lens.objects.get().words


def test_a_group_stands_sealed_in_the_database_and_harmless_on_the_page(
    an: Person, browser: Client
) -> None:
    looked(an, "2026-11-02", "own-rules", group=CANARY, change="<script>alert(1)</script>")
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{Lens._meta.db_table}"')  # noqa: S608 - a name of our own
        assert CANARY not in str(cursor.fetchall())
    assert "<script>alert" not in text_of(browser, MINE)
