"""From whoever changed something to every listener: inside one process, and between processes over PostgreSQL."""

import asyncio
import json
import logging
import threading
from collections import deque
from functools import partial

import psycopg
from django.db import connection, transaction

CHANNEL = "gebuur_live"
OF_DJANGO = {"pool", "context", "cursor_factory", "prepare_threshold"}
MOST_WAITING = 100
AGAIN = json.dumps({"what": "again"})
TRY_AGAIN_SECONDS = 2.0
LOOK_AROUND_SECONDS = 10.0
log = logging.getLogger(__name__)


class Listener:
    """One open page. Who cannot keep up loses the oldest hints, never the newest."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self._events: deque[bytes] = deque(maxlen=MOST_WAITING)
        self._rung = asyncio.Event()

    def hear(self, event: bytes) -> None:
        """Take an event in; called in the listener's own loop."""
        self._events.append(event)
        self._rung.set()

    async def events(self) -> bytes:
        """Wait for at least one event, and give all there are, as they go over the line."""
        await self._rung.wait()
        self._rung.clear()
        heard = b"".join(self._events)
        self._events.clear()
        return heard


class Bus:
    """Who listens to which topic in this process. Safe to ring from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._by_topic: dict[str, set[Listener]] = {}

    def join(self, topic: str) -> Listener:
        listener = Listener()
        with self._lock:
            self._by_topic.setdefault(topic, set()).add(listener)
        if connection.vendor == "postgresql":
            between_processes.start()
        return listener

    def leave(self, topic: str, listener: Listener) -> None:
        with self._lock:
            rest = self._by_topic.get(topic, set())
            rest.discard(listener)
            if not rest:
                self._by_topic.pop(topic, None)

    def count(self) -> int:
        """How many pages listen."""
        with self._lock:
            return sum(len(some) for some in self._by_topic.values())

    def ring(self, topic: str, text: str) -> None:
        """Give a text to everybody who listens to a topic here: one call for each loop."""
        with self._lock:
            listeners = list(self._by_topic.get(topic, ()))
        self._tell(listeners, text)

    def ring_all(self, text: str) -> None:
        with self._lock:
            listeners = [one for some in self._by_topic.values() for one in some]
        self._tell(listeners, text)

    @staticmethod
    def _tell(listeners: list[Listener], text: str) -> None:
        event = f"data: {text}\n\n".encode()  # once for everybody
        by_loop: dict[asyncio.AbstractEventLoop, list[Listener]] = {}
        for listener in listeners:
            by_loop.setdefault(listener.loop, []).append(listener)
        for loop, some in by_loop.items():
            if not loop.is_closed():
                loop.call_soon_threadsafe(_hear, some, event)


def _hear(listeners: list[Listener], event: bytes) -> None:
    for listener in listeners:
        listener.hear(event)


bus = Bus()


def publish(topic: str, **facts: object) -> None:
    """Tell everybody who listens to a topic, once the transaction in hand is kept."""
    transaction.on_commit(partial(_send, topic, json.dumps(facts)))


def _send(topic: str, text: str) -> None:
    if connection.vendor != "postgresql":
        bus.ring(topic, text)
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, json.dumps([topic, text])])


class BetweenProcesses:
    """A daemon thread that passes on what other processes, and this one, notify through PostgreSQL.

    It has a connection of its own, outside the pool: who listens must not hand it back. When it breaks, every page
    is told to look again, since hints were missed.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Start it, once; a page that joined before it listens looks at the state by itself."""
        with self._lock:
            if self._thread is None:
                facts = connection.get_connection_params()
                self._thread = threading.Thread(
                    target=self._run, args=(facts,), name="gebuur-live", daemon=True
                )
                self._thread.start()

    @property
    def is_running(self) -> bool:
        return self._thread is not None

    def _run(self, facts: dict[str, object]) -> None:
        wait = threading.Event()
        while True:
            try:
                self._listen(facts)
            except psycopg.Error as error:
                log.warning("live: the listening connection broke: %s", error)
                wait.wait(TRY_AGAIN_SECONDS)
            with self._lock:
                if not bus.count():
                    self._thread = None
                    return

    @staticmethod
    def _listen(facts: dict[str, object]) -> None:
        """Listen for as long as a page is open; without pages the connection goes back to PostgreSQL."""
        own = {name: fact for name, fact in facts.items() if name not in OF_DJANGO}
        with psycopg.connect(**own, autocommit=True) as listening:  # type: ignore[arg-type]  # Django's own dict
            listening.execute(f"LISTEN {CHANNEL}")
            bus.ring_all(AGAIN)
            while bus.count():
                for notice in listening.notifies(timeout=LOOK_AROUND_SECONDS):
                    topic, text = json.loads(notice.payload)
                    bus.ring(topic, text)


between_processes = BetweenProcesses()
