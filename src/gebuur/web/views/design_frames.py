"""Pictures of the frames with made-up figures, for the showcase."""

from typing import Any

from gebuur.core.charts import (
    Corner,
    Ends,
    Segment,
    Share,
    draw_field,
    draw_moments,
    draw_ribbon,
    draw_ring,
)
from gebuur.domain import frames

NOW, WANTED = (15, 10, 35, 40), (30, 20, 25, 25)
VOTES = (3, 5, 0, 4, 1, 0, 1)
PHASES = (
    ("maart", (70, 10, 0, 0, 0, 20), ""),
    ("april", (30, 45, 10, 0, 0, 15), ""),
    ("mei", (5, 25, 50, 15, 0, 5), ""),
    ("juni", (35, 30, 20, 10, 0, 5), "In juni kwamen er twee buren bij."),
    ("juli", (10, 20, 35, 30, 0, 5), ""),
    ("september", (0, 5, 25, 50, 15, 5), "In september verhuisde de trekker."),
)
DAYS = ("3 maart", "17 maart", "2 april", "28 april", "19 mei", "9 juni")
MOMENTS = ((0, 0), (0, 8), (1, 2), (2, 7), (2, 7), (3, 3), (4, 0), (4, 5), (5, 1), (5, 8))


def draw_frames() -> dict[str, Any]:
    """One picture for each frame of the training."""
    return {
        "quinn": _quinn(),
        "ribbon": _ribbon("ribbon", len(PHASES)),
        "ribbon_alone": _ribbon("ribbon-alone", 1),
        "attitudes": draw_moments(
            "attitudes",
            title="Van 3 maart tot 9 juni momenten van zeven houdingen.",
            desc="Een baan per houding, een baksteen per moment.",
            lanes=[one.words.nl for one in frames.ATTITUDES],
            days=DAYS,
            moments=MOMENTS,
        ),
        "votes": draw_ring(
            "votes",
            title="Ring met zeven stijlen en veertien stemmen.",
            desc="Hoe dichter de lijnen, hoe meer stemmen. Geen stijl staat boven een andere.",
            segments=[
                Segment(
                    one.words.nl,
                    words=f"{count} {'stem' if count == 1 else 'stemmen'}",
                    share=count / sum(VOTES),
                )
                for one, count in zip(frames.STYLES, VOTES, strict=True)
            ],
        ),
        "ways": draw_ring(
            "ways",
            title="Ring met zeven stijlen. Kies er een.",
            desc="Elke stijl is een link.",
            segments=[Segment(one.words.nl, href="#ways") for one in frames.STYLES],
        ),
    }


def _quinn() -> Any:
    (room, direction), roles = frames.AXES, frames.ROLES
    return draw_field(
        "quinn",
        title="Meer gewenst van mensen en vernieuwing, minder van resultaat en orde.",
        desc="Vier hoeken op twee assen. Geen hoek is beter dan een andere.",
        corners=[
            Corner(
                one.words.nl,
                (f"nu {now}", f"gewenst {wanted}"),
                [role.words.nl for role in roles if role.quadrant == one.key],
                now,
                wanted,
            )
            for one, now, wanted in zip(frames.QUADRANTS, NOW, WANTED, strict=True)
        ],
        ends=Ends(room.high.nl, direction.high.nl, room.low.nl, direction.low.nl),
        now="nu",
        wanted="gewenst",
    )


def _ribbon(name: str, count: int) -> Any:
    return draw_ribbon(
        name,
        title="In juni viel de groep even terug.",
        desc="Een baan per fase. Hoe hoger het blok, hoe meer signalen.",
        lanes=[*(one.words.nl for one in frames.PHASES), "Niet duidelijk"],
        moments=[Share(*one) for one in PHASES[:count]],
        hatched=len(frames.PHASES),
    )
