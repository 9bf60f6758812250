"""The questions to neighbours: whole in five languages, plain, dated, and each the mirror of a frame."""

import datetime as dt

import pytest

from gebuur.domain import frames
from gebuur.domain.frames import Heard, NotInFrame, VoiceQuestion

EVERY = [pytest.param(one, id=one.key) for one in frames.VOICE_QUESTIONS]


@pytest.mark.parametrize("question", EVERY)
def test_a_question_is_whole(question: VoiceQuestion) -> None:
    texts = [question.words, *(one.words for one in question.answers)]
    for text in texts:
        assert all(words.strip() for words in text.as_dict().values())
        assert "!" not in "".join(text.as_dict().values())
    assert len(question.words.nl.split()) <= 15
    assert question.answers[-1].key == "unknown"
    assert question.checked == dt.date(2026, 11, 24) < question.check_by
    assert question.source in {one.key for one in frames.SOURCES}


@pytest.mark.parametrize("question", EVERY)
def test_a_question_mirrors_a_frame_that_exists(question: VoiceQuestion) -> None:
    kind, _colon, key = question.mirrors.partition(":")
    known = [one["id"] for one in frames.all_frames()[kind]]
    assert not key or key in known


def test_what_residents_are_asked_is_what_the_attitude_says_they_are_asked() -> None:
    asks = {one.key: one.ask_residents for one in frames.ATTITUDES}
    for key, attitude in (
        ("promise", "reliability"), ("welcome", "unconditionality"), ("strength", "positive"), ("no", "respect"),
    ):  # fmt: skip
        words = frames.voice_question(key).words
        assert (words.nl, words.en) == (asks[attitude].nl, asks[attitude].en)


def test_what_is_ticked_at_the_start_may_be_asked() -> None:
    keys = {one.key for one in frames.VOICE_QUESTIONS}
    assert set(frames.USUAL_ASKED) <= keys
    assert frames.FEWEST_ASKED <= len(frames.USUAL_ASKED) <= frames.MOST_ASKED


@pytest.mark.parametrize(
    ("style", "counts", "heard"),
    [
        ("facilitating", {"neighbours": 6, "service": 3}, Heard.AS_PROMISED),
        ("facilitating", {"together": 6, "service": 3}, Heard.LESS_SAY),
        ("consultative", {"neighbours": 6, "service": 3}, Heard.MORE_SAY),
        ("cooperative", {"neighbours": 3, "service": 3}, Heard.UNCLEAR),
        ("cooperative", {"unknown": 12}, Heard.UNCLEAR),
        ("cooperative", {}, Heard.UNCLEAR),
    ],
)
def test_who_decided_is_laid_beside_the_promise(
    style: str, counts: dict[str, int], heard: Heard
) -> None:
    assert frames.heard_against(style, counts) == heard


def test_every_style_says_who_decides() -> None:
    answers = {one.key for one in frames.voice_question(frames.DECIDED).answers}
    assert {frames.who_decides(one.key) for one in frames.STYLES} <= answers
    with pytest.raises(NotInFrame):
        frames.who_decides("bossy")
    with pytest.raises(NotInFrame):
        frames.voice_question("shoe-size")
