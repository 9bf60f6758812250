"""The ceilings and rates we reckon with, and the list of names of a year for the books."""

import io
from decimal import Decimal

import xlsxwriter
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.permissions import StaffRequest, is_coordinator, staff_page
from gebuur.apps.privacy.actions import note_sight
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.forms.allowances import CeilingForm, RateForm
from gebuur.core.charts import Table
from gebuur.core.errors import NotForYou, RuleBroken

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@staff_page
def allowance_ceilings(request: StaffRequest) -> HttpResponse:
    """Every figure with its source and when to look again; the coordinator enters what is missing."""
    organisation, today = request.place.organisation, timezone.localdate()
    may_enter = is_coordinator(request.me)
    ceiling, rate = (
        CeilingForm(initial={"checked": today}),
        RateForm(prefix="rate", initial={"checked": today}),
    )
    if request.method == "POST" and may_enter:
        if "ceiling" in request.POST:
            ceiling = CeilingForm(request.POST)
        else:
            rate = RateForm(request.POST, prefix="rate")
        if _enter(request, ceiling, rate):
            return redirect("volunteers:allowance-ceilings")
    context = {
        "ceilings": queries.list_ceilings(organisation),
        "rates": queries.list_rates(organisation),
        "missing": queries.missing_figures(organisation, on=today),
        "today": today,
        "ceiling": ceiling if may_enter else None,
        "rate": rate,
        "here": "offers",
    }
    return render(request, "volunteers/allowance_ceilings.html", context)


def _enter(request: StaffRequest, ceiling: CeilingForm, rate: RateForm) -> bool:
    """Keep what was sent; False when something must be mended."""
    form = ceiling if ceiling.is_bound else rate
    if not form.is_valid():
        return False
    organisation = request.place.organisation
    try:
        if isinstance(form, CeilingForm):
            actions.enter_ceiling(organisation, form.ceiling(), actor=request.me)
        else:
            actions.enter_rate(organisation, form.rate(), actor=request.me)
    except RuleBroken as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, _("Kept."))
    return True


@staff_page
def allowance_file(request: StaffRequest, year: int, kind: str) -> HttpResponse:
    """The list of names of a year, to keep with the books: who, how many days, how much."""
    if kind not in ("csv", "xlsx"):
        raise NotForYou
    accounts = queries.list_accounts(
        request.place, queries.check_year(year), on=timezone.localdate()
    )
    for account in accounts:
        note_sight(account.offer.person, reader=request.me, page="volunteers:allowance-file")
    names = queries.list_of_names(accounts)
    if kind == "csv":
        rows = [[_word(cell) for cell in row] for row in names.rows]
        made = Table(str(year), names.head, rows).as_csv()
        answer = HttpResponse(made, content_type="text/csv; charset=utf-8")
    else:
        answer = HttpResponse(_sheet(names), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{year}.{kind}"'
    return answer


def _word(cell: str | Decimal) -> str:
    """A number as a Belgian sheet reads it."""
    return cell if isinstance(cell, str) else f"{cell:f}".replace(".", ",")


def _sheet(names: queries.Names) -> bytes:
    """The same as a sheet: words stay words, also when they look like a formula; numbers can be added up."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, names.head)
        for at, row in enumerate(names.rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(at, column, cell)
                else:
                    sheet.write_number(at, column, float(cell))
    return made.getvalue()
