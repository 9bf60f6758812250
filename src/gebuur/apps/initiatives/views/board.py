"""The board of a group."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms import PostForm
from gebuur.apps.initiatives.permissions import (
    GroupRequest,
    MemberRequest,
    can_act,
    group_page,
    member_page,
)
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import once


@group_page
@once
def board(request: GroupRequest, pk: uuid.UUID) -> HttpResponse:
    """Messages, the newest first; a number in a new one is pointed out before it is put up."""
    seat, found = request.seat, list[str]()
    if request.method == "POST" and seat is not None:
        found = queries.numbers_found(request.POST.get("text", ""), request.place)
        form = PostForm(request.POST, found=found)
        if form.is_valid():
            actions.write_post(
                actor=seat,
                text=form.cleaned_data["text"],
                shows_numbers=form.shows_numbers,
                now=timezone.now(),
            )
            messages.success(request, _("Your message is on the board."))
            return redirect("initiatives:board", pk)
    else:
        form = PostForm()
    context = {
        "tab": "board",
        "form": form if seat is not None and can_act(seat) else None,
        "found": found,
        "posts": queries.read_board(request.initiative, seat),
        "can_be_told": seat is not None and queries.can_be_told(seat.member),
        "is_told": seat is not None and queries.wants_notice(seat.member),
    }
    return render(request, "initiatives/board.html", context)


@member_page
@require_POST
def board_notice(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """A word about new messages, or no longer."""
    wanted = request.POST.get("wanted") == "yes"
    actions.want_notice(actor=request.seat, wanted=wanted, now=timezone.now())
    said = _("We send you a word, once a day at most.") if wanted else _("We no longer send it.")
    messages.success(request, said)
    return redirect("initiatives:board", pk)


@member_page
@require_POST
def post_hide(request: MemberRequest, pk: uuid.UUID, post: uuid.UUID) -> HttpResponse:
    """Take a message off the board."""
    found = queries.get_post_in(request.initiative, post)
    try:
        actions.hide_post(found, actor=request.seat, now=timezone.now())
    except RuleBroken as broken:
        messages.error(request, str(broken))
    else:
        messages.success(request, _("The message is gone from the board."))
    return redirect("initiatives:board", pk)
