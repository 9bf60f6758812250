"""The roll at the desk: who may vote, and a code or a paper ballot for each."""

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.roll import ResidentForm, RollFileForm, RollList
from gebuur.apps.budget.models import RollEntry
from gebuur.apps.budget.permissions import can_run_rounds
from gebuur.apps.budget.views.votes import as_pdf, voting_for
from gebuur.apps.neighbourhood.permissions import StaffRequest, coordinator_page, staff_page
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import is_first_press, say_it_came


@staff_page
def roll_list(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Who may vote; a few letters of a name find her."""
    one, voting = voting_for(request, pk)
    typed, last = request.GET.get("q", "")[:80], queries.last_pile(one)
    context = {
        "round": one,
        "voting": voting,
        "typed": typed,
        "found": queries.search_roll(one, typed),
        "count": one.roll.count(),
        "without_code": queries.without_code(one).count(),
        "next_pile": last + 1,
        "printed": queries.in_pile(one, last).count(),
        "known": len(queries.list_known_missing(one)),
        "may_run": can_run_rounds(request.me, one.neighbourhood_id),
        "here": "budget",
    }
    return render(request, "budget/roll_list.html", context)


@staff_page
def roll_new(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Write somebody on the roll who came to the desk."""
    one, voting = voting_for(request, pk)
    form = ResidentForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            entry = actions.add_to_roll(one, form.resident(), actor=request.me, now=timezone.now())
            return redirect("budget:roll-entry", pk=entry.pk)
        except RuleBroken as broken:
            form.add_error(None, str(broken))
    context = {"round": one, "voting": voting, "form": form, "here": "budget"}
    return render(request, "budget/roll_new.html", context)


@coordinator_page
def roll_import(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Bring in a list of residents; rows that are not right are left out and named."""
    one, voting = voting_for(request, pk)
    told, written = RollList(), None
    form = RollFileForm(request.POST, request.FILES) if request.method == "POST" else RollFileForm()
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data["file"]
        try:
            written = actions.add_many(one, told.right, actor=request.me, now=timezone.now())
        except RuleBroken as broken:
            form.add_error(None, str(broken))
    context = {
        "round": one, "voting": voting, "form": form, "written": written, "wrong": told.wrong,
        "there": len(told.right) - (written or 0), "here": "budget",
    }  # fmt: skip
    return render(request, "budget/roll_import.html", context)


@coordinator_page
@require_POST
def roll_known(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Take over the neighbours whom we know."""
    one, _voting = voting_for(request, pk)
    try:
        written = actions.add_known(one, actor=request.me, now=timezone.now())
        said = ngettext(
            "%(n)d neighbour is on the roll now.", "%(n)d neighbours are on the roll now.", written
        )
        messages.success(request, said % {"n": written})
    except RuleBroken as broken:
        messages.error(request, str(broken))
    return redirect("budget:roll-list", pk=pk)


@coordinator_page
@require_POST
def roll_letters(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The next hundred letters with a code, made as they are printed; or the last ones once more."""
    one, voting = voting_for(request, pk)
    last = queries.last_pile(one)
    is_last = "again" in request.POST or request.POST.get("pile") == str(last)
    try:
        with transaction.atomic():
            # Who presses twice gets the second file only, so that one has to hold the codes that count.
            again = "again" in request.POST or not is_first_press(request)
            coded = actions.give_pile_of_codes(
                one,
                pile=last if is_last else last + 1,
                again=again,
                actor=request.me,
                now=timezone.now(),
            )
    except RuleBroken as broken:
        messages.error(request, str(broken))
        coded = []
    if not coded:
        return redirect("budget:roll-list", pk=pk)
    return as_pdf(queries.code_letters(voting.frame, coded), "brieven", how="attachment")


@staff_page
@never_cache
def roll_entry(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """One resident on the roll: a code on paper or by text message, or a paper ballot."""
    entry = queries.get_entry_for(request.me, pk)
    one, voting = voting_for(request, entry.round_id)
    if request.method == "POST":
        try:
            return _give(request, voting, entry)
        except RuleBroken as broken:
            messages.error(request, str(broken))
            return redirect("budget:roll-entry", pk=pk)
    context = {
        "entry": entry,
        "round": one,
        "voting": voting,
        "has_phone": entry.person is not None and bool(entry.person.phone),
        "may_run": can_run_rounds(request.me, entry.neighbourhood_id),
        "here": "budget",
    }
    return render(request, "budget/roll_entry.html", context)


def _give(request: StaffRequest, voting: queries.Voting, entry: RollEntry) -> HttpResponse:
    """What she asks at the desk: a slip, a letter, a text message, or paper."""
    act, now = request.POST.get("act", ""), timezone.now()
    if act in (RollEntry.Way.SLIP, RollEntry.Way.LETTER):
        code = actions.give_code(entry, way=act, actor=request.me, now=now)
        return as_pdf(queries.code_letters(voting.frame, [(entry, code)]), "brief")
    if act == RollEntry.Way.SMS:
        _text(request, entry)
    elif act == "paper":
        actions.hand_out_paper(entry, actor=request.me, now=now)
        messages.success(request, _("Give the paper ballot now. Only that one counts."))
    return redirect("budget:roll-entry", pk=entry.pk)


def _text(request: StaffRequest, entry: RollEntry) -> None:
    """One message, however often it is pressed: with a second one the code of the first holds no more."""
    if not is_first_press(request):
        say_it_came(request)
        return
    actions.text_code(entry, actor=request.me, now=timezone.now())
    messages.success(request, _("The code is on its way. An older one no longer works."))


@coordinator_page
def roll_edit(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Write a name differently, or take off the roll who does not belong there."""
    entry = queries.get_entry_for(request.me, pk)
    start = {"name": entry.name, "address": entry.address, "language": entry.language}
    form = ResidentForm(request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and ("away" in request.POST or form.is_valid()):
        try:
            if "away" in request.POST:
                actions.remove_entry(entry, actor=request.me, now=timezone.now())
                return redirect("budget:roll-list", pk=entry.round_id)
            actions.correct_entry(entry, form.resident(), actor=request.me, now=timezone.now())
            return redirect("budget:roll-entry", pk=pk)
        except RuleBroken as broken:
            form.add_error(None, str(broken))
    context = {"entry": entry, "round": entry.round, "form": form, "here": "budget"}
    return render(request, "budget/roll_edit.html", context)
