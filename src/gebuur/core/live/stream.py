"""The address that pages keep open: server-sent events, one small ASGI application without a database."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from django.core import signing

from gebuur.core.live.bus import Listener, bus

PREFIX = "/live/"
PING_SECONDS = 15.0
RETRY = b"retry: 2000\n\n"
PING = b": ping\n\n"
MOST_LISTENERS = 2_000
SALT = "gebuur.live"
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"same-origin"),
]

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]


def stream_address(topic: str) -> str:
    """The address of a topic; only we can make one, so nobody can listen to what was not given to her."""
    return f"{PREFIX}{signing.dumps(topic, salt=SALT)}/"


async def serve(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer one request: hold it open and pass on what the topic hears, until the page goes away."""
    topic = _topic_of(scope)
    if topic is None:
        await _refuse(send, 404)
    elif bus.count() >= MOST_LISTENERS:
        await _refuse(send, 503)
    else:
        listener = bus.join(topic)
        try:
            await _hold_open(listener, receive, send)
        finally:
            bus.leave(topic, listener)


def _topic_of(scope: Scope) -> str | None:
    token = scope["path"].removeprefix(PREFIX).rstrip("/")
    if scope["method"] != "GET":
        return None
    try:
        return str(signing.loads(token, salt=SALT))
    except signing.BadSignature:
        return None


async def _refuse(send: Send, status: int) -> None:
    headers = [(b"content-length", b"0"), (b"cache-control", b"no-store"), (b"retry-after", b"10")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _hold_open(listener: Listener, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    await send({"type": "http.response.body", "body": RETRY, "more_body": True})
    tasks = {
        asyncio.ensure_future(_until_gone(receive)),
        asyncio.ensure_future(_pass_on(listener, send)),
    }
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _pass_on(listener: Listener, send: Send) -> None:
    """One task for as long as the page is open: in a full room every event goes through here hundreds of times."""
    while True:
        try:
            async with asyncio.timeout(PING_SECONDS):
                body = await listener.events()
        except TimeoutError:
            body = PING
        await send({"type": "http.response.body", "body": body, "more_body": True})


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
