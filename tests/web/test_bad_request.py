"""A form that nobody can read, or that is far too large, gets one clear page, also for a stranger."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from gebuur.core.bodies import MOST_BYTES
from gebuur.web.asgi import application
from tests import cast

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded; charset=utf-16"


@pytest.mark.parametrize("path", ["/w/", "/ask/whom/", "/accounts/login/"])
@pytest.mark.parametrize("is_strict", [True, False])
def test_a_form_in_another_script_is_answered(path: str, is_strict: bool) -> None:  # noqa: FBT001
    cast.make_place()
    browser = Client(enforce_csrf_checks=is_strict)
    browser.get("/w/")
    answer = browser.post(path, b"code=AAAAAA", content_type=FORM)
    assert answer.status_code == 400
    assert "Ga terug en probeer" in answer.content.decode()


@pytest.mark.parametrize("is_strict", [True, False])
def test_more_words_than_a_book_get_one_sentence(is_strict: bool) -> None:  # noqa: FBT001
    cast.make_place()
    browser = Client(enforce_csrf_checks=is_strict)
    browser.get("/w/")
    answer = browser.post("/w/", {"code": "x" * 3_000_000})
    assert answer.status_code == 413
    assert "kleiner bestand" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("pieces", "status"), [(51, 413), (1, 403)])
def test_a_film_is_heard_to_its_end_and_not_kept(pieces: int, status: int) -> None:
    """A stranger needs no place in our house to send us a hundred gigabytes: none of it stays on the disk."""
    cast.make_place()
    sent = asyncio.run(send(b"x" * (MOST_BYTES // 50) for _piece in range(pieces)))
    assert sent[0]["status"] == status
    assert ("kleiner bestand" in sent[1]["body"].decode()) == (status == 413)


async def send(pieces: Iterator[bytes]) -> list[dict[str, Any]]:
    """Send a form without telling how long it is, and hear the answer."""
    sent = list[dict[str, Any]]()
    coming = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    coming.append({"type": "http.request", "body": b"", "more_body": False})

    async def receive() -> dict[str, Any]:
        if not coming:
            await asyncio.Event().wait()
        return coming.pop(0)

    async def answer(message: Any) -> None:
        sent.append(message)

    headers = [(b"host", b"localhost"), (b"content-type", b"multipart/form-data; boundary=x")]
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/w/",
        "query_string": b"",
        "headers": headers,
    }
    await application(scope, receive, answer)
    return sent
