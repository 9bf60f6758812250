"""The dossier of a proposal on paper, and its page in easy words."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from gebuur.apps.budget import actions
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Role
from gebuur.domain import frames
from tests import cast

pytestmark = pytest.mark.django_db


def words(count: int) -> str:
    """Dutch text of so many characters."""
    return ("De buren komen elke week samen en zorgen om de beurt voor de tuin. " * 40)[:count]


def test_the_fullest_dossier_is_at_most_six_pages_and_the_plain_page_is_one(
    client: Client,
) -> None:
    criteria = [{"words": f"{n} {words(190)}", "weight": 1, "example": ""} for n in range(6)]
    rosa = cast.make_person(cast.make_place(), "Rosa")
    nele = cast.make_staff(rosa.neighbourhood, "Nele", role=Role.COORDINATOR)
    cast.make_group(rosa).members.update(known_at=timezone.now())
    one = cast.make_round(rosa.neighbourhood, coordinator=nele, neighbour=rosa, criteria=criteria)
    longest = {
        "summary": 800, "plain": 1200, "where": 160, "upkeep_by": 160, "own_things": 300, "risks": 800,
        "variants": 600, "who_benefits": 600, "own_evidence": 800, "weak_point": 400, "if_not": 600,
    }  # fmt: skip
    facts: dict[str, Any] = {name: words(most) for name, most in longest.items()}
    facts["evidence"] = [found.key for found in frames.EVIDENCE]
    facts["goals"] = [block.key for block in frames.BUILDING_BLOCKS]
    proposal = cast.make_proposal(one, member=rosa, state="draft", **facts)
    now, mine = timezone.now(), Seat(proposal.group.members.earliest("joined_at"))
    goals = facts["goals"]
    shown = {str(criterion["words"]): words(400) for criterion in criteria}
    actions.write_ticks(proposal, shown, actor=mine, now=now, goals=goals)
    for _number in range(actions.MOST_COSTS - 1):
        actions.write_cost(
            proposal, None, actor=mine, now=now, what=words(120), done_by=words(120), once_cents=99_999_999,
            yearly_cents=99_999_999, yearly_by=words(120), source="comparable", source_words=words(200),
        )  # fmt: skip
    said = {"sender": words(120), "text": words(800), "written_on": now.date()}
    for _number in range(actions.MOST_LETTERS):
        actions.write_letter(proposal, None, actor=mine, now=now, **said)
    with pytest.raises(actions.TooMany):
        actions.write_letter(proposal, None, actor=mine, now=now, **said)
    proposal.refresh_from_db()
    actions.hand_in(proposal, actor=mine, why="", now=now)
    for page, most in (("pdf", 6), ("plain", 1)):
        paper = PdfReader(BytesIO(client.get(f"/budget/proposals/{proposal.pk}/{page}/").content))
        assert len(paper.pages) <= most
        assert "/StructTreeRoot" in paper.root_object
