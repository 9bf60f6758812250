"""The editor: blocks on the clock, added, changed, moved, copied and taken out, and the whole on paper."""

import re
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.forms import KINDS
from gebuur.apps.workshops.models import Block, Workshop
from gebuur.apps.workshops.queries.agenda import BlockWords
from gebuur.domain import frames
from tests import cast
from tests.apps.workshops.at_table import (
    LIST,
    an,
    block,
    browser,
    page,
    titles,
    typed,
    workshop,
)

__all__ = ["an", "browser", "workshop"]
pytestmark = pytest.mark.django_db
OWN_PICKS: dict[str, dict[str, Any]] = {
    "case": {"case": "garden"},
    "lights": {"tasks": ["money", "letter"]},
    "poll": {"choices": "Ja\nNee"},
}


def detail(workshop: Workshop) -> str:
    return f"{LIST}{workshop.pk}/"


def new(workshop: Workshop, kind: str) -> str:
    return f"{detail(workshop)}blocks/new/?kind={kind}"


def at(one: Block, act: str = "") -> str:
    return f"{LIST}blocks/{one.pk}/{act}"


def test_the_blocks_stand_on_the_clock_with_a_running_total(
    browser: Client, workshop: Workshop
) -> None:
    said = page(browser, detail(workshop))
    assert "33 minuten, van 9.00 tot 9.33" in said
    assert re.findall(r'data-l="Samen">(\d+)', said) == ["10", "21", "33"]


@pytest.mark.parametrize("start", ["13:30", "13.30", "13u30"])
def test_the_hour_one_types_sets_the_clock_also_on_paper(
    browser: Client, workshop: Workshop, start: str
) -> None:
    browser.post(detail(workshop), {"start": start})
    assert "van 13.30 tot 14.03" in page(browser, detail(workshop))
    assert "13.40" in page(browser, f"{detail(workshop)}print/")


@pytest.mark.parametrize("start", ["", "halfnegen", "25:00"])
def test_an_hour_that_is_none_is_asked_again(
    browser: Client, workshop: Workshop, start: str
) -> None:
    said = browser.post(detail(workshop), {"start": start}).content.decode()
    assert "Schrijf een uur, bijvoorbeeld 9:00 of 13:30." in said
    assert start in said
    assert "van 9.00 tot 9.33" in said


def test_an_agenda_may_run_past_midnight(browser: Client, workshop: Workshop) -> None:
    browser.post(detail(workshop), {"start": "23:50"})
    assert "van 23.50 tot 0.23" in page(browser, detail(workshop))


def test_every_kind_says_what_the_room_does_and_what_the_screen_shows(
    browser: Client, workshop: Workshop
) -> None:
    said = page(browser, f"{detail(workshop)}blocks/new/")
    assert said.count(">Kies</a>") == len(KINDS) == len(frames.BlockKind)
    assert "Iedereen kiest één van de zeven stijlen." in said
    assert "Het scherm toont het wiel met de stemmen van de zaal." in said


@pytest.mark.parametrize("kind", list(frames.BlockKind))
def test_a_block_of_every_kind_is_added(browser: Client, workshop: Workshop, kind: str) -> None:
    assert "Wat de zaal eerst leest" in page(browser, new(workshop, kind))
    answer = browser.post(new(workshop, kind), typed(place="1") | OWN_PICKS.get(kind, {}))
    assert answer.status_code == 302
    assert titles(workshop) == ["Een", "Nieuw", "Twee", "Drie"]
    added = block(workshop, "Nieuw")
    assert (added.kind, added.minutes) == (kind, 15)
    assert frames.stages_of(frames.BlockKind(kind), added.picks)
    assert "Nieuw" in page(browser, detail(workshop))
    assert "Nieuw" in page(browser, at(added))


def test_a_kind_that_does_not_exist_leads_back_to_the_choice(
    browser: Client, workshop: Workshop
) -> None:
    assert "Wat doet de zaal?" in browser.post(new(workshop, "karaoke"), typed()).content.decode()
    assert titles(workshop) == ["Een", "Twee", "Drie"]


