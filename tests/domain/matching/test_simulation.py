"""Half a year in a made-up town, under several ways of dividing."""

import numpy as np
import pytest

from gebuur.domain.matching import NotUsable, Policy, TooFew
from gebuur.domain.matching.simulation import Hazards, Size, Way, compare, simulate
from gebuur.domain.matching.simulation.run import Outcome, play
from gebuur.domain.matching.simulation.town import Town, make_town
from gebuur.domain.matching.simulation.ways import (
    Divide,
    Week,
    after_penalty,
    all_at_once,
    first_come,
    nearest,
    one_by_one,
    shortest,
)

VILLAGE = Size(volunteers=80, requests=25, weeks=12)
NOBODY_LEAVES = Hazards().times(0)
WAYS = {
    "nearest": nearest,
    "first-come": first_come,
    "shortest": shortest,
    "equity": after_penalty(1_000),
    "greedy": one_by_one(Policy()),
    "ours": all_at_once(Policy()),
}


@pytest.fixture(scope="module")
def town() -> Town:
    return make_town(VILLAGE, seed=7)


def watched(divide: Divide, seen: list[tuple[Week, np.ndarray]]) -> Divide:
    def look(week: Week) -> np.ndarray:
        given = divide(week)
        seen.append((week, given))
        return given

    return look


def test_first_come_asks_whoever_stands_longest_on_the_list(town: Town) -> None:
    seen: list[tuple[Week, np.ndarray]] = []
    play(town, watched(first_come, seen), NOBODY_LEAVES)
    for week, given in seen:
        able = week.helper[week.starts[0] : week.starts[1]]
        able = able[week.crowd.room[able] > 0]
        if able.size:
            assert week.signup[given[0]] == week.signup[able].max()


def test_the_same_seed_plays_the_same_half_year() -> None:
    assert simulate([Way.OURS], size=VILLAGE, seeds=2) == simulate(
        [Way.OURS], size=VILLAGE, seeds=2
    )


def test_another_seed_is_another_town() -> None:
    one = simulate([Way.NEAREST], size=VILLAGE, seeds=1)
    other = simulate([Way.NEAREST], size=VILLAGE, seeds=1, first_seed=9)
    assert one.lines != other.lines


@pytest.mark.parametrize("name", WAYS)
def test_nobody_gets_more_than_she_can_take_or_what_does_not_fit(town: Town, name: str) -> None:
    seen: list[tuple[Week, np.ndarray]] = []
    play(town, watched(WAYS[name], seen), Hazards())
    assert len(seen) == VILLAGE.weeks
    for week, given in seen:
        tasks = np.bincount(given[given >= 0], minlength=len(week.crowd.room))
        assert (tasks <= week.crowd.room).all()
        for request, place in enumerate(given):
            fits = week.helper[week.starts[request] : week.starts[request + 1]]
            assert place == -1 or place in fits


@pytest.mark.parametrize("name", WAYS)
def test_every_request_is_served_lost_or_waiting_still(town: Town, name: str) -> None:
    seen: list[tuple[Week, np.ndarray]] = []
    end = play(town, watched(WAYS[name], seen), Hazards())
    last, given = seen[-1]
    waiting = int(((given == -1) & (last.days < 14)).sum())
    assert end.matches + end.lost + waiting == VILLAGE.requests * VILLAGE.weeks
    assert end.ended == end.matches + end.lost


def test_a_request_waits_two_weeks_more_and_no_longer(town: Town) -> None:
    seen: list[tuple[Week, np.ndarray]] = []
    nobody = lambda week: np.full(len(week.days), -1)  # noqa: E731 - a way that helps nobody
    end = play(town, watched(nobody, seen), Hazards())
    assert {int(day) for week, _ in seen for day in week.days} == {0, 7, 14}
    assert (end.matches, end.metres, end.in_time) == (0, 0, 0)
    assert end.lost == VILLAGE.requests * (VILLAGE.weeks - 2)


def test_when_nobody_leaves_everybody_who_came_is_there(town: Town) -> None:
    assert play(town, nearest, NOBODY_LEAVES).active == len(town.joined)


def test_nearest_first_gives_the_first_who_asks_the_nearest(town: Town) -> None:
    seen: list[tuple[Week, np.ndarray]] = []
    play(town, watched(nearest, seen), Hazards())
    week, given = seen[0]
    run = slice(week.starts[0], week.starts[1])
    assert given[0] == week.helper[run][week.metres[run].argmin()]


def test_the_optimum_walks_no_further_than_first_come_in_the_same_week(town: Town) -> None:
    seen: list[tuple[Week, np.ndarray]] = []
    play(town, watched(nearest, seen), NOBODY_LEAVES)
    for week, given in seen:
        best = shortest(week)
        assert (best >= 0).sum() >= (given >= 0).sum()
        if (best >= 0).sum() == (given >= 0).sum():
            assert walked(week, best) <= walked(week, given)


