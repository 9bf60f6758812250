"""Every address, for every role, for one's own neighbourhood and for another one.

The addresses come from the resolver; `DOORS` says who may open each of them. An address that is not in
the table fails. What a role may not open looks as if it did not exist: 404, foreign and missing alike.
"""

import copy
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponseNotFound
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from gebuur.core.models import Tally
from gebuur.web import urls
from tests import cast
from tests.web.doors import ANSWERS, DOORS, NEEDS_A_PRESS, ROLES
from tests.web.world import Address, World, make_world
from tests.web.writing import writing_seen

pytestmark = pytest.mark.django_db
METHODS = ("get", "post", "put", "patch", "delete", "head", "options")
READING = {"get", "head", "options"}
# What is written when somebody only looks, and why that is no change: who she is (session), who looked into
# whose file (privacy), and how often somebody tried a code or a link (tally).
KEPT_OF_A_LOOK = {"django_session", "privacy_sight", "core_tally"}
# Who may open what does not hang on the database. On PostgreSQL two roles show that every page stands there as well.
ASKED = ROLES if connection.vendor == "sqlite" else ("visitor", "coordinator")
OPENED = {200, 204, 302, 303, 400, 409, 422}


def addresses(
    resolver: URLResolver | None = None, space: str = "", outer: tuple[str, ...] = ()
) -> Iterator[Address]:
    """Every named address of the resolver; an address without a name fails here."""
    for pattern in (resolver or get_resolver()).url_patterns:
        arguments = (*outer, *pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern, inner, arguments)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern.pattern} has no name"
            yield Address(f"{space}{pattern.name}", arguments)


ALL = sorted(set(addresses()))


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """One world for all doors: every question is taken back, so each meets it as it was made."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def plain_walls(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of times nothing may be found here; how the page looks that says so is asked elsewhere."""

    def not_found(_request: HttpRequest, exception: Exception) -> HttpResponseNotFound:
        return HttpResponseNotFound(str(exception))

    monkeypatch.setattr(urls, "handler404", not_found, raising=False)


def test_every_address_stands_in_the_table() -> None:
    names = {address.name for address in ALL}
    assert names - set(DOORS) == set(), "Say in tests/web/doors.py who may open these addresses."
    assert set(DOORS) - names == set(), (
        "These addresses no longer exist; take them out of tests/web/doors.py."
    )


@pytest.mark.parametrize("address", ALL, ids=lambda address: address.name)
def test_a_door_opens_for_its_people_only(address: Address, world: World) -> None:
    kind = DOORS[address.name]
    for role in ASKED:
        expected = ANSWERS[kind][ROLES.index(role)]
        browser = world.browsers[role]
        for method in METHODS if role == "visitor" else ("get", "post"):
            path = reverse(address.name, kwargs=world.own(address))
            if expected == "open" and address.name in NEEDS_A_PRESS:
                continue
            assert_answer(browser, method, path, expected, f"{role} {method} {address.name}")


@pytest.mark.parametrize(
    "address",
    [a for a in ALL if set(a.arguments) - {"key", "kind", "step", "year", "language"}],
    ids=lambda address: address.name,
)
def test_what_is_foreign_and_what_is_missing_look_the_same(address: Address, world: World) -> None:
    if DOORS[address.name] in {"open", "library"}:
        return
    for role in ("neighbour", "coordinator"):
        for method in ("get", "post"):
            foreign = reverse(address.name, kwargs=world.foreign(address))
            missing = reverse(address.name, kwargs=world.missing(address))
            for path in (foreign, missing):
                assert_answer(world.browsers[role], method, path, "wall", f"{role} {method} {path}")


def assert_answer(browser: Client, method: str, path: str, expected: str, what: str) -> None:
    """Ask in a transaction that is taken back, so that every question meets the same world."""
    cookies = copy.deepcopy(browser.cookies)
    with transaction.atomic(), writing_seen() as written:
        answer = getattr(browser, method)(path)
        transaction.set_rollback(True)
    browser.cookies = cookies
    if method in READING:
        assert written <= KEPT_OF_A_LOOK, f"{what} changes something, and it was only looked at."
    to = answer.headers.get("Location", "")
    if answer.status_code == 405 and expected in {"login", "lock", "wall", "open"}:
        return  # The method is refused to everybody, before anything is looked up.
    if expected == "login":
        assert answer.status_code == 302, what
        assert to.startswith("/accounts/login/"), what
    elif expected == "lock":
        assert (answer.status_code, to) == (302, "/accounts/second-factor/"), what
    elif expected == "wall":
        assert answer.status_code in {404, 405}, (
            f"{what}: {answer.status_code}"
        )  # 405 for both alike
    elif expected == "any":
        assert answer.status_code < 500, what
    else:
        assert answer.status_code in OPENED, f"{what}: {answer.status_code}"
        assert not to.startswith("/accounts/login/") or "accounts" in path, what


@pytest.mark.once
def test_no_form_is_taken_from_another_site(world: World) -> None:
    """A page elsewhere can make a browser send a form; without the number that stands in ours it is refused."""
    for role in ("visitor", "coordinator"):
        browser = Client(enforce_csrf_checks=True)
        browser.cookies = copy.deepcopy(world.browsers[role].cookies)
        for address in ALL:
            path = reverse(address.name, kwargs=world.own(address))
            with transaction.atomic(), writing_seen() as written:
                answer = browser.post(path)
                transaction.set_rollback(True)
            assert answer.status_code == 403, f"{role} {address.name}: {answer.status_code}"
            assert not written, f"{role} {address.name} writes {written}"


def test_a_session_without_person_is_nobody(world: World) -> None:
    """Negative control: the same table would notice a staff page without its door."""
    with pytest.raises(AssertionError):
        assert_answer(
            world.browsers["professional"],
            "get",
            reverse("neighbourhood:person-list"),
            "wall",
            "control",
        )
    with writing_seen() as written:
        Tally.objects.create(key="control", hour=timezone.now()).delete()
    assert written >= {"core_tally"}
    assert cast.ALWAYS
    assert isinstance(world.missing(Address("x", ("pk",)))["pk"], uuid.UUID)
