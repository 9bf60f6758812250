"""Who is there when a question goes to a service."""

import pytest

from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from tests import cast


@pytest.fixture
def place() -> Neighbourhood:
    return cast.make_place()


@pytest.fixture
def an(place: Neighbourhood) -> Person:
    return cast.make_staff(place, "An")


@pytest.fixture
def godelieve(place: Neighbourhood) -> Person:
    return cast.make_person(
        place, "Godelieve", last_name="Claes", phone="+3290000042", house_number="9"
    )
