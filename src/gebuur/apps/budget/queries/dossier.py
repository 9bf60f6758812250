"""A proposal on paper: the whole dossier on at most six pages, and one page in easy words."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from gebuur.apps.budget.models import Proposal
from gebuur.apps.budget.queries.frame_words import Part
from gebuur.apps.budget.queries.frames import binding_frame
from gebuur.apps.budget.queries.proposal_words import (
    counts_of,
    owner_in_words,
    parts_of_proposal,
    source_in_words,
    together,
)
from gebuur.apps.budget.queries.proposals import Cost, HandedIn, Written
from gebuur.core.money import euros
from gebuur.core.wording import listed

FULL = (
    9_000  # More characters than this are set smaller, so that six pages hold the fullest dossier.
)


def dossier_of(proposal: Proposal, written: Written, today: dt.date) -> dict[str, Any]:
    """Everything on paper; line breaks become spaces, so that a dossier cannot be made long with them."""
    parts = [part for part in parts_of_proposal(written, today) if part.key != "costs"]
    sections = [_section(part) for part in parts if part.rows]
    length = sum(len(line) for one in sections for row in one["rows"] for line in row["lines"])
    costs = [_cost_row(cost) for cost in written.costs]
    length += sum(len(cell) for row in costs for cell in row)
    pot = _("The pot holds %(amount)s.") % {
        "amount": euros(binding_frame(proposal.round).pot_cents)
    }
    return {
        "heading": written.title,
        "day": proposal.round.neighbourhood.name,
        "group": _("Of the group %(group)s") % {"group": owner_in_words(proposal)},
        "is_full": length > FULL,
        "costs_heading": _("What it costs"),
        "costs_head": [_("What for"), _("Who sees to it"), _("Once"), _("Every year")],
        "costs": costs,
        "total": [_("Together"), "", euros(written.once_cents), euros(written.yearly_cents)],
        "pot": pot,
        "sections": sections,
    }


def _section(part: Part) -> dict[str, Any]:
    rows = [
        {"label": _folded(row.label), "lines": [_folded(line) for line in row.lines]}
        for row in part.rows
    ]
    return {"heading": part.heading, "rows": rows}


def _folded(words: str) -> str:
    """One line, that runs in its own direction on a sheet of any."""
    return f"\u2068{' '.join(words.split())}\u2069" if words else ""


def _cost_row(cost: Cost) -> list[str]:
    """Four cells: what and how we know, who sees to it, once, and every year with who pays."""
    yearly = euros(cost.yearly_cents)
    borne = listed((yearly, cost.yearly_by)) if cost.yearly_by else yearly
    what = f"{cost.what}. {source_in_words(cost)}."
    return [_folded(what), _folded(cost.done_by), euros(cost.once_cents), _folded(borne)]


def plain_page(handed_in: HandedIn, today: dt.date) -> dict[str, Any]:
    """One page: what it is, what it costs, who looks after it, who gains from it."""
    written = handed_in.written
    place = handed_in.proposal.round.neighbourhood
    where = listed(filter(None, (written.where, written.street)))
    told = (
        (_("What do you want to make?"), written.plain or written.summary),
        (_("Where?"), where),
        (_("What it costs"), together(written)),
        (_("Who looks after it when it is there?"), written.upkeep_by),
        (_("Who gains from it, and how?"), listed(counts_of(written)) or written.who_benefits),
    )
    return {
        "heading": written.title,
        "note": _("Of the group %(group)s") % {"group": owner_in_words(handed_in.proposal)},
        "day": place.name,
        "sections": [{"heading": heading, "body": _folded(body)} for heading, body in told if body],
    }
