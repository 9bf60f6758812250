"""The frames of the training are whole, dated, plain, ordered as in the training, and refer to what exists."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gebuur.domain import frames
from gebuur.domain.frames import (
    CONDITIONS,
    PHASES,
    QUADRANTS,
    ROLES,
    SIGNALS,
    SOURCES,
    STYLES,
    Gap,
    NotInFrame,
)

WHOLE = frames.all_frames()
ITEMS = [pytest.param(kind, one, id=f"{kind}-{one['id']}") for kind in WHOLE for one in WHOLE[kind]]
NEVER_PRINTED = ("!", "cliënt", "doelgroep", "stakeholder", "implement", "ocai", "gdq")


def dutch_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("nl"), str):
            yield value["nl"]
        for inner in value.values():
            yield from dutch_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from dutch_of(inner)


@pytest.mark.parametrize(("kind", "item"), ITEMS)
def test_every_item_has_words_a_source_and_dates(kind: str, item: dict[str, Any]) -> None:
    assert item["nl"].strip()
    assert item["en"].strip()
    assert item["source"]
    assert dt.date.fromisoformat(item["checked"]) < dt.date.fromisoformat(item["check_by"])
    if kind != "tasks":
        assert item["source"] in {one.key for one in SOURCES}


@pytest.mark.parametrize(("kind", "item"), [p for p in ITEMS if p.values[0] != "sources"])
def test_dutch_is_plain(kind: str, item: dict[str, Any]) -> None:
    for text in dutch_of(item):
        for sentence in text.replace("?", ".").replace(":", ".").split("."):
            assert len(sentence.split()) <= 16, sentence
        assert not any(word in text.lower() for word in NEVER_PRINTED), text


def test_attitudes_and_questions_stand_in_the_order_of_the_training() -> None:
    assert [one["nl"] for one in WHOLE["attitudes"]] == [
        "Echtheid", "Betrokkenheid", "Gelijkwaardigheid", "Openheid", "Onvoorwaardelijkheid",
        "Positieve attitude", "Professionele nabijheid", "Betrouwbaarheid", "Respect",
    ]  # fmt: skip
    assert [one["id"] for one in WHOLE["exercise"]] == [
        "recent", "attitude", "style", "otherwise", "expect",
    ]  # fmt: skip
    assert WHOLE["exercise"][-1]["mirrored"]["nl"] == "Wat verwachten de buren van jou?"
    assert not any(one["mirrored"] for one in WHOLE["exercise"][:-1])


def test_the_counts_are_those_of_the_field() -> None:
    counts = {kind: len(items) for kind, items in WHOLE.items()}
    expected = {
        "styles": 7,
        "conditions": 6,
        "quadrants": 4,
        "roles": 8,
        "phases": 5,
        "attitudes": 9,
        "cases": 3,
    }
    assert {kind: counts[kind] for kind in expected} == expected
    for quadrant in QUADRANTS:
        assert sum(role.quadrant == quadrant.key for role in ROLES) == 2
    assert sorted(style.say for style in STYLES) == list(range(7))


def test_ids_are_unique_and_references_lead_somewhere() -> None:
    for items in WHOLE.values():
        ids = [one["id"] for one in items]
        assert len(set(ids)) == len(ids)
    known = {one["id"] for kind in WHOLE for one in WHOLE[kind]}
    styles = {style.key for style in STYLES}
    assert all(condition.needed_by <= styles for condition in CONDITIONS)
    assert all(set(phase.styles) <= styles for phase in PHASES)
    assert all(set(signal.phases) <= {phase.key for phase in PHASES} for signal in SIGNALS)
    for case in frames.CASES:
        assert {reading.lens for reading in case.readings} >= {
            "style",
            "condition",
            "role",
            "phase",
            "attitude",
        }
        for reading in case.readings:
            assert set(reading.refers_to) <= known


def test_every_phase_has_signals_and_no_signal_belongs_to_nothing() -> None:
    for phase in PHASES:
        assert sum(phase.key in signal.phases for signal in SIGNALS) >= 3
    assert all(1 <= len(signal.phases) <= 2 for signal in SIGNALS)


def test_all_frames_fit_in_json_and_nothing_is_missing_in_them() -> None:
    assert frames.missing_in(json.loads(json.dumps(WHOLE))) == []


def test_a_reworded_set_may_have_other_words_and_another_order() -> None:
    own = json.loads(json.dumps(WHOLE))
    own["styles"].reverse()
    own["styles"][0]["nl"] = "Beslissen zonder uitleg"
    assert frames.missing_in(own) == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda own: own.pop("phases"), "phases: a list with 5 items is missing."),
        (lambda own: own["roles"].pop(0), "roles: mentor is missing."),
        (lambda own: own["styles"][0].update(nl="  "), "styles: facilitating: nl: words are missing."),
        (lambda own: own["styles"][0]["fits"].update(en=None), "styles: facilitating: fits: en: words are missing."),
        (lambda own: own["actors"].append({"id": "mayor"}), "actors: mayor is not one of ours."),
        (lambda own: own["actors"].append("mayor"), "actors[6]: an id of its own is missing."),
        (lambda own: own["attitudes"][0]["does"].pop(), "attitudes: genuineness: does: 2 entries are expected."),
        (lambda own: own.update(badges=[]), "badges: there is no such kind of frame."),
    ],
)  # fmt: skip
def test_what_is_missing_is_named_with_its_place(spoil: Any, said: str) -> None:
    own = json.loads(json.dumps(WHOLE))
    spoil(own)
    assert frames.missing_in(own) == [said]


@pytest.mark.parametrize("rubbish", [None, 7, "x", [], [[]], {"styles": 3}, {"styles": [3, {}]}])
def test_rubbish_is_told_in_lines(rubbish: Any) -> None:
    lines = frames.missing_in(rubbish)
    assert lines
    assert all(line.endswith(".") for line in lines)


ANSWERS = st.dictionaries(st.sampled_from([one.key for one in CONDITIONS]), st.booleans())
A_PHASE = st.none() | st.sampled_from([one.key for one in PHASES])
A_STYLE = st.sampled_from([one.key for one in STYLES])


@given(ANSWERS, A_PHASE, st.none() | A_STYLE)
def test_every_style_is_always_there_and_each_no_is_named(
    answers: dict[str, bool], phase: str | None, promise: str | None
) -> None:
    fits = frames.fitting_styles(answers, phase, promise)
    assert {fit.style for fit in fits} == {style.key for style in STYLES}
    for fit in fits:
        assert all(answers[key] is False for key in fit.missing)
        assert not set(fit.open) & set(answers)
    missing = [len(fit.missing) for fit in fits]
    assert missing == sorted(missing)


@given(ANSWERS, A_PHASE)
def test_a_mended_condition_never_makes_a_style_fit_less(
    answers: dict[str, bool], phase: str | None
) -> None:
    before = {fit.style: fit.missing for fit in frames.fitting_styles(answers, phase)}
    for key in answers:
        after = frames.fitting_styles(answers | {key: True}, phase)
        assert all(set(fit.missing) <= set(before[fit.style]) for fit in after)


@given(st.sets(st.sampled_from([one.key for one in SIGNALS])), st.integers(0, 5))
def test_shares_add_up_to_what_was_seen(seen: set[str], unclear: int) -> None:
    found = frames.phase_shares(seen, nothing_fits=unclear)
    assert sum(found.shares.values()) == pytest.approx(found.signals)
    assert list(found.shares) == [*(phase.key for phase in PHASES), "unclear"]


def test_the_third_case_promised_more_say_than_was_given() -> None:
    gap = frames.style_gap("delegating", "open-authoritarian")
    assert (gap.gap, gap.steps) == (Gap.LESS_SAY, 3)


@given(A_STYLE, A_STYLE)
def test_a_gap_is_the_same_from_both_sides(one: str, other: str) -> None:
    there, back = frames.style_gap(one, other), frames.style_gap(other, one)
    assert there.steps == back.steps
    assert (there.gap == Gap.AS_PROMISED) == (one == other)
    assert there.gap != back.gap or one == other


@given(
    st.lists(
        st.lists(st.integers(0, 100), min_size=3, max_size=3).map(sorted), min_size=1, max_size=5
    )
)
def test_a_hundred_points_stay_a_hundred(cuts: list[list[int]]) -> None:
    keys = [one.key for one in QUADRANTS]
    splits = [dict(zip(keys, (a, b - a, c - b, 100 - c), strict=True)) for a, b, c in cuts]
    profile = frames.role_profile(splits)
    assert sum(profile.quadrants.values()) == pytest.approx(100)
    assert len(profile.least) == 2
    assert all(profile.quadrants[key] > 50 for key in profile.much)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: frames.fitting_styles({"money": True}),
        lambda: frames.fitting_styles({}, phase="flowering"),
        lambda: frames.fitting_styles({}, promise="dictating"),
        lambda: frames.phase_shares({"laughing"}),
        lambda: frames.phase_shares(set(), nothing_fits=-1),
        lambda: frames.role_profile([]),
        lambda: frames.role_profile([{"people": 99}]),
        lambda: frames.role_profile([{"people": 120, "order": -20}]),
        lambda: frames.role_profile([{"sales": 100}]),
        lambda: frames.style_gap("delegating", "shouting"),
    ],
)
def test_what_is_not_in_the_frame_is_refused_by_name(wrong: Any) -> None:
    with pytest.raises(NotInFrame, match=r"\w"):
        wrong()
