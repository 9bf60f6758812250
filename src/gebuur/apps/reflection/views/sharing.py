"""Letting somebody read, taking it back, taking it along."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.reflection import actions, queries
from gebuur.apps.reflection.models import Entry, Intention
from gebuur.core import pdf
from gebuur.core.ids import as_uuid
from gebuur.core.wording import day_in_words


@staff_page
@require_POST
def entry_share(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Let one colleague read it."""
    entry = queries.get_entry_for(request.me, pk)
    chosen, today = as_uuid(request.POST.get("reader", "")), timezone.localdate()
    reader = queries.get_colleague_for(request.me, chosen, today=today)
    if reader is None:
        messages.error(request, _("Choose somebody who works in your organisation."))
    else:
        actions.share_entry(entry, reader, actor=request.me, now=timezone.now())
        messages.success(request, _("%(name)s can read this now.") % {"name": reader.first_name})
    return redirect("reflection:entry-detail", pk=pk)


@staff_page
@require_POST
def share_withdraw(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Take it back."""
    share = queries.get_share_for(request.me, pk)
    actions.withdraw_share(share.entry, share, actor=request.me, now=timezone.now())
    messages.success(request, _("Taken back. Only you can read it."))
    return redirect("reflection:entry-detail", pk=share.entry_id)


@staff_page
@require_GET
def entry_file(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Everything of one reflection as a file."""
    entry = queries.get_entry_for(request.me, pk)
    answer = JsonResponse(_as_data(entry), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="reflection-{entry.on}.json"'
    return answer


@staff_page
@require_GET
def entry_pdf(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The same on paper."""
    entry = queries.get_entry_for(request.me, pk)
    language = translation.get_language() or "nl"
    heading = _("Reflection")
    data = {
        "heading": heading,
        "day": day_in_words(entry.on, timezone.localdate()),
        "note": _("Private. Only who you give it to reads it."),
        "sections": _sections(entry, request.me),
    }
    sheet = pdf.render("sections.typ", data, language=language, title=heading)
    answer = HttpResponse(sheet, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="reflection-{entry.on}.pdf"'
    return answer


def _as_data(entry: Entry) -> dict[str, Any]:
    intention = Intention.objects.filter(entry=entry).first()
    texts = ("title", "recent", "otherwise", "expect", "mirrored")
    return {
        "on": entry.on.isoformat(),
        **{name: getattr(entry, name) for name in texts},
        "moments": queries.loaded(entry.moments),
        "styles": queries.loaded(entry.styles),
        "intention": intention
        and {
            "text": intention.text,
            "due_on": intention.due_on.isoformat(),
            "outcome": intention.outcome,
            "happened": intention.happened,
            "residents_said": intention.residents_said,
        },
    }


def _sections(entry: Entry, me: Person) -> list[dict[str, str]]:
    today = timezone.localdate()
    sheet = queries.open_sheet(entry, me, today=today)
    asked = {row.key: row for row in queries.questions_of(me, today=today)}
    mirrored = next(place for place in asked["expect"].places if place.field == "mirrored")
    moments = "\n".join(f"{said(row.name)}: {moment}" for row, moment in sheet.moments)
    styles = "\n".join(
        f"{label}: {said(row.name)}"
        for label, row in ((_("Promised"), sheet.promised), (_("Seen"), sheet.observed))
        if row
    )
    intention = Intention.objects.filter(entry=entry).first()
    told = [
        (said(asked["recent"].name), "\n".join(filter(None, (entry.title, entry.recent)))),
        (said(asked["attitude"].name), moments),
        (said(asked["style"].name), styles),
        (said(asked["otherwise"].name), entry.otherwise),
        (said(asked["expect"].name), entry.expect),
        (said(mirrored), entry.mirrored),
        (_("One intention"), _intention_in_words(intention)),
    ]
    return [{"heading": heading, "body": body} for heading, body in told if body]


def _intention_in_words(intention: Intention | None) -> str:
    if intention is None:
        return ""
    day = day_in_words(intention.due_on, timezone.localdate())
    return _("%(text)s (by %(day)s)") % {"text": intention.text, "day": day}
