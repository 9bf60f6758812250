"""What services find feasible: asking them, their answer by a link or by phone, and what the group mended."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.checks import (
    ReaderForm,
    RepairForm,
    ServiceForm,
    VerdictForm,
    first_due,
)
from gebuur.apps.budget.models import FeasibilityCheck, Proposal
from gebuur.apps.budget.permissions import (
    OwnerRequest,
    authority_page,
    can_ask_services,
    can_note_services,
    owner_page,
)
from gebuur.apps.budget.views.rounds import base_of
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import StaffRequest
from gebuur.apps.outbox.queries import get_link_for
from gebuur.core.errors import NotForYou, RuleBroken


@authority_page
def check_list(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The services that look at a proposal, and asking another one."""
    proposal, today = queries.get_proposal_for(request.me, pk), timezone.localdate()
    may_ask = can_ask_services(request.me, proposal.neighbourhood_id)
    due_on = first_due(queries.binding_frame(proposal.round), today)
    form = ServiceForm(initial={"due_on": due_on})
    if request.method == "POST" and may_ask:
        form = ServiceForm(request.POST)
        if form.is_valid() and _ask(request, proposal, form):
            return redirect("budget:check-list", pk=pk)
    context = {
        "proposal": proposal,
        "form": form,
        "may_ask": may_ask and proposal.state == "handed_in",
        "may_note": can_note_services(request.me, proposal.neighbourhood_id),
        "checks": queries.checks_of(proposal, today),
    }
    return render(request, "budget/check_list.html", context | base_of(request))


def _ask(request: StaffRequest, proposal: Proposal, form: ServiceForm) -> bool:
    service, reader = form.cleaned_data["service"], form.reader()
    try:
        actions.ask_service(
            proposal, actor=request.me, service=service, reader=reader, now=timezone.now()
        )
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return False
    messages.success(request, _("The service is asked. Its clock is running."))
    return True


@authority_page
def check_edit(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Another reader or another day, or the service need not look after all."""
    check = queries.get_check_for(request.me, pk)
    if not can_ask_services(request.me, check.neighbourhood_id):
        raise NotForYou
    form = ReaderForm(initial=ReaderForm.start_with(check))
    if request.method == "POST":
        form = ReaderForm(request.POST)
        takes_back = "away" in request.POST
        if takes_back or form.is_valid():
            try:
                if takes_back:
                    actions.take_back_check(check, actor=request.me, now=timezone.now())
                else:
                    _change(request, check, form)
                return redirect("budget:check-list", pk=check.proposal_id)
            except RuleBroken as broken:
                form.add_error(None, str(broken))
    context = {"check": check, "form": form}
    return render(request, "budget/check_edit.html", context | base_of(request))


def _change(request: StaffRequest, check: FeasibilityCheck, form: ReaderForm) -> None:
    actions.change_reader(check, actor=request.me, reader=form.reader(), now=timezone.now())
    messages.success(request, _("Kept. The reader hears about it."))


@authority_page
def check_note(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Write down what a service said on the phone or on paper."""
    check = queries.get_check_for(request.me, pk)
    form = _verdict_form(request, check)
    if form.is_bound and _answer(check, form, actor=request.me):
        messages.success(request, _("The answer of the service is written down."))
        return redirect("budget:check-list", pk=check.proposal_id)
    context = {"check": check, "form": form, "is_open": queries.can_be_answered(check)}
    return render(request, "budget/check_note.html", context | base_of(request))


def check_answer(request: HttpRequest, token: str) -> HttpResponse:
    """The page of a service, by its link: what is asked, and its answer. No account is needed."""
    link = get_link_for(token, "budget:check-answer", now=timezone.now())
    check = queries.get_check_by_link(link)
    form = _verdict_form(request, check)
    if form.is_bound and _answer(check, form, actor=None):
        messages.success(request, _("Thank you. Everybody can read your answer now."))
        check = queries.get_check_by_link(link)
    context = {
        "check": check,
        "form": form,
        "place": link.person.neighbourhood,
        "is_open": queries.can_be_answered(check),
        "checks": queries.checks_of(check.proposal, timezone.localdate()).only(check),
    }
    return render(request, "budget/check_answer.html", context)


def _verdict_form(request: HttpRequest, check: FeasibilityCheck) -> VerdictForm:
    grounds = queries.grounds_of(check.proposal.round)
    return VerdictForm(request.POST if request.method == "POST" else None, grounds=grounds)


def _answer(check: FeasibilityCheck, form: VerdictForm, *, actor: Person | None) -> bool:
    """Write the answer down; the reason stands on the form when that cannot be done."""
    if not form.is_valid():
        return False
    try:
        actions.answer_check(check, form.verdict_said(), actor=actor, now=timezone.now())
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return False
    return True


@owner_page
def check_repair(request: OwnerRequest, pk: uuid.UUID, check: uuid.UUID) -> HttpResponse:
    """The group writes what it changed; then the service looks once more."""
    asked, today = queries.get_check_of(request.proposal, check), timezone.localdate()
    form = RepairForm(request.POST) if request.method == "POST" else RepairForm()
    if form.is_bound and form.is_valid():
        try:
            words = form.cleaned_data["words"]
            actions.repair(asked, seat=request.seat, words=words, now=timezone.now())
            messages.success(request, _("The service looks once more. You hear what it says."))
            return redirect("budget:check-repair", pk=pk, check=check)
        except RuleBroken as broken:
            form.add_error(None, str(broken))
    checks = queries.checks_of(request.proposal, today, seat=request.seat).only(asked)
    context = {"proposal": request.proposal, "form": form, "checks": checks}
    return render(request, "budget/check_repair.html", context)
