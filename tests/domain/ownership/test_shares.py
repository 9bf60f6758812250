"""Shares by hand, by the book, and by what they must not show."""

import datetime as dt

import pytest

from gebuur.domain.ownership import (
    KINDS,
    Act,
    Chance,
    Change,
    Half,
    Share,
    Side,
    UnknownKind,
    at_least,
    compare,
    count_row,
    count_rows,
    half_of,
    quarter_of,
    wilson,
)

DAY = dt.date(2026, 11, 2)


def acts(count: int, *, people: int, kind: str = "neighbour", verb: str = "decided") -> list[Act]:
    """So many acts, dealt over so many people."""
    return [Act(verb, kind, DAY, who=f"{kind}-{n % people}") for n in range(count)]


def service(count: int, verb: str = "decided") -> list[Act]:
    return acts(count, people=1, kind="professional", verb=verb)


def test_nine_of_twelve_decisions_are_three_quarters() -> None:
    row = count_row("decided", [*acts(9, people=9), *service(3)])
    assert row.neighbours == Share(3, Half.MORE)
    assert row.sides[Side.SERVICE].quarter == 1
    assert row.sides[Side.AUTHORITY] == Share(0, Half.LESS)


@pytest.mark.parametrize(
    ("seen", "size", "bounds"),
    [
        # Worked out with the closed form in Brown, Cai and DasGupta (2001), to four places.
        (0, 10, (0.0, 0.2775)),
        (5, 10, (0.2366, 0.7634)),
        (9, 12, (0.4677, 0.9111)),
        (81, 263, (0.2553, 0.3662)),
    ],
)
def test_the_interval_is_the_one_of_wilson(
    seen: int, size: int, bounds: tuple[float, float]
) -> None:
    assert wilson(seen / size, size) == pytest.approx(bounds, abs=1e-4)


def test_small_numbers_are_told_as_unsure_and_large_ones_are_not() -> None:
    few = count_row("decided", [*acts(9, people=9), *service(9)])
    many = count_row("decided", [*acts(300, people=150), *service(300)])
    assert few.neighbours.quarter == many.neighbours.quarter == 2
    assert few.chance == Chance(1, 3)
    assert many.chance == Chance(2, 2)


def test_many_acts_of_few_people_are_less_sure_than_as_many_of_many() -> None:
    few = count_row("decided", [*acts(64, people=8), *service(64)])
    many = count_row("decided", [*acts(64, people=64), *service(64)])
    assert few.chance == Chance(1, 3)
    assert many.chance == Chance(2, 2)


def test_four_neighbours_are_not_shown_and_five_are() -> None:
    assert not count_row("did", [*acts(40, people=4), *service(4)]).is_shown
    assert count_row("did", [*acts(40, people=5), *service(4)]).is_shown


def test_a_street_needs_ten() -> None:
    rows = count_rows(acts(40, people=9, verb="did"), minimum=10)
    assert not rows["did"].is_shown
    assert count_rows(acts(40, people=10, verb="did"), minimum=10)["did"].is_shown


def test_one_neighbour_who_does_nearly_everything_is_not_shown() -> None:
    busy = [Act("did", "volunteer", DAY, who="rosa")] * 80
    row = count_row("did", [*busy, *acts(8, people=8, verb="did"), *service(20, "did")])
    assert not row.is_shown
    assert (row.acts, row.people, row.chance) == (None, None, Chance())


def test_what_the_service_decided_alone_is_told_all_the_same() -> None:
    row = count_row("decided", service(31))
    assert not row.is_shown
    assert row.by_service == 20


def test_neighbours_without_a_name_count_as_one_person() -> None:
    nameless = [Act("decided", "group", DAY)] * 30
    assert not count_row("decided", [*nameless, *acts(3, people=3)]).is_shown


def test_a_kind_of_neighbour_is_shown_from_five_people_on() -> None:
    row = count_row(
        "did", [*acts(40, people=20, kind="volunteer"), *acts(4, people=4, kind="carer")]
    )
    assert row.kinds["volunteer"].quarter == 4
    assert not row.kinds["carer"].is_shown


def test_refusing_is_deciding_and_handing_over_is_none_of_the_four() -> None:
    refused = [
        Act("refused", "authority", DAY),
        Act("handed_over", "professional", DAY, thing="shed"),
    ]
    rows = count_rows([*acts(15, people=15), *refused * 15])
    assert rows["decided"].sides[Side.AUTHORITY].quarter == 2
    assert [verb for verb, row in rows.items() if row.is_shown] == ["decided"]


def test_near_a_border_the_quarter_is_kept_back_and_the_half_is_told() -> None:
    row = count_row("decided", [*acts(15, people=15), *service(25)])
    assert row.neighbours == Share(None, Half.LESS)


def test_numbers_of_acts_and_people_are_told_when_nobody_alone_moves_them() -> None:
    row = count_row("did", [*acts(24, people=12, verb="did"), *service(1, "did")])
    assert (row.acts, row.people) == (20, 10)
    row = count_row("did", [*acts(20, people=10, verb="did"), *service(1, "did")])
    assert (row.acts, row.people) == (None, None)
    assert [at_least(n) for n in (0, 4, 5, 9, 10, 20, 49, 999)] == [
        None,
        None,
        5,
        5,
        10,
        20,
        20,
        500,
    ]


def test_more_is_said_only_when_chance_does_not_explain_it() -> None:
    assert compare(Chance(2, 3), Chance(0, 1)) is Change.MORE
    assert compare(Chance(0, 0), Chance(1, 3)) is Change.LESS
    assert compare(Chance(1, 2), Chance(2, 3)) is Change.ALIKE
    assert compare(Chance(1, 2), Chance()) is Change.UNKNOWN


def test_what_cannot_be_meant_is_refused_by_name() -> None:
    with pytest.raises(UnknownKind, match="robot"):
        count_row("did", [Act("did", "robot", DAY)])
    with pytest.raises(ValueError, match="minimum"):
        count_row("did", [], minimum=1)
    with pytest.raises(ValueError, match="no part"):
        quarter_of(3, 2)
    assert half_of(1, 2) is None


def test_every_kind_of_the_chronicle_has_a_side() -> None:
    assert set(KINDS.values()) == set(Side)
