"""What Gebuur itself says on a page is in the language of the page; what people wrote stays as they wrote it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse

from gebuur.core.management.commands.messages import all_rooms, read
from gebuur.domain import frames
from tests.web.doors import ANSWERS, BY_KIND, DOORS, NEEDS_A_PRESS, ROLES
from tests.web.test_doors import ALL
from tests.web.world import World, make_world

pytestmark = pytest.mark.django_db

# Elements that never close, and attributes that are read aloud or shown.
ALONE = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
}
SPOKEN = ("aria-label", "title", "alt", "placeholder")
# What people wrote or may write; the title of a page often names what they wrote. And what no eye sees.
NOT_SAID = {"bdi", "textarea", "title", "script", "style"}
# A language is listed under its own name.
OWN_NAMES = {"Nederlands"}
OF_RESIDENTS = {"open", "link", "person", "volunteer", "group", "member", "rosa", "giver"}
# A service reads it, and answers in Dutch or English.
OF_SERVICES = {"boundaries:reply"}
# What can be put in a block is told in the language of the room.
IN_THE_ROOM = {"workshops:block-new", "workshops:block-edit"}


class Heard(HTMLParser):
    """What a page says itself: not what people wrote (`bdi`, `dir="auto"`, a field), nor in another language."""

    def __init__(self, page: str, language: str) -> None:
        super().__init__()
        self.language = language
        self.open: list[tuple[str, bool]] = [("", True)]
        self.said: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        is_own = self.open[-1][1] and told.get("dir") != "auto"
        is_own = told.get("lang", self.language) == self.language and is_own
        if is_own:
            self.said += [told[name] or "" for name in SPOKEN if name in told]
        if tag not in ALONE:
            self.open.append((tag, is_own and tag not in NOT_SAID))

    def handle_endtag(self, tag: str) -> None:
        places = [at for at, (name, _own) in enumerate(self.open) if name == tag]
        if places:
            del self.open[places[-1] :]

    def handle_data(self, data: str) -> None:
        if self.open[-1][1]:
            self.said.append(data)


def plain(words: str) -> str:
    """Without soft hyphens, white space at the ends and the full stop."""
    return " ".join(words.replace("\xad", "").split()).strip(" .,:?“”")


def pairs_in(thing: Any) -> Iterator[tuple[str, str]]:
    """Dutch beside English, wherever they stand in what the ground floor tells."""
    if hasattr(thing, "nl") and hasattr(thing, "en"):
        yield thing.nl, thing.en
    elif is_dataclass(thing):
        yield from pairs_in([getattr(thing, field.name) for field in fields(thing)])
    elif isinstance(thing, Mapping):
        yield from pairs_in(list(thing.values()))
    elif isinstance(thing, list | tuple | set | frozenset):
        for one in thing:
            yield from pairs_in(one)


def pairs_in_catalogues() -> Iterator[tuple[str, str]]:
    for room in all_rooms():
        for message in read(room / "locale/nl/LC_MESSAGES/django.po", "nl"):
            english = [message.id] if isinstance(message.id, str) else message.id
            dutch = [message.string] if isinstance(message.string, str) else message.string or ()
            yield from zip(dutch, english, strict=False)


def dutch_sentences() -> set[str]:
    """What Gebuur says in Dutch and otherwise in English."""
    told = [value for name, value in vars(frames).items() if name.isupper()]
    pairs = [(plain(nl), plain(en)) for nl, en in (*pairs_in(told), *pairs_in_catalogues())]
    return {nl for nl, _en in pairs} - {en for _nl, en in pairs} - OWN_NAMES


def opened(world: World, language: str, kinds: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """What every page of these kinds says, read by the first in the table who may open it."""
    for address in ALL:
        kind = DOORS[address.name]
        answers = dict(zip(ROLES, ANSWERS[kind], strict=True))
        may = [role for role in ROLES if answers[role] == "open"]
        if may and kind in kinds and address.name not in NEEDS_A_PRESS | IN_THE_ROOM:
            path = reverse(address.name, kwargs=world.own(address))
            answer = world.browsers[may[0]].get(path, headers={"accept-language": language})
            if answer.headers.get("Content-Type", "").startswith("text/html"):
                yield address.name, Heard(answer.content.decode(), language).said


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """One world for both languages."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


def test_a_page_in_english_says_nothing_in_dutch(world: World) -> None:
    dutch = dutch_sentences()
    pages = opened(world, "en", BY_KIND)
    heard = {name: {plain(words) for words in said} & dutch for name, said in pages}
    assert {name: words for name, words in heard.items() if words} == {}


def test_a_page_in_arabic_says_nothing_in_dutch_and_joins_with_its_own_comma(world: World) -> None:
    dutch = dutch_sentences()
    latin = re.compile("[\u0600-\u06ff][,;?]|^\\s*, ")
    heard = {
        name: [words for words in said if plain(words) in dutch or latin.search(words)]
        for name, said in opened(world, "ar", OF_RESIDENTS)
        if name not in OF_SERVICES
    }
    assert {name: words for name, words in heard.items() if words} == {}