def walked(week: Week, given: np.ndarray) -> int:
    total = 0
    for request, place in enumerate(given):
        run = slice(week.starts[request], week.starts[request + 1])
        total += int(week.metres[run][week.helper[run] == place].sum()) if place >= 0 else 0
    return total


def test_our_division_costs_no_more_than_one_by_one_at_the_same_prices(town: Town) -> None:
    seen: list[tuple[Week, np.ndarray]] = []
    play(town, watched(one_by_one(Policy()), seen), NOBODY_LEAVES)
    for week, given in seen:
        assert priced(week, all_at_once(Policy())(week)) <= priced(week, given)


def priced(week: Week, given: np.ndarray) -> int:
    """The objective, added up the slow way."""
    policy, tasks, total = Policy(), dict.fromkeys(range(len(week.crowd.room)), 0), 0
    for request, place in enumerate(given.tolist()):
        if place < 0:
            total += policy.unserved + policy.unserved_per_day * int(week.days[request])
            continue
        run = slice(week.starts[request], week.starts[request + 1])
        total += int(week.cost[run][week.helper[run] == place][0]) + policy.load_step(tasks[place])
        if tasks[place] == 0:
            last = int(week.last[place])
            total -= policy.turn_bonus(int(week.signup[place]), None if last < 0 else last)
        tasks[place] += 1
    return total


def test_taking_turns_brings_newcomers_a_first_task_and_spreads_the_load() -> None:
    size = Size(volunteers=200, requests=60, weeks=20)
    first, turns = simulate([Way.NEAREST, Way.OURS], size=size, seeds=4).lines
    assert turns.measures["in_time"].mean > first.measures["in_time"].mean + 0.2
    assert turns.measures["gini"].mean < first.measures["gini"].mean
    assert turns.measures["active"].mean > first.measures["active"].mean
    assert turns.more_active.mean > 0.05


def test_what_the_town_counted_is_enough_to_derive_a_turn_bonus() -> None:
    report = simulate([Way.DERIVED], size=VILLAGE, seeds=1)
    assert report.turn is not None
    assert report.turn.new_curve[-1] > report.turn.new_curve[0] > 0


def test_where_nobody_ever_stops_there_is_nothing_to_derive() -> None:
    with pytest.raises(TooFew):
        simulate([Way.DERIVED], size=VILLAGE, hazards=NOBODY_LEAVES, seeds=1)


def test_leaving_counts_add_up_to_who_left(town: Town) -> None:
    end: Outcome = play(town, nearest, Hazards())
    gone = sum(end.new_leaving.left) + sum(end.matched_leaving.left)
    assert gone == len(town.joined) - end.active


def test_who_is_full_three_weeks_of_four_leaves_sooner() -> None:
    weeks = np.array([0])
    rested, tired = (Hazards().weekly(weeks, weeks, np.array([full]))[0] for full in (False, True))
    assert tired - rested == pytest.approx(0.03)


def test_doubled_hazards_double_every_chance_and_none_passes_one() -> None:
    weeks = np.arange(0, 300)
    plain, double = Hazards(), Hazards().times(2)
    assert double.never_matched(weeks[:10]) == pytest.approx(2 * plain.never_matched(weeks[:10]))
    assert double.matched(weeks).max() <= 1


def test_an_interval_needs_two_towns() -> None:
    [alone] = simulate([Way.OURS], size=VILLAGE, seeds=1).lines
    [both] = simulate([Way.OURS], size=VILLAGE, seeds=2).lines
    assert alone.more_active.half is None
    assert both.more_active.half is not None


def test_any_way_can_be_compared_by_name() -> None:
    ways = {"light": after_penalty(10), "heavy": after_penalty(5_000)}
    light, heavy = compare(ways, size=VILLAGE, hazards=Hazards(), seeds=[1, 2])
    assert heavy.measures["metres"].mean > light.measures["metres"].mean


@pytest.mark.parametrize(
    "size",
    [{"volunteers": 0}, {"requests": 0}, {"weeks": 7}, {"weeks": 105}, {"volunteers": 20_001}],
)
def test_a_town_that_cannot_be_played_is_refused(size: dict[str, int]) -> None:
    with pytest.raises(NotUsable):
        Size(**size)


@pytest.mark.parametrize("wish", [{"seeds": 0}, {"seeds": 201}, {"first_seed": -1}])
def test_no_towns_too_many_or_a_negative_seed_are_refused(wish: dict[str, int]) -> None:
    with pytest.raises(NotUsable):
        simulate([Way.OURS], size=VILLAGE, **wish)  # type: ignore[arg-type]  # that is what is tried
