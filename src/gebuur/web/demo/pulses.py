"""What the street that helps itself says of itself, twice, and a street beside it that hardly answers yet."""

import datetime as dt

from gebuur.apps.neighbourhood.models import Person, Street
from gebuur.apps.reflection.actions import voice
from gebuur.apps.reflection.actions.pulse import begin_pulse, show_outcome
from gebuur.apps.reflection.models import VoiceRound
from gebuur.domain import frames
from gebuur.web.demo.history import QUARRELLING, SELF_HELPING

# One letter per neighbour and question: surely, rather, hardly, no, unknown. First trust, then acting.
SPRING = (
    "srshhu rsrhnh hrshnh srrhhn rhrnhu srshhn rrshrh hnrnhh srhrnu rsshhr hhrnnh srhrhh rrsunh"
)
NOW = (
    "srhrsr sshsrr rsrrhs hsrsrn hrsrrs srshhr hrsrhs rhrhrh srsrss rhrrrr ssnsur hrrrhs hhrrhn "
    "srhsrr rhrrru srrsrr hnshsh rrrhrs"
)
QUARRELS = ("rhrnhh", "hnrnnu", "srshhn", "nnhnnn")
WORDS = {"s": "surely", "r": "rather", "h": "hardly", "n": "no", "u": "unknown"}


def feel_pulses(writer: Person, *, now: dt.datetime) -> None:
    """Molenstraat in spring and now, both shown to the street; Kaarderstraat runs."""
    for sheets, days in ((SPRING, 190), (NOW, 40)):
        then = now - dt.timedelta(days=days)
        one = _asked(writer, SELF_HELPING, sheets.split(), then=then)
        voice.close_round(one, actor=writer, now=then + dt.timedelta(days=29))
        one.refresh_from_db()
        show_outcome(one, actor=writer, is_shown=True, now=then + dt.timedelta(days=30))
    _asked(writer, QUARRELLING[0], QUARRELS, then=now - dt.timedelta(days=6))


def _asked(
    writer: Person, name: str, sheets: list[str] | tuple[str, ...], *, then: dt.datetime
) -> VoiceRound:
    street = Street.objects.get(neighbourhood=writer.neighbourhood, name=name)
    today = then.date()
    until = today + dt.timedelta(days=28)
    one = begin_pulse(street, actor=writer, until=until, now=then, today=today)
    for letters in sheets:
        keys = (question.key for question in frames.PULSE_QUESTIONS)
        sheet = {key: WORDS[letter] for key, letter in zip(keys, letters, strict=True)}
        voice.take_answer(one, sheet, actor=None, once="", today=today)
    return one
