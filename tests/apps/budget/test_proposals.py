"""A group takes up an idea and writes it part by part: what, where, for how much, and who stands behind it."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.models import Idea, Proposal, Round
from gebuur.apps.initiatives.models import Member
from gebuur.apps.neighbourhood.models import Person, Street
from gebuur.core.errors import RuleBroken
from tests import cast
from tests.apps.budget.writing import draft, one, rosa, seat, text, work

__all__ = ["draft", "one", "rosa"]
pytestmark = pytest.mark.django_db


def test_a_known_member_begins_a_proposal_from_an_idea_and_the_idea_says_so(
    one: Round, rosa: Person, client: Client
) -> None:
    said = actions.Said("Bank aan de bushalte", "Om te wachten.")
    idea = actions.give_idea(one, said, actor=rosa, channel="web", now=timezone.now())
    signed_in, page = cast.sign_in(rosa), f"/budget/ideas/{idea.pk}/"
    assert f"{page}proposal/" in text(signed_in, page)
    assert "/initiatives/" in text(client, f"{page}proposal/")
    group = str(Member.objects.get(person=rosa).initiative_id)
    assert signed_in.post(f"{page}proposal/", {}).status_code == 200
    assert signed_in.post(f"{page}proposal/", {"group": group}).status_code == 302
    proposal = Proposal.objects.get()
    assert (proposal.title, proposal.summary) == ("Bank aan de bushalte", "Om te wachten.")
    idea.refresh_from_db()
    assert idea.state == Idea.State.PROPOSAL
    assert "Een groep werkt dit idee uit" in text(client, page)
    assert f"/budget/proposals/{proposal.pk}/writing/" in text(signed_in, "/budget/proposals/")
    assert client.get(f"/budget/proposals/{proposal.pk}/").status_code == 404
    with pytest.raises(RuleBroken):
        actions.begin_proposal(idea, actor=seat(proposal), now=timezone.now())


def test_who_is_not_known_in_the_group_reads_but_does_not_write(draft: Proposal) -> None:
    emine = cast.make_person(draft.neighbourhood, "Emine")
    cast.make_user(emine, "emine@vlasbloem.example")
    cast.join_group(draft.group, emine, known=False)
    browser = cast.sign_in(emine)
    assert "writing/what/" not in text(browser, work(draft))
    assert browser.get(f"{work(draft)}what/").status_code == 404


@pytest.mark.parametrize(
    ("part", "said", "kept"),
    [
        ("what", {"title": "Tuin", "in_street": "linnenstraat", "where": "Achter de refter"}, "Linnenstraat"),
        ("upkeep", {"upkeep_by": "De buren", "own_hours": "180"}, "180 uur"),
        ("risks", {"risks": "In de zomer is er minder volk."}, "minder volk"),
        ("criteria", {"shown_0": "Een pad van 1,20 m.", "goals": ["ties"]}, "Buren leren elkaar kennen"),
        ("people", {"who_benefits": "Iedereen.", "households": "14"}, "14 gezinnen"),
        (
            "evidence",
            {"own_evidence": "38 buren", "weak_point": "Vier deuren", "evidence": ["garden-together"]},
            "Zwak punt: Vier deuren",
        ),
    ],
)  # fmt: skip
def test_every_part_is_kept_by_itself(
    draft: Proposal, rosa: Person, part: str, said: dict[str, Any], kept: str
) -> None:
    browser = cast.sign_in(rosa)
    text(browser, f"{work(draft)}{part}/")
    assert browser.post(f"{work(draft)}{part}/", said).status_code == 302
    assert kept in text(browser, work(draft))


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("what", {"title": "", "summary": "Blijft staan"}),
        ("what", {"title": "Tuin", "in_street": "Nergensstraat", "summary": "Blijft staan"}),
        ("people", {"who_benefits": "Blijft staan", "households": "veel"}),
        ("evidence", {"own_evidence": "Blijft staan", "weak_point": ""}),
        ("evidence", {"own_evidence": "Blijft staan", "weak_point": "x", "evidence": ["wonder"]}),
        ("criteria", {"shown_0": "Blijft staan", "goals": ["macht"]}),
    ],
)
def test_what_was_typed_wrong_comes_back_with_a_sentence(
    draft: Proposal, rosa: Person, part: str, said: dict[str, Any]
) -> None:
    answer = cast.sign_in(rosa).post(f"{work(draft)}{part}/", said)
    assert answer.status_code == 200
    assert "Blijft staan" in answer.content.decode()
    assert "has-error" in answer.content.decode()


@pytest.fixture
def drawn(draft: Proposal) -> Proposal:
    """A proposal of a place whose streets have lines."""
    Street.objects.filter(name="Spoelstraat").update(lines=[[[3.95, 51.02], [3.96, 51.03]]])
    Street.objects.filter(name="Linnenstraat").update(lines=[[[3.93, 51.0195], [3.96, 51.0195]]])
    return draft


@pytest.mark.parametrize(
    "typed",
    ["nan,51.02", "3.95,1e309", "hier", "3.95", "1,2,3", "51.02,3.95", "3.95,51.04", "3.95\x00,51"],
)
def test_a_spot_that_is_none_or_outside_is_refused_with_a_sentence(
    drawn: Proposal, rosa: Person, typed: str
) -> None:
    said = {"title": "Tuin", "summary": "Blijft staan", "point": typed}
    answer = cast.sign_in(rosa).post(f"{work(drawn)}what/", said)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Blijft staan" in page
    assert 'class="field place has-error"' in page
    drawn.refresh_from_db()
    assert (drawn.lon, drawn.lat) == (None, None)


def test_a_spot_on_the_map_is_kept_in_versions_and_everybody_sees_it(
    drawn: Proposal, rosa: Person, client: Client
) -> None:
    browser, public = cast.sign_in(rosa), f"/budget/proposals/{drawn.pk}/"
    actions.hand_in(drawn, actor=seat(drawn), why="", now=timezone.now())
    drawn.refresh_from_db()
    assert not queries.is_changed(drawn)
    assert "proposal-place" not in text(client, public)
    what = f"{work(drawn)}what/"
    said = {"title": drawn.title, "summary": drawn.summary, "point": "3.946123456,51.02"}
    assert browser.post(what, said).status_code == 302
    assert 'value="3.94612,51.02"' in text(browser, what)
    browser.post(f"{work(drawn)}hand-in/", {"why": "De plek stond er nog niet bij."})
    assert "proposal-place" in text(client, public)
    assert "Het teken staat dicht bij \u2068Linnenstraat\u2069" in text(client, public)
    assert "breedtegraad 51.02, lengtegraad 3.94612" in text(client, f"{public}versions/2/")
    first, second = (queries.read_proposal(one.text).point for one in drawn.versions.all())
    assert (first, second) == (None, (3.94612, 51.02))
    assert browser.post(what, said | {"point": ""}).status_code == 302
    drawn.refresh_from_db()
    assert (drawn.lon, drawn.lat) == (None, None)


def test_without_lines_of_streets_there_is_no_map(draft: Proposal, rosa: Person) -> None:
    assert "data-map" not in text(cast.sign_in(rosa), f"{work(draft)}what/")


def test_costs_are_typed_as_people_write_money(draft: Proposal, rosa: Person) -> None:
    browser, new = cast.sign_in(rosa), f"{work(draft)}costs/new/"
    said = {"what": "Regenton", "once_cents": "€ 1.234,56", "yearly_cents": "45", "source": "quote"}
    assert "Schrijf wie dit elk jaar betaalt" in browser.post(new, said).content.decode()
    assert browser.post(new, said | {"yearly_by": "De stad"}).status_code == 302
    line = draft.costs.get(what="Regenton")
    assert (line.once_cents, line.yearly_cents) == (123_456, 4_500)
    own = f"{work(draft)}costs/{line.pk}/"
    assert 'value="1234,56"' in text(browser, own)
    assert browser.post(own, {"drop": "1"}).status_code == 302
    assert not draft.costs.filter(what="Regenton").exists()
    assert browser.get(own).status_code == 404


def test_a_letter_of_support_is_added_and_left_out(draft: Proposal, rosa: Person) -> None:
    browser, new = cast.sign_in(rosa), f"{work(draft)}letters/new/"
    said = {"sender": "De school", "text": "Wij komen mee.", "written_on": "2026-03-03"}
    assert browser.post(new, said | {"written_on": "x"}).status_code == 200
    assert browser.post(new, said).status_code == 302
    letter = draft.letters.get()
    assert "De school" in text(browser, work(draft))
    assert browser.post(f"{work(draft)}letters/{letter.pk}/", {"drop": "1"}).status_code == 302
    assert not draft.letters.exists()
