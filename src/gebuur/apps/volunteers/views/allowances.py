"""Allowances as staff sees them: everybody in a year, and the ledger of one volunteer."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.privacy.actions import note_sight
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.actions.legal import NotInTheFuture
from gebuur.apps.volunteers.forms.allowances import BookForm, ElsewhereForm, WayForm
from gebuur.apps.volunteers.models import AllowanceYear, Offer
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.presses import once
from gebuur.domain.allowances import Reason, System


@staff_page
def allowance_list(request: StaffRequest) -> HttpResponse:
    """Who was paid back how much in a year, and for whom nobody chose a way yet."""
    today = timezone.localdate()
    years = queries.list_years(request.place, today=today)
    asked = request.GET.get("year", "")
    year = int(asked) if asked in {str(one) for one in years} else today.year
    last_day = min(today, dt.date(year, 12, 31))
    context = {
        "year": year,
        "years": years,
        "accounts": queries.list_accounts(request.place, year, on=last_day),
        "without": queries.list_without_account(request.place, year),
        "neighbourly": queries.count_neighbourly(request.place),
        "here": "offers",
    }
    return render(request, "volunteers/allowance_list.html", context)


@dataclass
class Forms:
    """The forms of a ledger; the one that was sent is bound."""

    way: WayForm
    book: BookForm
    elsewhere: ElsewhereForm


@staff_page
@once
def allowance_ledger(request: StaffRequest, pk: uuid.UUID, year: int) -> HttpResponse:
    """One volunteer in one year: every line, what is still allowed, and what can be done here."""
    offer = queries.get_offer_for(request.me, pk)
    row = queries.get_allowance_year(offer, queries.check_year(year))
    note_sight(offer.person, reader=request.me, page="volunteers:allowance-ledger")
    today = timezone.localdate()
    shown = _forms(request, row, today)
    if request.method == "POST" and _act(request, offer, row, year, shown):
        return redirect("volunteers:allowance-ledger", pk=offer.pk, year=year)
    figures, last_day = (
        queries.figures_of(request.place.organisation),
        min(today, dt.date(year, 12, 31)),
    )
    context = {
        "offer": offer,
        "year": year,
        "years": [one for one in (today.year, today.year - 1) if one != year],
        "account": queries.account_of(row, figures, on=last_day) if row else None,
        "ceiling": figures.ceiling(year),
        "forms": shown,
        "here": "offers",
    }
    return render(request, "volunteers/allowance_ledger.html", context)


def _forms(request: HttpRequest, row: AllowanceYear | None, today: dt.date) -> Forms:
    system = System(row.system) if row else System.LUMP_SUM
    chosen = {"system": row.system, "may_be_raised": row.may_be_raised} if row else {}
    shown = Forms(
        WayForm(initial=chosen),
        BookForm(system=system, initial={"on": today}),
        ElsewhereForm(prefix="others", initial=_told(row)),
    )
    if "way" in request.POST:
        shown.way = WayForm(request.POST)
    elif "book" in request.POST:
        shown.book = BookForm(request.POST, system=system)
    elif "elsewhere" in request.POST:
        shown.elsewhere = ElsewhereForm(request.POST, prefix="others")
    return shown


def _told(row: AllowanceYear | None) -> dict[str, Any]:
    """What was declared until now, as it is typed."""
    if row is None or row.declared_on is None:
        return {}
    told = queries.told_elsewhere(row)
    return {name: f"{value:f}".replace(".", ",") for name, value in told.items()}


def _act(
    request: StaffRequest, offer: Offer, row: AllowanceYear | None, year: int, shown: Forms
) -> bool:
    """Do what was pressed; False when something must be mended."""
    if shown.way.is_bound:
        return _choose(request, offer, year, shown.way)
    if row is None:
        return True
    if shown.book.is_bound:
        return _book(request, row, shown.book)
    if shown.elsewhere.is_bound:
        return _declare(request, row, shown.elsewhere)
    if "back" in request.POST:
        return _take_back(request, row)
    return True


def _choose(request: StaffRequest, offer: Offer, year: int, form: WayForm) -> bool:
    if not form.is_valid():
        return False
    system, may_be_raised = System(form.cleaned_data["system"]), form.cleaned_data["may_be_raised"]
    try:
        actions.choose_way(
            offer,
            year,
            system=system,
            may_be_raised=may_be_raised,
            actor=request.me,
            now=timezone.now(),
        )
    except RuleBroken as error:
        return _refused(form, error)
    messages.success(request, _("Kept."))
    return True


def _book(request: StaffRequest, row: AllowanceYear, form: BookForm) -> bool:
    if not form.is_valid():
        return False
    try:
        near = actions.book_allowance(row, **form.facts(), actor=request.me, now=timezone.now())
    except NotInTheFuture as error:
        return _refused(form, error, field="on")
    except RuleBroken as error:
        return _refused(form, error)
    _say(request, _("Booked."), near)
    return True


def _declare(request: StaffRequest, row: AllowanceYear, form: ElsewhereForm) -> bool:
    if not form.is_valid():
        return False
    try:
        near = actions.declare_elsewhere(row, **form.facts(), actor=request.me, now=timezone.now())
    except RuleBroken as error:
        return _refused(form, error)
    _say(request, _("Noted."), near)
    return True


def _take_back(request: StaffRequest, row: AllowanceYear) -> bool:
    line = queries.get_line_for(request.me, request.POST["back"])
    if line.ledger_id != row.pk:
        raise NotForYou
    try:
        actions.take_back_allowance(line, actor=request.me, now=timezone.now())
    except RuleBroken as error:
        messages.error(request, str(error))
        return True
    messages.success(request, _("Taken back. Both lines stay to be read."))
    return True


def _refused(form: forms.Form, error: RuleBroken, *, field: str | None = None) -> bool:
    form.add_error(field, str(error))
    return False


def _say(request: StaffRequest, words: str, near: tuple[Reason, ...]) -> None:
    """Say that it is done, and what is nearly full."""
    said = [words, *(queries.reason_in_words(one) for one in near)]
    messages.success(request, " ".join(said))
