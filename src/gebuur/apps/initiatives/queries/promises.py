"""What was promised for each step, and what was seen of it: the supporter's view and, from five on, that of members."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from gebuur.apps.framing.queries import FrameRow, list_frames
from gebuur.apps.initiatives.models import (
    ConditionSeen,
    FrameSheet,
    Initiative,
    Member,
    Promise,
    Step,
    StyleSeen,
    Support,
)
from gebuur.core.errors import NotForYou
from gebuur.domain import frames
from gebuur.domain.disclosure import show_count

MIDDLE = frozenset({"delegating", "participative", "consultative"})
MONTHS_SHOWN = 12
FEWEST = 5
NO = ConditionSeen.Holds.NO


@dataclass(frozen=True)
class Looked:
    """A condition as it was looked at."""

    row: FrameRow
    holds: str
    evidence: str


@dataclass(frozen=True)
class Month:
    """What was seen in one month: the supporter's style, and how many members said each style.

    `votes` is None as long as fewer than five members said something, or the month is not over.
    """

    on: dt.date
    own: FrameRow | None
    votes: Mapping[str, int] | None

    @property
    def answered(self) -> int:
        return sum((self.votes or {}).values())


@dataclass(frozen=True)
class Promised:
    """A promise opened: its style, the six conditions, its frame sheet, and what was seen, the last month first."""

    promise: Promise
    styles: Sequence[FrameRow]
    style: FrameRow
    conditions: Sequence[Looked]
    frame: FrameSheet | None
    months: Sequence[Month]

    @property
    def own(self) -> FrameRow | None:
        """The style the supporter saw last."""
        return next((month.own for month in self.months if month.own), None)

    @property
    def members(self) -> Month | None:
        """The last month of which enough members said something."""
        return next((month for month in self.months if month.votes is not None), None)

    @property
    def most_seen(self) -> list[FrameRow]:
        """What members said most; several when they said them as often."""
        votes = (self.members.votes if self.members else None) or {}
        highest = max(votes.values(), default=0)
        return [row for row in self.styles if highest and votes.get(row.key, 0) == highest]


@dataclass(frozen=True)
class Advised:
    """A style that fits better than one of which a condition is missing."""

    style: FrameRow
    missing: Sequence[FrameRow]


def needs_frame(style: str) -> bool:
    """Whether a style must say its frame beforehand."""
    return style in MIDDLE


def styles_of(initiative: Initiative, *, today: dt.date) -> list[FrameRow]:
    """The seven styles in the words of the organisation."""
    return list_frames(initiative.neighbourhood.organisation, "styles", today=today)


def conditions_of(initiative: Initiative, *, today: dt.date) -> list[FrameRow]:
    """The six conditions in the words of the organisation."""
    return list_frames(initiative.neighbourhood.organisation, "conditions", today=today)


def get_promise_for(initiative: Initiative, pk: uuid.UUID) -> Promise:
    """A style announced to this very group, also one that was replaced."""
    rows = Promise.objects.select_related("support__supporter", "support__initiative")
    found = rows.filter(support__initiative=initiative, announced_at__isnull=False)
    one = found.filter(pk=pk).first()
    if one is None:
        raise NotForYou
    return one


def standing_promises(support: Support) -> list[Promise]:
    """What is promised now, in the order of the steps."""
    rows = Promise.objects.filter(
        support=support, announced_at__isnull=False, replaced_at__isnull=True
    )
    order = list(Step.values)
    return sorted(rows.select_related("frame"), key=lambda one: order.index(one.step))


def earlier_promises(support: Support) -> list[Promise]:
    """What was promised before, the latest first."""
    return list(
        Promise.objects.filter(support=support, replaced_at__isnull=False).order_by("-replaced_at")
    )


def list_published_frames(initiative: Initiative) -> list[FrameSheet]:
    """The frame sheets that hold now."""
    rows = FrameSheet.objects.filter(
        promise__support__initiative=initiative,
        promise__support__state=Support.State.GOING,
        promise__replaced_at__isnull=True,
    )
    return list(rows.select_related("promise__support__supporter").order_by("published_at"))


def get_frame_sheet_for(initiative: Initiative, pk: uuid.UUID) -> FrameSheet:
    """A frame sheet that was published in this very group."""
    rows = FrameSheet.objects.select_related("promise__support__supporter")
    one = rows.filter(promise__support__initiative=initiative, pk=pk).first()
    if one is None:
        raise NotForYou
    return one


def open_promise(initiative: Initiative, promise: Promise, *, today: dt.date) -> Promised:
    """A promise with everything that stands beside it."""
    styles = {row.key: row for row in styles_of(initiative, today=today)}
    rows = {row.key: row for row in conditions_of(initiative, today=today)}
    looked = {one.condition: one for one in promise.conditions.all()}
    return Promised(
        promise=promise,
        styles=list(styles.values()),
        style=styles[promise.style],
        conditions=[
            Looked(row, looked[key].holds, looked[key].evidence)
            for key, row in rows.items()
            if key in looked
        ],
        frame=FrameSheet.objects.filter(promise=promise).first(),
        months=_months(promise, styles, today=today),
    )


def seen_before(
    promises: Sequence[Promise], *, member: Member | None, month: dt.date
) -> dict[str, str]:
    """What somebody said this month already, to start the form with."""
    own = StyleSeen.objects.filter(promise__in=promises, member=member, month=month)
    return {str(one.promise_id): one.style for one in own}


def better_styles(
    initiative: Initiative, style: str, holds: Mapping[str, str], *, today: dt.date
) -> tuple[list[FrameRow], list[Advised]]:
    """What is missing for a style, and which styles miss less. Advice: nothing is refused."""
    rows = {row.key: row for row in conditions_of(initiative, today=today)}
    styles = {row.key: row for row in styles_of(initiative, today=today)}
    fits = frames.fitting_styles({key: value != NO for key, value in holds.items()}, promise=style)
    own = next(fit for fit in fits if fit.style == style)
    better = [fit for fit in fits if len(fit.missing) < len(own.missing)]
    return (
        [rows[key] for key in own.missing],
        [Advised(styles[fit.style], [rows[key] for key in fit.missing]) for fit in better],
    )


def _months(promise: Promise, styles: Mapping[str, FrameRow], *, today: dt.date) -> list[Month]:
    """By month, the latest first. Members' answers only of months that are over: so nobody's shows by the change."""
    rows = StyleSeen.objects.filter(promise=promise)
    own = dict(rows.filter(member__isnull=True).values_list("month", "style"))
    said: dict[dt.date, Counter[str]] = {}
    counted = rows.filter(member__isnull=False, month__lt=today.replace(day=1))
    for month, style, times in counted.values_list("month", "style").annotate(Count("pk")):
        said.setdefault(month, Counter())[style] += times
    shown = {month: votes for month, votes in said.items() if show_count(votes.total()) is not None}
    months = sorted({*own, *shown}, reverse=True)[:MONTHS_SHOWN]
    return [Month(month, styles.get(own.get(month, "")), shown.get(month)) for month in months]
