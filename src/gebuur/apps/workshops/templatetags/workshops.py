"""Showing a workshop: its results as pictures and lines, its stories, its lights."""

import datetime as dt
from collections.abc import Iterable

from django import template
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from gebuur.apps.boundaries.queries import in_language
from gebuur.apps.framing.queries import FrameRow, list_frames
from gebuur.apps.framing.templatetags.framing import (
    RibbonMoment,
    quinn,
    quinn_table,
    ribbon,
    said_marked,
    wheel_votes,
    wheel_votes_table,
)
from gebuur.apps.workshops.forms.labels import (
    LIGHTS,
    OUTCOMES,
    SHORT_LIGHTS,
    Label,
    heading_of,
    labels_of,
    rows_of,
)
from gebuur.apps.workshops.models import Note, Part, Session
from gebuur.apps.workshops.queries import Results, Scene, results_of
from gebuur.apps.workshops.queries.results import Said
from gebuur.core.charts import Bar, Picture, Table, draw_bars
from gebuur.core.charts import Part as Piece
from gebuur.core.filters import daydate
from gebuur.core.wording import in_its_language, listed
from gebuur.domain import frames

register = template.Library()
Kind, Shape = frames.BlockKind, frames.Shape
SECONDS_A_MINUTE = 60


@register.simple_tag
def picture_of(scene: Scene, results: Results) -> Picture | None:
    """The answers of one question as a picture; lines of text have none."""
    part, stage = scene.part, scene.stage
    if part is None or stage is None or not results.shown:
        return None
    name = f"q-{scene.pool.pk.hex if scene.pool else part.pk.hex}"
    if part.kind == Kind.WHEEL:
        return wheel_votes(_rows(scene), results.counts, name=name)
    if part.kind == Kind.SIGNALS:
        return ribbon(_frames(scene, "phases"), [_moment(scene, results)], name=name)
    if part.kind == Kind.DIVIDE:
        now, wanted = _both(part)
        rows, roles = _rows(scene), _frames(scene, "roles")
        return quinn(rows, roles, now=now, wanted=wanted, axes=_frames(scene, "axes"), name=name)
    return _bars(scene, results, name) if stage.shape == Shape.CHOICE else None


@register.simple_tag
def table_of(scene: Scene, results: Results) -> Table | None:
    """The same figures as a table."""
    part, stage = scene.part, scene.stage
    if part is None or stage is None or not results.shown:
        return None
    if part.kind == Kind.WHEEL:
        return wheel_votes_table(_rows(scene), results.counts)
    if part.kind == Kind.DIVIDE:
        now, wanted = _both(part)
        return quinn_table(_rows(scene), _frames(scene, "roles"), now=now, wanted=wanted)
    if stage.shape in {Shape.CHOICE, Shape.TICKS}:
        labels = _labels(scene)
        rows = [(labels[key].marked, str(results.counts[key])) for key in stage.keys]
        if stage.shape == Shape.TICKS:
            rows.append((_("I saw something else"), str(results.nothing_fits)))
        return Table(
            in_its_language(part.title, scene.session.language), (_("Answer"), _("How often")), rows
        )
    return None


@register.filter
def grouped(scene: Scene, results: Results) -> list[tuple[str, list[Said]]]:
    """The lines under what they were said about; what nobody chose is left out."""
    labels = _labels(scene)
    heaps = [
        (labels[key].marked, [one for one in results.visible if one.key == key])
        for key in (scene.stage.keys if scene.stage else ())
    ]
    return [(label, lines) for label, lines in heaps if lines]


