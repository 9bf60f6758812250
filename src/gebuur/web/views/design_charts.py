"""Pictures of made-up figures for the showcase."""

from typing import Any

from gebuur.core.charts import (
    Axis,
    Bar,
    Line,
    Look,
    Mark,
    Part,
    Table,
    draw_bars,
    draw_curve,
    draw_steps,
)

WEEKS = (0, 4, 8, 13, 20, 26)
NOW = ((0, 100), (1, 96), (3, 91), (5, 87), (8, 81), (11, 75), (14, 71), (18, 66), (26, 61))
THEN = (
    (0, 100),
    (1, 88),
    (2, 74),
    (4, 62),
    (6, 56),
    (9, 48),
    (12, 43),
    (15, 34),
    (21, 26),
    (26, 22),
)
COUNTS = {"nu": (58, 52, 47, 41, 30, 22), "vorig jaar": (61, 43, 34, 27, 13, 8)}


def draw_specimens() -> dict[str, Any]:
    """One picture of each kind."""
    hundred = Axis("van elke 100 doen er nog mee", [(n, str(n)) for n in (0, 25, 50, 75, 100)])
    weeks = Axis("weken na de inschrijving", [(week, str(week)) for week in WEEKS])
    band = [(x, y - 2 - x * 0.6, min(y + 1 + x * 0.4, 100)) for x, y in NOW]
    counts = {
        name: {float(w): str(n) for w, n in zip(WEEKS, row, strict=True)}
        for name, row in COUNTS.items()
    }
    stairs = draw_steps(
        "stairs",
        title="Na 26 weken doen er 61 van elke 100 nog mee, vorig jaar 22.",
        desc="Twee trappen die dalen van 100. De cijfers staan in de tabel eronder.",
        x=weeks,
        y=hundred,
        lines=[
            Line("nu", NOW, end="61", band=band, counts=counts["nu"]),
            Line("vorig jaar", THEN, end="22", look=Look.STONE, counts=counts["vorig jaar"]),
        ],
        counted="met hoeveel mensen we nog tellen",
    )
    curve = draw_curve(
        "curve",
        title="Wie lang wacht, komt eerder aan de beurt.",
        desc="Een lijn die stijgt en na acht weken vlak blijft.",
        x=Axis("weken zonder eerste keer", [(n, str(n)) for n in range(0, 13, 2)]),
        y=Axis("meter verder dan de dichtste buur", [(n, str(n)) for n in range(0, 5_001, 1_000)]),
        lines=[
            Line("met de hand gekozen", [(0, 2_000), (8, 4_400), (12, 4_400)], end="4400"),
            Line(
                "uit onze cijfers", [(0, 1_500), (3, 3_600), (12, 3_900)], end="3900", look=Look.INK
            ),
        ],
        marks=[Mark(2, 2_600, "nu")],
    )
    bars = draw_bars(
        "bars",
        title="Buren begonnen 27 van 41 keer en beslisten 14 van 38 keer.",
        desc="Per rij een staaf: eerst buren, dan de dienst, dan het lokaal bestuur.",
        each_is_whole=True,
        rows=[
            Bar("Beginnen", [Part(27, "27 van 41"), Part(12, "12", "stone"), Part(2, "2", "plum")]),
            Bar(
                "Beslissen", [Part(14, "14 van 38"), Part(18, "18", "stone"), Part(6, "6", "plum")]
            ),
        ],
    )
    reasons = draw_bars(
        "reasons",
        title="Negen mensen stopten omdat niemand iets vroeg.",
        desc="Per reden een staaf, de meest genoemde bovenaan.",
        rows=[
            Bar("Niemand vroeg iets", [Part(9, "9", "stone")]),
            Bar("Te veel gevraagd", [Part(6, "6", "stone")]),
            Bar("Verhuisd", [Part(1, "1", "stone")]),
        ],
    )
    rows = [(f"{week} weken", *pair) for week, *pair in zip(WEEKS, *COUNTS.values(), strict=True)]
    table = Table(
        "Met hoeveel mensen we nog tellen", ("Na", *COUNTS), [[str(c) for c in r] for r in rows]
    )
    return {"stairs": stairs, "curve": curve, "bars": bars, "reasons": reasons, "table": table}
