"""Themes and agreements, and looking back on those of last time."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.workshops import actions, queries
from gebuur.apps.workshops.forms import AgreementForm, LookBackForm, ThemeForm
from gebuur.apps.workshops.models import Note
from gebuur.core.ids import as_uuid


@staff_page
@require_POST
def note_add(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Write down a theme of the question in hand, or an agreement of the room."""
    session = queries.get_session_for(request.me, pk)
    kind = Note.Kind.THEME if request.POST.get("kind") == "theme" else Note.Kind.AGREEMENT
    form = ThemeForm(request.POST) if kind == Note.Kind.THEME else AgreementForm(request.POST)
    if form.is_valid():
        part = queries.scene_of(session).part if kind == Note.Kind.THEME else None
        actions.add_note(session, actor=request.me, kind=kind, part=part, **form.cleaned_data)
    else:
        messages.error(request, str(next(iter(form.errors.values()))[0]))
    return redirect("workshops:session-detail", pk=session.pk)


@staff_page
@require_POST
def note_remove(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a theme or an agreement away."""
    note = queries.get_note_for(request.me, pk)
    actions.remove_note(note, actor=request.me)
    return redirect("workshops:session-detail", pk=note.session_id)


@staff_page
@require_POST
def note_look_back(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Say what came of an agreement of last time."""
    note = queries.get_note_for(request.me, pk)
    session = queries.get_session_for(request.me, as_uuid(request.POST.get("session", "")) or pk)
    form = LookBackForm(request.POST)
    if form.is_valid():
        actions.look_back_on(note, actor=request.me, **form.cleaned_data)
        messages.success(request, _("Kept."))
    else:
        messages.error(request, str(next(iter(form.errors.values()))[0]))
    return redirect("workshops:session-detail", pk=session.pk)
