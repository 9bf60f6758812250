"""Pictures of frames: all shares are there, nothing is ranked, and a segment that leads somewhere can be reached."""

import re

import pytest

from gebuur.core.charts import (
    Corner,
    Ends,
    Picture,
    Segment,
    Share,
    draw_field,
    draw_moments,
    draw_ribbon,
    draw_ring,
)
from tests.core.test_charts import tags, words_of

ENDS = Ends(top="room", end="outside", bottom="hold", start="inside")
PHASES = ("meeting", "clashing", "not clear")
MOMENTS = [
    Share("May", [75, 25, 0]),
    Share("June", [20, 60, 20], note="two neighbours came <in>"),
    Share("July", [50, 30, 20]),
]


def field(*, now: str = "now", wanted: str = "wanted") -> Picture:
    values = [("people", 15, 40), ("new", 10, 20), ("done", 35, 20), ("order", 40, 20)]
    corners = [
        Corner(name, [f"now {one}", f"wanted {two}"], ["one role", "a second role"], one, two)
        for name, one, two in values
    ]
    return draw_field(
        "f", title="More people", desc="d", corners=corners, ends=ENDS, now=now, wanted=wanted
    )


def ribbon(moments: list[Share]) -> Picture:
    return draw_ribbon("r", title="t", desc="d", lanes=PHASES, moments=moments, hatched=2)


def moments(*laid: tuple[int, int]) -> Picture:
    days = [f"{day} March" for day in range(1, 30)]
    return draw_moments("m", title="t", desc="d", lanes=("respect", "<b>"), days=days, moments=laid)


def ring(*segments: Segment) -> Picture:
    return draw_ring("w", title="t", desc="d", segments=segments)


