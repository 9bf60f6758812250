"""What neighbours said, on paper: the same sentences and pictures as on the screen."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.reflection.queries import voice as queries
from gebuur.apps.reflection.templatetags import voice as words
from gebuur.core import pdf
from gebuur.core.charts import on_paper
from gebuur.core.wording import day_in_words


@staff_page
@require_GET
def voice_pdf(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The outcome of a round as a file to print."""
    one = queries.get_activity_for(request.me, pk)
    today = timezone.localdate()
    results = queries.results_for(request.me, one, today=today)
    language = translation.get_language() or "nl"
    data = {
        "place": f"Gebuur, {one.neighbourhood.name}",
        "heading": one.title,
        "day": day_in_words(one.on, today),
        "counts": " ".join(filter(None, (words.arrived_words(results), words.hidden_words(results)))),
        "heard": words.heard_words(results),
        "promise": words.promise_words(results),
        "note": _("This says something about the activity. It never counts in how somebody is appraised."),
        "parts": [_part(one, results) for one in results.findings] if results.seen else [],
        "lines_heading": _("What else neighbours wrote"),
        "lines": [line.words for line in results.lines],
        "hidden": words.hidden_lines(results),
    }  # fmt: skip
    sheet = pdf.render("voice_report.typ", data, language=language, title=one.title)
    answer = HttpResponse(sheet, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="neighbours-{one.on}.pdf"'
    return answer


def _part(finding: queries.Finding, results: queries.Results) -> dict[str, Any]:
    """One question: what was found, the picture, and the same as a table."""
    picture = words.bars_of(finding, results)
    table = words.table_of(finding, results)
    return {
        "question": words.asked(finding),
        "finding": words.finding_words(finding),
        "own": words.own_words(finding, results),
        "picture": on_paper(picture, is_wide=True).svg,
        "alt": f"{words.asked(finding)} {words.finding_words(finding)}",
        "head": list(table.head),
        "rows": [list(row) for row in table.rows],
    }
