"""An, and her browser."""

import pytest
from django.test import Client

from gebuur.apps.neighbourhood.models import Person
from tests import cast


@pytest.fixture
def an() -> Person:
    return cast.make_staff(cast.make_place(), "An")


@pytest.fixture
def browser(an: Person) -> Client:
    return cast.sign_in(an)
