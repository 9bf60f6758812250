"""The parts of the page about ownership: what is said first, the four verbs, and the initiatives."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from gebuur.apps.framing.queries import list_frames
from gebuur.apps.mirror.queries import Owned, Ownership
from gebuur.apps.mirror.views.ownership_tables import (
    draw_moments,
    draw_verbs,
    has_shares,
    named_moments,
    tell_areas,
    tell_kinds,
    tell_moments,
    tell_rows,
)
from gebuur.apps.mirror.views.ownership_words import (
    quarter_words,
    say_chance,
    say_change,
    say_others,
    say_share,
    verb_name,
)
from gebuur.apps.neighbourhood.models import Organisation
from gebuur.core.charts import Picture, Table
from gebuur.core.wording import day_in_words, listed
from gebuur.domain.ownership import VERBS, Half, HandOvers, Kept, Row


@dataclass(frozen=True)
class Finding:
    """What is said first, about deciding; all empty when nothing is shown. `does_more`: than neighbours decide."""

    of_twelve: str = ""
    half: str = ""
    by_service: int | None = None
    does_more: bool = False


@dataclass(frozen=True)
class Sentence:
    """One of the four verbs in words; `more` says how sure, who else, and against the time before."""

    verb: str
    share: str
    more: str


@dataclass(frozen=True)
class OneOwned:
    """One initiative: promised and practised."""

    name: str
    promised: str
    practised: str
    kept: str
    picture: Picture | None
    table: Table


@dataclass(frozen=True)
class Told:
    """The whole page."""

    period: str
    finding: Finding
    has_figures: bool
    sentences: list[Sentence]
    picture: Picture
    table: Table
    kinds: Table
    moments: list[tuple[str, Picture]]
    over_time: Table
    streets: Table
    owned: list[OneOwned]
    handed: list[str]

    @property
    def tables(self) -> list[Table]:
        """Every table of the page, for the file."""
        owned = [one.table for one in self.owned]
        return [self.table, self.kinds, self.over_time, self.streets, *owned]


def tell_ownership(found: Ownership, *, weeks: int, organisation: Organisation) -> Told:
    """Put everything in words; only what `domain.ownership` lets through comes this far."""
    days = {"first": found.since, "last": found.until}
    names = _style_names(found, organisation)
    moments = named_moments(found)
    verbs = [verb for verb in VERBS if any(rows[verb].is_shown for _days, rows in moments)]
    return Told(
        period=_("From %(first)s until %(last)s.")
        % {name: day_in_words(day, found.until) for name, day in days.items()},
        finding=_find_out(found.rows["decided"], found.rows["did"]),
        has_figures=has_shares(found.rows) or any(row.by_service for row in found.rows.values()),
        sentences=[_sentence(row, found, weeks) for row in found.rows.values()],
        picture=draw_verbs("owned", found.rows),
        table=tell_rows(_("Who began, decided, did and supported, of every 12"), found.rows),
        kinds=tell_kinds(found.rows),
        moments=[(verb_name(verb), draw_moments(verb, moments)) for verb in verbs],
        over_time=tell_moments(moments),
        streets=tell_areas(found),
        owned=[_one_owned(number, one, names) for number, one in enumerate(found.owned)],
        handed=_handed(found.handed) if found.owned or found.handed.done else [],
    )


def _find_out(decided: Row, did: Row) -> Finding:
    share = decided.neighbours
    if share.quarter is not None:
        does_more = (did.neighbours.quarter or 0) > share.quarter
        return Finding(of_twelve=quarter_words(share.quarter), does_more=does_more)
    if share.half is not None:
        return Finding(half=_("more than half") if share.half is Half.MORE else _("less than half"))
    return Finding(by_service=decided.by_service)


def _sentence(row: Row, found: Ownership, weeks: int) -> Sentence:
    change = say_change(found.changes[row.verb], weeks)
    more = (say_chance(row), say_others(row), change)
    return Sentence(verb_name(row.verb), say_share(row), " ".join(said for said in more if said))


def _style_names(found: Ownership, organisation: Organisation) -> Mapping[str, str]:
    """The styles as this organisation calls them."""
    if not found.owned:
        return {}
    code = get_language() or "nl"
    rows = list_frames(organisation, "styles", today=found.until)
    return {row.key: row.name.in_language(code) for row in rows}


def _one_owned(number: int, one: Owned, names: Mapping[str, str]) -> OneOwned:
    kept = {
        Kept.AS_PROMISED: _("That fits what was promised."),
        Kept.LESS_SAY: _(
            "Neighbours had less say than was promised. Ask the group how they see it."
        ),
        Kept.MORE_SAY: _("Neighbours carried more than was agreed. Ask the group how they see it."),
        Kept.OTHER: _(
            "That is a different way from what was promised. Ask the group how they see it."
        ),
        Kept.UNKNOWN: "",
    }[one.kept]
    return OneOwned(
        name=one.promise.name,
        promised=listed(names[style] for style in dict.fromkeys(one.promise.styles)),
        practised=_(" or ").join(names[style] for style in one.practised),
        kept=kept,
        picture=draw_verbs(f"initiative-{number}", one.rows) if has_shares(one.rows) else None,
        table=tell_rows(one.promise.name, one.rows),
    )


def _handed(handed: HandOvers) -> list[str]:
    """Stepping back: done, due and coming."""
    done = ngettext(
        "%(n)d initiative was handed over to its neighbours in these weeks.",
        "%(n)d initiatives were handed over to their neighbours in these weeks.",
        handed.done,
    ) % {"n": handed.done}
    due = [
        _("%(name)s: our support would have ended on %(day)s. Agree on a new day, or hand over.")
        % {"name": one.name, "day": day_in_words(one.until, one.until)}
        for one in handed.due
        if one.until
    ]
    coming = [
        _("%(name)s: we hand over on %(day)s.")
        % {"name": one.name, "day": day_in_words(one.until, one.until)}
        for one in handed.coming
        if one.until
    ]
    return [done if handed.done else _("Nothing was handed over in these weeks."), *due, *coming]
