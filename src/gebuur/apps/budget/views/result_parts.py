"""The result as a picture, as a table and on a poster."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from gebuur.apps.budget.queries import Result, result_words
from gebuur.apps.budget.queries.results import Line
from gebuur.core import qr
from gebuur.core.charts import Bar, Part, Picture, Table, draw_bars
from gebuur.core.money import euros
from gebuur.core.phones import show_phone

MOST_LETTERS = 32
"""A longer name does not fit above a bar on a phone; the table has it whole."""


def draw_votes(result: Result) -> Picture:
    """A bar for each proposal: filled for what was chosen."""
    lines = sorted(result.lines, key=lambda line: -line.votes)
    return draw_bars(
        "votes",
        title=_("How many chose each proposal"),
        desc=_("A bar for each proposal, most votes first. Filled bars were chosen."),
        rows=[
            Bar(
                Truncator(line.title).chars(MOST_LETTERS),
                [Part(line.votes, str(line.votes), "us" if line.by else "sunk")],
            )
            for line in lines
        ],
    )


def table_of(result: Result) -> Table:
    """The same in figures, with the number that stands in the recount file."""
    head = (_("Proposal"), _("Number"), _("Cost"), _("Votes"), _("Chosen"))
    return Table(_("All proposals"), head, [tuple(_cells(line)) for line in result.lines])


def _cells(line: Line) -> Iterator[str]:
    yield line.title
    yield line.number
    yield euros(line.cents)
    yield str(line.votes)
    yield _("yes") if line.by else _("no")


def poster_of(result: Result, address: str) -> dict[str, Any]:
    """What stands on the poster."""
    place = result.round.neighbourhood
    return {
        "place": f"Gebuur, {place.name}",
        "round": result.frame.title,
        "heading": _("The neighbourhood has chosen"),
        "winners": [{"title": line.title, "cost": euros(line.cents)} for line in result.winners],
        "nothing": _("Nothing was chosen this time."),
        "thanks": _("Thank you to everybody who voted."),
        "turnout": "" if result.is_few else result_words.turnout(result),
        "why": _("Why this and not something else? Read it here, or ask us."),
        "contact": place.contact_name,
        "phone": show_phone(place.contact_phone),
        "address": address.partition("://")[2],
        "qr": qr.square(address).svg(),
        "qr_words": _("QR code of %(address)s") % {"address": address},
    }
