"""A neighbour says how it was: behind a QR code, on paper, by phone; in five languages and without a name."""

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection.actions import voice
from gebuur.apps.reflection.models import VoiceRound
from gebuur.apps.reflection.queries.voice import opened
from gebuur.apps.reflection.views.voice_answer import PER_HOUR
from tests import cast
from tests.apps.reflection.voices import TODAY, answer, make_round

pytestmark = pytest.mark.django_db
SAID = {"promise": "yes", "who-decided": "service", "say": "no", "line": "Het was fijn."}
ENGLISH = (
    "We do not ask", "Send my answers", "Give at least", "mixed with", "From this phone", "have ended",
)  # fmt: skip


@pytest.fixture
def an() -> Person:
    return cast.make_staff(cast.make_place(), "An")


def arrived(one: VoiceRound) -> int:
    one.refresh_from_db()
    return opened(one).pool.arrived


def test_somebody_answers_once_and_is_thanked(an: Person) -> None:
    one = make_round(an)
    phone = Client()
    page = phone.get(f"/voice/{one.code}/").content.decode()
    assert "Hoe was het?" in page
    assert "Straatmaaltijd" in page
    assert "checked" not in page
    answered = phone.post(f"/voice/{one.code}/", SAID)
    assert answered["Location"] == f"/voice/{one.code}/thanks/"
    assert "Je antwoord ligt nu tussen dat van anderen" in phone.get(answered["Location"]).content.decode()  # fmt: skip
    assert arrived(one) == 1


def test_the_same_phone_is_told_kindly_that_it_answered(an: Person) -> None:
    one = make_round(an)
    phone = Client()
    phone.post(f"/voice/{one.code}/", SAID)
    for page in (phone.get(f"/voice/{one.code}/"), phone.post(f"/voice/{one.code}/", SAID)):
        text = page.content.decode()
        assert "Van deze gsm kwam al een antwoord" in text
        assert "09 000 00 00" in text
    assert arrived(one) == 1


def test_the_mark_on_the_phone_says_nothing_and_is_for_this_round_only(an: Person) -> None:
    one, other = make_round(an), make_round(an, title="Koffie")
    phone = Client()
    phone.post(f"/voice/{one.code}/", SAID)
    mark = phone.cookies["voice-answered"]
    assert (mark.value, mark["path"], mark["httponly"]) == ("yes", f"/voice/{one.code}/", True)
    phone.cookies.pop("voice-answered")
    phone.post(f"/voice/{other.code}/", SAID)
    assert (arrived(one), arrived(other)) == (1, 1)


def test_a_code_in_small_letters_leads_to_the_page_that_knows_the_mark(an: Person) -> None:
    one = make_round(an)
    answer = Client().get(f"/voice/{one.code.lower()}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/voice/{one.code}/")


def test_a_form_that_is_pressed_twice_counts_once(an: Person) -> None:
    one = make_round(an)
    for _time in range(2):
        Client().post(f"/voice/{one.code}/", SAID | {"once": "abc"})
    assert arrived(one) == 1
    Client().post(f"/voice/{one.code}/", SAID | {"once": "def"})
    assert arrived(one) == 2


@pytest.mark.parametrize(
    ("posted", "told"),
    [
        ({}, "Geef minstens één antwoord."),
        ({"line": "   "}, "Geef minstens één antwoord."),
        ({"promise": "shoe-size", "line": "Blijft staan"}, "Kies een van de antwoorden hieronder."),
        ({"promise": "yes", "line": "Blijft staan " + "x" * 400}, "Blijft staan"),
        ({"promise": "yes", "once": "x" * 99}, "Hoe was het?"),
    ],
)
def test_rubbish_gets_one_sentence_and_counts_for_nothing(
    an: Person, posted: dict[str, str], told: str
) -> None:
    one = make_round(an)
    answered = Client().post(f"/voice/{one.code}/", posted)
    assert answered.status_code == 200
    page = answered.content.decode()
    assert told in page
    assert "line" not in posted or "Blijft staan" in page or not posted["line"].strip()
    assert arrived(one) == 0


@pytest.mark.parametrize("code", ["NOBODY", "x" * 60])
def test_an_address_that_was_never_made_is_not_there(an: Person, code: str) -> None:
    make_round(an)
    assert Client().get(f"/voice/{code}/").status_code == 404
    assert Client().get(f"/voice/{code}/thanks/").status_code == 404


def test_after_the_last_day_the_page_says_so_and_whom_to_call(an: Person) -> None:
    one = make_round(an)
    yesterday = TODAY() - dt.timedelta(days=1)
    VoiceRound.objects.filter(pk=one.pk).update(until=yesterday)
    for page in (
        Client().get(f"/voice/{one.code}/"),
        Client().post(f"/voice/{one.code}/", SAID),
    ):
        assert "Deze vragen zijn afgelopen." in page.content.decode()
        assert "09 000 00 00" in page.content.decode()
    assert arrived(one) == 0


