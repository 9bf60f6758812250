"""What came of a yes, in the demo: a garden that is being made, and something smaller that neighbours look back on."""

import datetime as dt
import struct
import zlib

from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Proposal
from gebuur.apps.initiatives.models import Member
from gebuur.apps.initiatives.permissions import Seat

# What, day of the plan and day it was done (from today on), planned and actual cents, how it went.
GARDEN = (
    (
        "De grond laten onderzoeken",
        -45,
        -41,
        45_000,
        39_500,
        "De grond is proper. De brief hangt in De Spil.",
    ),
    ("Acht bakken zetten, twee op zithoogte", -10, -6, 320_000, 334_000, "Met veertien buren, op één zaterdag."),
    ("Een hek met een poort die iedereen kan openen", 25, None, 148_000, None, ""),
    ("Een regenton en een kraan", 60, None, 125_000, None, ""),
)  # fmt: skip
BENCH = (
    ("De bank kiezen, met wie de bus neemt", -190, -186, 0, 0, "De hoogste won: daar geraak je uit."),
    ("De bank plaatsen", -150, -140, 90_000, 84_500, "Het was glad. We wachtten tien dagen."),
)  # fmt: skip
BENCH_DONE = -140
SAID = (
    (True, "Eindelijk zitten. De bus mag nu te laat zijn."),
    (True, "Goed hoog, ik kom er alleen uit."),
    (True, "De kinderen wachten er ook."),
    (True, ""),
    (True, "Een dakje erboven was nog beter."),
    (True, ""),
    (True, "Ik babbel er met mensen die ik niet kende."),
    (False, "Er staat geen vuilnisbak."),
)
SKY, WALL, EARTH, LEAF = (
    (0xDD, 0xE6, 0xEA),
    (0x97, 0x38, 0x1F),
    (0x6B, 0x4A, 0x2F),
    (0x4F, 0x7A, 0x3A),
)
WIDE, HIGH = 480, 270


def make_garden(garden: Proposal, *, now: dt.datetime) -> None:
    """Half of the garden is made: one step sooner and cheaper, one dearer, two to go."""
    seat = _seat(garden)
    _lay(garden, seat, GARDEN, now)
    actions.add_promise(garden, actor=seat, what="Namiddagen samen in een jaar", promised=20)
    made = garden.milestones.filter(done_on__isnull=False).latest("due_on")
    actions.add_picture(
        garden, actor=seat, raw=draw_beds(), what="De eerste bakken achter de refter",
        consent="Niemand staat erop.", milestone=made, now=now,
    )  # fmt: skip


def look_back_on(bench: Proposal, *, now: dt.datetime) -> None:
    """Everything was done months ago: neighbours say how it is, and the group counts what it promised."""
    seat = _seat(bench)
    _lay(bench, seat, BENCH, now)
    actions.finish_work(bench, actor=seat, now=now + dt.timedelta(days=BENCH_DONE))
    bench.refresh_from_db()
    twice = actions.add_promise(
        bench, actor=seat, what="Mensen die er elke week zitten", promised=12
    )
    actions.count_effect(twice, actor=seat, after_three=9, after_twelve=None, now=now)
    for is_good, words in SAID:
        actions.look_back(bench, months=3, is_good=is_good, words=words, now=now)


def draw_beds() -> bytes:
    """A drawn picture, not a photo: a brick wall with four beds of green before it."""
    rows = b"".join(
        b"\0" + b"".join(bytes(_colour(x, y)) for x in range(WIDE)) for y in range(HIGH)
    )
    head = struct.pack(">IIBBBBB", WIDE, HIGH, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _seat(proposal: Proposal) -> Seat:
    members = Member.objects.select_related("initiative__neighbourhood", "person")
    return Seat(members.filter(initiative=proposal.group_id, state="member").earliest("joined_at"))


def _lay(
    proposal: Proposal,
    seat: Seat,
    steps: tuple[tuple[str, int, int | None, int, int | None, str], ...],
    now: dt.datetime,
) -> None:
    """Plan every step, and tick off what is done."""
    today = timezone.localdate(now)
    for what, due, done, planned, actual, words in steps:
        step = actions.plan_milestone(
            proposal, actor=seat, what=what, due_on=today + dt.timedelta(days=due), planned_cents=planned,
            now=now + dt.timedelta(days=min(due, 0) - 30),
        )  # fmt: skip
        if done is not None:
            actions.tick_milestone(
                step, actor=seat, done_on=today + dt.timedelta(days=done), actual_cents=actual or 0,
                words=words, now=now + dt.timedelta(days=done),
            )  # fmt: skip


def _colour(x: int, y: int) -> tuple[int, int, int]:
    """What is to be seen at a point of the picture."""
    across = x % 120
    if 20 <= across < 100 and y >= 190:
        return EARTH
    if 26 <= across < 94 and y >= 165 + (across * 7) % 19:
        return LEAF
    is_joint = y % 18 == 0 or (x + 24 * (y // 18 % 2)) % 48 == 0
    return SKY if y < 60 or (is_joint and y < 190) else WALL if y < 190 else (0xC9, 0xC2, 0xB4)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
