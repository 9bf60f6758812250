"""Does everybody get a chance: how long people wait, and how evenly we ask."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.mirror.views.fairness_parts import parts_of
from gebuur.apps.neighbourhood.permissions import StaffRequest, figures_page, is_staff
from gebuur.core.charts import Table


@figures_page
@require_GET
def fairness(request: StaffRequest) -> HttpResponse:
    """The figures, each with a sentence first; groups that are too small stand together or stay away."""
    context = {
        "parts": parts_of(request.place),
        "here": "mirror",
        "figures_only": not is_staff(request.me),
    }
    return render(request, "mirror/fairness.html", context)


@figures_page
@require_GET
def fairness_csv(request: StaffRequest) -> HttpResponse:
    """The same figures as one file."""
    rows = [
        [part.table.caption, row[0], head, cell]
        for part in parts_of(request.place)
        for row in part.table.rows
        for head, cell in zip(part.table.head[1:], row[1:], strict=True)
    ]
    head = (_("Table"), _("Who"), _("What"), _("Figure"))
    file = Table(_("Does everybody get a chance"), head, rows).as_csv()
    answer = HttpResponse(file, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="gebuur.csv"'
    return answer
