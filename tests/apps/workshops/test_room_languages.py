"""Who sits in the room reads the question in her own language; what others wrote says in which language it is."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.framing.models import Rewording
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.models import Session
from gebuur.apps.workshops.queries.agenda import BlockWords
from gebuur.core.management.commands import messages
from gebuur.domain import frames
from tests import cast

Kind = frames.BlockKind
ROOM = messages.SOURCE / "apps" / "workshops"
# Whatever of the room somebody without an account can meet.
FOR_EVERYBODY = (
    "templates/workshops/join.html",
    "templates/workshops/door.html",
    "templates/workshops/room.html",
    "templates/workshops/_room.html",
    "templates/workshops/room_intention.html",
    "templates/workshops/_results.html",
    "templates/workshops/_task_light.html",
    "templates/workshops/messages/intention.txt",
    "forms/labels.py",
    "actions/answers.py",
    "actions/intentions.py",
    "views/room.py",
    "views/intentions.py",
)


@pytest.fixture
def an(db: None) -> Person:
    return cast.make_staff(cast.make_place(), "An")


def block(kind: Kind, *picks: str, title: str = "Kies samen", text: str = "") -> BlockWords:
    return BlockWords(kind=str(kind), title=title, text=text, minutes=5, picks=picks)


def room_with(an: Person, *blocks: BlockWords) -> Session:
    now = timezone.now()
    session = actions.open_session(blocks, actor=an, title="Samen leren", language="nl", now=now)
    actions.move(session, 0, 0, actor=an, now=now)
    return session


def phone_in(session: Session, language: str) -> Client:
    """A phone that has taken its seat."""
    phone = Client(headers={"accept-language": language})
    phone.post("/w/", {"code": session.code})
    return phone


def page(phone: Client, address: str = "/w/room/") -> str:
    return phone.get(address).content.decode()


@pytest.mark.parametrize(
    ("language", "heading", "choice"),
    [
        ("nl", "Welke stijl past?", "Samenwerkend"),
        ("en", "Which style is it?", "Cooperative"),
        ("fr", "Quel style est-ce ?", "Coopératif"),
        ("tr", "Bu hangi tarz?", "İş birliği yapan"),
        ("ar", "أي أسلوب هذا؟", "تعاوني"),
    ],
)
def test_the_wheel_is_asked_in_the_language_of_the_phone(
    an: Person, language: str, heading: str, choice: str
) -> None:
    said = page(phone_in(room_with(an, block(Kind.WHEEL, title="Welke stijl past?")), language))
    assert heading in said
    assert f"<span>{choice}</span>" in said


@pytest.mark.parametrize("code", ["fr", "tr", "ar"])
@pytest.mark.parametrize("kind", [Kind.SIGNALS, Kind.ATTITUDES, Kind.BOARD, Kind.DIVIDE])
def test_every_choice_of_a_frame_is_there_in_every_language(
    an: Person, kind: Kind, code: str
) -> None:
    shown: dict[Kind, Sequence[frames.Words]] = {
        Kind.SIGNALS: [one.words for one in frames.SIGNALS],
        Kind.ATTITUDES: [one.words for one in frames.ATTITUDES],
        Kind.BOARD: [one.words for one in frames.ACTORS],
        Kind.DIVIDE: [one.statement for one in frames.QUADRANTS],
    }
    asked = phone_in(room_with(an, block(kind)), code).get("/w/room/").context["form"]
    field = asked.fields.get("key") or asked.fields.get("keys")
    labels = [label for _key, label in field.choices] if field else list(_labels(asked))
    assert labels == [words.in_language(code) for words in shown[kind]]


def _labels(asked: object) -> list[str]:
    return [field.label for field in asked.fields.values()]  # type: ignore[attr-defined]  # the form of the page


def test_the_story_of_a_case_is_told_in_arabic(an: Person) -> None:
    said = page(phone_in(room_with(an, block(Kind.CASE, "garden")), "ar"))
    assert "يختارون بستان خضار" in said
    assert 'dir="rtl"' in said


def test_own_words_of_the_house_go_before_our_translation_and_say_they_are_dutch(
    an: Person,
) -> None:
    Rewording.objects.create(
        organisation=an.neighbourhood.organisation,
        path="styles:cooperative:words",
        nl="Schouder aan schouder",
        en="Side by side",
        made_by=an,
        made_at=timezone.now(),
    )
    session = room_with(an, block(Kind.WHEEL))
    assert '<bdi lang="nl">Schouder aan schouder</bdi>' in page(phone_in(session, "ar"))
    assert "<span>Schouder aan schouder</span>" in page(phone_in(session, "nl"))
    assert "<span>Side by side</span>" in page(phone_in(session, "en"))


def test_what_the_facilitator_typed_says_which_language_it_is(an: Person) -> None:
    poll = block(Kind.POLL, "Koffie", "Thee", title="Wat drinken we?")
    session = room_with(an, poll)
    said = page(phone_in(session, "tr"))
    assert '<bdi lang="nl">Wat drinken we?</bdi>' in said
    assert '<bdi lang="nl">Koffie</bdi>' in said
    assert "<bdi" not in page(phone_in(session, "nl")).split("<main")[1].split("</main>")[0]


def test_a_dutch_title_keeps_its_own_direction_on_an_arabic_page(an: Person) -> None:
    session = room_with(an, block(Kind.CASE, "streets", title="Casus één. Lees eerst."))
    assert '<p class="meta" lang="nl" dir="auto">' in page(phone_in(session, "ar"))


def test_a_title_cannot_smuggle_in_markup(an: Person) -> None:
    poll = block(Kind.POLL, "<b>Koffie</b>", "Thee", title="<i>Wat</i>")
    said = page(phone_in(room_with(an, poll), "fr"))
    assert "<b>Koffie</b>" not in said
    assert "<i>Wat</i>" not in said


def test_a_mistake_is_explained_in_arabic(an: Person) -> None:
    session = room_with(an, block(Kind.DIVIDE))
    phone = phone_in(session, "ar")
    pool = phone.get("/w/room/").context["pool"]
    answer = phone.post("/w/room/", {"pool": str(pool.pk), "points-people": "130"})
    assert "اكتب أعدادًا صحيحة" in answer.content.decode()


@pytest.mark.parametrize("language", ["nl", "fr", "tr", "ar"])
def test_whatever_the_room_says_to_everybody_is_translated(language: str) -> None:
    found = messages.found_in(ROOM)
    catalogue = messages.read(_file(language), language)
    missing = [
        one.id
        for one in found
        if one.id
        and any(place in FOR_EVERYBODY for place, _line in one.locations)
        and not messages.is_translated(catalogue.get(_first(one.id), one.context))
    ]
    assert not missing


def _file(language: str) -> Path:
    return ROOM / "locale" / language / "LC_MESSAGES" / "django.po"


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]
