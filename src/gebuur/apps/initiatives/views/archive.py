"""Taking everything along, and deleting it afterwards."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.permissions import MemberRequest, can_look_back, member_page
from gebuur.core.errors import NotForYou, RuleBroken


@member_page
@require_GET
def archive(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """What is in the archive, the file itself, and how everything is deleted."""
    context = {
        "tab": "now",
        "closing": queries.get_closing(request.initiative),
        "has_voice": request.seat.member.has_voice,
        "today": timezone.localdate(),
    }
    return render(request, "initiatives/archive.html", context)


@member_page
@require_GET
def archive_file(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Everything of the group as one file."""
    answer = HttpResponse(queries.archive_zip(request.initiative), content_type="application/zip")
    name = slugify(request.initiative.title) or "gebuur"
    answer["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    answer["Cache-Control"] = "no-store"
    return answer


@member_page
def wipe(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask to delete everything, say no to it, or do it when its day has come."""
    seat, now = request.seat, timezone.now()
    if not can_look_back(seat) or not seat.member.has_voice:
        raise NotForYou
    if request.method == "POST":
        step = request.POST.get("step", "")
        try:
            if step == "now":
                actions.wipe(actor=seat, now=now)
                messages.success(request, _("Everything of the group is deleted."))
                return redirect("initiatives:initiative-list")
            if step == "keep":
                actions.keep_everything(actor=seat, now=now)
                messages.success(request, _("Everything stays."))
            elif step == "ask":
                actions.ask_to_wipe(actor=seat, now=now)
                messages.success(request, _("Everybody in the group hears it."))
        except RuleBroken as broken:
            messages.error(request, str(broken))
        return redirect("initiatives:archive", pk)
    context = {
        "tab": "now",
        "closing": queries.get_closing(request.initiative),
        "today": timezone.localdate(),
    }
    return render(request, "initiatives/wipe.html", context)
