"""A round of questions to neighbours, for the tests of it."""

import datetime as dt
from typing import Any

from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person, Street
from gebuur.apps.reflection.actions import voice
from gebuur.apps.reflection.models import VoiceRound
from gebuur.apps.reflection.queries.voice import LINE

ASKED = ("promise", "who-decided", "say")
OWN = {"promise": "yes", "who-decided": "together", "say": "no"}
TODAY = timezone.localdate


def make_round(
    an: Person, *, is_open: bool = True, in_street: bool = False, **facts: Any
) -> VoiceRound:
    """An asks about the street meal, and thinks that all decided together."""
    street = Street.objects.filter(neighbourhood=an.neighbourhood).earliest("name")
    usual: dict[str, Any] = {
        "title": "Straatmaaltijd",
        "on": TODAY() - dt.timedelta(days=2),
        "street": street if in_street else None,
        "promised": "cooperative",
        "questions": ASKED,
        "until": TODAY() + dt.timedelta(days=7),
    }
    one = voice.make_round(an.neighbourhood, actor=an, now=timezone.now(), **(usual | facts))
    if is_open:
        voice.save_own_view(one, OWN, actor=an, now=timezone.now())
        one.refresh_from_db()
    return one


def answer(one: VoiceRound, *, times: int = 1, line: str = "", **said: str) -> None:
    """Neighbours answer from their phones."""
    sheet = {"promise": "yes", "who-decided": "service", "say": "partly", LINE: line}
    sheet |= {name.replace("_", "-"): key for name, key in said.items()}
    for _time in range(times):
        voice.take_answer(one, sheet, actor=None, once="", today=TODAY())
