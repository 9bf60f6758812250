"""Every kind of block, the questions it goes through, and what may be chosen for it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gebuur.domain import frames
from gebuur.domain.frames import BlockKind, Shape

CASE, TASK, OTHER_TASK = frames.CASES[0].key, frames.TASKS[0].key, frames.TASKS[1].key
FIT: dict[BlockKind, tuple[str, ...]] = {
    BlockKind.CASE: (CASE,),
    BlockKind.LIGHTS: (TASK, OTHER_TASK),
    BlockKind.POLL: ("Ja", "Nee"),
}
SHAPES: dict[BlockKind, tuple[Shape, ...]] = {
    BlockKind.LOOK_BACK: (Shape.KEYED,),
    BlockKind.CASE: (Shape.LINE,) * 3,
    BlockKind.WHEEL: (Shape.CHOICE,),
    BlockKind.DIVIDE: (Shape.HUNDRED,) * 2,
    BlockKind.SIGNALS: (Shape.TICKS,),
    BlockKind.ATTITUDES: (Shape.KEYED,),
    BlockKind.EXERCISE: (Shape.LINE,) * len(frames.EXERCISE),
    BlockKind.BOARD: (Shape.KEYED,),
    BlockKind.LIGHTS: (Shape.CHOICE,) * 2,
    BlockKind.QUESTION: (Shape.LINE,),
    BlockKind.POLL: (Shape.CHOICE,),
    BlockKind.PAUSE: (Shape.NOTHING,),
    BlockKind.SOURCES: (Shape.NOTHING,),
}


@pytest.mark.parametrize("kind", BlockKind)
def test_every_kind_has_its_stages(kind: BlockKind) -> None:
    stages = frames.stages_of(kind, FIT.get(kind, ()))
    assert tuple(stage.shape for stage in stages) == SHAPES[kind]
    assert len({stage.key for stage in stages}) == len(stages)
    needs_keys = {Shape.CHOICE, Shape.TICKS, Shape.HUNDRED, Shape.KEYED}
    for stage in stages:
        assert bool(stage.keys) == (stage.shape in needs_keys)
        assert len(stage.key) <= 40


def test_a_case_asks_what_one_feels_only_when_that_was_chosen() -> None:
    keys = [stage.key for stage in frames.stages_of(BlockKind.CASE, ["feel", CASE])]
    assert keys == ["think", "feel", "do", "want"]


def test_the_lights_ask_each_task_apart_in_the_order_chosen() -> None:
    stages = frames.stages_of(BlockKind.LIGHTS, [OTHER_TASK, TASK])
    assert [stage.key for stage in stages] == [OTHER_TASK, TASK]
    assert {stage.keys for stage in stages} == {("green", "amber", "red")}


@pytest.mark.parametrize(
    ("kind", "picks"),
    [
        (BlockKind.CASE, ()),
        (BlockKind.CASE, ("feel",)),
        (BlockKind.CASE, ("nowhere",)),
        (BlockKind.CASE, tuple(one.key for one in frames.CASES)),
        (BlockKind.CASE, (CASE, CASE)),
        (BlockKind.LIGHTS, ()),
        (BlockKind.LIGHTS, ("nowhere",)),
        (BlockKind.LIGHTS, (TASK, TASK)),
        (BlockKind.POLL, ()),
        (BlockKind.POLL, ("Ja",)),
        (BlockKind.POLL, ("Ja", " ")),
        (BlockKind.POLL, ("Ja", "Ja")),
        (BlockKind.POLL, tuple(map(str, range(13)))),
        (BlockKind.PAUSE, (CASE,)),
    ],
)
def test_picks_that_do_not_fit_are_refused(kind: BlockKind, picks: tuple[str, ...]) -> None:
    with pytest.raises(frames.NotInFrame):
        frames.check_picks(kind, picks)
    with pytest.raises(frames.NotInFrame):
        frames.stages_of(kind, picks)


@given(st.sampled_from(BlockKind), st.lists(st.text(max_size=8) | st.just(TASK) | st.just(CASE)))
def test_whatever_is_chosen_is_either_fit_or_refused_by_name(
    kind: BlockKind, picks: Sequence[str]
) -> None:
    try:
        frames.check_picks(kind, picks)
    except frames.NotInFrame:
        return
    assert frames.stages_of(kind, picks)
