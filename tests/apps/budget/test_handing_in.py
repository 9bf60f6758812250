"""A group hands its proposal in, mends it, sees it frozen for the vote, or takes it back."""

from io import BytesIO

import pypdf
import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.models import Idea, Proposal, Round
from gebuur.apps.chronicle.models import Line
from gebuur.apps.initiatives import actions as initiatives
from gebuur.apps.initiatives.models import Closing
from gebuur.apps.neighbourhood.models import Person
from gebuur.core.errors import RuleBroken
from gebuur.web.forgetting import erase
from tests import cast
from tests.apps.budget.writing import draft, one, rosa, seat, text, work
from tests.nights import same_hour

__all__ = ["draft", "one", "rosa"]
pytestmark = pytest.mark.django_db


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
    first = text(client, f"{public}versions/1/")
    assert "Samen groenten kweken." in first
    assert "Wat er kan mislopen" not in first, "no heading above nothing"
    acts = Line.objects.filter(thing=draft.pk).order_by("number").values_list("act", flat=True)
    assert list(acts) == ["proposal", "proposal-handed-in", "proposal-changed"]
    draft.refresh_from_db()
    with pytest.raises(actions.NothingChanged):
        actions.hand_in(draft, actor=seat(draft), why="Nog eens", now=timezone.now())


def test_after_the_day_to_mend_nothing_is_written_any_more(one: Round, rosa: Person) -> None:
    proposal = cast.make_proposal(one, member=rosa)
    late = same_hour(91)
    with pytest.raises(actions.ProposalsClosed):
        actions.write_proposal(proposal, actor=seat(proposal), now=late, summary="x")
    with pytest.raises(actions.ProposalsClosed):
        actions.hand_in(proposal, actor=seat(proposal), why="x", now=late)


def test_a_frozen_proposal_says_which_text_is_voted_on(
    one: Round, rosa: Person, client: Client
) -> None:
    proposal = cast.make_proposal(one, member=rosa)
    actions.write_proposal(proposal, actor=seat(proposal), now=timezone.now(), summary="Anders")
    proposal.refresh_from_db()
    actions.freeze(proposal)
    version, public = proposal.versions.get(), f"/budget/proposals/{proposal.pk}/"
    assert proposal.frozen_digest == version.digest
    for path in (public, f"{public}versions/1/"):
        assert "de versie op de stembrief" in text(client, path)
    assert version.fingerprint in text(client, f"{public}versions/1/")
    sheet = pypdf.PdfReader(BytesIO(client.get(f"{public}pdf/").content)).pages[0]
    assert version.fingerprint in " ".join(sheet.extract_text().split())


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
