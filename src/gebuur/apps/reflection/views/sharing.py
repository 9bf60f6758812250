"""Letting somebody read, taking it back, taking it along."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.reflection import actions, queries
from gebuur.apps.reflection.models import Entry, Intention
from gebuur.apps.reflection.views.on_paper import sections_of
from gebuur.core import pdf
from gebuur.core.ids import as_uuid
from gebuur.core.wording import day_in_words

TEXTS = ("recent", "otherwise", "expect", "mirrored")


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
        "note": _("Private. Only people you give it to can read it."),
        "sections": sections_of(entry, request.me),
    }
    sheet = pdf.render("sections.typ", data, language=language, title=heading)
    answer = HttpResponse(sheet, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="reflection-{entry.on}.pdf"'
    return answer


def _as_data(entry: Entry) -> dict[str, Any]:
    intention = Intention.objects.filter(entry=entry).first()
    is_think = entry.form == Entry.Form.THINK
    texts = ("think", "do", "want", "feel") if is_think else TEXTS
    lenses = queries.words_by_lens(entry)
    return {
        "on": entry.on.isoformat(),
        "form": entry.form,
        "case": entry.case,
        "title": entry.title,
        **{name: getattr(entry, name) for name in texts},
        **(
            {"lenses": lenses}
            if is_think
            else {"moments": lenses["attitude"], "styles": lenses["style"]}
        ),
        "intention": intention
        and {
            "text": intention.text,
            "due_on": intention.due_on.isoformat(),
            "outcome": intention.outcome,
            "happened": intention.happened,
            "residents_said": intention.residents_said,
        },
    }
