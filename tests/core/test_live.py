"""Pages that stay open hear at once what was changed and kept, and nothing else: on a real server."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import import_module

import psycopg
import pytest
import uvicorn
from django.db import connection, transaction

from gebuur.core import live
from gebuur.core.live import stream
from gebuur.core.live.bus import CHANNEL, OF_DJANGO, between_processes

PATIENCE = 15.0
only_postgres = "PostgreSQL carries what is said between processes; this run is on SQLite."


@pytest.fixture
def port(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A real uvicorn in a thread."""
    from gebuur.web.asgi import application

    monkeypatch.setattr(import_module("gebuur.core.live.bus"), "LOOK_AROUND_SECONDS", 0.2)
    config = uvicorn.Config(
        application, port=0, log_level="error", lifespan="off", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until(lambda: server.started)
    yield int(server.servers[0].sockets[0].getsockname()[1])
    server.should_exit = True
    thread.join(PATIENCE)
    until(lambda: not between_processes.is_running)  # who listens to nobody lets the database go


def until(holds: object) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.02)


class Page:
    """A page that keeps a stream open."""

    def __init__(self, port: int, topic: str) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.line.request("GET", live.stream_address(topic))
        self.answer = self.line.getresponse()
        assert self.answer.status == 200
        assert self.answer.readline() == b"retry: 2000\n"

    def hear(self) -> dict[str, object]:
        """The next thing that is said."""
        while not (said := self.answer.readline()).startswith(b"data: "):
            assert said, "the stream ended"
        found: dict[str, object] = json.loads(said[6:])
        return found

    def leave(self) -> None:
        self.answer.close()
        self.line.close()


@contextmanager
def a_page(port: int, topic: str) -> Iterator[Page]:
    page = Page(port, topic)
    try:
        until(lambda: live.bus.count() > 0)
        if connection.vendor == "postgresql":
            hear_one(page, topic)
        yield page
    finally:
        page.leave()


def hear_one(page: Page, topic: str) -> None:
    """Until the listening connection is up, what is said is said to nobody: say it until it is heard."""
    stop = threading.Event()

    def say() -> None:
        while not stop.wait(0.1):
            live.publish(topic, what="hello")
        connection.close()

    thread = threading.Thread(target=say)
    thread.start()
    page.hear()
    stop.set()
    thread.join()


def after(page: Page, what: str) -> list[object]:
    """Everything that is heard up to `what`."""
    heard = [page.hear()["what"]]
    while heard[-1] != what:
        heard.append(page.hear()["what"])
    return [one for one in heard if one not in {"hello", "again"}]


def test_what_is_kept_is_heard_and_what_is_taken_back_is_not(port: int) -> None:
    with a_page(port, "room") as page:
        with transaction.atomic():
            live.publish("room", what="taken back")
            transaction.set_rollback(True)
        with transaction.atomic():
            live.publish("room", what="kept", number=3)
            live.publish("elsewhere", what="not here")
        live.publish("room", what="end")
        assert after(page, "end") == ["kept", "end"]


def say_now() -> None:
    live.publish("room", what="now")
    connection.close()


def test_nothing_is_heard_before_it_is_kept(port: int) -> None:
    with a_page(port, "room") as page:
        with transaction.atomic():
            live.publish("room", what="first said, later kept")
            other = threading.Thread(target=say_now)
            other.start()
            other.join()
        assert after(page, "first said, later kept") == ["now", "first said, later kept"]


def test_everybody_in_the_room_hears(port: int) -> None:
    pages = [Page(port, "room") for _number in range(20)]
    until(lambda: live.bus.count() == 20)
    if connection.vendor == "postgresql":
        hear_one(pages[0], "room")
    for number in range(5):
        live.publish("room", what=str(number))
    for page in pages:
        assert after(page, "4") == ["0", "1", "2", "3", "4"]
        page.leave()
    until(lambda: live.bus.count() == 0)


def test_who_leaves_is_forgotten(port: int) -> None:
    with a_page(port, "room"):
        assert live.bus.count() == 1
    until(lambda: live.bus.count() == 0)
    live.publish("room", what="to nobody")


def status(port: int, method: str, path: str) -> int:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
        line.request(method, path)
        return line.getresponse().status


def test_only_an_address_that_we_made_opens_a_stream(port: int) -> None:
    good = live.stream_address("room")
    for path in (
        "/live/",
        "/live/room/",
        "/live/x:y/",
        good[:-3] + "x/",
        "/live/" + "A" * 5_000 + "/",
    ):
        assert status(port, "GET", path) == 404
    assert live.bus.count() == 0


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS"])
def test_a_stream_can_only_be_read(port: int, method: str) -> None:
    assert status(port, method, live.stream_address("room")) == 404
    assert live.bus.count() == 0


def test_a_full_house_says_come_back(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "MOST_LISTENERS", 1)
    with a_page(port, "room"):
        assert status(port, "GET", live.stream_address("room")) == 503
    until(lambda: live.bus.count() == 0)
    with a_page(port, "room"):
        pass


def test_a_quiet_stream_stays_open_with_pings(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "PING_SECONDS", 0.1)
    with a_page(port, "room") as page:
        until(lambda: page.answer.readline() == b": ping\n")
        live.publish("room", what="still there")
        assert after(page, "still there") == ["still there"]


def test_the_stream_is_not_packed_and_not_kept(port: int) -> None:
    with a_page(port, "room") as page:
        told = {name.lower(): value for name, value in page.answer.getheaders()}
    assert told["content-type"] == "text/event-stream; charset=utf-8"
    assert told["cache-control"] == "no-store"
    assert told["x-accel-buffering"] == "no"
    assert "content-encoding" not in told


def test_a_page_that_reads_nothing_stops_nobody(port: int) -> None:
    """Its socket fills up; the others go on hearing, and its oldest hints are dropped."""
    deaf = socket.create_connection(("127.0.0.1", port))
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2_048)
    deaf.sendall(f"GET {live.stream_address('room')} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    with a_page(port, "room") as page:
        until(lambda: live.bus.count() == 2)
        for _number in range(300):
            live.bus.ring("room", json.dumps({"what": "long", "words": "x" * 5_000}))
            page.hear()
        live.bus.ring("room", json.dumps({"what": "end"}))
        assert after(page, "end")[-1] == "end"
    deaf.close()
    until(lambda: live.bus.count() == 0)


def test_another_process_is_heard(port: int) -> None:
    if connection.vendor != "postgresql":
        pytest.skip(only_postgres)
    facts = connection.get_connection_params()
    own = {name: fact for name, fact in facts.items() if name not in OF_DJANGO}
    with a_page(port, "room") as page:
        with psycopg.connect(**own, autocommit=True) as other:
            said = json.dumps(["room", json.dumps({"what": "from elsewhere"})])
            other.execute("SELECT pg_notify(%s, %s)", [CHANNEL, said])
        assert after(page, "from elsewhere") == ["from elsewhere"]


def test_when_the_listening_connection_breaks_every_page_looks_again(port: int) -> None:
    if connection.vendor != "postgresql":
        pytest.skip(only_postgres)
    with a_page(port, "room") as page:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = %s",
                [f"LISTEN {CHANNEL}"],
            )
        heard = page.hear()
        while heard["what"] != "again":
            heard = page.hear()
        hear_one(page, "room")
