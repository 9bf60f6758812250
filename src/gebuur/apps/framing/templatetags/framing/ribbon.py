"""Phases of a group over time: the share of each at every moment, never the name of the group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing.words import said
from gebuur.core.charts import Picture, Share, Table, draw_ribbon
from gebuur.core.wording import listed

UNCLEAR = "unclear"


@dataclass(frozen=True)
class RibbonMoment:
    """When somebody looked at a group, and how much pointed to each phase or to `unclear`, on any scale.

    `note` tells what changed in the group just then: who came, who left.
    """

    label: str
    shares: Mapping[str, float]
    note: str = ""


def ribbon(
    phases: Sequence[FrameRow], moments: Sequence[RibbonMoment], *, name: str = "ribbon"
) -> Picture:
    """The shares of all phases beside each other, from moment to moment. A way back is drawn like a way on."""
    names = _names(phases)
    told = [Share(one.label, _of_hundred(one, names), one.note) for one in moments]
    notes = [f"{one.label}: {one.note}." for one in moments if one.note]
    desc = _("A lane for each phase. The higher the block, the more signals pointed to it.")
    return draw_ribbon(
        name,
        title=_finding(names, told),
        desc=" ".join([desc, *notes]),
        lanes=list(names.values()),
        moments=told,
        hatched=len(names) - 1,
    )


def ribbon_table(phases: Sequence[FrameRow], moments: Sequence[RibbonMoment]) -> Table:
    """Every moment with its shares, and what changed in the group."""
    names = _names(phases)
    has_notes = any(one.note for one in moments)
    head = [_("When"), *names.values(), *([_("What changed")] if has_notes else [])]
    lines = [
        [
            one.label,
            *(str(round(share)) for share in _of_hundred(one, names)),
            *([one.note or "–"] if has_notes else []),
        ]
        for one in moments
    ]
    return Table(_("Of every 100 signals"), head, lines, is_words=has_notes)


def _names(phases: Sequence[FrameRow]) -> dict[str, str]:
    return {row.key: said(row.name) for row in phases} | {UNCLEAR: _("Not clear")}


def _of_hundred(moment: RibbonMoment, names: Mapping[str, str]) -> list[float]:
    """The shares in the order of the lanes, of every hundred; all nought when there was nothing to see."""
    given = [moment.shares.get(key, 0) for key in names]
    total = sum(given)
    return [100 * share / total if total else 0.0 for share in given]


def _finding(names: Mapping[str, str], told: Sequence[Share]) -> str:
    """All shares of the last moment, and what there was more of than the time before."""
    if not told:
        return _("Nobody has looked at this group yet.")
    last = told[-1]
    shares = [
        f"{name} {round(share)}"
        for name, share in zip(names.values(), last.shares, strict=True)
        if round(share)
    ]
    finding = _("%(day)s, of every 100 signals: %(shares)s.") % {
        "day": last.day,
        "shares": listed(shares) or "0",
    }
    if len(told) == 1:
        return finding
    before = told[-2]
    compared = zip(names.values(), before.shares, last.shares, strict=True)
    more = listed(name for name, one, other in compared if round(other) > round(one))
    if more:
        finding += " " + _("More than at %(day)s: %(names)s.") % {"day": before.day, "names": more}
    return finding
