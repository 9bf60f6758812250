"""Bringing a list of people in, step by step; nothing is written before the last press."""

import io
import uuid
from typing import Any

import xlsxwriter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.boundaries.models import Light
from gebuur.apps.boundaries.queries import in_language, list_tasks
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.neighbourhood.permissions import StaffRequest, coordinator_page
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.forms.imports import ColumnsForm, FileForm
from gebuur.apps.volunteers.models import Import
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import once

SHOWN, LAST, MOST_DIGITS = 300, 10, 6
# The empty list, in the two languages whose column names we know: its head, and one made-up neighbour.
EMPTY_LISTS = {
    "nl": {
        "Voornaam": "Voorbeeld", "Familienaam": "Van Hierboven", "Telefoon": "09 000 00 42", "E-mail": "",
        "Straat": "{street}", "Huisnummer": "9", "Talen": "Nederlands", "Taken": "{tasks}",
        "Wanneer": "dinsdag namiddag, donderdag", "Per maand": "4",
    },
    "en": {
        "First name": "Example", "Last name": "From Above", "Phone": "09 000 00 42", "E-mail": "",
        "Street": "{street}", "House number": "9", "Languages": "Dutch", "Tasks": "{tasks}",
        "When": "Tuesday afternoon, Thursday", "Per month": "4",
    },
}  # fmt: skip


@coordinator_page
@once
def import_new(request: StaffRequest) -> HttpResponse:
    """Choose a file."""
    if request.method == "POST":
        form = FileForm(request.POST, request.FILES)
        if form.is_valid():
            name = str(getattr(request.FILES["file"], "name", ""))
            made = actions.start_import(
                form.cleaned_data["kind"],
                form.cleaned_data["file"],
                file_name=name,
                actor=request.me,
            )
            return redirect("volunteers:import-map", pk=made.pk)
    else:
        form = FileForm()
    last = queries.list_imports(request.place)[:LAST]
    return render(
        request, "volunteers/import_new.html", {"form": form, "last": last, "here": "people"}
    )


@coordinator_page
def import_map(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Say which column means what; what we guessed stands there already."""
    imported = queries.get_import_for(request.me, pk)
    if imported.state not in (Import.State.MAPPING, Import.State.CHECKED):
        return redirect("volunteers:import-check", pk=pk)
    (_line, head), *rest = queries.filled_lines(imported)
    if request.method == "POST":
        form = ColumnsForm(request.POST, head=head, kind=imported.kind)
        if form.is_valid():
            actions.check_import(imported, form.columns(), actor=request.me)
            return redirect("volunteers:import-check", pk=pk)
    else:
        guess = imported.columns or queries.guess_columns(head, kind=imported.kind)
        form = ColumnsForm(
            head=head,
            kind=imported.kind,
            initial={what: str(place) for what, place in guess.items()},
        )
    context = {
        "form": form,
        "imported": imported,
        "first_rows": [row for _line, row in rest[:3]],
        "head": head,
        "here": "people",
    }
    return render(request, "volunteers/import_map.html", context)


@coordinator_page
def import_check(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """See row by row what would be written, then write it."""
    imported = queries.get_import_for(request.me, pk)
    if request.method == "POST":
        if "drop" in request.POST:
            actions.drop_import(imported, actor=request.me)
            messages.success(request, _("The list is thrown away. Nothing was written."))
            return redirect("volunteers:import-new")
        people, offers = actions.write_import(
            imported, actor=request.me, choices=_choices(request), now=timezone.now()
        )
        messages.success(request, _told(people, offers))
        return redirect("volunteers:import-check", pk=pk)
    return render(request, "volunteers/import_check.html", _shown(imported))


def _choices(request: HttpRequest) -> dict[int, str]:
    """What was chosen for each line of somebody we may know."""
    told = ((name.removeprefix("line-"), value) for name, value in request.POST.items())
    return {
        int(line): str(value)
        for line, value in told
        if line.isascii() and line.isdigit() and len(line) <= MOST_DIGITS
    }


def _told(people: int, offers: int) -> str:
    said = ngettext(
        "%(count)d person is written down.", "%(count)d people are written down.", people
    ) % {"count": people}
    if offers:
        said += " " + ngettext(
            "%(count)d offer is noted.", "%(count)d offers are noted.", offers
        ) % {"count": offers}
    return said


def _shown(imported: Import) -> dict[str, Any]:
    rows = queries.read_rows(imported) if imported.state == Import.State.CHECKED else []
    right = [row for row in rows if row.is_right]
    wrong = [row for row in rows if row.problem]
    alike = [row for row in rows if row.looks_like is not None]
    stays = imported.written.get("stays", {})
    return {
        "imported": imported,
        "right": right[:SHOWN],
        "count": len(right),
        "wrong": wrong[:SHOWN],
        "wrong_left": max(0, len(wrong) - SHOWN),
        "alike": alike[:SHOWN],
        "alike_left": max(0, len(alike) - SHOWN),
        "written": imported.persons.count(),
        "may_undo": imported.written_at is not None
        and timezone.now() - imported.written_at < actions.A_DAY,
        "stays": [(one, stays[str(one.pk)]) for one in imported.persons.all()] if stays else [],
        "here": "people",
    }


@coordinator_page
@require_POST
def import_undo(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a list back within a day; whoever is in use already stays, by name and with the reason."""
    imported = queries.get_import_for(request.me, pk)
    try:
        gone = actions.undo_import(imported, actor=request.me, now=timezone.now())
    except RuleBroken as error:
        messages.error(request, str(error))
    else:
        said = ngettext("%(count)d person is taken back.", "%(count)d people are taken back.", gone)
        messages.success(request, said % {"count": gone})
    return redirect("volunteers:import-check", pk=pk)


@coordinator_page
def import_template(request: StaffRequest, kind: str) -> HttpResponse:
    """An empty list to fill in, as CSV or XLSX, with one made-up neighbour."""
    rows = _empty_list(request.place)
    if kind == "csv":
        text = "\r\n".join(";".join(f'"{cell}"' for cell in row) for row in rows)
        answer = HttpResponse("\ufeff" + text + "\r\n", content_type="text/csv; charset=utf-8")
    else:
        answer = HttpResponse(
            _sheet(rows),
            content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )
    answer["Content-Disposition"] = (
        f'attachment; filename="gebuur-lijst.{"csv" if kind == "csv" else "xlsx"}"'
    )
    return answer


def _empty_list(place: Neighbourhood) -> list[list[str]]:
    """The head, and a row that can be brought in as it stands: our own streets and tasks."""
    language = "en" if get_language() == "en" else "nl"
    street = list_streets(place).first()
    tasks = list_tasks(place.organisation, lights=(Light.GREEN,))[:2]
    ours = {
        "street": street.name if street else "",
        "tasks": ", ".join(in_language(task.names, language).replace("\xad", "") for task in tasks),
    }
    return [
        [*EMPTY_LISTS[language]],
        [cell.format(**ours) for cell in EMPTY_LISTS[language].values()],
    ]


def _sheet(rows: list[list[str]]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return made.getvalue()
