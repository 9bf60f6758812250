"""The money book: members read it, who keeps the money writes in it."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms.money import MoneyForm
from gebuur.apps.initiatives.permissions import MemberRequest, can_write_money, member_page
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import once


@member_page
@once
def money_book(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """A year of the book, and a form for who writes in it."""
    today, may_write = timezone.localdate(), can_write_money(request.seat)
    if request.method == "POST":
        if not may_write:
            raise PermissionDenied
        form = MoneyForm(request.POST, today=today)
        if form.is_valid():
            line = actions.note_money(actor=request.seat, now=timezone.now(), **form.facts())
            messages.success(request, _("It is in the book."))
            return redirect(f"{request.path}?year={line.on.year}")
    else:
        form = MoneyForm(today=today, initial={"on": today})
    year = queries.check_year(request.GET.get("year", ""), today=today)
    context = {
        "form": form,
        "may_write": may_write,
        "book": queries.get_book(request.initiative, year),
        "tab": "money",
    }
    return render(request, "initiatives/money_book.html", context)


@require_POST
@member_page
def money_undo(request: MemberRequest, pk: uuid.UUID, line: uuid.UUID) -> HttpResponse:
    """Set a line right with a line against it."""
    found = queries.get_money_line_for(request.initiative, line)
    try:
        actions.undo_money(found, actor=request.seat, now=timezone.now())
    except RuleBroken as error:
        messages.error(request, str(error), extra_tags="circle-alert")
    else:
        messages.success(request, _("Set right with a line against it. Both stay in the book."))
    return redirect("initiatives:money-book", pk=pk)


@require_GET
@member_page
def money_file(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    """A year of the book for a spreadsheet."""
    year = queries.check_year(request.GET.get("year", ""), today=timezone.localdate())
    file = queries.book_table(queries.get_book(request.initiative, year)).as_csv()
    answer = HttpResponse(file, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="gebuur-{year}.csv"'
    return answer
