"""The ready workshops: the whole training in its order, and an hour of it, fit for a room and a beamer."""

import re

import pytest

from gebuur.domain import frames
from gebuur.domain.frames import READY_WORKSHOPS, BlockKind, Light, ReadyBlock

DECK, SHORT = READY_WORKSHOPS
BLOCKS = [
    pytest.param(block, id=f"{ready.key}-{number}-{block.kind}")
    for ready in READY_WORKSHOPS
    for number, block in enumerate(ready.blocks)
]
HALF_A_DAY = range(180, 241)
LONGEST_TITLE, LONGEST_TEXT = 80, 200


def kinds(ready: frames.ReadyWorkshop) -> list[BlockKind]:
    return [block.kind for block in ready.blocks if block.kind != BlockKind.PAUSE]


def test_the_deck_stands_there_in_the_order_of_the_training() -> None:
    assert kinds(DECK) == [
        BlockKind.LOOK_BACK, BlockKind.CASE, BlockKind.CASE, BlockKind.CASE, BlockKind.WHEEL, BlockKind.WHEEL,
        BlockKind.DIVIDE, BlockKind.SIGNALS, BlockKind.ATTITUDES, BlockKind.EXERCISE, BlockKind.BOARD,
        BlockKind.LIGHTS, BlockKind.QUESTION, BlockKind.POLL, BlockKind.SOURCES,
    ]  # fmt: skip


def test_every_kind_of_block_and_every_case_stands_in_the_deck() -> None:
    assert {block.kind for block in DECK.blocks} == set(BlockKind)
    cases = [block.picks for block in DECK.blocks if block.kind == BlockKind.CASE]
    assert cases == [(one.key,) for one in frames.CASES]


def test_the_deck_takes_half_a_day_and_the_short_one_an_hour() -> None:
    assert DECK.minutes in HALF_A_DAY
    assert SHORT.minutes == 60


def test_nobody_sits_for_more_than_seventy_minutes_without_a_break() -> None:
    sat = 0
    for block in DECK.blocks:
        sat = 0 if block.kind == BlockKind.PAUSE else sat + block.minutes
        assert sat <= 80, block.title.en


def test_the_boundaries_show_all_three_lights_and_not_sorted() -> None:
    for ready in READY_WORKSHOPS:
        (quiz,) = (block for block in ready.blocks if block.kind == BlockKind.LIGHTS)
        lights = [frames.task(key).light for key in quiz.picks]
        assert set(lights) == set(Light)
        assert lights != sorted(lights, key=list(Light).index)


@pytest.mark.parametrize("block", BLOCKS)
def test_every_block_can_be_run_in_both_languages(block: ReadyBlock) -> None:
    for language in ("nl", "en"):
        assert frames.stages_of(block.kind, block.picks_in(language))
        assert 0 < len(block.title.in_language(language)) <= LONGEST_TITLE
        assert len(block.text.in_language(language)) <= LONGEST_TEXT
    assert 1 <= block.minutes <= 240


@pytest.mark.parametrize("block", BLOCKS)
def test_what_the_room_reads_is_plain(block: ReadyBlock) -> None:
    for words in (block.title, block.text, *block.choices):
        for sentence in re.split(r"[.?:]", words.nl):
            assert len(sentence.split()) <= 15, sentence
        assert "!" not in words.nl + words.en
