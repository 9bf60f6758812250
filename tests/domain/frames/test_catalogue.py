"""The task catalogue and the numbers to call are whole, in five languages, and dated."""

from collections.abc import Iterator

import lucide
import pytest

from gebuur.domain.frames import (
    HELPLINES,
    LANGUAGES,
    TASKS,
    URGENT,
    Helpline,
    Light,
    Task,
    Text,
    dangers_in,
    helpline,
    task,
)

NOT_OUR_WORDS = (
    "cliënt", "doelgroep", "casus", "inzetten", "matchen", "weigeren", "klacht", "kwetsbaar",
    "succesvol", "gelieve", "helaas", "platform", "!",
)  # fmt: skip


def texts_of(one: Task | Helpline) -> Iterator[Text]:
    yield one.names
    if isinstance(one, Helpline):
        yield from (one.what_for, one.hours)
        return
    yield from (*one.do, *one.dont, *one.questions)
    yield from (text for text in (one.limit, one.refusal) if text)


EVERYTHING: tuple[Task | Helpline, ...] = (*TASKS, *HELPLINES)
EVERY_TEXT = [
    pytest.param(text, id=f"{one.key}-{number}")
    for one in EVERYTHING
    for number, text in enumerate(texts_of(one))
]


@pytest.mark.parametrize("text", EVERY_TEXT)
def test_every_text_stands_in_five_languages(text: Text) -> None:
    words = text.as_dict()
    assert tuple(words) == LANGUAGES
    assert all(said == said.strip() and said for said in words.values())
    has_arabic = any("\u0600" <= sign <= "\u06ff" for sign in text.ar)
    assert has_arabic or text.ar == text.nl, "Arabic is missing"


@pytest.mark.parametrize("text", EVERY_TEXT)
def test_dutch_is_plain(text: Text) -> None:
    for sentence in text.nl.replace("?", ".").replace(":", ".").split("."):
        assert len(sentence.split()) <= 15
    assert not any(word in text.nl.lower() for word in NOT_OUR_WORDS)


def test_keys_are_unique_and_can_be_looked_up() -> None:
    assert len({one.key for one in TASKS}) == len(TASKS) >= 16
    assert len({line.key for line in HELPLINES}) == len(HELPLINES)
    assert all(task(one.key) is one for one in TASKS)
    assert all(helpline(line.key) is line for line in HELPLINES)
    with pytest.raises(KeyError):
        task("dancing")
    with pytest.raises(KeyError):
        helpline("911")


def test_green_comes_before_amber_before_red() -> None:
    lights = [one.light for one in TASKS]
    order = tuple(Light)
    assert lights == sorted(lights, key=order.index)


@pytest.mark.parametrize("one", TASKS, ids=lambda one: one.key)
def test_task_has_what_its_light_asks(one: Task) -> None:
    is_red = one.light == Light.RED
    assert bool(one.refusal) == is_red
    assert bool(one.limit) == bool(one.max_minutes) == (one.light == Light.AMBER)
    assert (
        bool(one.do) == bool(one.dont) == bool(one.questions) == (one.minutes > 0) == (not is_red)
    )
    assert one.max_minutes is None or one.max_minutes >= one.minutes
    assert all(helpline(key) for key in one.refer_to)
    assert one.checked < one.check_by
    assert one.source
    assert lucide._render_icon(one.icon, None)


def test_tiles_carry_short_names() -> None:
    for one in TASKS:
        for language in LANGUAGES:
            assert len(one.names.in_language(language)) <= 36


def test_refusal_says_which_number_to_call() -> None:
    for one in TASKS:
        if one.refusal and "112" in one.refusal.nl:
            assert "112" in one.refer_to
            assert all("112" in said for said in one.refusal.as_dict().values())


def test_numbers_are_dated_and_never_sure_without_a_source() -> None:
    for line in HELPLINES:
        assert line.checked < line.check_by
        assert line.source
        assert line.sure == ("not read" not in line.source)


def test_the_boundary_card_has_four_numbers() -> None:
    assert [line.number for line in URGENT] == ["112", "101", "1712", "106"]


def test_unknown_language_falls_back_to_dutch() -> None:
    assert task("walk").names.in_language("pl") == "Wandelen"
    assert task("walk").names.in_language("FR-be") == "Une promenade"


def test_our_own_green_questions_ring_no_alarm() -> None:
    for one in TASKS:
        if one.light != Light.RED:
            for text in texts_of(one):
                assert not [said for said in text.as_dict().values() if dangers_in(said)]
