"""The money book of a group, a year at a time. Only its members read it."""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from gebuur.apps.initiatives.models import Initiative, MoneyLine
from gebuur.core.charts import Table
from gebuur.core.errors import NotForYou


@dataclass(frozen=True)
class Euros:
    """An amount in cents that reads itself aloud: `1.760,83`, with a minus that stays with its number."""

    cents: int

    def __str__(self) -> str:
        said = number_format(Decimal(abs(self.cents)) / 100, 2, force_grouping=True)
        return ("\u2212" if self.cents < 0 else "") + said.replace(" ", "\xa0")

    def __bool__(self) -> bool:
        return self.cents != 0

    @property
    def in_a_cell(self) -> str:
        """As a Belgian spreadsheet reads it; never with a sign that looks like a formula."""
        said = f"{Decimal(abs(self.cents)) / 100:.2f}".replace(".", ",")
        return ("\u2212" if self.cents < 0 else "") + said


@dataclass(frozen=True)
class BookLine:
    """A line with what was left after it."""

    line: MoneyLine
    what: str
    coming_in: Euros
    going_out: Euros
    left: Euros
    is_undone: bool


@dataclass(frozen=True)
class Book:
    """One year: what there was, each line, what there is; and what there is today."""

    year: int
    years: list[int]
    start: Euros
    lines: list[BookLine]
    coming_in: Euros
    going_out: Euros
    end: Euros
    today: Euros


def get_book(initiative: Initiative, year: int) -> Book:
    """The book of one year; the years are those with a line, and this one."""
    every = MoneyLine.objects.filter(initiative=initiative)
    rows = every.filter(on__year=year).order_by("on", "noted_at", "pk")
    rows = rows.select_related("noted_by__person", "typed_by", "against", "undone_by")
    start = _sum(every.filter(on__year__lt=year))
    lines, left = [], start
    for row in rows:
        left += row.cents
        lines.append(_book_line(row, left))
    years = every.dates("on", "year")
    return Book(
        year=year,
        years=sorted({year, *(day.year for day in years)}, reverse=True),
        start=Euros(start),
        lines=lines,
        coming_in=Euros(sum(one.coming_in.cents for one in lines)),
        going_out=Euros(sum(one.going_out.cents for one in lines)),
        end=Euros(left),
        today=Euros(_sum(every)),
    )


def get_money_line_for(initiative: Initiative, pk: uuid.UUID) -> MoneyLine:
    """A line of this group's book."""
    found = MoneyLine.objects.filter(initiative=initiative, pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def book_table(book: Book) -> Table:
    """The year as a table for a spreadsheet."""
    head = [_("Day"), _("What"), _("In"), _("Out"), _("Left")]
    rows = [[f"01/01/{book.year}", _("Left from before"), "", "", book.start.in_a_cell]]
    rows += [
        [f"{one.line.on:%d/%m/%Y}", one.what, _cell(one.coming_in), _cell(one.going_out), one.left.in_a_cell]
        for one in book.lines
    ]  # fmt: skip
    whole = (book.coming_in.in_a_cell, book.going_out.in_a_cell, book.end.in_a_cell)
    rows.append([f"31/12/{book.year}", _("The whole year"), *whole])
    return Table(str(book.year), head, rows)


def check_year(typed: str, *, today: dt.date) -> int:
    """The year somebody asks for; rubbish is this year."""
    is_year = typed.isascii() and typed.isdigit() and len(typed) == len("2026")
    return int(typed) if is_year and int(typed) else today.year


def _cell(amount: Euros) -> str:
    return amount.in_a_cell if amount else ""


def _book_line(line: MoneyLine, left: int) -> BookLine:
    undoes = _("Set right: %(what)s") % {"what": line.what}
    return BookLine(
        line=line,
        what=undoes if line.against_id else line.what,
        coming_in=Euros(max(0, line.cents)),
        going_out=Euros(max(0, -line.cents)),
        left=Euros(left),
        is_undone=hasattr(line, "undone_by"),
    )


def _sum(lines: QuerySet[MoneyLine]) -> int:
    return lines.aggregate(cents=Sum("cents"))["cents"] or 0
