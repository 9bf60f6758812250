"""What everybody may read: the rounds, where we are, and the frame on screen and on paper."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.frames import DigestForm
from gebuur.apps.budget.models import FrameVersion
from gebuur.apps.budget.permissions import is_authority
from gebuur.apps.budget.views.sheets import show_sheet
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import (
    PersonRequest,
    is_staff,
    person_of,
    person_page,
    place_of,
)
from gebuur.core.errors import NotForYou, RuleBroken


def round_list(request: HttpRequest) -> HttpResponse:
    """The neighbourhood budget: which rounds there are, and what waits for who signed in."""
    place, me, today = place_of(request), person_of(request), timezone.localdate()
    if place is None:
        raise NotForYou
    rounds = [
        (one, queries.calendar_of(one.frame, today), queries.is_counted(one.round))
        for one in queries.list_public_rounds(place)
    ]
    context = {
        "rounds": rounds,
        "to_sign": _to_sign(me),
        "works_here": is_staff(me) or is_authority(me),
    }
    return render(request, "budget/round_list.html", context)


def _to_sign(me: Person | None) -> list[Any]:
    """Versions that this neighbour may sign."""
    if me is None or me not in queries.list_signers(me.neighbourhood, timezone.localdate()):
        return []
    return [one for one in queries.list_pending_for(me) if one.neighbours_at is None]


def round_detail(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Where we are in the calendar, and what can be done now."""
    seen, today = queries.get_public_round(place_of(request), pk), timezone.localdate()
    context = {
        "seen": seen,
        "calendar": queries.calendar_of(seen.frame, today),
        "pot": queries.parts_of(seen.frame, today)[0],
        "takes_ideas": seen.frame.takes_ideas(today),
        "count": len(queries.list_ideas(seen.round)),
        "proposals": len(queries.list_handed_in(seen.round)),
        "voting": queries.voting_of(seen.round, seen.frame, today),
        "is_counted": queries.is_counted(seen.round),
        "works_here": is_staff(person_of(request)),
        "has_granted": queries.has_granted(seen.round),
    }
    return render(request, "budget/round_detail.html", context)


def frame_detail(request: HttpRequest, pk: uuid.UUID, number: int) -> HttpResponse:
    """The whole frame as both sides signed it, and what is different from the one before."""
    seen = queries.get_published_version(place_of(request), pk, number)
    today, before = timezone.localdate(), queries.version_before(seen.version)
    context = {
        "seen": seen,
        "parts": queries.parts_of(seen.frame, today),
        "changed": queries.differences(before, seen.frame, today) if before else [],
        "versions": seen.round.frames.filter(published_at__isnull=False),
    }
    return render(request, "budget/frame_detail.html", context)


def frame_pdf(request: HttpRequest, pk: uuid.UUID, number: int) -> HttpResponse:
    """The frame on paper, with a line for who still has to sign."""
    seen, today = _to_print(request, pk, number), timezone.localdate()
    signed = queries.signatures_of(seen.version, today)
    parts = [(part.heading, part.on_paper()) for part in queries.parts_of(seen.frame, today)]
    data = {
        "heading": seen.frame.title,
        "note": _("The frame, version %(number)d") % {"number": number},
        "day": seen.round.neighbourhood.name,
        "sections": [
            {"heading": heading, "body": body}
            for heading, body in [*parts, (_("Signed by both sides"), "\n".join(signed))]
        ],
    }
    return show_sheet("sections.typ", data, seen.frame.title)


def _to_print(request: HttpRequest, pk: uuid.UUID, number: int) -> queries.Published:
    """A published version; the desk and the authority also print one that still waits for signatures."""
    me = person_of(request)
    if me is not None and (is_staff(me) or is_authority(me)):
        return queries.get_version_for(me, pk, number)
    return queries.get_published_version(place_of(request), pk, number)


@person_page
def frame_sign(request: PersonRequest, pk: uuid.UUID) -> HttpResponse:
    """A street contact or a member of a group reads the frame and signs it for the neighbourhood."""
    today = timezone.localdate()
    version = queries.get_pending_for(request.me, pk, today)
    if request.method == "POST":
        form = DigestForm(request.POST)
        if form.is_valid() and _sign(request, version, form):
            return redirect("budget:round-list")
    else:
        form = DigestForm(initial={"digest": version.digest})
    frame = queries.read_frame(version.text)
    before = queries.version_before(version)
    context = {
        "version": version,
        "frame": frame,
        "form": form,
        "parts": queries.parts_of(frame, today),
        "changed": queries.differences(before, frame, today) if before else [],
    }
    return render(request, "budget/frame_sign.html", context)


def _sign(request: PersonRequest, version: FrameVersion, form: DigestForm) -> bool:
    digest = form.cleaned_data["digest"]
    try:
        actions.sign_for_neighbours(version, actor=request.me, digest=digest, now=timezone.now())
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return False
    return True
