"""A proposal in sentences: the same on the screen, on paper, and when two versions are laid side by side."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from gebuur.apps.budget.models import CostLine, Proposal, ProposalVersion
from gebuur.apps.budget.queries.frame_words import Difference, Part, Row, compared
from gebuur.apps.budget.queries.proposals import Cost, Written, read_proposal
from gebuur.core.money import euros
from gebuur.core.wording import day_in_words, listed
from gebuur.domain import frames

SOURCES = {
    CostLine.Source.QUOTE: gettext_lazy("A price offer"),
    CostLine.Source.COMPARABLE: gettext_lazy("What it cost somewhere else"),
    CostLine.Source.SERVICE: gettext_lazy("A service of the town"),
    CostLine.Source.ESTIMATE: gettext_lazy("Our own guess"),
}
HEADINGS = {
    "what": gettext_lazy("What and where"),
    "costs": gettext_lazy("What it costs"),
    "upkeep": gettext_lazy("Who looks after it"),
    "risks": gettext_lazy("What may go wrong"),
    "criteria": gettext_lazy("What it is weighed on"),
    "people": gettext_lazy("Who gains from it"),
    "evidence": gettext_lazy("How we know"),
    "letters": gettext_lazy("Who stands behind it"),
}


@dataclass(frozen=True)
class Finding:
    """What was found elsewhere: its name and year, its effect, its weakness, and where to read it."""

    name: str
    effect: str
    weakness: str
    source: str


def parts_of_proposal(written: Written, today: dt.date) -> list[Part]:
    """The whole proposal, part by part; what nobody wrote yet has no lines."""
    rows = {
        "what": _what(written),
        "costs": _costs(written),
        "upkeep": _upkeep(written),
        "risks": _risks(written),
        "criteria": _criteria(written),
        "people": _people(written),
        "evidence": _evidence(written),
        "letters": _letters(written, today),
    }
    return [Part(key, heading_of(key), found) for key, found in rows.items()]


def heading_of(part: str) -> str:
    """What stands above a part."""
    return str(HEADINGS[part])


def _row(label: str, *lines: str) -> Row:
    return Row(label, tuple(line for line in lines if line))


def _filled(*rows: Row) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.lines)


def _what(written: Written) -> tuple[Row, ...]:
    where = listed(filter(None, (written.where, written.street)))
    return _filled(
        _row(_("Name"), written.title),
        _row(_("What do you want to make?"), written.summary),
        _row(_("Where?"), where),
        _row(_("On the map"), _point_in_words(written)),
        _row(_("In easy words"), written.plain),
    )


def _point_in_words(written: Written) -> str:
    """The spot in degrees, for who types it into another map."""
    if written.point is None:
        return ""
    lon, lat = written.point
    return _("latitude %(lat)s, longitude %(lon)s") % {"lat": lat, "lon": lon}


def _costs(written: Written) -> tuple[Row, ...]:
    if not written.costs:
        return ()
    rows = tuple(Row(cost.what, (_cost_in_words(cost),)) for cost in written.costs)
    return (*rows, Row(_("Together"), (together(written),)))


def together(written: Written) -> str:
    """What it costs at once and every year."""
    once = _("%(amount)s once") % {"amount": euros(written.once_cents)}
    yearly = _("%(amount)s every year") % {"amount": euros(written.yearly_cents)}
    return listed((once, yearly))


def _cost_in_words(cost: Cost) -> str:
    return ". ".join(_pieces_of(cost)) + "."


def _pieces_of(cost: Cost) -> Iterator[str]:
    if cost.once_cents:
        yield _("%(amount)s once") % {"amount": euros(cost.once_cents)}
    if cost.yearly_cents:
        said = {"amount": euros(cost.yearly_cents), "who": cost.yearly_by}
        yield _("%(amount)s every year, paid by %(who)s") % said
    if cost.done_by:
        yield _("Done by %(who)s") % {"who": cost.done_by}
    yield source_in_words(cost)


def source_in_words(cost: Cost) -> str:
    """How we know what it costs."""
    known = str(SOURCES[CostLine.Source(cost.source)])
    return f"{known}: {cost.source_words}" if cost.source_words else known


def _upkeep(written: Written) -> tuple[Row, ...]:
    hours = ngettext("%(n)d hour of work", "%(n)d hours of work", written.own_hours)
    own = hours % {"n": written.own_hours} if written.own_hours else ""
    return _filled(
        _row(_("Who looks after it when it is there?"), written.upkeep_by),
        _row(_("What do neighbours bring in themselves?"), own, written.own_things),
    )


def _risks(written: Written) -> tuple[Row, ...]:
    return _filled(
        _row(_("What may go wrong, and what do you do then?"), written.risks),
        _row(_("Could it be smaller, or step by step?"), written.variants),
    )


def _criteria(written: Written) -> tuple[Row, ...]:
    blocks = [name for name in map(block_in_words, written.goals) if name]
    weighed = (Row(one.criterion, (one.words,)) for one in written.ticks)
    return _filled(*weighed, _row(_("What the town works on as well"), *blocks))


def block_in_words(key: str) -> str:
    """A building block of a caring neighbourhood, in the language of the reader."""
    block = frames.building_block(key)
    return block.name.in_language(get_language() or "nl") if block else ""


def _people(written: Written) -> tuple[Row, ...]:
    return _filled(
        _row(_("Who gains from it, and how?"), written.who_benefits, *counts_of(written)),
        _row(_("What happens if it does not come?"), written.if_not),
    )


def counts_of(written: Written) -> list[str]:
    """How many households, young and older people gain from it, as far as the group counted."""
    counted = (
        (
            written.households,
            ngettext("%(n)d household", "%(n)d households", written.households or 0),
        ),
        (
            written.young_people,
            ngettext("%(n)d young person", "%(n)d young people", written.young_people or 0),
        ),
        (
            written.older_people,
            ngettext("%(n)d older person", "%(n)d older people", written.older_people or 0),
        ),
    )
    return [words % {"n": count} for count, words in counted if count]


def _evidence(written: Written) -> tuple[Row, ...]:
    leaned = (
        _row(one.name, one.effect, _("Weak point: %(words)s") % {"words": one.weakness}, one.source)
        for one in findings_of(written)
    )
    weak = _("Weak point: %(words)s") % {"words": written.weak_point} if written.weak_point else ""
    return _filled(_row(_("What we saw ourselves"), written.own_evidence, weak), *leaned)


def findings_of(written: Written) -> list[Finding]:
    """What was found elsewhere, in the language of the reader."""
    language = get_language() or "nl"
    found = (frames.finding(key) for key in written.evidence)
    return [
        Finding(
            f"{one.name.in_language(language)} ({one.year})",
            one.effect.in_language(language),
            one.weakness.in_language(language),
            one.source,
        )
        for one in found
        if one
    ]


@dataclass(frozen=True)
class Canvas:
    """What a reader at the local authority looks for: costs with how we know, counts, goals and findings."""

    costs: list[tuple[Cost, str]]
    counts: list[str]
    blocks: list[str]
    findings: list[Finding]


def canvas_of(written: Written) -> Canvas:
    """Lay out what a proposal costs and what the neighbourhood gains from it."""
    return Canvas(
        costs=[(cost, source_in_words(cost)) for cost in written.costs],
        counts=counts_of(written),
        blocks=[name for name in map(block_in_words, written.goals) if name],
        findings=findings_of(written),
    )


def _letters(written: Written, today: dt.date) -> tuple[Row, ...]:
    return tuple(
        Row(listed((one.sender, day_in_words(one.written_on, today))), (one.text,))
        for one in written.letters
    )


def changes_in(version: ProposalVersion, today: dt.date) -> list[Difference]:
    """What a version says differently from the one before it."""
    older = version.proposal.versions.filter(number__lt=version.number).order_by("-number").first()
    if older is None:
        return []
    before, after = (read_proposal(one.text) for one in (older, version))
    return compared(parts_of_proposal(before, today), parts_of_proposal(after, today))


def owner_in_words(proposal: Proposal) -> str:
    """Whose proposal it is; a group that hides itself is not named."""
    group = proposal.group
    if group.is_hidden or not group.title:
        return _("a group of neighbours")
    return f"\u2068{group.title}\u2069"
