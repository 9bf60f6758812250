"""The pictures of the page about ownership, and the tables under them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import dropwhile

from django.utils.translation import gettext as _

from gebuur.apps.mirror.queries import Ownership
from gebuur.apps.mirror.views.ownership_words import (
    at_least_words,
    chance_words,
    days_words,
    kind_name,
    pieces_of,
    say_share,
    share_words,
    verb_name,
)
from gebuur.core.charts import Bar, Picture, Table, draw_bars
from gebuur.domain.ownership import NEIGHBOURS, VERBS, Row, Side


def draw_owned(name: str, title: str, rows: Iterable[tuple[str, Row]]) -> Picture:
    """One bar of twelve for each row."""
    desc = _(
        "Each bar is twelve times. Brick is what neighbours did, hatched the service, plum the local authority."
    )
    bars = [Bar(label, pieces_of(row)) for label, row in rows]
    return draw_bars(name, title=title, desc=desc, rows=bars, each_is_whole=True)


def draw_verbs(name: str, rows: Mapping[str, Row]) -> Picture:
    """The four verbs under each other."""
    title = " ".join(
        f"{verb_name(verb)}: {say_share(row)}" for verb, row in rows.items() if row.is_shown
    )
    return draw_owned(name, title, [(verb_name(verb), row) for verb, row in rows.items()])


def named_moments(found: Ownership) -> list[tuple[str, dict[str, Row]]]:
    """The pieces of the period by their days, from the first of which something is shown."""
    named = [(days_words(first, last), rows) for first, last, rows in found.moments]
    return list(dropwhile(lambda one: not has_shares(one[1]), named))


def draw_moments(verb: str, moments: Sequence[tuple[str, Mapping[str, Row]]]) -> Picture:
    """One verb, piece by piece of the period."""
    rows = [(days, rows[verb]) for days, rows in moments]
    title = _("%(verb)s, over time") % {"verb": verb_name(verb)}
    return draw_owned(f"time-{verb}", title, rows)


def tell_rows(caption: str, rows: Mapping[str, Row]) -> Table:
    """Every side of the four verbs, with how sure we are and of how many."""
    head = (
        _("Of every 12"),
        _("Neighbours"),
        _("By chance alone"),
        _("The service"),
        _("The local authority"),
        _("Times, at least"),
        _("Neighbours, at least"),
    )
    return Table(caption, head, [_cells(verb, row) for verb, row in rows.items()])


def _cells(verb: str, row: Row) -> list[str]:
    return [
        verb_name(verb),
        share_words(row.neighbours),
        chance_words(row.chance),
        share_words(row.sides.get(Side.SERVICE)),
        share_words(row.sides.get(Side.AUTHORITY)),
        at_least_words(row.acts),
        at_least_words(row.people),
    ]


def tell_kinds(rows: Mapping[str, Row]) -> Table:
    """Who of the neighbours; only kinds and verbs of which something is shown."""
    kinds = [
        kind
        for kind in NEIGHBOURS
        if any(kind in row.kinds and row.kinds[kind].is_shown for row in rows.values())
    ]
    cells = [
        [verb_name(verb), *(share_words(row.kinds.get(kind)) for kind in kinds)]
        for verb, row in rows.items()
        if row.is_shown
    ]
    head = [_("Of every 12"), *(kind_name(kind) for kind in kinds)]
    return Table(_("Who of the neighbours, of every 12"), head, cells if kinds else [])


def tell_moments(moments: Sequence[tuple[str, Mapping[str, Row]]]) -> Table:
    """The share of neighbours, piece by piece of the period."""
    return _by_verb(_("What neighbours did over time, of every 12"), _("Weeks"), moments)


def tell_areas(found: Ownership) -> Table:
    """The share of neighbours per street; only streets of which something is shown."""
    rows = [(area, rows) for area, rows in found.areas.items() if has_shares(rows)]
    return _by_verb(_("What neighbours did by street, of every 12"), _("Street"), rows)


def _by_verb(caption: str, first: str, rows: Sequence[tuple[str, Mapping[str, Row]]]) -> Table:
    """Only the verbs of which something is shown."""
    verbs = [verb for verb in VERBS if any(told[verb].is_shown for _name, told in rows)]
    cells = [[name, *(share_words(told[verb].neighbours) for verb in verbs)] for name, told in rows]
    return Table(caption, [first, *(verb_name(verb) for verb in verbs)], cells)


def has_shares(rows: Mapping[str, Row]) -> bool:
    """Whether anything is shown of these."""
    return any(row.is_shown for row in rows.values())
