"""Agreements: written down, and looked at again."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms import AgreementForm, ReviewForm
from gebuur.apps.initiatives.models import Agreement, Decision
from gebuur.apps.initiatives.permissions import MemberRequest, can_speak, member_page
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.ids import as_uuid
from gebuur.core.presses import once


@member_page
@once
def agreement_new(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """Write down what the group agreed; a decision brings its own words."""
    if not can_speak(request.seat):
        raise NotForYou
    today = timezone.localdate()
    if request.method == "POST":
        form = AgreementForm(request.POST, today=today)
        if form.is_valid():
            actions.write_agreement(actor=request.seat, now=timezone.now(), **form.cleaned_data)
            messages.success(request, _("The agreement is written down."))
            return redirect("initiatives:decision-list", pk)
    else:
        form = AgreementForm(today=today, initial=_words_of_decision(request))
    return render(request, "initiatives/agreement_new.html", {"tab": "decisions", "form": form})


@member_page
def agreement_review(request: MemberRequest, pk: uuid.UUID, agreement: uuid.UUID) -> HttpResponse:
    """It goes on, changes, or ends."""
    if not can_speak(request.seat):
        raise NotForYou
    found = queries.get_agreement_in(request.initiative, agreement)
    today = timezone.localdate()
    if request.method == "POST":
        form = ReviewForm(request.POST, today=today)
        if form.is_valid():
            try:
                _review(found, form, request)
            except RuleBroken as broken:
                form.add_error(None, str(broken))
            else:
                messages.success(request, _("Noted. The old words stay to be read."))
                return redirect("initiatives:decision-list", pk)
    else:
        form = ReviewForm(today=today, initial={"text": found.text})
    context = {"tab": "decisions", "form": form, "agreement": found}
    return render(request, "initiatives/agreement_review.html", context)


def _review(agreement: Agreement, form: ReviewForm, request: MemberRequest) -> None:
    said, now = form.cleaned_data, timezone.now()
    if said["outcome"] == "ended":
        actions.end_agreement(agreement, actor=request.seat, now=now)
    elif said["outcome"] == "changed":
        actions.change_agreement(
            agreement, actor=request.seat, text=said["text"], review_on=said["review_on"], now=now
        )
    else:
        actions.keep_agreement(agreement, actor=request.seat, review_on=said["review_on"], now=now)


def _words_of_decision(request: MemberRequest) -> dict[str, str]:
    """The words of a decision of this group that was taken, when somebody comes from there."""
    wanted = as_uuid(request.GET.get("decision", ""))
    taken = queries.list_decisions(request.initiative).filter(state=Decision.State.TAKEN)
    found = taken.filter(pk__in=[wanted]).first()
    return {"text": found.proposal} if found else {}
