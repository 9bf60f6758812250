"""The frames: staff read them, coordinators say them in the words of their house."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from gebuur.apps.framing import actions, queries
from gebuur.apps.framing.forms import FIELDS, RewordForm
from gebuur.apps.framing.queries import FrameRow
from gebuur.apps.framing.templatetags.framing import quinn, quinn_table, wheel, wheel_table
from gebuur.apps.neighbourhood.permissions import (
    StaffRequest,
    coordinator_page,
    is_coordinator,
    staff_page,
)
from gebuur.core.charts import Picture, Table
from gebuur.core.errors import RuleBroken
from gebuur.domain import frames

KINDS = {
    "styles": gettext_lazy("Guidance styles"),
    "conditions": gettext_lazy("Conditions"),
    "axes": gettext_lazy("Axes"),
    "quadrants": gettext_lazy("Quadrants"),
    "roles": gettext_lazy("Roles"),
    "phases": gettext_lazy("Phases"),
    "signals": gettext_lazy("Signals"),
    "attitudes": gettext_lazy("Attitudes"),
    "exercise": gettext_lazy("Reflection exercise"),
    "cases": gettext_lazy("Cases"),
    "actors": gettext_lazy("Informal actors"),
}


@staff_page
@require_GET
def frame_list(request: StaffRequest) -> HttpResponse:
    """One kind of frame, with where it comes from and how sure that is."""
    kind = request.GET.get("kind", "styles")
    frame = partial(queries.list_frames, request.place.organisation, today=timezone.localdate())
    rows = frame(kind)
    context = {
        "rows": rows,
        "shown": _as_picture(kind, frame),
        "kind": kind,
        "kinds": KINDS,
        "heading": KINDS[kind],
        "fields": FIELDS,
        "may_edit": is_coordinator(request.me),
        "here": "learn",
    }
    return render(request, "framing/frame_list.html", context)


def _as_picture(kind: str, frame: Callable[[str], list[FrameRow]]) -> tuple[Picture, Table] | None:
    """The picture of a kind that has one, with the same as a table."""
    if kind == "styles":
        styles = frame(kind)
        return wheel(styles, is_linked=True), wheel_table(styles)
    if kind in {"axes", "quadrants", "roles"}:
        quadrants, roles = frame("quadrants"), frame("roles")
        field = quinn(quadrants, roles, now={}, wanted={}, axes=frame("axes"))
        return field, quinn_table(quadrants, roles, now={}, wanted={})
    return None


@staff_page
@require_GET
def source_list(request: StaffRequest) -> HttpResponse:
    """Where all frames come from, what we have seen of it, and when it must be looked at again."""
    context = {
        "sources": frames.SOURCES,
        "today": timezone.localdate(),
        "kinds": KINDS,
        "kind": "sources",
        "here": "learn",
    }
    return render(request, "framing/source_list.html", context)


@coordinator_page
def frame_edit(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Say one frame in other words."""
    organisation = request.place.organisation
    row = queries.get_frame_for(organisation, kind, key, today=timezone.localdate())
    if request.method == "POST":
        form = RewordForm(row, request.POST)
        if form.is_valid():
            try:
                actions.reword(row, form.words(), actor=request.me, now=timezone.now())
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("We kept your words."))
                return redirect(f"{reverse('framing:frame-list')}?kind={kind}")
    else:
        form = RewordForm(row)
    history = queries.list_history(organisation, row)
    context = {"row": row, "form": form, "history": history, "here": "learn"}
    return render(request, "framing/frame_edit.html", context)


@coordinator_page
def frame_reset(request: StaffRequest, kind: str, key: str) -> HttpResponse:
    """Ask once more before the words of Gebuur come back."""
    organisation = request.place.organisation
    row = queries.get_frame_for(organisation, kind, key, today=timezone.localdate())
    if request.method == "POST":
        actions.back_to_default(row, actor=request.me, now=timezone.now())
        messages.success(request, _("The words of Gebuur are back."))
        return redirect(f"{reverse('framing:frame-list')}?kind={kind}")
    return render(request, "framing/frame_reset.html", {"row": row, "here": "learn"})
