"""Handing a question over to a service, and hearing back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.boundaries import actions, queries
from gebuur.apps.boundaries.forms.hand_overs import (
    HandOverForm,
    PhonedReplyForm,
    first_answer_by,
)
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.neighbourhood.queries import find_persons, get_person_for
from gebuur.apps.privacy.actions import note_sight
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.ids import as_uuid
from gebuur.core.presses import once


@staff_page
def hand_over_list(request: StaffRequest) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "waiting": queries.list_hand_overs(request.place),
        "finished": queries.list_finished_hand_overs(request.place),
        "late": queries.list_unanswered_hand_overs(request.place, today=today).count(),
        "today": today,
    }
    return render(request, "boundaries/hand_over_list.html", context)


@staff_page
@once
def hand_over_new(request: StaffRequest) -> HttpResponse:
    """Choose a person and hand over; a request of care has its own page, which fills in what is known."""
    if asked := request.GET.get("request"):
        pk = as_uuid(asked)
        if pk is None:
            raise NotForYou
        return redirect("hand-over-request", pk=pk)
    chosen = request.GET.get("person")
    if not chosen:
        typed = request.GET.get("name", "")
        context = {"typed": typed, "persons": find_persons(request.place, typed)}
        return render(request, "boundaries/hand_over_who.html", context)
    return _write(request, get_person_for(request.me, as_uuid(chosen)))


def _write(request: StaffRequest, person: Person) -> HttpResponse:
    if request.method == "POST":
        form = HandOverForm(request.POST)
        if form.is_valid():
            try:
                handed = actions.hand_over(
                    person, actor=request.me, now=timezone.now(), **form.facts()
                )
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("We passed it on."))
                return redirect("boundaries:hand-over-detail", pk=handed.pk)
    else:
        form = HandOverForm(initial=first_answer_by(timezone.localdate()))
    context = {"form": form, "person": person, "task": None}
    return render(request, "boundaries/hand_over_new.html", context)


@staff_page
def hand_over_detail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    handed = queries.get_hand_over_for(request.me, pk)
    note_sight(handed.person, reader=request.me, page="boundaries:hand-over-detail")
    context = {
        "handed": handed,
        "is_open": handed.state in queries.WAITING,
        "reference": queries.reference_of(handed),
        "mails": queries.list_mails_about(handed),
        "today": timezone.localdate(),
    }
    return render(request, "boundaries/hand_over_detail.html", context)


@require_POST
@staff_page
def hand_over_mail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Send the service its link once more."""
    handed = queries.get_hand_over_for(request.me, pk)
    try:
        actions.mail_again(handed, actor=request.me)
    except RuleBroken as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The mail leaves now."))
    return redirect("boundaries:hand-over-detail", pk=pk)


@require_POST
@staff_page
def hand_over_letter(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """A letter to post or to take along, with a code of its own."""
    handed = queries.get_hand_over_for(request.me, pk)
    try:
        letter = actions.print_hand_over(handed, actor=request.me)
    except RuleBroken as error:
        messages.error(request, str(error))
        return redirect("boundaries:hand-over-detail", pk=pk)
    note_sight(handed.person, reader=request.me, page="boundaries:hand-over-letter")
    headers = {"Content-Disposition": f'inline; filename="{queries.reference_of(handed)}.pdf"'}
    return HttpResponse(letter, content_type="application/pdf", headers=headers)


@staff_page
def hand_over_answer(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Note what the service said on the phone."""
    handed = queries.get_hand_over_for(request.me, pk)
    note_sight(handed.person, reader=request.me, page="boundaries:hand-over-answer")
    if request.method == "POST":
        takes = request.POST.get("answer") == "accept"
        form = PhonedReplyForm(request.POST, with_message=not takes)
        if form.is_valid():
            said = form.cleaned_data
            try:
                if takes:
                    actions.accept_hand_over(
                        handed, accepted_by=said["answered_by"], actor=request.me
                    )
                else:
                    actions.answer_hand_over(handed, actor=request.me, **said)
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                return redirect("boundaries:hand-over-detail", pk=pk)
    else:
        form = PhonedReplyForm(initial={"answered_by": handed.accepted_by or handed.to_name})
    return render(request, "boundaries/hand_over_answer.html", {"handed": handed, "form": form})


@staff_page
def hand_over_withdraw(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The person takes her question back."""
    handed = queries.get_hand_over_for(request.me, pk)
    if request.method == "POST":
        try:
            actions.withdraw_hand_over(handed, actor=request.me)
        except RuleBroken as error:
            messages.error(request, str(error))
        else:
            messages.success(
                request, _("The question is taken back. The page of the service is closed.")
            )
        return redirect("boundaries:hand-over-detail", pk=pk)
    return render(request, "boundaries/hand_over_withdraw.html", {"handed": handed})
