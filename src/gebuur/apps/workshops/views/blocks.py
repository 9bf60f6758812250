"""The blocks of an agenda: add, change, move, copy, take out."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.workshops import actions
from gebuur.apps.workshops.forms import KINDS, form_of
from gebuur.apps.workshops.models import Workshop
from gebuur.apps.workshops.queries import agenda, drafts
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import once

STEPS = {"up": -1, "down": 1}


@staff_page
@once
def block_new(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Choose a kind first, then fill it in."""
    workshop = agenda.get_workshop_for(request.me, pk)
    kind = request.GET.get("kind", "")
    if kind not in KINDS:
        context = {"workshop": workshop, "kinds": KINDS, "here": "learn"}
        return render(request, "workshops/block_choose.html", context)
    draft = drafts.draft_new(workshop, kind)
    if request.method == "POST":
        form = form_of(kind)(draft, request.POST)
        if form.is_valid():
            place = form.cleaned_data["place"]
            try:
                actions.add_block(workshop, form.written(), actor=request.me, place=place)
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("The block is in the agenda."))
                return redirect("workshops:workshop-detail", workshop.pk)
    else:
        form = form_of(kind)(draft)
    context = {"workshop": workshop, "form": form, "kind": KINDS[kind], "here": "learn"}
    return render(request, "workshops/block_new.html", context)


@staff_page
def block_edit(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Change what a block says, how long it takes, or where it stands."""
    block = agenda.get_block_for(request.me, pk)
    draft = drafts.draft_of(block)
    if request.method == "POST":
        form = form_of(block.kind)(draft, request.POST)
        if form.is_valid():
            place = form.cleaned_data["place"]
            try:
                actions.edit_block(block, form.written(), actor=request.me, place=place)
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                return redirect("workshops:workshop-detail", block.workshop_id)
    else:
        form = form_of(block.kind)(draft)
    context = {"row": block, "form": form, "kind": KINDS[block.kind], "here": "learn"}
    return render(request, "workshops/block_edit.html", context)


@staff_page
@require_POST
def block_move(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """One place forward or back; the button that was pressed keeps the focus, as long as it is there."""
    block = agenda.get_block_for(request.me, pk)
    way = request.POST.get("way", "")
    place = actions.move_block(block, actor=request.me, steps=STEPS.get(way, 0))
    last = block.workshop.blocks.count() - 1
    stays = {0: "down", last: "up"}.get(place, way)
    return redirect(f"{_detail(block.workshop)}?moved={block.pk}-{stays}")


@staff_page
@require_POST
@once
def block_copy(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The same block once more, right behind it."""
    block = agenda.get_block_for(request.me, pk)
    try:
        twin = actions.copy_block(block, actor=request.me)
    except RuleBroken as error:
        messages.error(request, str(error))
        return redirect("workshops:workshop-detail", block.workshop_id)
    return redirect(f"{_detail(block.workshop)}#block-{twin.pk}")


@staff_page
def block_remove(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask once more before a block goes."""
    block = agenda.get_block_for(request.me, pk)
    if request.method == "POST":
        actions.remove_block(block, actor=request.me)
        return redirect("workshops:workshop-detail", block.workshop_id)
    return render(request, "workshops/block_remove.html", {"row": block, "here": "learn"})


def _detail(workshop: Workshop) -> str:
    return reverse("workshops:workshop-detail", args=[workshop.pk])