def test_papers_may_still_be_typed_after_the_last_day_until_it_is_closed(an: Person) -> None:
    one = make_round(an)
    VoiceRound.objects.filter(pk=one.pk).update(until=TODAY() - dt.timedelta(days=1))
    browser = cast.sign_in(an)
    typing = f"/staff/voice/{one.pk}/type/"
    assert browser.post(typing, SAID).status_code == 302
    assert "De link is gestopt." in browser.get(f"/staff/voice/{one.pk}/").content.decode()
    one.refresh_from_db()
    voice.close_round(one, actor=an, now=timezone.now())
    assert "Nu kunnen er geen antwoorden bij" in browser.get(typing).content.decode()
    assert browser.post(typing, SAID).status_code == 200
    assert arrived(one) == 1


def test_staff_type_sheet_after_sheet(an: Person) -> None:
    one = make_round(an)
    browser = cast.sign_in(an)
    typing = f"/staff/voice/{one.pk}/type/"
    for number in (1, 2):
        page = browser.post(typing, SAID, follow=True).content.decode()
        assert f"Er {'is' if number == 1 else 'zijn'} nu {number} antwoord" in page
        assert "checked" not in page
    page = browser.post(typing, {"line": ""}).content.decode()
    assert "Geef minstens één antwoord." in page


def test_on_the_phone_the_questions_are_read_in_the_neighbours_language(an: Person) -> None:
    one = make_round(an)
    browser = cast.sign_in(an)
    page = browser.get(f"/staff/voice/{one.pk}/type/?language=tr").content.decode()
    assert "Kim karar verdi?" in page
    assert "Başka bir şey söylemek ister misin?" in page
    assert "Wie besliste er?" in browser.get(f"/staff/voice/{one.pk}/type/?language=xx").content.decode()  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said", "direction"),
    [
        ("nl", "Wie besliste er?", "ltr"),
        ("en", "Who decided?", "ltr"),
        ("fr", "Qui a décidé ?", "ltr"),
        ("tr", "Kim karar verdi?", "ltr"),
        ("ar", "من الذي قرّر؟", "rtl"),
    ],
)
def test_every_page_speaks_five_languages(
    an: Person, language: str, said: str, direction: str
) -> None:
    one = make_round(an)
    phone = Client(headers={"accept-language": language})
    page = phone.get(f"/voice/{one.code}/").content.decode()
    assert said in page
    assert f'dir="{direction}"' in page
    pages = [
        page,
        phone.post(f"/voice/{one.code}/", {}).content.decode(),
        phone.post(f"/voice/{one.code}/", SAID, follow=True).content.decode(),
        phone.get(f"/voice/{one.code}/").content.decode(),
    ]
    voice.close_round(one, actor=an, now=timezone.now())
    pages.append(phone.get(f"/voice/{one.code}/").content.decode())
    if language != "en":
        assert not [words for words in ENGLISH if any(words in text for text in pages)]


@pytest.mark.usefixtures("one_hour")
def test_so_many_answers_from_one_place_are_too_many(an: Person) -> None:
    one = make_round(an)
    for _time in range(PER_HOUR):
        assert Client().post(f"/voice/{one.code}/", SAID).status_code == 302
    page = Client().post(f"/voice/{one.code}/", SAID).content.decode()
    assert "Van hier kwamen net veel antwoorden." in page
    assert "Het was fijn." in page
    assert arrived(one) == PER_HOUR


def test_sheets_are_printed_in_the_chosen_languages(an: Person) -> None:
    one = make_round(an)
    browser = cast.sign_in(an)
    page = f"/staff/voice/{one.pk}/paper/"
    assert "In welke talen?" in browser.get(page).content.decode()
    assert "Kies minstens één taal." in browser.get(f"{page}?languages=xx").content.decode()
    answered = browser.get(f"{page}?languages=nl&languages=ar&languages=fr")
    assert answered["Content-Type"] == "application/pdf"
    reader = PdfReader(BytesIO(answered.content))
    assert len(reader.pages) == 3
    first = reader.pages[0].extract_text().replace("\n", " ")
    for words in ("Hoe was het?", "Wie besliste er?", "09 000 00 00", one.code):
        assert words in first
    assert "Qui a décidé" in reader.pages[2].extract_text()
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]


def test_whoever_is_signed_in_leaves_no_trace_either(an: Person) -> None:
    one = make_round(an)
    rosa = cast.make_person(an.neighbourhood, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    cast.sign_in(rosa).post(f"/voice/{one.code}/", SAID)
    one.refresh_from_db()
    kept: dict[str, Any] = {name: str(getattr(one, name)) for name in ("answers", "questions")}
    assert str(rosa.pk) not in str(kept)
    assert arrived(one) == 1


def test_answers_from_every_way_lie_in_one_heap(an: Person) -> None:
    one = make_round(an)
    answer(one, times=2)
    Client().post(f"/voice/{one.code}/", SAID)
    cast.sign_in(an).post(f"/staff/voice/{one.pk}/type/", SAID)
    assert arrived(one) == 4
