"""The place of all these stories, and who runs its rounds."""

import pytest

from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Role
from tests import cast


@pytest.fixture
def place() -> Neighbourhood:
    return cast.make_place()


@pytest.fixture
def nele(place: Neighbourhood) -> Person:
    return cast.make_staff(place, "Nele", role=Role.COORDINATOR)
