"""Ideas of the demo that hang together: alike ones, two that became one, one that waits for a yes, one that was split.

And a photo of the wall of the meeting, drawn here: notes in four colours, so nobody's handwriting is in it.
"""

import datetime as dt
import struct
import zlib

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Backing, Idea, Round, WallPhoto
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox.models import AnswerLink, Message
from gebuur.core.pictures import clean_picture

# Title, more words, how it came in: alike to what is there already.
ALIKE = (
    ("Een moestuin voor de kinderen", "Met de school erbij.", Channel.WEB),
    ("Speelstraat in de zomervakantie", "Twee weken is genoeg.", Channel.PHONE),
    ("Zitbank bij de bushalte", "Met een leuning.", Channel.LETTER),
    ("Het plein opknappen", "Er is geen schaduw en er valt niets te doen.", Channel.WEB),
)
PARTS = ("Twee bomen op het plein", "Een schaakbord op het plein")
AGES = ("older", "young", "family")
WIDE, HIGH, NOTE, JOINT = 480, 320, 84, 20
WALL, COLOURS = 1, (2, 3, 4, 5)
PALETTE = bytes.fromhex("000000d9d2c5f3dd7ef2b6a0b9d8b4b7cde6")
LINE = 0


def join_ideas(one: Round, crowd: list[Person], an: Person, *, now: dt.datetime) -> None:
    """What happened with the ideas of a round in the last week."""
    made = {
        title: _give(one, crowd[-6 - at], an, at, now) for at, (title, *_rest) in enumerate(ALIKE)
    }
    there = {idea.title: idea for idea in one.ideas.filter(state=Idea.State.OPEN)}
    bench, seat = there["Bank aan de bushalte"], made["Zitbank bij de bushalte"]
    asked = actions.ask_to_merge(seat, bench, actor=an, now=now - dt.timedelta(days=4))
    actions.answer_merge(asked, actor=an, said_yes=True, now=now - dt.timedelta(days=3))
    garden = there["Moestuin op het Garenplein"]
    actions.ask_to_merge(made["Een moestuin voor de kinderen"], garden, actor=an, now=now)
    parts = [actions.Said(title) for title in PARTS]
    actions.split_idea(made["Het plein opknappen"], parts, actor=an, now=now - dt.timedelta(days=2))
    for place, person in enumerate(crowd):
        age = AGES[place % len(AGES)]
        if not Backing.objects.filter(idea=garden, person=person).update(age=age):
            actions.back_idea(
                garden, actor=person, will_help=False, will_use=True, age=age, now=now
            )
    _hang_photo(one, an, now)
    # In the demo nobody was written to: the desk notes the answer.
    Message.objects.filter(template="budget/messages/merge_asked").delete()
    AnswerLink.objects.filter(purpose="budget:merge-answer").delete()


def _give(one: Round, giver: Person, an: Person, number: int, now: dt.datetime) -> Idea:
    title, text, channel = ALIKE[number]
    at = now - dt.timedelta(days=7, hours=number)
    typed_by = None if channel == Channel.WEB else an
    said = actions.Said(title, text)
    return actions.give_idea(one, said, actor=giver, channel=channel, typed_by=typed_by, now=at)


def _hang_photo(one: Round, an: Person, now: dt.datetime) -> None:
    meeting = one.ideas.exclude(meeting="").order_by("entered_at")[0].meeting
    picture = clean_picture(draw_wall())
    WallPhoto.objects.create(
        neighbourhood=one.neighbourhood,
        round=one,
        meeting=meeting,
        kind=picture.kind,
        picture=picture.raw,
        typed_by=an,
        at=now - dt.timedelta(days=9),
    )


def draw_wall() -> bytes:
    """A PNG of a wall with notes on it, each with a few lines that nobody can read."""
    rows = b"".join(b"\0" + bytes(_colour(x, y) for x in range(WIDE)) for y in range(HIGH))
    head = struct.pack(">IIBBBBB", WIDE, HIGH, 8, 3, 0, 0, 0)
    pieces = ((b"IHDR", head), (b"PLTE", PALETTE), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in pieces
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _colour(x: int, y: int) -> int:
    """Which colour of the palette a point of the wall has."""
    column, across = divmod(x - JOINT, NOTE + JOINT)
    row, down = divmod(y - JOINT, NOTE + JOINT)
    is_note = 0 <= across < NOTE and 0 <= down < NOTE and column >= 0 and row >= 0
    if not is_note or column * (NOTE + JOINT) + NOTE + 2 * JOINT > WIDE:
        return WALL
    is_line = (
        down in (24, 25, 42, 43, 60, 61) and 12 <= across < NOTE - 12 - (down + column * 7) % 30
    )
    return LINE if is_line else COLOURS[(column * 3 + row) % len(COLOURS)]
