"""Why somebody asks another street is the first word of a talk, and as long as every word in it."""

import pytest

from gebuur.apps.initiatives.models import BridgeWord
from tests import cast

pytestmark = pytest.mark.django_db


def test_a_reason_longer_than_a_word_of_a_talk_gets_a_sentence_and_stays() -> None:
    place = cast.make_place()
    longest = BridgeWord._meta.get_field("words").max_length
    assert longest == 400
    typed = {"reason": "Samen koken. ".ljust(longest + 1, "x"), "terms": "Iemand vertelt."}
    page = cast.sign_in(cast.make_staff(place, "An")).post("/staff/bridges/new/", typed)
    told = page.content.decode()
    assert "niet meer dan 400 tekens" in told
    assert typed["reason"] in told
    assert typed["terms"] in told
