"""Promised and practised: a group of styles from open rules; and stepping back in time."""

import datetime as dt
from itertools import product

import pytest

from gebuur.domain import frames
from gebuur.domain.ownership import (
    STEPS,
    Act,
    Chance,
    Half,
    Kept,
    Practised,
    Promise,
    Row,
    Share,
    Side,
    UnknownStyle,
    hand_overs,
    keep_promise,
    practised_styles,
)

RING = [style.key for style in frames.STYLES]
SAY = {style.key: style.say for style in frames.STYLES}
TODAY = dt.date(2026, 11, 28)


def row(verb: str, low: int, high: int | None = None) -> Row:
    chance = Chance(low, low if high is None else high)
    return Row(verb, {Side.NEIGHBOURS: Share(low)}, chance=chance)


def styles(began: int, decided: int, did: int) -> tuple[str, ...]:
    rows = {
        "began": row("began", began),
        "decided": row("decided", decided),
        "did": row("did", did),
    }
    return practised_styles(rows, styles=RING).styles


def test_there_is_a_rule_for_every_style_of_the_ring_and_a_style_for_every_share() -> None:
    for shares in product(range(STEPS + 1), repeat=3):
        assert 1 <= len(styles(*shares)) <= 3


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((4, 4, 4), ("facilitating",)),
        ((3, 4, 0), ("facilitating", "cooperative")),
        ((2, 2, 3), ("cooperative",)),
        ((0, 4, 4), ("delegating",)),
        ((3, 1, 2), ("participative", "consultative")),
        ((4, 0, 4), ("consultative", "open-authoritarian")),
        ((0, 0, 0), ("consultative", "open-authoritarian", "closed-authoritarian")),
    ],
)
def test_the_shares_of_the_stories_fit_the_styles_we_would_name(
    shares: tuple[int, int, int], expected: tuple[str, ...]
) -> None:
    assert styles(*shares) == expected


def test_small_numbers_give_a_wider_group_of_styles_and_never_another_one() -> None:
    sure = practised_styles({"decided": row("decided", 3)}, styles=RING).styles
    unsure = practised_styles({"decided": row("decided", 3, 4)}, styles=RING).styles
    half = {"began": row("began", 4), "decided": row("decided", 2, 3), "did": row("did", 4)}
    assert set(sure) <= set(unsure)
    assert practised_styles(half, styles=RING).styles == ("facilitating", "cooperative")


def test_when_nothing_can_be_said_nothing_is_said() -> None:
    assert practised_styles({"did": row("did", 4)}, styles=RING).styles == ()
    assert practised_styles({"decided": row("decided", 0, 4)}, styles=RING).styles == ()
    assert practised_styles({"decided": Row("decided")}, styles=RING).styles == ()


def test_what_is_hidden_excludes_nothing() -> None:
    half = Row("decided", {Side.NEIGHBOURS: Share(None, Half.MORE)}, chance=Chance(3, None))
    began = row("began", 4)
    assert practised_styles({"began": began, "decided": half}, styles=RING).styles == (
        "facilitating",
        "cooperative",
    )
    less = Row("decided", {Side.NEIGHBOURS: Share(None, Half.LESS)}, chance=Chance(None, 0))
    assert (
        len(practised_styles({"began": row("began", 3), "decided": less}, styles=RING).styles) == 4
    )


def test_a_promise_is_kept_when_it_is_among_what_was_seen() -> None:
    seen = Practised(("participative", "consultative"))
    assert keep_promise(["consultative"], seen, say=SAY) is Kept.AS_PROMISED
    assert keep_promise(["facilitating"], seen, say=SAY) is Kept.LESS_SAY
    assert keep_promise(["open-authoritarian"], seen, say=SAY) is Kept.MORE_SAY
    assert keep_promise(["facilitating", "closed-authoritarian"], seen, say=SAY) is Kept.OTHER
    assert keep_promise([], seen, say=SAY) is Kept.UNKNOWN


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(UnknownStyle, match="bossy"):
        practised_styles({}, styles=["bossy"])
    with pytest.raises(UnknownStyle, match="bossy"):
        keep_promise(["bossy"], Practised(()), say=SAY)


def support(name: str, until: dt.date | None, since: dt.date = dt.date(2026, 6, 1)) -> Promise:
    return Promise(name, name, ("facilitating",), since, until)


def handed(thing: str, on: dt.date) -> Act:
    return Act("handed_over", "professional", on, thing=thing)


def test_support_that_should_have_ended_is_due_until_it_is_handed_over() -> None:
    late, soon, far = (
        support("late", dt.date(2026, 11, 1)),
        support("soon", TODAY),
        support("far", None),
    )
    found = hand_overs([], [soon, late, far], since=dt.date(2026, 9, 1), today=TODAY)
    assert (found.done, found.due, found.coming) == (0, (late,), (soon,))
    found = hand_overs(
        [handed("late", dt.date(2026, 11, 10))], [late], since=dt.date(2026, 9, 1), today=TODAY
    )
    assert (found.done, found.due) == (1, ())


def test_a_hand_over_of_before_does_not_end_support_that_began_again() -> None:
    again = support("again", dt.date(2026, 11, 1), since=dt.date(2026, 8, 1))
    found = hand_overs(
        [handed("again", dt.date(2026, 5, 1))], [again], since=dt.date(2026, 9, 1), today=TODAY
    )
    assert (found.done, found.due) == (0, (again,))
