"""In the demo Molenstraat said twice how it is there, and a quarrelling street hardly answers yet."""

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Street
from gebuur.apps.reflection.models import VoiceRound
from gebuur.web.demo.history import QUARRELLING, SELF_HELPING
from gebuur.web.demo.pulses import feel_pulses
from tests import cast

pytestmark = pytest.mark.django_db


def test_one_street_reads_its_band_and_the_other_stays_hidden() -> None:
    an = cast.make_staff(cast.make_place(), "An")
    for name in (SELF_HELPING, QUARRELLING[0]):
        Street.objects.create(
            neighbourhood=an.neighbourhood, name=name, key=name.lower(), length=200, households=30
        )
    feel_pulses(an, now=timezone.now())
    *_before, told = VoiceRound.objects.filter(street__name=SELF_HELPING).order_by("on")
    page = Client().get(f"/voice/{told.code}/").content.decode()
    assert "Tussen 6 en 11 van elke 12 buren zeggen ja." in page
    assert "Meer buren zeggen ja dan op" in page
    assert "We kunnen geen verschil zien met" in page
    runs = VoiceRound.objects.get(street__name=QUARRELLING[0])
    shown = cast.sign_in(an).get(f"/staff/pulse/{runs.pk}/").content.decode()
    assert "Er kwamen 4 antwoorden binnen." in shown
    assert "zeggen ja" not in shown
