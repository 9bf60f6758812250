"""A pulse of one street, for the tests of it."""

import datetime as dt

from django.utils import timezone

from gebuur.apps.neighbourhood.models import Person, Street
from gebuur.apps.reflection.actions import voice
from gebuur.apps.reflection.actions.pulse import begin_pulse
from gebuur.apps.reflection.models import VoiceRound
from gebuur.domain import frames

TODAY = timezone.localdate
TRUST, ACTING = (
    tuple(question.key for question in factor.questions) for factor in frames.PULSE_FACTORS
)


def street_of(an: Person, *, households: int = 30) -> Street:
    street = Street.objects.filter(neighbourhood=an.neighbourhood).earliest("name")
    street.households = households
    street.save(update_fields=["households"])
    return street


def make_pulse(an: Person, *, street: Street | None = None, days: int = 0) -> VoiceRound:
    """An asks a street how it is; `days` ago."""
    then = timezone.now() - dt.timedelta(days=days)
    return begin_pulse(
        street or street_of(an),
        actor=an,
        until=TODAY() + dt.timedelta(days=20),
        now=then,
        today=then.date(),
    )


def fill_in(one: VoiceRound, *, times: int = 1, trust: str = "surely", acting: str = "no") -> None:
    """Neighbours fill in all six questions."""
    sheet = dict.fromkeys(TRUST, trust) | dict.fromkeys(ACTING, acting)
    for _time in range(times):
        voice.take_answer(one, sheet, actor=None, once="", today=TODAY())


def close(one: VoiceRound, an: Person, *, days: int = 0) -> None:
    voice.close_round(one, actor=an, now=timezone.now() - dt.timedelta(days=days))
    one.refresh_from_db()
