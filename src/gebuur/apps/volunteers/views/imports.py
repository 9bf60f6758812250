"""Bringing a list of people in, step by step; nothing is written before the last press."""

import io
import uuid

import xlsxwriter
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.neighbourhood.permissions import StaffRequest, coordinator_page
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.forms.imports import ColumnsForm, FileForm
from gebuur.apps.volunteers.models import Import
from gebuur.core.errors import RuleBroken

SHOWN, LAST = 300, 10
HEAD = ("Voornaam", "Familienaam", "Telefoon", "E-mail", "Straat", "Huisnummer", "Talen", "Taken")
EXAMPLE = (
    "Godelieve",
    "Voorbeeld",
    "09 000 00 42",
    "",
    "Spoelstraat",
    "9",
    "nl",
    "Wandelen, Een babbel",
)


@coordinator_page
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
    head = imported.rows[0]
    if request.method == "POST":
        form = ColumnsForm(request.POST, head=head, kind=imported.kind)
        if form.is_valid():
            actions.check_import(imported, form.columns(), actor=request.me)
            return redirect("volunteers:import-check", pk=pk)
    else:
        start = imported.columns or queries.guess_columns(head)
        form = ColumnsForm(
            head=head,
            kind=imported.kind,
            initial={what: str(place) for what, place in start.items()},
        )
    context = {
        "form": form,
        "imported": imported,
        "first_rows": imported.rows[1:4],
        "head": head,
        "here": "people",
    }
    return render(request, "volunteers/import_map.html", context)


@coordinator_page
def import_check(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """See row by row what would be written, then write it."""
    imported = queries.get_import_for(request.me, pk)
    if request.method == "POST":
        also = {int(line) for line in request.POST.getlist("also") if line.isdigit()}
        count = actions.write_import(imported, actor=request.me, also=also, now=timezone.now())
        messages.success(request, _("%(count)d people are written down.") % {"count": count})
        return redirect("volunteers:import-check", pk=pk)
    rows = queries.read_rows(imported) if imported.state == Import.State.CHECKED else []
    context = {
        "imported": imported,
        "rows": rows[:SHOWN],
        "right": sum(row.is_right for row in rows),
        "wrong": [row for row in rows if row.problem][:SHOWN],
        "alike": [row for row in rows if row.looks_like is not None][:SHOWN],
        "written": imported.persons.count(),
        "here": "people",
    }
    return render(request, "volunteers/import_check.html", context)


@coordinator_page
@require_POST
def import_undo(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a list back within a day; whoever is in use already stays, by name."""
    imported = queries.get_import_for(request.me, pk)
    try:
        gone, stay = actions.undo_import(imported, actor=request.me, now=timezone.now())
    except RuleBroken as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("%(count)d people were taken back.") % {"count": gone})
        if stay:
            names = ", ".join(person.full_name for person in stay[:10])
            messages.info(
                request,
                _("These stay, since they asked or answered already: %(names)s.")
                % {"names": names},
            )
    return redirect("volunteers:import-new")


@coordinator_page
def import_template(request: StaffRequest, kind: str) -> HttpResponse:
    """An empty list to fill in, as CSV or XLSX."""
    if kind == "csv":
        lines = [";".join(HEAD), ";".join(f'"{cell}"' for cell in EXAMPLE)]
        answer = HttpResponse(
            "\ufeff" + "\r\n".join(lines) + "\r\n", content_type="text/csv; charset=utf-8"
        )
    else:
        answer = HttpResponse(
            _sheet(),
            content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )
    answer["Content-Disposition"] = (
        f'attachment; filename="gebuur-lijst.{"csv" if kind == "csv" else "xlsx"}"'
    )
    return answer


def _sheet() -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, EXAMPLE)
    return made.getvalue()