def points(path: str) -> list[tuple[float, float]]:
    numbers = [float(one) for one in re.findall(r"[\d.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


PICTURES = [
    field(),
    field(now="", wanted=""),
    ribbon(MOMENTS),
    ribbon(MOMENTS[1:2]),
    ribbon([]),
    moments((0, 0), (0, 0), (28, 1)),
    ring(Segment("style", words="5 votes", share=0.4), Segment("other", href="#there")),
]


@pytest.mark.parametrize("picture", PICTURES)
def test_type_is_never_under_15_pixels_and_no_style_stands_in_it(picture: Picture) -> None:
    assert not re.search(r"\s(style|on\w+)=", str(picture))
    for drawing in (picture.wide, picture.narrow):
        assert 'direction="ltr"' in drawing
        sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', drawing)]
        assert min(sizes) >= 15
        ids = re.findall(r'\sid="([^"]+)"', drawing)
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("picture", PICTURES)
def test_nothing_stands_outside_the_drawing(picture: Picture) -> None:
    for drawing in (picture.wide, picture.narrow):
        found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawing)
        assert found
        width, height = (float(one) for one in found.groups())
        for x, y in re.findall(
            r'<(?:text|circle) [^>]*?\bc?x="([\d.-]+)" c?y="([\d.-]+)"', drawing
        ):
            assert 0 <= float(x) <= width
            assert 0 <= float(y) <= height


@pytest.mark.parametrize("kind", ["wide", "narrow"])
def test_four_corners_say_their_points_and_their_roles(kind: str) -> None:
    shown = words_of(getattr(field(), kind))
    assert {"people", "new", "done", "order", "now 40", "wanted 20"} <= set(shown)
    assert shown.count("one role") == shown.count("a second role") == 4
    assert {"room", "hold", "← inside", "outside →"} <= set(shown)


def test_a_corner_with_more_points_lies_further_from_the_middle() -> None:
    drawing = field().wide
    people, new, done, order = points(tags(drawing, "c-stone-line")[0]["d"])
    middle = 340
    assert middle - people[0] == pytest.approx((new[0] - middle) * 1.5, abs=0.2)
    assert middle - order[0] == pytest.approx((done[0] - middle) * 40 / 35, abs=0.2)
    assert people[1] < order[1]


def test_now_and_wanted_differ_without_colour() -> None:
    drawing = field().wide
    assert all("stroke-dasharray" in line for line in tags(drawing, "c-stone-line"))
    assert not any("stroke-dasharray" in line for line in tags(drawing, "c-us-line"))
    assert len(tags(drawing, "c-hollow")) == 4


def test_a_shape_without_values_is_not_drawn() -> None:
    drawing = field(wanted="").wide
    assert not tags(drawing, "c-us-line")
    assert "wanted" not in words_of(drawing)
    assert not tags(field(now="", wanted="").wide, "c-grid")


@pytest.mark.parametrize("kind", ["wide", "narrow"])
def test_all_shares_stand_at_every_moment(kind: str) -> None:
    drawing = getattr(ribbon(MOMENTS), kind)
    assert len(tags(drawing, "c-us")) == 6
    assert len(tags(drawing, "c-edge")) == 2
    shown = words_of(drawing)
    assert {"meeting", "clashing", "not clear", "May", "June", "July", "75", "60"} <= set(shown)
    assert "two neighbours came &lt;in&gt;" in shown
    assert shown.count("1") == 2


def test_a_way_back_is_as_high_as_a_way_on() -> None:
    drawing = ribbon(MOMENTS).wide
    first, second, third = (float(one["height"]) for one in tags(drawing, "c-us")[:3])
    assert first / 75 == pytest.approx(second / 20, abs=0.05)
    assert third > second


def test_one_moment_alone_is_lying_blocks() -> None:
    drawing = ribbon(MOMENTS[1:2]).wide
    short, long = (float(one["width"]) for one in tags(drawing, "c-us"))
    assert long == pytest.approx(3 * short, abs=0.3)
    assert {"June", "two neighbours came &lt;in&gt;", "60"} <= set(words_of(drawing))


def test_many_moments_show_the_first_and_the_last_day() -> None:
    year = [Share(f"week {week}", [100, 0, 0]) for week in range(52)]
    shown = words_of(ribbon(year).narrow)
    assert {"week 0", "week 51"} <= set(shown)
    assert "100" not in shown  # no room for figures; the table has them


@pytest.mark.parametrize("kind", ["wide", "narrow"])
def test_every_moment_is_a_brick_on_its_day_and_nothing_is_added_up(kind: str) -> None:
    drawing = getattr(moments((0, 0), (0, 0), (5, 1), (28, 1)), kind)
    bricks = tags(drawing, "c-us")
    assert len(bricks) == 4
    twice = [one for one in bricks if one["x"] == bricks[0]["x"]]
    assert len({one["y"] for one in twice}) == 2
    assert {"1 March", "29 March", "respect", "&lt;b&gt;"} <= set(words_of(drawing))
    assert not {"2", "4"} & set(words_of(drawing))


def strokes(drawing: str) -> list[float]:
    return [float(one["stroke-width"]) for one in tags(drawing, "c-stone-line")]


@pytest.mark.parametrize("kind", ["wide", "narrow"])
def test_more_votes_are_denser_lines_and_nothing_is_first(kind: str) -> None:
    drawing = getattr(
        ring(
            Segment("one", words="1 vote", share=0.1),
            Segment("two", words="9 votes", share=0.9),
            Segment("none", words="0 votes", share=0),
        ),
        kind,
    )
    few, many = strokes(drawing)
    assert few < many
    assert {"1 vote", "9 votes", "0 votes"} <= set(words_of(drawing))
    assert not tags(drawing, "c-us")


def test_equal_votes_look_equal() -> None:
    few, many = strokes(ring(Segment("a", share=0.5), Segment("b", share=0.5)).wide)
    assert few == many


@pytest.mark.parametrize(
    ("kind", "spoken"), [("wide", "two: 3 votes"), ("narrow", "2. two: 3 votes")]
)
def test_a_segment_that_leads_somewhere_is_a_link_with_a_name(kind: str, spoken: str) -> None:
    picture = ring(Segment("one", href="#one"), Segment("two", href="#two", words="3 votes"))
    drawing = getattr(picture, kind)
    assert 'role="group"' in drawing
    links = tags(drawing, "ring-link")
    assert [(one["href"], one["aria-label"]) for one in links][1] == ("#two", spoken)


def test_a_ring_without_links_is_one_picture() -> None:
    assert 'role="img"' in ring(Segment("one")).wide


def test_a_long_name_of_the_house_stays_inside_its_segment() -> None:
    names = ["Buren beslissen en wij doen daarna mee"] + ["b"] * 6
    lines = words_of(ring(*(Segment(name) for name in names)).wide)
    assert max(len(line) for line in lines) <= 16
    assert " ".join(lines).startswith(names[0])
