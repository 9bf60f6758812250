"""The report of a session that ended: as a page, on paper, and gone for good."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.workshops import actions, queries
from gebuur.apps.workshops.forms import AgreementForm, LookBackForm, NoteForm, ThemeForm, or_wrong
from gebuur.apps.workshops.models import Session
from gebuur.apps.workshops.views.paper import report_on_paper
from gebuur.core import pdf

A_PAGE = 20
WRONG = 422


@staff_page
@require_GET
def session_list(request: StaffRequest) -> HttpResponse:
    """Every workshop that was given here, the newest first."""
    pages = Paginator(queries.list_reports(request.me), A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    return render(request, "workshops/session_list.html", {"page": page, "here": "learn"})


@staff_page
@never_cache
@require_GET
def session_report(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """What the room said and agreed; a session that still runs has its remote instead."""
    session = queries.get_session_for(request.me, pk)
    if session.closed_at is None:
        return redirect("workshops:session-detail", pk=session.pk)
    return show_report(request, session)


@staff_page
@require_GET
def session_pdf(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The same on paper, in the language of the workshop."""
    session = queries.get_session_for(request.me, pk)
    if session.closed_at is None:
        return redirect("workshops:session-detail", pk=session.pk)
    with translation.override(session.language):
        data = report_on_paper(queries.report_of(session), today=timezone.localdate())
        sheet = pdf.render("report.typ", data, language=session.language, title=session.title)
    answer = HttpResponse(sheet, content_type="application/pdf")
    day = timezone.localdate(session.opened_at)
    answer["Content-Disposition"] = f'inline; filename="workshop-{day}.pdf"'
    return answer


@staff_page
def session_delete(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask once more, then delete the session with everything that was said in it."""
    session = queries.get_session_for(request.me, pk)
    if session.closed_at is None:
        return redirect("workshops:session-detail", pk=session.pk)
    if request.method == "POST":
        actions.delete_session(session, actor=request.me)
        messages.success(request, _("The report is deleted."))
        return redirect("workshops:workshop-list")
    context = {"session": session, "here": "learn"}
    return render(request, "workshops/session_delete.html", context)


def show_report(
    request: StaffRequest, session: Session, form: NoteForm | LookBackForm | None = None
) -> HttpResponse:
    """The page of the report; `form` is one on it that still needs attention."""
    report = queries.report_of(session)
    theme_forms = [ThemeForm(about=chapter.part.pk) for chapter in report.chapters]
    context = {
        "session": session,
        "report": report,
        "chapters": [
            (chapter, or_wrong(empty, form))
            for chapter, empty in zip(report.chapters, theme_forms, strict=True)
        ],
        "theme_form": or_wrong(ThemeForm(), form),
        "agreement_form": or_wrong(AgreementForm(), form),
        "agreements": [(note, or_wrong(LookBackForm(note=note), form)) for note in report.agreements],
        "here": "learn",
    }  # fmt: skip
    status = WRONG if form else None
    return render(request, "workshops/session_report.html", context, status=status)
