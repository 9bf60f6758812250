"""A group that works out an idea on the pages: its draft, and who writes."""

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget.models import Proposal, Round
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Person, Role
from tests import cast


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