@register.filter
def time_left(scene: Scene) -> str:
    """How long the part may still take, in whole minutes."""
    left = (scene.until - timezone.now()).total_seconds()
    minutes = max(0, -(-int(left) // SECONDS_A_MINUTE))
    if not minutes:
        return _("time is up")
    return ngettext("%(count)s minute left", "%(count)s minutes left", minutes) % {"count": minutes}


@register.filter
def in_two(code: str) -> str:
    """A code in two halves, to read aloud."""
    middle = len(code) // 2
    return f"{code[:middle]} {code[middle:]}"


@register.filter
def asked(scene: Scene) -> str:
    """The question itself, in words."""
    if scene.part is None or scene.stage is None:
        return ""
    organisation = scene.session.neighbourhood.organisation
    return heading_of(scene.part, scene.stage, organisation, today=_today()).words


@register.filter
def people_words(session: Session) -> str:
    """`14 people were in the room.`"""
    return ngettext(
        "%(count)s person was in the room.", "%(count)s people were in the room.", session.people
    ) % {"count": session.people}


@register.filter
def who_and_when(note: Note) -> str:
    """Who does what was agreed, and by when, as far as it was said."""
    day = _("by %(day)s") % {"day": daydate(note.due_on)} if note.due_on else ""
    return listed(filter(None, (note.by_whom, day)))


@register.filter
def what_came_of_it(note: Note) -> str:
    """`Done: the bench stands there`; or that nobody looked back yet."""
    if not note.outcome:
        return _("Nobody looked back on this yet.")
    return ": ".join(filter(None, (outcome_words(note.outcome), note.happened)))


@register.filter
def outcome_words(outcome: str) -> str:
    return str(OUTCOMES.get(outcome, ""))


@register.simple_tag
def agreements_of(session: Session) -> list[Note]:
    """What was agreed in a session."""
    return [note for note in session.notes.all() if note.kind == Note.Kind.AGREEMENT]


@register.inclusion_tag("workshops/_story.html")
def case_story(part: Part, session: Session) -> dict[str, Iterable[str]]:
    """The story of the case, as the organisation tells it."""
    rows = list_frames(session.neighbourhood.organisation, "cases", today=timezone.localdate())
    row = next((row for row in rows if row.key in part.picks), None)
    return {
        "story": [said_marked(place) for place in row.places if place.field == "story"]
        if row
        else []
    }


@register.inclusion_tag("workshops/_sources.html")
def sources() -> dict[str, Iterable[frames.Source]]:
    """Where everything comes from."""
    return {"sources": frames.SOURCES}


@register.inclusion_tag("workshops/_task_light.html")
def task_light(key: str, session: Session) -> dict[str, str]:
    """What the catalogue of the organisation says of a task, once the room has chosen."""
    task = session.neighbourhood.organisation.tasks.filter(key=key).first()
    known = frames.task(key)
    language = get_language() or "nl"
    light = task.light if task else str(known.light)
    words = known.refusal or known.limit
    why = words.in_language(language) if words else ""
    if task and (task.refusal or task.limit):
        own = task.refusal or task.limit
        why = in_its_language(in_language(own, language), language if own.get(language) else "nl")
    return {"light": light, "words": str(LIGHTS[light]), "why": why}


def _rows(scene: Scene) -> list[FrameRow]:
    if scene.part is None:
        return []
    return rows_of(scene.part, scene.session.neighbourhood.organisation, today=_today())


def _frames(scene: Scene, kind: str) -> list[FrameRow]:
    return list_frames(scene.session.neighbourhood.organisation, kind, today=_today())


def _labels(scene: Scene) -> dict[str, Label]:
    if scene.part is None or scene.stage is None:
        return {}
    organisation = scene.session.neighbourhood.organisation
    return labels_of(scene.part, scene.stage, organisation, today=_today())


def _moment(scene: Scene, results: Results) -> RibbonMoment:
    day = timezone.localdate(scene.session.opened_at)
    return RibbonMoment(f"{day.day}/{day.month}", results.shares)


def _both(part: Part) -> tuple[dict[str, float], dict[str, float]]:
    """The averages of now and of wanted, each as far as it may be shown."""
    stages = frames.stages_of(Kind(part.kind), part.picks)
    pools = {pool.stage: pool for pool in part.pools.all()}
    now, wanted = (results_of(pools.get(stage.key), stage).means for stage in stages)
    return now, wanted


def _bars(scene: Scene, results: Results, name: str) -> Picture:
    labels = {key: one.words for key, one in _labels(scene).items()}
    if scene.part and scene.part.kind == Kind.LIGHTS:
        labels = {key: str(words) for key, words in SHORT_LIGHTS.items()}
    most = max(results.counts, key=results.counts.__getitem__)
    title = _("%(count)s of %(all)s say: %(answer)s") % {
        "count": results.counts[most],
        "all": results.shown,
        "answer": labels[most],
    }
    rows = [Bar(labels[key], [Piece(count, str(count))]) for key, count in results.counts.items()]
    return draw_bars(name, title=title, desc=_("How often each answer was given."), rows=rows)


def _today() -> dt.date:
    return timezone.localdate()
