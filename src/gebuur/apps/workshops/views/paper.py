"""The report in words and pictures that a template of paper can set."""

import datetime as dt
from dataclasses import asdict
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.workshops.models import Note
from gebuur.apps.workshops.queries import Chapter, Question, Report
from gebuur.apps.workshops.templatetags import workshops as words
from gebuur.core.charts import Table, on_paper
from gebuur.core.wording import day_in_words
from gebuur.domain import frames


def report_on_paper(report: Report, *, today: dt.date) -> dict[str, Any]:
    """Everything of a report, in the language that is on."""
    session = report.session
    opened = timezone.localdate(session.opened_at)
    endings = (
        (_("What we agreed"), [_agreement(note) for note in report.agreements]),
        (_("What we heard"), [{"text": note.text, "notes": []} for note in report.themes]),
        (_("What we looked back on"), [_agreement(note) for note in report.looked_back]),
    )
    return {
        "heading": session.title,
        "day": f"{day_in_words(opened, today)}, {session.neighbourhood.name}",
        "lead": words.people_words(session),
        "note": _("Without names. Answers are here when five or more people gave one."),
        "heard": _("What we heard"),
        "chapters": [_chapter(one) for one in report.chapters],
        "endings": [{"heading": heading, "items": items} for heading, items in endings if items],
    }


def _chapter(chapter: Chapter) -> dict[str, Any]:
    title = chapter.part.title
    return {
        "heading": title,
        "questions": [_question(one, title) for one in chapter.questions],
        "themes": [note.text for note in chapter.themes],
    }


def _question(question: Question, title: str) -> dict[str, Any]:
    scene, results = question.scene, question.results
    asked = words.asked(scene)
    picture = words.picture_of(scene, results)
    return {
        "heading": "" if asked == title or question.is_two_in_one else asked,
        "drawing": asdict(on_paper(picture, is_wide=True)) if picture else None,
        "table": _table(words.table_of(scene, results)),
        "groups": _groups(question),
        "notes": [*_too_few(question), *_light(question)],
    }


def _table(table: Table | None) -> dict[str, Any] | None:
    if table is None:
        return None
    return {"head": list(table.head), "rows": [list(row) for row in table.rows]}


def _groups(question: Question) -> list[dict[str, Any]]:
    scene, results = question.scene, question.results
    if scene.stage is not None and scene.stage.shape == frames.Shape.KEYED:
        heaps = words.grouped(scene, results)
    else:
        heaps = [("", results.visible)] if results.visible else []
    return [{"heading": label, "lines": [one.line for one in lines]} for label, lines in heaps]


def _too_few(question: Question) -> list[str]:
    if question.results.shown:
        return []
    number = question.results.answered
    return [
        ngettext(
            "%(number)s answer came in. From five on we show them together.",
            "%(number)s answers came in. From five on we show them together.",
            number,
        )
        % {"number": number}
    ]


def _light(question: Question) -> list[str]:
    part, stage = question.scene.part, question.scene.stage
    if part is None or stage is None or part.kind != frames.BlockKind.LIGHTS:
        return []
    if not question.results.shown:
        return []
    said = words.task_light(stage.key, question.scene.session)
    told = ". ".join(filter(None, (said["words"], said["why"])))
    return [_("Our catalogue: %(words)s") % {"words": told}]


def _agreement(note: Note) -> dict[str, Any]:
    lines = (words.who_and_when(note), words.what_came_of_it(note))
    return {"text": note.text, "notes": [line for line in lines if line]}
