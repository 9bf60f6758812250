"""A garden that the neighbourhood chose, and an authority that answers on the pages."""

from typing import Any

import pytest
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Decision, Proposal
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role
from tests import cast

PAST = {
    "ideas_from": 90, "ideas_until": 80, "proposals_until": 70, "checks_until": 60, "repairs_until": 50,
    "vote_from": 40, "vote_until": 20, "decide_by": 3,
}  # fmt: skip
CRITERION, EXCLUSION = "Voor jong en oud", "Wat buiten de buurt ligt."
WHOLE: dict[str, Any] = {
    "outcome": "no",
    "granted_cents": "",
    "conditions": "",
    "facts": "De poort van de refter sluit om vijf uur (nota van 4 november).",
    "rule": "Het kader, versie 1.",
    "exclusion": "",
    "met_0": "not",
    "words_0": "Wie werkt kan er pas na sluitingstijd heen.",
    "alternative": "Een pad langs de kant van de Molenstraat.",
    "respond": "Gesprek op 8 december in de refter.",
    "respond_by": "2031-12-31",
    "plain": "We zeggen nu nee. De poort gaat te vroeg dicht voor wie werkt.",
    "signatory": "Mieke Claes",
    "signatory_role": "Schepen van participatie",
    "decided_on": "2026-09-01",
}


@pytest.fixture
def rosa(place: Neighbourhood) -> Person:
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    cast.make_group(rosa).members.update(known_at=timezone.now())
    return rosa


@pytest.fixture
def els(chosen: Proposal) -> Person:
    """She signed the frame for the authority."""
    els = chosen.round.frames.get().authority_by
    assert els is not None
    return els


@pytest.fixture
def chosen(place: Neighbourhood, rosa: Person) -> Proposal:
    """The garden, chosen in the vote."""
    nele = cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    one = cast.make_round(place, coordinator=nele, neighbour=rosa)
    return cast.make_proposal(one, member=rosa, state="chosen")


def seat(proposal: Proposal) -> Seat:
    return Seat(proposal.group.members.get())


def write(proposal: Proposal, els: Person, **changes: Any) -> Any:
    """Press `read it through` with a whole answer."""
    path = f"/staff/budget/proposals/{proposal.pk}/decision/"
    return cast.sign_in(els).post(path, WHOLE | changes | {"act": "read"})


def sign(proposal: Proposal, els: Person, **changes: Any) -> Decision:
    """Write a whole answer and sign it, on the pages."""
    answer = write(proposal, els, **changes)
    assert answer.status_code == 302, answer.context["form"].errors
    browser, path = cast.sign_in(els), answer.headers["Location"]
    page = browser.get(path)
    signed = browser.post(path, {"digest": page.context["form"].initial["digest"]})
    assert signed.status_code == 302, signed.context["form"].errors
    proposal.refresh_from_db()
    return proposal.decisions.latest("signed_at")


def publish(proposal: Proposal, nele: Person, rosa: Person, els: Person, **facts: Any) -> None:
    """Change the frame, and let both sides sign it."""
    now = timezone.now()
    actions.change_round(proposal.round, actor=nele, **facts)
    version = actions.draw_up_frame(proposal.round, actor=nele, why="Na overleg", now=now)
    actions.sign_for_authority(version, actor=els, digest=version.digest, now=now)
    actions.sign_for_neighbours(version, actor=rosa, digest=version.digest, now=now)


def address(proposal: Proposal) -> str:
    return f"/budget/proposals/{proposal.pk}/answer/"
