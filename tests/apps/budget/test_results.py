"""The result: who won and why, where a part of the pot went, and counting it again."""

import io
import json
import re
import shlex
from html import unescape
from pathlib import Path

import pypdf
import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone, translation

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.models import Count, Proposal, Round
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Message
from gebuur.web.demo.budget_result import count_last_year
from tests import cast, cast_count
from tests.cast_count import BENCH, GARDEN, SQUARE

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(nele: Person) -> Round:
    rosa = cast.make_person(nele.neighbourhood, "Rosa")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    return cast_count.make_vote(nele.neighbourhood, coordinator=nele, neighbour=rosa)


@pytest.fixture
def counted(one: Round, nele: Person) -> Count:
    count = actions.count_round(one, cast_count.ballots_of(one), actor=nele, now=timezone.now())
    actions.find_what_lacked(count)
    return Count.objects.get()


def read(path: str, **headers: str) -> str:
    page = Client(headers=headers).get(path)
    assert page.status_code == 200
    return unescape(page.content.decode()).replace("\xa0", " ")


def test_before_the_count_there_is_no_result(one: Round) -> None:
    path = f"/budget/{one.pk}/"
    assert f"{path}result/" not in read(path)
    for page in ("", "mine/", "ballots/", "poster/"):
        assert Client().get(f"{path}result/{page}").status_code == 404
    assert queries.result_of(Proposal.objects.filter(round=one)[0]) is None


def test_everybody_reads_who_won_and_why_the_others_did_not(counted: Count) -> None:
    path = f"/budget/{counted.round_id}/"
    assert f"{path}result/" in read(path)
    page = read(f"{path}result/", accept_language="en")
    winners, _heading, losers = page.partition("Why the others did not win")
    assert (GARDEN in winners, BENCH in winners, SQUARE in winners) == (True, True, False)
    assert (
        "Together this costs 7,580 euro of the 20,000 euro in the pot. 12,420 euro is left"
        in winners
    )
    for sentence in (
        "6 of the 10 voters chose it.",
        "If it cost 13,620 euro, it would have won.",
        "With 4 votes more for it alone, it would have won.",
        f"<bdi>{BENCH}</bdi></span><span>1,200 euro</span>",
        "4 voters would then get nothing of what they chose. Now that is 4.",
        "So the lot decided nothing.",
        counted.seed,
        counted.round.seed_hash,
        counted.digest,
    ):
        assert sentence in losers
    assert "10 neighbours voted." in winners


def test_an_outsider_counts_the_ballots_again_and_finds_the_same(
    counted: Count, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = f"/budget/{counted.round_id}/result/"
    file = Client().get(f"{path}ballots/").content.decode()
    assert file == counted.file
    assert not {"Rosa", "Nele", "Els", "Linnenstraat"} & set(re.split(r"\W+", file))
    shown = read(path).partition('class="command">')[2].partition("</code>")[0]
    _gebuur, command, name, *options = shlex.split(re.sub("<[^>]+>", "", shown))
    (tmp_path / name).write_text(file)
    call_command(command, str(tmp_path / name), *options)
    answer = json.loads(capsys.readouterr().out)
    titles = {row["number"]: row["title"] for row in counted.result["projects"]}
    assert {titles[one] for one in answer["winners"]} == {GARDEN, BENCH}


def test_a_frame_that_changes_afterwards_does_not_change_the_result(
    counted: Count, nele: Person
) -> None:
    one, rosa = counted.round, Person.objects.get(first_name="Rosa")
    actions.change_round(one, actor=nele, pot_cents=9_900_000, rule="greedy")
    cast_count.agree(one, nele, rosa)
    page = read(f"/budget/{one.pk}/result/", accept_language="en")
    assert "20,000 euro in the pot" in page
    assert "--rule equal-shares" in page


def test_a_visitor_sees_where_a_part_went_and_leaves_no_trace(counted: Count) -> None:
    path, browser = f"/budget/{counted.round_id}/result/mine/", Client()
    titles = {row["title"]: row["number"] for row in counted.result["projects"]}
    said = {"chosen": [titles[SQUARE], titles[BENCH]]}
    answer = browser.post(path, said, headers={"accept-language": "en"})
    page = unescape(answer.content.decode()).replace("\xa0", " ")
    assert "600 euro" in page
    assert re.search(rf"These were not: <b><bdi>{SQUARE}", page)
    assert "no-store" in answer["Cache-Control"]
    assert not Session.objects.exists()
    assert "P1" not in (answer.get("Location") or "")
    nobody = browser.post(path, {"chosen": list(titles.values())})
    assert nobody.status_code == 200
    assert browser.post(path, {}).status_code == 200
    assert "has-error" in browser.post(path, {"chosen": ["P77"]}).content.decode()


def test_the_poster_for_the_street_names_the_winners(counted: Count) -> None:
    answer = Client().get(f"/budget/{counted.round_id}/result/poster/")
    sheet = pypdf.PdfReader(io.BytesIO(answer.content))
    words = " ".join(sheet.pages[0].extract_text().split())
    assert len(sheet.pages) == 1
    assert "/MarkInfo" in sheet.root_object
    assert (GARDEN in words, SQUARE in words) == (True, False)


def test_a_proposal_tells_on_its_own_page_what_the_vote_said(counted: Count) -> None:
    proposals = {p.title: p for p in Proposal.objects.filter(round=counted.round_id)}
    with translation.override("en"):
        won, lost = (queries.result_of(proposals[title]) for title in (GARDEN, SQUARE))
    assert won is not None
    assert lost is not None
    assert (won.is_chosen, lost.is_chosen) == (True, False)
    assert won.turnout == "10 neighbours voted."
    assert won.told is not None
    assert won.told.said[0] == "4 of the 10 voters chose it."
    page = render_to_string("budget/_result.html", {"result": lost})
    assert f"/budget/{counted.round_id}/result/" in page


def test_in_the_demo_everybody_has_long_heard_of_the_result(one: Round, nele: Person) -> None:
    count = count_last_year(one, nele, now=timezone.now())
    assert (count.ballots, Count.objects.get().result["lacked"]) == (132, True)
    assert Proposal.objects.filter(round=one, is_chosen=True).exists()
    assert not Message.objects.exists()
