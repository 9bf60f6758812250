"""Dates in somebody's own calendar: how to, the secret address, and what a calendar reads there."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.permissions import MemberRequest, member_page
from gebuur.core.calendars import Happening, calendar_file
from gebuur.core.errors import RuleBroken

ALL, GROUP = "all", "group"


@member_page
def feed_new(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """How dates come into one's own calendar; a new address is shown once, on the page that made it."""
    made, said, press = "", "", request.POST.get("press", "")
    group = None if request.POST.get("of") == ALL else request.initiative
    if request.method == "POST":
        try:
            if press == "stop":
                actions.end_feed(actor=request.seat, group=group, now=timezone.now())
                return redirect("initiatives:feed-new", pk=pk)
            made = actions.renew_feed(actor=request.seat, group=group, now=timezone.now())
        except RuleBroken as error:
            said = str(error)
    context = {
        "made": made,
        "tap": made.replace("https://", "webcal://").replace("http://", "webcal://"),
        "of_all": group is None,
        "said": said,
        "keys": queries.list_feed_keys_of(request.seat.member),
        "tab": "dates",
    }
    answer = render(request, "initiatives/feed_new.html", context)
    patch_cache_control(answer, no_store=True)
    return answer


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """What the calendar of one neighbour reads: all her groups, or one of them."""
    key = queries.get_feed_key_for(token)
    with translation.override(key.person.language):
        dates = queries.list_happenings_of(key, now=timezone.now())
        name = key.initiative.title if key.initiative else _("My groups")
    return _calendar(name, dates, is_secret=True)


@require_safe
def public_feed(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What everybody may come to, for everybody's calendar."""
    group = queries.get_public_group(pk)
    dates = queries.list_open_happenings(group, now=timezone.now())
    return _calendar(group.title, dates, is_secret=False)


def _calendar(name: str, dates: list[Happening], *, is_secret: bool) -> HttpResponse:
    answer = HttpResponse(calendar_file(name, dates), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="gebuur.ics"'
    if is_secret:
        patch_cache_control(answer, private=True, no_store=True)
    return answer