@pytest.mark.parametrize(
    ("kind", "own", "said"),
    [
        ("wheel", {"title": " "}, "Schrijf een titel. De zaal leest hem op het scherm."),
        ("wheel", {"title": "x" * 121}, "Maak het korter: hoogstens 120 tekens."),
        ("wheel", {"text": "y" * 601}, "Maak het korter: hoogstens 600 tekens."),
        ("wheel", {"minutes": ""}, "Schrijf hele minuten, van 1 tot 240."),
        ("wheel", {"minutes": "0"}, "Schrijf hele minuten, van 1 tot 240."),
        ("wheel", {"minutes": "241"}, "Schrijf hele minuten, van 1 tot 240."),
        ("wheel", {"minutes": "een kwartier"}, "Schrijf hele minuten, van 1 tot 240."),
        ("wheel", {"place": "99"}, "De agenda veranderde intussen."),
        ("wheel", {"place": ""}, "Kies waar dit blok komt."),
        ("case", {}, "Kies één van de drie casussen."),
        ("case", {"case": "moon"}, "Kies één van de drie casussen."),
        ("lights", {}, "Kies minstens één taak."),
        ("lights", {"tasks": ["letter", "rockets"]}, "Eén van deze taken bestaat niet."),
        ("poll", {}, "Schrijf twee tot twaalf keuzes, één per regel."),
        ("poll", {"choices": "Alleen dit"}, "We tellen er nu 1."),
        ("poll", {"choices": "\n".join("abcdefghijklm")}, "We tellen er nu 13."),
        ("poll", {"choices": "Ja\n ja "}, "“ja” staat er twee keer."),
        ("poll", {"choices": f"Ja\n{'n' * 81}"}, "Deze keuze is te lang voor een gsm"),
    ],
)
def test_a_block_that_misses_something_is_sent_back_with_one_sentence(
    browser: Client, workshop: Workshop, kind: str, own: dict[str, Any], said: str
) -> None:
    answer = browser.post(new(workshop, kind), typed(text="Dit typte ik") | own)
    content = answer.content.decode()
    assert answer.status_code == 200
    assert said in content
    assert "Dit typte ik" in content or "text" in own
    assert titles(workshop) == ["Een", "Twee", "Drie"]


def test_nothing_at_all_is_no_block(browser: Client, workshop: Workshop) -> None:
    for kind in frames.BlockKind:
        assert browser.post(new(workshop, kind)).status_code == 200
    assert titles(workshop) == ["Een", "Twee", "Drie"]


def test_a_case_without_a_title_takes_the_name_of_the_case(
    browser: Client, workshop: Workshop
) -> None:
    browser.post(new(workshop, "case"), typed(title="", case="volunteers", with_feel="on"))
    added = workshop.blocks.get(kind="case")
    assert added.title == "Veel vrijwilligers, en twee maanden later weinig"
    assert added.picks == ["volunteers", frames.FEEL]
    assert "ook “Wat voel je?”" in page(browser, detail(workshop))


def test_tasks_carry_the_words_of_the_organisation(browser: Client, workshop: Workshop) -> None:
    cast.make_task(
        workshop.organisation.neighbourhoods.get(), names={"nl": "Naar de winkel", "en": "To shop"}
    )
    assert "Naar de winkel" in page(browser, new(workshop, "lights"))


def test_tasks_keep_the_order_they_had(browser: Client, workshop: Workshop, an: Person) -> None:
    words = BlockWords("lights", "Grenzen", "", 20, ("money", "letter", "keys"))
    added = actions.add_block(workshop, words, actor=an, place=0)
    browser.post(at(added), typed(tasks=["chat", "keys", "money"]))
    added.refresh_from_db()
    assert added.picks == ["money", "keys", "chat"]


def test_choices_of_a_poll_are_never_read_as_keys_or_markup(
    browser: Client, workshop: Workshop
) -> None:
    browser.post(new(workshop, "poll"), typed(choices="money\n<b>vet</b>"))
    said = page(browser, detail(workshop))
    assert '<span lang="nl">money</span>, <span lang="nl">&lt;b&gt;vet&lt;/b&gt;</span>' in said


def test_a_block_changes_and_moves_at_once(browser: Client, workshop: Workshop) -> None:
    two = block(workshop, "Twee")
    browser.post(at(two), typed(title="Anders", text="a\r\nb", minutes="45", place="2"))
    assert titles(workshop) == ["Een", "Drie", "Anders"]
    two.refresh_from_db()
    assert (two.text, two.minutes) == ("a\nb", 45)


def test_an_edit_that_is_refused_keeps_what_was_typed(browser: Client, workshop: Workshop) -> None:
    two = block(workshop, "Twee")
    answer = browser.post(at(two), typed(title="Anders", minutes="-3")).content.decode()
    assert "Schrijf hele minuten" in answer
    assert "Anders" in answer
    assert titles(workshop) == ["Een", "Twee", "Drie"]


