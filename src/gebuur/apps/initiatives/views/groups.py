"""The doors of a group: what a passer-by sees, the group's own page, and the link of a member."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms.groups import GroupForm
from gebuur.apps.initiatives.models import Member
from gebuur.apps.initiatives.permissions import (
    MemberRequest,
    Seat,
    can_lead,
    can_welcome,
    known_in_group,
    leave_seat,
    member_page,
    take_seat,
)
from gebuur.apps.neighbourhood.permissions import choose_where_none, person_of, place_of
from gebuur.apps.outbox.queries import get_link_for
from gebuur.core.errors import NotForYou, RuleBroken


def initiative_list(request: HttpRequest) -> HttpResponse:
    """What neighbours began here, and the groups one is in."""
    place, me = place_of(request), person_of(request)
    if place is None:
        return redirect("home")
    context = {
        "groups": queries.list_public(place),
        "mine": queries.list_groups_of(me) if me else [],
        "closed": queries.list_closed(place),
        "here": "street",
    }
    return render(request, "initiatives/initiative_list.html", context)


def initiative_detail(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The page of a group: its own for who is in it, a few words for who passes by."""
    known = known_in_group(request, pk)
    if known.seat is None and known.support is None:
        shown = queries.get_initiative_for(known.place, pk)
        choose_where_none(request, known.place)
        context: dict[str, Any] = {
            "group": shown,
            "closing": queries.get_closing(shown),
            "sheets": queries.list_published_frames(shown),
            "dates": queries.list_public_dates(shown, now=timezone.now()),
        }
        return render(request, "initiatives/initiative_public.html", context)
    seat = known.seat
    context = {
        "tab": "now",
        "needs": queries.support_needs(known, today=timezone.localdate()),
        "at_work": queries.see_at_work(known.initiative, seat.member if seat else None),
        "deciding": queries.look_at_now(known, now=timezone.now()),
        "charges": queries.list_charges(known.initiative),
        "waits": queries.what_waits(seat) if seat else None,
        "leads": seat is not None and can_lead(seat),
        "may_hide": seat is not None and can_welcome(seat),
    }
    return render(known, "initiatives/initiative_detail.html", context)


@member_page
def initiative_edit(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Change the name, the aim, the street, or when the group meets."""
    if request.method == "POST":
        form = GroupForm(request.POST, place=request.place)
        if form.is_valid():
            try:
                actions.change_initiative(actor=request.seat, now=timezone.now(), **form.facts())
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Changed."))
                return redirect("initiatives:initiative-detail", pk=pk)
    else:
        form = GroupForm(place=request.place, initial=GroupForm.start_with(request.initiative))
    return render(request, "initiatives/initiative_edit.html", {"form": form, "tab": "now"})


@require_POST
@member_page
def initiative_hide(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Off the public list, at once."""
    actions.hide_initiative(actor=request.seat, now=timezone.now())
    messages.success(request, _("The group is hidden. Only you and the other members see it."))
    return redirect("initiatives:initiative-detail", pk=pk)


@require_POST
@member_page
def initiative_show(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Back on the public list; only who carries the lead does this."""
    try:
        actions.show_initiative(actor=request.seat, now=timezone.now())
    except RuleBroken as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Everybody can see the group again."))
    return redirect("initiatives:initiative-detail", pk=pk)


def door(request: HttpRequest, token: str) -> HttpResponse:
    """The link of one member opens her group, without an account; who left can come back by it."""
    link = get_link_for(token, "initiatives:door", now=timezone.now())
    found = Member.objects.select_related("person", "initiative__neighbourhood")
    member = found.filter(initiative=link.thing, person=link.person_id).first()
    if member is None:
        raise NotForYou
    if member.state != Member.State.LEFT or not member.initiative.is_open:
        take_seat(request, member.initiative, link)
        return redirect("initiatives:initiative-detail", pk=member.initiative_id)
    if request.method == "POST":
        actions.come_back(actor=Seat(member), now=timezone.now())
        take_seat(request, member.initiative, link)
        messages.success(request, _("Good to have you back."))
        return redirect("initiatives:initiative-detail", pk=member.initiative_id)
    return render(request, "initiatives/member_back.html", {"group": member.initiative})


@require_POST
def seat_leave(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The call is over, or this device is somebody else's: the group is closed in this browser."""
    known = known_in_group(request, pk)
    if known.seat is None:
        raise Http404
    was_on_phone = known.seat.typed_by is not None
    leave_seat(request, known.initiative)
    if was_on_phone:
        messages.success(request, _("The call is over. The group is closed."))
        return redirect("initiatives:staff-list")
    messages.success(request, _("The group is closed on this device. Your own link opens it."))
    return redirect("initiatives:initiative-list")
