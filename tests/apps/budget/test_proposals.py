"""A group works out an idea: writes it part by part, hands it in, mends it, and everybody reads it."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.models import Idea, Proposal, Round
from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions as initiatives
from gebuur.apps.initiatives.models import Closing, Member
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Person, Role, Street
from gebuur.core.errors import RuleBroken
from gebuur.web.forgetting import erase
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa() -> Person:
    rosa = cast.make_person(cast.make_place(), "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    return rosa


@pytest.fixture
def one(rosa: Person) -> Round:
    nele = cast.make_staff(rosa.neighbourhood, "Nele", role=Role.COORDINATOR)
    cast.make_group(rosa).members.update(known_at=timezone.now())
    return cast.make_round(rosa.neighbourhood, coordinator=nele, neighbour=rosa)


@pytest.fixture
def draft(one: Round, rosa: Person) -> Proposal:
    return cast.make_proposal(one, member=rosa, state="draft")


def seat(proposal: Proposal) -> Seat:
    return Seat(proposal.group.members.earliest("joined_at"))


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def work(proposal: Proposal) -> str:
    return f"/budget/proposals/{proposal.pk}/writing/"


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


def test_the_meter_says_first_what_is_needed_and_never_a_score(draft: Proposal) -> None:
    actions.write_proposal(draft, actor=seat(draft), now=timezone.now(), upkeep_by="")
    draft.refresh_from_db()
    written, frame = queries.written_of(draft), queries.binding_frame(draft.round)
    missed = queries.missed_by_reader(written, frame)
    assert [gap.part for gap in queries.needed_for_handing_in(written, frame)] == ["upkeep"]
    assert missed[0].part == "upkeep"
    assert not any("%" in gap.words or len(gap.words) > 110 for gap in missed)


def test_what_is_missing_stands_in_a_sentence_each_and_nothing_is_handed_in(
    draft: Proposal, rosa: Person
) -> None:
    draft.costs.all().delete()
    draft.ticks.all().delete()
    browser, page = cast.sign_in(rosa), f"{work(draft)}hand-in/"
    assert "Voor jong en oud" in text(browser, page)
    assert browser.post(page, {"why": ""}).status_code == 200
    draft.refresh_from_db()
    assert draft.state == Proposal.State.DRAFT
    with pytest.raises(actions.StillMissing):
        actions.hand_in(draft, actor=seat(draft), why="", now=timezone.now())


def test_what_was_handed_in_stays_until_the_group_hands_in_again_and_says_why(
    draft: Proposal, rosa: Person, client: Client
) -> None:
    browser, public = cast.sign_in(rosa), f"/budget/proposals/{draft.pk}/"
    assert browser.post(f"{work(draft)}hand-in/", {"why": ""}).status_code == 302
    assert "Samen groenten kweken." in text(client, public)
    browser.post(f"{work(draft)}what/", {"title": draft.title, "summary": "Ook kruiden."})
    assert "Ook kruiden." not in text(client, public)
    assert "Schrijf waarom" in browser.post(f"{work(draft)}hand-in/", {"why": ""}).content.decode()
    assert (
        browser.post(f"{work(draft)}hand-in/", {"why": "De school vroeg het."}).status_code == 302
    )
    assert "Ook kruiden." in text(client, public)
    changed = text(client, f"{public}versions/2/")
    assert "De school vroeg het." in changed
    assert "<del" in changed
    assert "Samen groenten kweken." in text(client, f"{public}versions/1/")
    acts = Line.objects.filter(thing=draft.pk).order_by("number").values_list("act", flat=True)
    assert list(acts) == ["proposal", "proposal-handed-in", "proposal-changed"]
    draft.refresh_from_db()
    with pytest.raises(actions.NothingChanged):
        actions.hand_in(draft, actor=seat(draft), why="Nog eens", now=timezone.now())


def test_after_the_day_to_mend_nothing_is_written_any_more(one: Round, rosa: Person) -> None:
    proposal = cast.make_proposal(one, member=rosa)
    late = timezone.now() + dt.timedelta(days=91)
    with pytest.raises(actions.ProposalsClosed):
        actions.write_proposal(proposal, actor=seat(proposal), now=late, summary="x")
    with pytest.raises(actions.ProposalsClosed):
        actions.hand_in(proposal, actor=seat(proposal), why="x", now=late)


def test_a_frozen_proposal_says_which_text_is_voted_on(one: Round, rosa: Person) -> None:
    proposal = cast.make_proposal(one, member=rosa)
    actions.write_proposal(proposal, actor=seat(proposal), now=timezone.now(), summary="Anders")
    proposal.refresh_from_db()
    actions.freeze(proposal)
    assert proposal.frozen_digest == proposal.versions.get().digest


def test_a_draft_that_is_taken_back_sets_the_idea_free(draft: Proposal, rosa: Person) -> None:
    browser, idea = cast.sign_in(rosa), draft.idea
    assert "Nee, we gaan verder" in text(browser, f"{work(draft)}withdraw/")
    assert browser.post(f"{work(draft)}withdraw/").status_code == 302
    assert not Proposal.objects.exists()
    idea.refresh_from_db()
    assert idea.state == Idea.State.OPEN


def test_what_was_handed_in_meanwhile_is_not_thrown_away_as_a_draft(draft: Proposal) -> None:
    as_seen = Proposal.objects.get(pk=draft.pk)
    actions.hand_in(draft, actor=seat(draft), why="", now=timezone.now())
    with pytest.raises(RuleBroken):
        actions.withdraw_proposal(as_seen, actor=seat(draft), now=timezone.now())
    assert draft.versions.count() == 1


def test_a_proposal_that_is_taken_back_stays_readable_but_off_the_list(
    one: Round, rosa: Person, client: Client
) -> None:
    proposal = cast.make_proposal(one, member=rosa)
    assert proposal.title in text(client, f"/budget/{one.pk}/proposals/")
    actions.withdraw_proposal(proposal, actor=seat(proposal), now=timezone.now())
    assert proposal.title not in text(client, f"/budget/{one.pk}/proposals/")
    assert "teruggenomen door de groep" in text(client, f"/budget/proposals/{proposal.pk}/")


def test_who_had_the_idea_can_be_forgotten_and_the_proposal_of_the_group_stays(
    one: Round, rosa: Person
) -> None:
    proposal = cast.make_proposal(one, member=rosa)
    nele = Person.objects.get(first_name="Nele")
    erase(rosa, actor=nele, now=timezone.now())
    proposal.refresh_from_db()
    assert proposal.idea.giver is None
    assert proposal.versions.count() == 1


def test_a_group_with_a_proposal_is_not_deleted_and_hears_why(draft: Proposal) -> None:
    now, mine = timezone.now(), seat(draft)
    draft.group.state, draft.group.closed_at = draft.group.State.CLOSED, now
    draft.group.save()
    Closing.objects.create(
        neighbourhood=draft.neighbourhood,
        initiative=draft.group,
        closed_at=now,
        wipe_on=now.date(),
        ask_back_on=now.date(),
    )
    with pytest.raises(RuleBroken, match="buurtbudget"):
        initiatives.wipe(actor=mine, now=now)
