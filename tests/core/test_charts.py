"""Pictures: words are escaped, lines stop and bars keep their length, and the file hides what the page hides."""

import re

import pytest

from gebuur.core.charts import (
    Axis,
    Bar,
    Line,
    Look,
    Mark,
    Part,
    Picture,
    Segment,
    Table,
    draw_bars,
    draw_curve,
    draw_ring,
    draw_steps,
)

WEEKS = Axis("weeks", [(0, "0"), (4, "4"), (8, "8"), (26, "26")])
HUNDRED = Axis("of every 100", [(0, "0"), (50, "50"), (100, "100")])
STAIRS = [(0, 100), (2, 80), (8, 61)]


def stairs(*lines: Line, title: str = "61 of every 100 stay") -> Picture:
    return draw_steps(
        "stays",
        title=title,
        desc="Stairs that go down.",
        x=WEEKS,
        y=HUNDRED,
        lines=lines,
        counted="counted",
    )


def tags(drawing: str, look: str) -> list[dict[str, str]]:
    """The attributes of every element with this class."""
    found = (dict(re.findall(r'([\w-]+)="([^"]*)"', tag)) for tag in re.findall("<[^>]+>", drawing))
    return [one for one in found if look in one.get("class", "").split()]


def words_of(drawing: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", drawing)


def test_the_finding_is_read_out_of_both_drawings() -> None:
    picture = stairs(Line("now", STAIRS))
    for drawing, kind in ((picture.wide, "wide"), (picture.narrow, "narrow")):
        assert f'<title id="stays-{kind}-t">61 of every 100 stay</title>' in drawing
        assert f'aria-labelledby="stays-{kind}-t"' in drawing
        assert 'role="img"' in drawing


def test_a_name_with_signs_stays_a_name() -> None:
    picture = stairs(Line("<script>alert(1)</script>", STAIRS, end='"&'), title="<b>")
    assert "<script" not in str(picture)
    assert "&lt;script&gt;" in str(picture)
    assert "<b>" not in str(picture)


def test_no_style_stands_in_a_picture() -> None:
    picture = str(stairs(Line("now", STAIRS, band=[(x, y - 5, y) for x, y in STAIRS])))
    assert not re.search(r"\s(style|on\w+)=", picture)


def test_type_is_never_under_15_pixels() -> None:
    picture = stairs(Line("now", STAIRS, end="61"))
    for drawing in (picture.wide, picture.narrow):
        assert min(float(size) for size in re.findall(r'font-size="([\d.]+)"', drawing)) >= 15


def test_stairs_stay_level_until_somebody_leaves() -> None:
    drawing = stairs(Line("now", STAIRS)).wide
    path = tags(drawing, "c-us-line")[0]["d"]
    assert re.findall("[A-Z]", path) == list("MHVHV")


def test_lines_differ_without_colour() -> None:
    drawing = stairs(Line("now", STAIRS), Line("then", STAIRS, look=Look.STONE)).wide
    us, stone = tags(drawing, "c-us-line"), tags(drawing, "c-stone-line")
    assert len(us) == len(stone) == 2  # the line and its sample
    assert not any("stroke-dasharray" in line for line in us)
    assert all("stroke-dasharray" in line for line in stone)


def test_two_ends_at_one_height_do_not_touch() -> None:
    drawing = stairs(Line("a", STAIRS, end="61"), Line("b", STAIRS, end="61", look=Look.STONE)).wide
    heights = [float(y) for y in re.findall(r'y="([\d.]+)">61 [ab]<', drawing)]
    assert abs(heights[0] - heights[1]) >= 17


def test_counts_stand_under_the_ticks_that_are_shown() -> None:
    counts = {0.0: "58", 4.0: "52", 8.0: "47", 26.0: "22"}
    picture = stairs(Line("now", STAIRS, counts=counts))
    for drawing in (picture.wide, picture.narrow):
        shown = words_of(drawing)
        assert "counted" in shown
        assert {"58", "22"} <= set(shown)


def test_ticks_that_would_touch_are_left_out_but_the_ends_stay() -> None:
    axis = Axis("days", [(n, f"{n} days") for n in range(40)])
    drawing = draw_curve(
        "c", title="t", desc="d", x=axis, y=HUNDRED, lines=[Line("a", [(0, 0), (39, 9)])]
    ).narrow
    shown = [words for words in words_of(drawing) if words.endswith(" days")]
    assert 2 <= len(shown) <= 6
    assert (shown[0], shown[-1]) == ("0 days", "39 days")


def test_time_runs_from_left_to_right_in_every_language() -> None:
    assert 'direction="ltr"' in stairs(Line("الآن", STAIRS)).wide


def test_a_line_without_points_is_named_and_draws_nothing() -> None:
    drawing = stairs(Line("nobody", [], end="0")).wide
    assert "nobody" in words_of(drawing)
    assert len(re.findall("c-us-line", drawing)) == 1  # its sample


def test_a_mark_near_the_edge_stands_on_its_other_side() -> None:
    drawing = draw_curve(
        "c",
        title="t",
        desc="d",
        x=WEEKS,
        y=HUNDRED,
        lines=[Line("a", STAIRS)],
        marks=[Mark(1, 50, "early"), Mark(26, 50, "where we are now")],
    ).narrow
    assert re.search(r'text-anchor="start"[^>]*>early<', drawing)
    assert re.search(r'text-anchor="end"[^>]*>where we are now<', drawing)


def bar_widths(drawing: str, look: str) -> list[float]:
    return [float(bar["width"]) for bar in tags(drawing, f"c-{look}")]


@pytest.mark.parametrize("kind", ["wide", "narrow"])
def test_bars_are_as_long_as_their_counts(kind: str) -> None:
    rows = [Bar("Often", [Part(40, "40")]), Bar("Seldom", [Part(10, "10")]), Bar("Never", [])]
    drawing = getattr(draw_bars("b", title="t", desc="d", rows=rows), kind)
    long, short = bar_widths(drawing, "us")
    assert (long + 3) / (short + 3) == pytest.approx(4, abs=0.01)
    assert {"40", "10", "Never"} <= set(words_of(drawing))


def test_each_row_can_be_a_whole() -> None:
    rows = [
        Bar("Begin", [Part(27, "27 of 41"), Part(14, "14", "stone")]),
        Bar("Decide", [Part(1, "1 of 2"), Part(1, "1", "plum")]),
    ]
    drawing = draw_bars("b", title="t", desc="d", rows=rows, each_is_whole=True).wide
    first, second = bar_widths(drawing, "us")
    assert (first + 3) / (second + 3) == pytest.approx((27 / 41) / (1 / 2), abs=0.01)
    assert "url(#b-wide-hatch)" in drawing


def test_a_count_that_does_not_fit_stands_behind_its_bar() -> None:
    rows = [Bar("Often", [Part(400, "400")]), Bar("Once", [Part(1, "one")])]
    drawing = draw_bars("b", title="t", desc="d", rows=rows).wide
    assert "one" in words_of(drawing)


def test_no_bars_is_an_empty_picture() -> None:
    assert words_of(draw_bars("b", title="t", desc="d", rows=[]).wide) == []


def test_the_file_opens_in_a_belgian_spreadsheet_and_runs_nothing() -> None:
    table = Table("Who stays", ("After", "now"), [("8 weeks", "81"), ("=1+1", "-")])
    file = table.as_csv()
    assert file.startswith(b"\xef\xbb\xbf")
    assert file.decode("utf-8-sig").splitlines() == ["After;now", "8 weeks;81", "'=1+1;'-"]


def test_a_ring_has_equal_segments_and_a_joint_at_the_top() -> None:
    names = ("een", "twee", "drie", "vier", "vijf", "zes", "een lange naam")
    segments = [Segment(name, name == "drie", name == "vijf") for name in names]
    picture = draw_ring("ring", title="Ring", desc="Hoe te lezen", segments=segments)
    for drawing in (picture.wide, picture.narrow):
        outlines = [tag["d"] for look in ("c-sunk", "c-us") for tag in tags(drawing, look)]
        assert len(outlines) == 7
        starts = [float(re.findall(r"^M([\d.]+)", outline)[0]) for outline in outlines]
        middle = float(re.findall(r'viewBox="0 0 ([\d.]+)', drawing)[0]) / 2
        assert min(abs(start - middle) for start in starts) > 2
        assert len(tags(drawing, "c-us-line")) == 1
        assert "stroke-dasharray" in tags(drawing, "c-us-line")[0]
    assert words_of(picture.wide)[-2:] == ["een", "lange naam"]
    assert words_of(picture.narrow)[-1] == "7. een lange naam"
