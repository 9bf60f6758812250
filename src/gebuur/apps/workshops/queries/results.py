"""What the answers of one question say together; only what may be shown is read."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from gebuur.apps.workshops.models import Pool, opened
from gebuur.domain import frames


@dataclass(frozen=True)
class Said:
    """One line on the screen, with what it was said about."""

    id: str
    line: str
    key: str = ""
    is_hidden: bool = False


@dataclass(frozen=True)
class Results:
    """Counts, averages and lines of what is shown; `answered` counts everything that came in."""

    answered: int
    shown: int
    lines: list[Said] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    nothing_fits: int = 0
    means: dict[str, float] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)

    @property
    def visible(self) -> list[Said]:
        return [one for one in self.lines if not one.is_hidden]

    @property
    def hidden(self) -> list[Said]:
        return [one for one in self.lines if one.is_hidden]


def results_of(pool: Pool | None, stage: frames.Stage) -> Results:
    """Add up one question. Order tells nothing: each batch was shuffled before it was shown."""
    if pool is None:
        return Results(0, 0)
    shown = opened(pool.shown)
    values = [one["value"] for one in shown]
    counts = Counter(_keys_of(values))
    return Results(
        answered=pool.answered,
        shown=len(shown),
        lines=[
            Said(one["id"], one["value"]["line"], one["value"].get("key", ""), one.get("is_hidden", False))
            for one in shown
            if "line" in one["value"]
        ],
        counts={key: counts[key] for key in stage.keys},
        nothing_fits=sum(bool(value.get("nothing_fits")) for value in values),
        means=_means(values, stage) if stage.shape == frames.Shape.HUNDRED and values else {},
        shares=_shares(values) if stage.shape == frames.Shape.TICKS and values else {},
    )  # fmt: skip


def _keys_of(values: list[dict[str, Any]]) -> list[str]:
    single = [value["key"] for value in values if "key" in value]
    return single + [key for value in values for key in value.get("keys", ())]


def _means(values: list[dict[str, Any]], stage: frames.Stage) -> dict[str, float]:
    profile = frames.role_profile([value["points"] for value in values])
    return {key: profile.quadrants[key] for key in stage.keys}


def _shares(values: list[dict[str, Any]]) -> dict[str, float]:
    """The phases that the signals of everybody point to, added up."""
    whole: Counter[str] = Counter()
    for value in values:
        seen = frames.phase_shares(value["keys"], nothing_fits=int(value["nothing_fits"]))
        whole.update(seen.shares)
    return dict(whole)
