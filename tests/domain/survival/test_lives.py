"""What a person's time with us is: pauses, silence, coming along later, and what came first."""

import datetime as dt

import pytest

from gebuur.domain.survival import Facts, Life, Within, at_landmark, first_within, life_of

START = dt.datetime(2026, 9, 1, 9, tzinfo=dt.UTC)


def day(number: float) -> dt.datetime:
    return START + dt.timedelta(days=number)


def test_whoever_takes_part_still_counts_until_now() -> None:
    assert life_of(Facts(began=day(0)), now=day(30)) == Life(0, 30, left=False)


def test_whoever_said_that_she_stops_left_then() -> None:
    assert life_of(Facts(began=day(0), stopped=day(12)), now=day(30)) == Life(0, 12, left=True)


def test_what_happens_after_the_moment_of_looking_is_not_known() -> None:
    assert life_of(Facts(began=day(0), stopped=day(12)), now=day(10)) == Life(0, 10, left=False)
    assert life_of(Facts(began=day(20)), now=day(10)) is None


def test_whoever_stopped_at_once_left_at_once() -> None:
    assert life_of(Facts(began=day(3), stopped=day(3)), now=day(9)) == Life(0, 0, left=True)


def test_a_pause_is_not_leaving() -> None:
    paused = Facts(began=day(0), pauses=[(day(5), day(300))])
    assert life_of(paused, now=day(100), silent_after=30) == Life(0, 100, left=False)


def test_silence_is_leaving_only_when_a_length_was_stated() -> None:
    silent = Facts(began=day(0), unanswered_since=day(10))
    assert life_of(silent, now=day(100)) == Life(0, 100, left=False)
    assert life_of(silent, now=day(100), silent_after=42) == Life(0, 52, left=True)
    assert life_of(silent, now=day(51), silent_after=42) == Life(0, 51, left=False)


def test_whoever_was_never_asked_is_never_silent() -> None:
    assert life_of(Facts(began=day(0)), now=day(400), silent_after=14) == Life(0, 400, left=False)


def test_the_clock_of_silence_stands_still_during_a_pause() -> None:
    facts = Facts(
        began=day(0), unanswered_since=day(10), pauses=[(day(40), day(45)), (day(2), day(13))]
    )
    # Three days of the first pause and five of the second stand within the silence.
    assert life_of(facts, now=day(100), silent_after=30) == Life(0, 48, left=True)


def test_a_pause_after_the_silence_was_complete_brings_nobody_back() -> None:
    facts = Facts(began=day(0), unanswered_since=day(10), pauses=[(day(60), day(90))])
    assert life_of(facts, now=day(100), silent_after=30) == Life(0, 40, left=True)


def test_the_first_of_silence_and_stopping_counts() -> None:
    facts = Facts(began=day(0), unanswered_since=day(10), stopped=day(20))
    assert life_of(facts, now=day(100), silent_after=30) == Life(0, 20, left=True)


def test_whoever_came_along_from_an_older_list_is_seen_from_then_on() -> None:
    facts = Facts(began=day(0), known_since=day(50))
    assert life_of(facts, now=day(80)) == Life(50, 80, left=False)
    assert life_of(Facts(began=day(0), known_since=day(50), stopped=day(40)), now=day(80)) is None


def test_an_impossible_pause_or_silence_is_refused() -> None:
    facts = Facts(began=day(0), unanswered_since=day(1), pauses=[(day(9), day(8))])
    with pytest.raises(ValueError, match="pause"):
        life_of(facts, now=day(20), silent_after=3)
    with pytest.raises(ValueError, match="silent_after"):
        life_of(facts, now=day(20), silent_after=0)


def test_who_was_asked_late_does_not_make_asking_look_good() -> None:
    """Ten people leave at random; who stays long is asked at last. Nothing that was done helped."""
    lives: list[tuple[Life, float | None]] = [
        (Life(0, stay, True), 60.0 if stay > 60 else None) for stay in range(10, 110, 10)
    ]
    split = at_landmark(lives, day=14)
    assert split.had == []
    assert [life.exit for life in split.had_not] == [stay - 14 for stay in range(20, 110, 10)]


def test_at_the_landmark_only_what_was_known_then_counts() -> None:
    lives = [
        (Life(0, 50, True), 14.0),
        (Life(0, 14, True), 2.0),
        (Life(20, 40, False), None),
        (Life(0, 50, True), 14.5),
    ]
    split = at_landmark(lives, day=14)
    assert split.had == [Life(0, 36, True)]
    assert split.had_not == [Life(6, 26, False), Life(0, 36, True)]


def test_whoever_gave_up_waiting_is_not_missing_from_the_whole() -> None:
    lives = [
        (Life(0, 100, False), 5.0),
        (Life(0, 20, True), 8.0),
        (Life(0, 12, True), None),
        (Life(0, 100, False), 45.0),
        (Life(0, 25, False), None),
    ]
    assert first_within(lives, [100, 100, 100, 100, 25]) == [
        Within(days=14, whole=5, had=2, waiting=2, gone=1),
        Within(days=30, whole=4, had=2, waiting=1, gone=1),
        Within(days=60, whole=4, had=3, waiting=0, gone=1),
    ]
