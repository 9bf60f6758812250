"""Running a session: opening the room, the screen for the room, the remote in the facilitator's hand."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.workshops import actions, queries
from gebuur.apps.workshops.forms import (
    AgreementForm,
    LookBackForm,
    NoteForm,
    ThemeForm,
    heading_of,
    or_wrong,
    stage_label,
)
from gebuur.apps.workshops.models import Session
from gebuur.core import live
from gebuur.core.ids import as_uuid
from gebuur.core.qr import square


@staff_page
@require_POST
def session_move(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Go to the next question, to the one before, or to a block."""
    session = queries.get_session_for(request.me, pk)
    if _went_on(request, session):
        return _back(request, session)
    scene = queries.scene_of(session)
    to = request.POST.get("to", "next")
    places = {"next": queries.place_after(scene), "back": queries.place_before(scene)}
    place = places.get(to) or _part_place(session, to)
    if place is not None:
        actions.move(session, *place, actor=request.me, now=timezone.now())
    return _back(request, session)


@staff_page
@require_POST
def session_close(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Close the question in hand and show what came in."""
    session = queries.get_session_for(request.me, pk)
    if not _went_on(request, session):
        actions.close_stage(session, actor=request.me)
    return _back(request, session)


@staff_page
@require_POST
def session_pause(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Put a quiet screen up, or take it away."""
    session = queries.get_session_for(request.me, pk)
    wanted = request.POST.get("paused", "0" if session.is_paused else "1")
    actions.set_paused(session, is_paused=wanted == "1", actor=request.me)
    return _back(request, session)


@staff_page
@require_POST
def session_hide(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Take one line off the screen, or put it back."""
    session = queries.get_session_for(request.me, pk)
    pool = queries.get_pool_for(session, as_uuid(request.POST.get("pool", "")))
    line, is_hidden = request.POST.get("line", ""), request.POST.get("hide") == "1"
    actions.set_hidden(pool, line, is_hidden=is_hidden, actor=request.me)
    return redirect(page_of(session, f"question-{pool.pk}"))


@staff_page
def session_end(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask once more, then end the session."""
    session = queries.get_session_for(request.me, pk)
    if request.method == "POST":
        actions.end_session(session, actor=request.me, now=timezone.now())
        messages.success(request, _("The workshop has ended. Here is the report."))
        return redirect("workshops:session-report", pk=session.pk)
    return render(request, "workshops/session_end.html", {"session": session, "here": "learn"})


@staff_page
@never_cache
@require_GET
def session_screen(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """What the room sees, in the language of the workshop."""
    session = queries.get_session_for(request.me, pk)
    with translation.override(session.language):
        context = scene_context(session) | {"here": "screen"}
        return render(request, "workshops/session_screen.html", context)


@staff_page
@never_cache
@require_GET
def session_detail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The remote: what is in hand, what comes next, every line with a way to hide it, themes and agreements."""
    session = queries.get_session_for(request.me, pk)
    if session.closed_at is not None:
        return redirect("workshops:session-report", pk=session.pk)
    return show_remote(request, session)


def show_remote(
    request: StaffRequest, session: Session, form: NoteForm | LookBackForm | None = None
) -> HttpResponse:
    """The page of the remote; `form` is one on it that still needs attention."""
    looks = [LookBackForm(note=note) for note in queries.agreements_before(session)]
    context = scene_context(session) | {
        "theme_form": or_wrong(ThemeForm(), form),
        "agreement_form": or_wrong(AgreementForm(), form),
        "notes": session.notes.order_by("pk"),
        "looks": [or_wrong(one, form) for one in looks],
        "here": "learn",
    }
    status = 422 if form else None
    return render(request, "workshops/session_detail.html", context, status=status)


def scene_context(session: Session) -> dict[str, Any]:
    """What the screen and the remote both show."""
    scene = queries.scene_of(session)
    organisation, today = session.neighbourhood.organisation, timezone.localdate()
    part, stage = scene.part, scene.stage
    address = settings.SITE_ADDRESS + reverse("workshops:join")
    door = settings.SITE_ADDRESS + reverse("workshops:door", args=[queries.door_of(session)])
    return {
        "scene": scene,
        "session": session,
        "heading": heading_of(part, stage, organisation, today=today).words
        if part and stage
        else "",
        "stages": [
            (stage_label(part, one, number), one == stage)
            for number, one in enumerate(scene.stages, start=1)
        ]
        if part and len(scene.stages) > 1
        else [],
        "results": queries.results_of(scene.pool, stage) if stage else None,
        "parts": session.parts.all(),
        "after": queries.place_after(scene),
        "is_first": queries.place_before(scene) is None,
        "join_address": address.partition("//")[2],
        "door_address": door,
        "square": square(door) if session.closed_at is None else None,
        "stream": live.stream_address(str(session.pk)),
    }


def _went_on(request: StaffRequest, session: Session) -> bool:
    """Whether the button was pressed on a page of an earlier question: twice, or by two colleagues at once."""
    return request.POST.get("at", session.place) != session.place


def _part_place(session: Session, to: str) -> tuple[int, int] | None:
    pk = as_uuid(to)
    part = session.parts.filter(pk=pk).first() if pk else None
    return (part.position, 0) if part else None


def page_of(session: Session, place: str = "") -> str:
    """The page of a session: the remote while it runs, the report afterwards."""
    name = "session-detail" if session.closed_at is None else "session-report"
    address = reverse(f"workshops:{name}", args=[session.pk])
    return f"{address}#{place}" if place else address


def _back(request: StaffRequest, session: Session) -> HttpResponse:
    """To where the button was pressed: the screen, or the remote."""
    name = "session-screen" if request.POST.get("from") == "screen" else "session-detail"
    return redirect(f"workshops:{name}", pk=session.pk)
