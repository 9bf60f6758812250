"""A sheet of paper as the answer to a request: shown in the browser, ready to print."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpResponse
from django.utils.translation import get_language

from gebuur.apps.budget import queries
from gebuur.apps.budget.models import Proposal
from gebuur.core import pdf


def show_sheet(template: str, data: Mapping[str, Any], title: str) -> HttpResponse:
    """Set a template in the language of the reader."""
    sheet = pdf.render(template, data, language=get_language() or "nl", title=title)
    headers = {"Content-Disposition": 'inline; filename="gebuur.pdf"'}
    return HttpResponse(sheet, content_type="application/pdf", headers=headers)


def show_parts(
    heading: str, proposal: Proposal, parts: Iterable[queries.Part], note: str = ""
) -> HttpResponse:
    """Headings with sentences, about a proposal."""
    data = {
        "heading": heading,
        "note": note or proposal.title,
        "day": proposal.round.neighbourhood.name,
        "sections": [{"heading": part.heading, "body": part.on_paper()} for part in parts],
    }
    return show_sheet("sections.typ", data, heading)
