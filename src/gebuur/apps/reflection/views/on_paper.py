"""A reflection as headings with text and pictures under them, for a sheet of paper."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.reflection import queries
from gebuur.apps.reflection.models import Entry, Intention
from gebuur.apps.reflection.queries import Fit, LensSheet, Sheet
from gebuur.apps.reflection.templatetags import reflection as words
from gebuur.apps.reflection.views.step_forms import think_asks
from gebuur.core.charts import Picture, on_paper
from gebuur.core.wording import day_in_words, listed

Section = dict[str, Any]


def sections_of(entry: Entry, me: Person) -> list[Section]:
    """Everything that was written, in the order of the page; what is empty is left out."""
    today = timezone.localdate()
    sheet = queries.open_sheet(entry, me, today=today)
    is_think = entry.form == Entry.Form.THINK
    told = list(_think(sheet) if is_think else _exercise(sheet, me))
    intention = Intention.objects.filter(entry=entry).first()
    told.append(_section(_("One intention"), _intention_in_words(intention)))
    return [one for one in told if one["body"] or "picture" in one]


def _think(sheet: Sheet) -> Iterator[Section]:
    entry = sheet.entry
    story = [said(part) for part in sheet.case.story] if sheet.case else []
    if entry.title:
        yield _section(entry.title, "\n".join(story) or entry.title)
    for name, ask in think_asks(entry, timezone.localdate()).items():
        yield _section(ask, getattr(entry, name))
    for lens in sheet.lenses:
        yield _lens(words.lens_in_words(lens), lens)


def _exercise(sheet: Sheet, me: Person) -> Iterator[Section]:
    entry = sheet.entry
    asked = {row.key: row for row in queries.questions_of(me, today=timezone.localdate())}
    mirrored = next(place for place in asked["expect"].places if place.field == "mirrored")
    yield _section(said(asked["recent"].name), "\n".join(filter(None, (entry.title, entry.recent))))
    for lens in sheet.lenses:
        yield _lens(said(asked[lens.kind].name), lens)
    yield _section(said(asked["otherwise"].name), entry.otherwise)
    yield _section(said(asked["expect"].name), entry.expect)
    yield _section(said(mirrored), entry.mirrored)


def _section(heading: str, body: str, picture: Picture | None = None) -> Section:
    drawn = {"picture": asdict(on_paper(picture))} if picture else {}
    return {"heading": heading, "body": body, **drawn}


def _lens(heading: str, lens: LensSheet) -> Section:
    if not lens.is_written:
        return _section(heading, "")
    lines = LINES[lens.kind](lens)
    lines += [
        _("An opinion: %(words)s (%(source)s)")
        % {"words": said(one.said), "source": said(one.source)}
        for one in lens.opinions
    ]
    draw = DRAWN.get(lens.kind)
    return _section(heading, "\n".join(lines), draw(lens) if draw else None)


def _style(lens: LensSheet) -> list[str]:
    both = ((_("Promised"), lens.promised), (_("Seen"), lens.observed))
    told = [f"{label}: {said(row.name)}" for label, row in both if row]
    gap = words.gap_in_words(lens)
    return [*told, gap] if gap else told


def _attitude(lens: LensSheet) -> list[str]:
    return [f"{said(row.name)}: {moment}" for row, moment in lens.moments]


def _role(lens: LensSheet) -> list[str]:
    return [
        f"{label}: "
        + listed(f"{said(row.name)} {points.get(row.key, 0)}" for row in lens.quadrants)
        for label, points in ((_("Now"), lens.now), (_("Wanted"), lens.wanted))
        if points
    ]


def _phase(lens: LensSheet) -> list[str]:
    unclear = _("Fitted none of the list: %(number)s") % {"number": lens.nothing_fits}
    both = ((_("Which group"), lens.group), (_("Who came or left"), lens.change))
    told = [f"{label}: {text}" for label, text in both if text]
    if lens.shares:
        told.append(_("These are shares of what you saw. They are not a label for the group."))
    return (
        told + [said(row.name) for row in lens.signals] + ([unclear] if lens.nothing_fits else [])
    )


def _phase_drawn(lens: LensSheet) -> Picture | None:
    return words.ribbon_of(lens) if lens.shares else None


def _condition(lens: LensSheet) -> list[str]:
    answers = [
        f"{said(row.name)}: {_('yes') if answer else _('no')}"
        + ("" if answer else f". {words.advice(row)}")
        for row, answer in lens.answers
    ]
    return [*answers, _("Which styles can fit"), *(_fit(fit) for fit in lens.fits)]


def _fit(fit: Fit) -> str:
    missing = listed(said(row.name) for row in fit.missing)
    unseen = listed(said(row.name) for row in fit.open)
    told = [f"{said(fit.style.name)}."]
    if missing:
        told.append(f"{_('Missing:')} {missing}.")
    if unseen:
        told.append(f"{_('Nobody looked at this yet:')} {unseen}.")
    if not missing and not unseen:
        told.append(_("Nothing that it needs is missing."))
    return " ".join(told)


def _boundary(lens: LensSheet) -> list[str]:
    both = ((_("What was yours"), lens.mine), (_("What was not yours"), lens.not_mine))
    return [f"{label}: {text}" for label, text in both if text]


LINES: dict[str, Callable[[LensSheet], list[str]]] = {
    "style": _style,
    "attitude": _attitude,
    "role": _role,
    "phase": _phase,
    "condition": _condition,
    "boundary": _boundary,
}
DRAWN: dict[str, Callable[[LensSheet], Picture | None]] = {
    "style": words.wheel_of,
    "role": words.quinn_of,
    "phase": _phase_drawn,
}


def _intention_in_words(intention: Intention | None) -> str:
    if intention is None:
        return ""
    day = day_in_words(intention.due_on, timezone.localdate())
    return _("%(text)s (by %(day)s)") % {"text": intention.text, "day": day}
