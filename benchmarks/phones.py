"""Phones in a room, scripted: one asyncio client that joins, listens or asks, answers, and notes when it heard what."""

import asyncio
import random
import re
import time
import urllib.parse
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from http import HTTPStatus

CSRF = "phone" * 6 + "ab"  # a browser sends back what the server once put into the cookie; so do we
HEARD = re.compile(rb'"what": "(answer|shown)".*?"answered": (\d+)')
STATE = re.compile(rb'"answered": ?(\d+)')
LOOK_AGAIN_MS_A_SEAT = 100  # as in live.js
PATIENCE = 60.0


@dataclass
class Phone:
    """One phone: which server it talks to, the seat it got, and when it first heard of each answer."""

    port: int
    cookie: str = ""
    heard: dict[int, float] = field(default_factory=dict)
    twice: int = 0
    has_answered: bool = False
    is_looking: bool = False


@dataclass
class Room:
    """What all phones of one measurement share."""

    door: str
    pool: str
    seats: int
    answers: int
    rate: float
    sent: list[float] = field(default_factory=list)
    posts: int = 0
    gets: int = 0
    failed: int = 0
    looks: set[asyncio.Task[None]] = field(default_factory=set)


async def ask(port: int, method: str, path: str, cookie: str, form: dict[str, str]) -> bytes:
    """One request over a connection of its own, as it comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    body = urllib.parse.urlencode(form).encode()
    head = f"{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n"
    head += f"Accept-Encoding: gzip\r\nAccept-Language: nl\r\nX-Requested-With: fetch\r\nCookie: {cookie}\r\n"
    if form:
        head += (
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        )
        head += f"Origin: http://localhost:{port}\r\n"
    writer.write(head.encode() + b"\r\n" + body)
    try:
        return await reader.read(-1)
    finally:
        writer.close()


def status_of(answer: bytes) -> int:
    return int(answer[9:12] or b"0")


async def join(room: Room, phone: Phone) -> None:
    """Press the button behind the square code."""
    answer = await ask(
        phone.port,
        "POST",
        room.door,
        f"csrftoken={CSRF}",
        {"csrfmiddlewaretoken": CSRF},
    )
    found = re.search(rb"gebuur_room=[^;]+", answer)
    assert found, answer[:200]
    phone.cookie = f"csrftoken={CSRF}; {found[0].decode()}"


async def open_stream(room: Room, phone: Phone, path: str) -> asyncio.Task[None]:
    """Open the stream, and go on hearing in a task; returns when the server has begun to answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", phone.port)
    head = (
        f"GET {path} HTTP/1.1\r\nHost: localhost:{phone.port}\r\nAccept: text/event-stream\r\n\r\n"
    )
    writer.write(head.encode())
    begun = await reader.readuntil(b"\r\n\r\n")
    assert status_of(begun) == HTTPStatus.OK, begun

    async def listen() -> None:
        rest = b""
        try:
            while said := await reader.read(65_536):
                now = time.perf_counter()
                rest += said
                whole, _mark, rest = rest.rpartition(b"\n\n")
                for what, number in HEARD.findall(whole):
                    _hear(phone, int(number), now)
                    if what == b"shown" and phone.has_answered and not phone.is_looking:
                        phone.is_looking = True
                        room.looks.add(asyncio.create_task(_look(room, phone)))
        finally:
            writer.close()

    return asyncio.create_task(listen())


def _hear(phone: Phone, number: int, now: float) -> None:
    phone.twice += number in phone.heard
    phone.heard.setdefault(number, now)


async def _look(room: Room, phone: Phone) -> None:
    """What a phone that has answered does when new answers are shown: look, but not all at once."""
    await asyncio.sleep(random.random() * max(0.6, room.seats * LOOK_AGAIN_MS_A_SEAT / 1000))
    phone.is_looking = False
    room.gets += 1
    answer = await ask(phone.port, "GET", "/w/room/", phone.cookie, {})
    room.failed += status_of(answer) != HTTPStatus.OK


async def poll(room: Room, phone: Phone, every: float) -> None:
    """Ask every few seconds, as a phone without a stream would, until it has heard of every answer."""
    await asyncio.sleep(random.random() * every)
    seen = 0
    while seen < room.answers:
        began = time.perf_counter()
        room.gets += 1
        answer = await ask(phone.port, "GET", "/w/room/state/", phone.cookie, {})
        found = STATE.search(answer)
        if found is None:
            room.failed += 1
        else:
            now, newest = time.perf_counter(), int(found[1])
            for number in range(seen + 1, newest + 1):
                _hear(phone, number, now)
            seen = max(seen, newest)
        await asyncio.sleep(max(0.0, began + every - time.perf_counter()))


async def answer_all(room: Room, phones: list[Phone]) -> None:
    """Every phone answers once, at an even pace; the page that comes back is read to its end."""
    began = time.perf_counter()
    under_way = []
    for number in range(room.answers):
        await asyncio.sleep(max(0.0, began + number / room.rate - time.perf_counter()))
        under_way.append(asyncio.create_task(_answer(room, phones[number], number)))
    await asyncio.gather(*under_way)


async def _answer(room: Room, phone: Phone, number: int) -> None:
    form = {"csrfmiddlewaretoken": CSRF, "pool": room.pool}
    form["line"] = f"Ik zou eerst vragen wat de straat hiervan vindt, zegt telefoon {number}."
    room.posts += 1
    room.sent.append(time.perf_counter())
    answer = await ask(phone.port, "POST", "/w/room/", phone.cookie, form)
    if status_of(answer) == HTTPStatus.FOUND:
        room.gets += 1
        answer = await ask(phone.port, "GET", "/w/room/", phone.cookie, {})
    room.failed += status_of(answer) != HTTPStatus.OK
    phone.has_answered = True


async def at_most(together: int, jobs: list[Callable[[], Awaitable[object]]]) -> None:
    """Do jobs, some of them at the same time."""
    gate = asyncio.Semaphore(together)

    async def one(job: Callable[[], Awaitable[object]]) -> None:
        async with gate:
            await job()

    await asyncio.gather(*(one(job) for job in jobs))


async def until_heard(room: Room, phones: list[Phone]) -> None:
    """Wait until everybody has heard everything, or patience is over."""
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        if all(len(phone.heard) >= room.answers for phone in phones):
            return
        await asyncio.sleep(0.05)
