"""The showcase of the design system, and what must hold on every page."""

import re
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

pytestmark = pytest.mark.django_db
SHEETS = ["", "?sheet=step", "?sheet=desk", "?sheet=charts", "?sheet=print"]


@pytest.fixture
def demo(settings: Any) -> None:
    settings.DEMO = True


def test_showcase_is_not_there_outside_the_demo(client: Client, settings: Any) -> None:
    settings.DEBUG = settings.DEMO = False
    assert client.get("/design/").status_code == 404


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("sheet", SHEETS)
def test_every_component_can_be_seen(client: Client, sheet: str) -> None:
    answer = client.get(f"/design/{sheet}")
    assert answer.status_code == 200
    assert "Godelieve" in answer.content.decode() or sheet in {"?sheet=step", "?sheet=charts"}


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("sheet", SHEETS)
def test_no_style_and_no_script_stand_in_the_page(client: Client, sheet: str) -> None:
    page = client.get(f"/design/{sheet}").content.decode()
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", page)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("sheet", SHEETS)
def test_no_id_stands_twice(client: Client, sheet: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', client.get(f"/design/{sheet}").content.decode())
    assert len(ids) == len(set(ids)), sorted(i for i in ids if ids.count(i) > 1)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("sheet", SHEETS)
def test_everything_that_is_pointed_at_is_there(client: Client, sheet: str) -> None:
    page = client.get(f"/design/{sheet}").content.decode()
    ids = set(re.findall(r'\sid="([^"]+)"', page))
    pointed = re.findall(r'\s(?:aria-describedby|aria-labelledby|for)="([^"]+)"', page)
    assert {part for value in pointed for part in value.split()} <= ids


@pytest.mark.usefixtures("demo")
def test_arabic_reads_from_right_to_left(client: Client) -> None:
    page = client.get("/design/", headers={"accept-language": "ar"}).content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert '<bdi dir="ltr">0475 12 34 56</bdi>' in page


def test_missing_page_says_what_to_do_next(client: Client) -> None:
    answer = client.get("/nergens/", headers={"accept-language": "nl"})
    assert answer.status_code == 404
    assert "Hier staat niets" in answer.content.decode()


def test_page_for_a_breakdown_stands_on_its_own() -> None:
    page = render_to_string("500.html")
    assert "Dit ligt niet aan jou" in page
    assert "{%" not in page


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html"])
def test_error_page_shows_a_way_on_without_a_place(name: str) -> None:
    assert 'class="btn btn-2"' in render_to_string(name)
