"""What neighbours said about the street meal, and a round about coffee on the square that still runs."""

import datetime as dt

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.apps.reflection.actions import voice
from gebuur.apps.reflection.models import VoiceRound
from gebuur.apps.reflection.queries import voice as queries

ASKED = ("promise", "who-decided", "say", "worth")
# One letter per neighbour and question: yes, partly, no, unknown; neighbours, together, service, unknown.
MEAL = "ysyy ysyy ytyy ysyy ytpy pspy yuyy ysny ytyy ysyy ppny nspp ynyu uuyy".split()
LINES = {
    0: "Het was fijn om de mensen van nummer 40 te leren kennen.",
    3: "Volgend jaar mogen wij zelf het uur kiezen.",
    6: "Ik had graag geweten wie de tafels betaalt.",
    9: "De muziek stond te luid voor mijn moeder.",
    12: "Luc zei dat alles al besteld was. Dat vond ik jammer.",
}
WORDS = {"y": "yes", "p": "partly", "n": "no", "u": "unknown"}
WHO = {"n": "neighbours", "t": "together", "s": "service", "u": "unknown", "p": "together"}


def hear_voices(writer: Person, *, now: dt.datetime) -> None:
    """One round with fourteen answers that was closed, and one that waits for more."""
    _meal(writer, now=now)
    _coffee(writer, now=now)


def _meal(writer: Person, *, now: dt.datetime) -> None:
    then = now - dt.timedelta(days=16)
    one = voice.make_round(
        writer.neighbourhood,
        actor=writer,
        title="Straatmaaltijd",
        on=then.date(),
        street=list_streets(writer.neighbourhood).first(),
        promised="cooperative",
        questions=ASKED,
        until=(then + dt.timedelta(days=12)).date(),
        now=then,
    )
    thought = {"promise": "yes", "who-decided": "together", "say": "yes", "worth": "yes"}
    voice.save_own_view(one, thought, actor=writer, now=then)
    for at, letters in enumerate(MEAL):
        _answer(one, letters, LINES.get(at, ""), today=then.date())
    one.refresh_from_db()
    voice.close_round(one, actor=writer, now=now - dt.timedelta(days=3))
    voice.hide_line(one, queries.key_of(LINES[12]), actor=writer, is_hidden=True)


def _coffee(writer: Person, *, now: dt.datetime) -> None:
    then = now - dt.timedelta(days=2)
    one = voice.make_round(
        writer.neighbourhood,
        actor=writer,
        title="Koffie op het pleintje",
        on=then.date(),
        street=None,
        promised="facilitating",
        questions=ASKED,
        until=(now + dt.timedelta(days=8)).date(),
        now=then,
    )
    thought = {"promise": "yes", "who-decided": "neighbours", "say": "partly", "worth": "yes"}
    voice.save_own_view(one, thought, actor=writer, now=then)
    for letters in ("ynyy", "ynpy", "ptyy"):
        _answer(one, letters, "", today=now.date())


def _answer(one: VoiceRound, letters: str, line: str, *, today: dt.date) -> None:
    promise, who, say, worth = list(letters)
    sheet = {
        "promise": WORDS[promise],
        "who-decided": WHO[who],
        "say": WORDS[say],
        "worth": WORDS[worth],
        queries.LINE: line,
    }
    voice.take_answer(one, sheet, actor=None, once="", today=today)
