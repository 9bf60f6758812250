"""A real server and a real Chromium for stories that only a browser can tell."""

import contextlib
import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from django.core.management import call_command
from django.db import connection, connections
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000  # milliseconds, as long as Playwright itself waits for what it presses
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1440, "height": 900}
# Whitenoise reads files in one go under ASGI; what a request leaves open is closed by the collector.
SERVER_WARNINGS = [
    "StreamingHttpResponse must consume synchronous iterators:Warning",
    ":ResourceWarning",
    ":pytest.PytestUnraisableExceptionWarning",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser, and lets the server hand out files its own way."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            for warning in SERVER_WARNINGS:
                item.add_marker(pytest.mark.filterwarnings(f"ignore:{warning}"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give SQLite a file, since the server and the test are two threads."""
    facts = connections["default"].settings_dict
    if "sqlite" in facts["ENGINE"]:
        facts["TEST"]["NAME"] = str(tmp_path_factory.mktemp("db") / "test.sqlite3")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; without it these tests are skipped in plain sight."""
    binary = os.environ.get("GEBUUR_CHROMIUM") or shutil.which("chromium")
    if not binary:
        pytest.skip("Chromium is not installed")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def site(transactional_db: None, settings: Any) -> Iterator[str]:
    """The address of a running Gebuur on the test database."""
    from gebuur.web.asgi import application

    settings.DEMO = True
    server = uvicorn.Server(uvicorn.Config(application, port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    settings.SITE_ADDRESS = f"http://localhost:{port}"
    settings.CSRF_TRUSTED_ORIGINS = [settings.SITE_ADDRESS]
    yield settings.SITE_ADDRESS
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo is kept after it was seeded once, with the messages it sent."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture
def demo(site: str, seeded: Path, settings: Any) -> str:
    """The demo neighbourhood as it was seeded, whatever the test before did to it."""
    settings.MAIL_FOLDER = settings.EMAIL_FILE_PATH = seeded / "outbox"
    settings.SMS_FOLDER = seeded / "sms"
    connection.ensure_connection()
    kept, is_new = seeded / "demo.sqlite3", not (seeded / "demo.sqlite3").exists()
    if is_new:
        call_command("demo", verbosity=0)
    with contextlib.closing(sqlite3.connect(kept)) as copy:
        here = connection.connection
        (here if is_new else copy).backup(copy if is_new else here)
    return site


@pytest.fixture
def phone(chromium: Browser, site: str) -> Iterator[Page]:
    """Somebody's phone."""
    yield from _page(chromium.new_context(viewport=PHONE, locale="nl-BE", base_url=site))


@pytest.fixture
def desk(chromium: Browser, site: str) -> Iterator[Page]:
    """The screen on the desk."""
    yield from _page(chromium.new_context(viewport=DESK, locale="nl-BE", base_url=site))


@pytest.fixture
def plain(chromium: Browser, site: str) -> Iterator[Page]:
    """A phone that runs no script."""
    yield from _page(
        chromium.new_context(
            viewport=PHONE, locale="nl-BE", base_url=site, java_script_enabled=False
        )
    )


@pytest.fixture
def another(chromium: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """One more browser each time: a phone with Dutch words, unless it is asked otherwise."""
    with contextlib.ExitStack() as pages:
        facts: dict[str, Any] = {"viewport": PHONE, "locale": "nl-BE", "base_url": site}
        opened = contextlib.contextmanager(_page)
        yield lambda **said: pages.enter_context(opened(chromium.new_context(**facts | said)))


def _page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails the test when the browser complains of anything."""
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console",
        lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert not complaints
