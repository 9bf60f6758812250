"""The doors of a group: what a passer-by sees, the group's own page, and the link of a member."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gebuur.apps.initiatives import queries
from gebuur.apps.initiatives.models import Initiative
from gebuur.apps.initiatives.permissions import known_in_group, take_seat
from gebuur.apps.neighbourhood.permissions import place_of
from gebuur.apps.outbox.queries import get_link_for


def initiative_list(request: HttpRequest) -> HttpResponse:
    """What neighbours began here."""
    place = place_of(request)
    if place is None:
        raise Http404
    context = {"groups": queries.list_public(place), "here": "street"}
    return render(request, "initiatives/initiative_list.html", context)


def initiative_detail(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The page of a group: its own for who is in it, a few words for who passes by."""
    known = known_in_group(request, pk)
    if known.seat or known.support:
        member = known.seat.member if known.seat else None
        context = {"tab": "now", "at_work": queries.see_at_work(known.initiative, member)}
        return render(known, "initiatives/initiative_detail.html", context)
    shown = queries.get_initiative_for(known.place, pk)
    dates = queries.list_public_dates(shown, now=timezone.now())
    return render(request, "initiatives/initiative_public.html", {"group": shown, "dates": dates})


def door(request: HttpRequest, token: str) -> HttpResponse:
    """The link of one member opens her group, without an account."""
    link = get_link_for(token, "initiatives:door", now=timezone.now())
    initiative = Initiative.objects.filter(pk=link.thing).first()
    if initiative is None:
        raise Http404
    take_seat(request, initiative, link)
    return redirect("initiatives:initiative-detail", pk=initiative.pk)
