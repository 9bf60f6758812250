"""A picture on paper carries its colours with it, and its finding in words."""

import re
from pathlib import Path

from gebuur.core.charts import Segment, draw_ring, on_paper
from gebuur.core.charts.paper import LOOKS

STYLES = Path(__file__).parents[2] / "src/gebuur/web/static/gebuur/css/charts.css"
# What is about links and words over lines; paper has neither.
ONLY_ON_SCREEN = {".c-said", ".c-go"}


def test_every_colour_of_the_page_has_one_on_paper() -> None:
    on_screen = set(re.findall(r"\.(?:c|on)-[a-z-]+", STYLES.read_text()))
    assert on_screen - {what for what, _look in LOOKS} - ONLY_ON_SCREEN == set()


def test_what_is_seen_is_filled_and_the_words_are_plain() -> None:
    segments = [Segment("One & all", is_seen=True), Segment("Two")]
    drawing = on_paper(draw_ring("wheel", title="Seen: One & all.", desc="", segments=segments))
    assert drawing.words == "Seen: One & all."
    assert drawing.svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" ')
    assert ".c-us{fill: #97381f}" in drawing.svg
    assert 'class="c-us' in drawing.svg
