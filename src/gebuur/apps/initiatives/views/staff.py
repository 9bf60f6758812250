"""Groups at the desk: which there are, beginning and joining for somebody on the phone, and sitting in for her."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms.groups import GroupForm
from gebuur.apps.initiatives.forms.members import JoinForm, JoinWordsForm
from gebuur.apps.initiatives.permissions import take_phone_seat
from gebuur.apps.neighbourhood import actions as neighbourhood
from gebuur.apps.neighbourhood.forms.who import WhoForm
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.neighbourhood.queries import get_person_for
from gebuur.apps.privacy.actions import note_sight
from gebuur.core.ids import as_uuid
from gebuur.core.presses import once


def _in_front(request: StaffRequest) -> Person | None:
    """The person the desk is helping, when she came from that person's card."""
    typed = request.POST.get("person") or request.GET.get("person")
    return get_person_for(request.me, as_uuid(typed)) if typed else None


@staff_page
def staff_list(request: StaffRequest) -> HttpResponse:
    """Every group that shows itself, how many hide, and whom the desk still has to get to know."""
    context = {
        "groups": queries.list_for_staff(request.place, now=timezone.now()),
        "hidden": queries.count_hidden(request.place),
        "to_know": queries.list_to_get_to_know(request.place),
        "person": _in_front(request),
        "here": "groups",
    }
    return render(request, "initiatives/staff_list.html", context)


@staff_page
@once
def staff_new(request: StaffRequest) -> HttpResponse:
    """Begin a group for somebody on the phone: for who we know, or for somebody new."""
    person = _in_front(request)
    if request.method == "POST":
        form = GroupForm(request.POST, place=request.place)
        who = None if person else WhoForm(request.POST, place=request.place, for_other=False)
        if form.is_valid() & (who is None or who.is_valid()):
            actor = person or _write_down(request, who)
            actions.begin_with_door(
                request.place,
                actor=actor,
                typed_by=request.me,
                now=timezone.now(),
                **form.facts(),
            )
            messages.success(request, _("The group is there. The link goes to who began it."))
            return redirect("initiatives:staff-list")
    else:
        form = GroupForm(place=request.place)
        who = None if person else WhoForm(place=request.place, for_other=False)
    context = {"form": form, "who": who, "person": person, "here": "groups"}
    return render(request, "initiatives/staff_new.html", context)


def _write_down(request: StaffRequest, who: WhoForm | None) -> Person:
    assert who is not None  # noqa: S101 - there is a form when there is no person
    return neighbourhood.known_or_new(
        request.place,
        language="nl",
        languages=["nl"],
        channel=who.channel(),
        **who.person_facts(),
    )


@staff_page
@once
def staff_join(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask to join for somebody on the phone; the members decide, not the desk."""
    group, person = queries.get_initiative_for(request.place, pk), _in_front(request)
    if request.method == "POST":
        form = _join_form(request, person, request.POST)
        if form.is_valid():
            who = form if isinstance(form, JoinForm) else None
            actions.ask_to_join(
                group,
                actor=person or _write_down(request, who),
                typed_by=request.me,
                words=form.cleaned_data["words"],
                now=timezone.now(),
            )
            messages.success(request, _("Asked. The members of the group decide."))
            return redirect("initiatives:staff-list")
    else:
        form = _join_form(request, person, None)
    context = {"form": form, "group": group, "person": person, "here": "groups"}
    return render(request, "initiatives/staff_join.html", context)


def _join_form(request: StaffRequest, person: Person | None, data: Any) -> JoinWordsForm:
    if person is not None:
        return JoinWordsForm(data)
    return JoinForm(data, place=request.place, for_other=False)


@require_POST
@staff_page
def staff_phone(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """A member is on the phone: write in her group what she says. It is noted, and the group reads who typed."""
    member = queries.get_membership_for(request.me, pk)
    note_sight(member.person, reader=request.me, page="initiatives:staff-phone")
    take_phone_seat(request, member)
    return redirect("initiatives:initiative-detail", pk=member.initiative_id)


@require_POST
@staff_page
def staff_send(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Send a member a new link to her group."""
    member = queries.get_membership_for(request.me, pk)
    actions.send_door_again(member, actor=request.me, now=timezone.now())
    messages.success(request, _("A new link is on its way. The old one no longer works."))
    return redirect("person-detail", pk=member.person_id)


@require_POST
@staff_page
def staff_know(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The desk knows that this neighbour lives here: she has a voice in her groups from now on."""
    person = get_person_for(request.me, pk)
    actions.know(person, actor=request.me, now=timezone.now())
    messages.success(request, _("Noted. This neighbour has a voice in her groups."))
    return redirect("person-detail", pk=person.pk)
