"""What every answer says to the browser, whoever asks."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests import cast

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    "/",
    "/ask/task/",
    "/board/",
    "/street/",
    "/me/",
    "/call/",
    "/accounts/login/",
    "/nowhere/",
)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_locks_the_browser_down(page: str) -> None:
    cast.make_task(cast.make_place())
    answer = Client().get(page)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_asks_anything_of_somebody_else(page: str) -> None:
    cast.make_task(cast.make_place())
    text = Client().get(page).content.decode()
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', text)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_carries_style_or_script_in_itself(page: str) -> None:
    cast.make_task(cast.make_place())
    text = Client().get(page).content.decode()
    assert not re.findall(r"<style|\sstyle=|\son\w+=", text)
    inline = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", text)
    assert not inline


def test_a_page_travels_packed_to_a_phone_on_a_slow_line() -> None:
    cast.make_task(cast.make_place())
    answer = Client().get("/ask/task/", headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"


def test_cookies_stay_with_the_browser_and_the_site() -> None:
    cast.make_task(cast.make_place())
    browser = Client()
    browser.post("/ask/whom/", {"whom": "me"})
    session = browser.cookies["sessionid"]
    assert session["httponly"]
    assert session["samesite"] == "Lax"


def test_who_finds_a_weakness_reads_whom_to_tell(settings: Any) -> None:
    assert Client().get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:safe@vlasbloem.example"
    text = Client().get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:safe@vlasbloem.example" in text
    assert re.search(r"Expires: 20\d\d-", text)


def test_with_a_secure_address_django_has_nothing_to_say(tmp_path: Path) -> None:
    surroundings = {
        "GEBUUR_HOME": str(tmp_path),
        "GEBUUR_ADDRESS": "https://gebuur.example",
        "PATH": "/usr/bin:/bin",
    }
    done = subprocess.run(
        [sys.executable, ROOT / "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