def test_a_block_goes_up_and_down_by_buttons_and_keeps_the_focus(
    browser: Client, workshop: Workshop
) -> None:
    three = block(workshop, "Drie")
    answer = browser.post(at(three, "move/"), {"way": "up"}, follow=True).content.decode()
    assert titles(workshop) == ["Een", "Drie", "Twee"]
    assert re.search(r'value="up" aria-label="Omhoog: Drie, nu nummer 2" autofocus', answer)
    answer = browser.post(at(three, "move/"), {"way": "up"}, follow=True).content.decode()
    assert titles(workshop) == ["Drie", "Een", "Twee"]
    assert re.search(r'value="down" aria-label="Omlaag: Drie, nu nummer 1" autofocus', answer)
    browser.post(at(three, "move/"), {"way": "down"})
    assert titles(workshop) == ["Een", "Drie", "Twee"]


@pytest.mark.parametrize(("title", "way"), [("Een", "up"), ("Drie", "down"), ("Twee", "sideways")])
def test_a_block_does_not_fall_off_the_agenda(
    browser: Client, workshop: Workshop, title: str, way: str
) -> None:
    assert browser.post(at(block(workshop, title), "move/"), {"way": way}).status_code == 302
    assert titles(workshop) == ["Een", "Twee", "Drie"]


def test_a_copy_stands_right_behind_its_block(browser: Client, workshop: Workshop) -> None:
    answer = browser.post(at(block(workshop, "Een"), "copy/"))
    assert titles(workshop) == ["Een", "Een", "Twee", "Drie"]
    assert answer["Location"].endswith(f"#block-{workshop.blocks.all()[1].pk}")


def test_a_block_goes_after_asking_once_more(browser: Client, workshop: Workshop) -> None:
    two = block(workshop, "Twee")
    assert "“Twee” weghalen?" in page(browser, at(two, "remove/"))
    assert f'href="{detail(workshop)}"' in page(browser, at(two, "remove/"))
    assert f'href="{detail(workshop)}"' in page(browser, at(two))
    assert titles(workshop) == ["Een", "Twee", "Drie"]
    browser.post(at(two, "remove/"))
    assert titles(workshop) == ["Een", "Drie"]
    assert [one.position for one in workshop.blocks.all()] == [0, 1]
    assert browser.post(at(two, "remove/")).status_code == 404


def test_a_block_that_a_colleague_took_out_meanwhile_does_not_move(
    workshop: Workshop, an: Person, browser: Client
) -> None:
    two = block(workshop, "Twee")
    Block.objects.filter(pk=two.pk).delete()
    for act in ("", "move/", "copy/", "remove/"):
        assert browser.post(at(two, act)).status_code == 404


def test_an_agenda_that_is_full_says_so(browser: Client, workshop: Workshop, an: Person) -> None:
    for _number in range(57):
        actions.copy_block(workshop.blocks.latest("position"), actor=an)
    full = "Deze agenda is vol"
    assert full in browser.post(new(workshop, "wheel"), typed()).content.decode()
    one = workshop.blocks.earliest("position")
    assert full in browser.post(at(one, "copy/"), follow=True).content.decode()
    assert workshop.blocks.count() == 60


def test_an_action_checks_the_rule_and_the_person_by_itself(workshop: Workshop, an: Person) -> None:
    with pytest.raises(actions.PicksUnfit):
        actions.add_block(workshop, BlockWords("case", "x", "", 5, ()), actor=an, place=0)
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    words = BlockWords("wheel", "x", "", 5, ())
    one, now = block(workshop, "Een"), timezone.now()
    for attempt in (
        lambda: actions.add_block(workshop, words, actor=bert, place=0),
        lambda: actions.edit_block(one, words, actor=bert, place=0),
        lambda: actions.move_block(one, actor=bert, steps=1),
        lambda: actions.copy_block(one, actor=bert),
        lambda: actions.remove_block(one, actor=bert),
        lambda: actions.edit_workshop(workshop, actor=bert, title="x", language="nl"),
        lambda: actions.copy_workshop(workshop, actor=bert, now=now),
        lambda: actions.put_away(workshop, actor=bert, now=now),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
    rosa = cast.make_person(an.neighbourhood, "Rosa")
    for attempt in (
        lambda: actions.make_workshop("x", "nl", actor=rosa, now=now),
        lambda: actions.copy_ready("deck", "nl", actor=rosa, now=now),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
    assert titles(workshop) == ["Een", "Twee", "Drie"]


def test_in_english_everything_is_english(browser: Client, workshop: Workshop) -> None:
    answer = browser.get(detail(workshop), headers={"accept-language": "en"}).content.decode()
    assert "33 minutes, from" in answer
