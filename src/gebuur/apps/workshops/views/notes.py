"""Themes and agreements, and looking back on those of last time: beside the remote, and in the report afterwards."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.workshops import actions, queries
from gebuur.apps.workshops.forms import AgreementForm, LookBackForm, NoteForm, ThemeForm
from gebuur.apps.workshops.models import Note, Session
from gebuur.apps.workshops.views.report import show_report
from gebuur.apps.workshops.views.sessions import page_of, show_remote
from gebuur.core.ids import as_uuid
from gebuur.core.presses import once


@staff_page
@require_POST
@once
def note_add(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Write down a theme of a question, or an agreement of the room."""
    session = queries.get_session_for(request.me, pk)
    kind, part = request.POST.get("kind", ""), None
    if kind == Note.Kind.THEME:
        part = queries.part_of_theme(session, as_uuid(request.POST.get("part", "")))
        about = part.pk if part and session.closed_at else None
        form: NoteForm = ThemeForm(request.POST, about=about)
    else:
        kind, form = Note.Kind.AGREEMENT, AgreementForm(request.POST)
    if not form.is_valid():
        return _once_more(request, session, form)
    actions.add_note(session, actor=request.me, kind=kind, part=part, **form.cleaned_data)
    return redirect(page_of(session, form.place))


@staff_page
def note_edit(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Say a theme or an agreement better."""
    note = queries.get_note_for(request.me, pk)
    kind = ThemeForm if note.kind == Note.Kind.THEME else AgreementForm
    if request.method == "POST":
        form = kind(request.POST)
        if form.is_valid():
            actions.edit_note(note, actor=request.me, **form.cleaned_data)
            return redirect(page_of(note.session, place_of(note)))
    else:
        old = {"text": note.text, "by_whom": note.by_whom, "due_on": note.due_on}
        form = kind(initial=old)
    back = page_of(note.session, place_of(note))
    context = {"note": note, "form": form, "back": back, "here": "learn"}
    return render(request, "workshops/note_edit.html", context)


@staff_page
@require_POST
def note_remove(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a theme or an agreement away."""
    note = queries.get_note_for(request.me, pk)
    back = page_of(note.session, place_of(note))
    actions.remove_note(note, actor=request.me)
    return redirect(back)


@staff_page
@require_POST
def note_look_back(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Say what came of an agreement: in the workshop that goes on from it, or in the report itself."""
    note = queries.get_agreement_for(request.me, pk)
    chosen = as_uuid(request.POST.get("session", "")) or note.session_id
    session = queries.get_session_for(request.me, chosen)
    form = LookBackForm(request.POST, note=note)
    if not form.is_valid():
        return _once_more(request, session, form)
    actions.look_back_on(note, actor=request.me, **form.cleaned_data)
    messages.success(request, _("Kept."))
    return redirect(page_of(session, f"note-{note.pk}"))


def place_of(note: Note) -> str:
    """Where on the page a note stands."""
    return f"part-{note.part_id}" if note.part_id else "notes"


def _once_more(
    request: StaffRequest, session: Session, form: NoteForm | LookBackForm
) -> HttpResponse:
    """The page the form stood on, with what was typed."""
    show = show_remote if session.closed_at is None else show_report
    return show(request, session, form)
