"""What the room reads of the frames stands in five languages, and nothing is translated that is not there."""

from collections.abc import Iterator

import pytest

from gebuur.domain import frames
from gebuur.domain.frames import Words
from gebuur.domain.frames.learning.translations import TRANSLATIONS

SHOWN = {
    "styles": frames.STYLES,
    "conditions": frames.CONDITIONS,
    "axes": frames.AXES,
    "quadrants": frames.QUADRANTS,
    "roles": frames.ROLES,
    "phases": frames.PHASES,
    "signals": frames.SIGNALS,
    "attitudes": frames.ATTITUDES,
    "exercise": frames.EXERCISE,
    "cases": frames.CASES,
    "actors": frames.ACTORS,
}


def shown_words() -> Iterator[tuple[str, Words]]:
    """Every sentence that a phone or the pictures on it can show, by its place."""
    for kind, items in SHOWN.items():
        yield from ((f"{kind}:{one.key}", one.words) for one in items)
    yield from ((f"styles:{style.key}:role", style.role) for style in frames.STYLES)
    for axis in frames.AXES:
        yield f"axes:{axis.key}:low", axis.low
        yield f"axes:{axis.key}:high", axis.high
    for quadrant in frames.QUADRANTS:
        yield f"quadrants:{quadrant.key}:statement", quadrant.statement
    for question in frames.EXERCISE:
        if question.mirrored:
            yield f"exercise:{question.key}:mirrored", question.mirrored
    for case in frames.CASES:
        yield from ((f"cases:{case.key}:story:{at}", one) for at, one in enumerate(case.story))


PLACES = dict(shown_words())


@pytest.mark.parametrize("place", PLACES)
def test_whoever_sits_in_the_room_reads_it_in_her_own_language(place: str) -> None:
    words = PLACES[place]
    for code in frames.LANGUAGES:
        assert words.in_language(code).strip()
        assert words.language_for(code) == code
    assert frames.translations_at(place) == {"fr": words.fr, "tr": words.tr, "ar": words.ar}


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_nothing_is_translated_that_is_not_there(code: str) -> None:
    table = TRANSLATIONS[code]
    places = [f"{kind}:{key}" for kind, words in table.items() for key in words]
    assert sorted(places) == sorted(PLACES)


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_two_things_of_one_frame_never_have_the_same_name(code: str) -> None:
    for words in TRANSLATIONS[code].values():
        assert len(set(words.values())) == len(words)


def test_arabic_is_written_in_arabic() -> None:
    for words in PLACES.values():
        assert not any("a" <= sign <= "z" for sign in words.ar.lower())


def test_french_leaves_room_before_its_double_signs() -> None:
    for words in PLACES.values():
        for at, sign in enumerate(words.fr):
            if sign in ":;?»":
                assert words.fr[at - 1].isspace(), words.fr


def test_words_without_translation_are_dutch_and_say_so() -> None:
    words = Words("Buur", "Neighbour")
    assert words.in_language("ar") == "Buur"
    assert words.language_for("ar") == "nl"
    assert words.language_for("en-gb") == "en"


def test_what_is_printed_to_reword_stays_in_two_languages() -> None:
    style = frames.all_frames()["styles"][0]
    assert "fr" not in style
    assert style["role"].keys() == {"nl", "en"}
