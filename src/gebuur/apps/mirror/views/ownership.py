"""Who owns what: who began, who decided, who did and who supported."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.mirror import queries
from gebuur.apps.mirror.views.ownership_parts import Told, tell_ownership
from gebuur.apps.neighbourhood.permissions import StaffRequest, figures_page, is_staff
from gebuur.core.charts import Table
from gebuur.core.errors import NotForYou

USUAL = min(queries.BLOCKS)


@figures_page
@require_GET
def ownership(request: StaffRequest) -> HttpResponse:
    """The finding first, then the pictures with their tables."""
    weeks = _weeks(request)
    context = {
        "told": _tell(request, weeks),
        "weeks": weeks,
        "periods": [(n, f"{reverse('mirror:ownership')}?weeks={n}") for n in queries.BLOCKS],
        "file": f"{reverse('mirror:ownership-csv')}?weeks={weeks}",
        "here": "mirror",
        "figures_only": not is_staff(request.me),
    }
    return render(request, "mirror/ownership.html", context)


@figures_page
@require_GET
def ownership_csv(request: StaffRequest) -> HttpResponse:
    """All tables of that page as one file."""
    rows = [
        [table.caption, row[0], head, cell]
        for table in _tell(request, _weeks(request)).tables
        for row in table.rows
        for head, cell in zip(table.head[1:], row[1:], strict=True)
    ]
    head = (_("Table"), _("What it is about"), _("Column"), _("Figure"))
    file = Table(_("Who owns what"), head, rows).as_csv()
    answer = HttpResponse(file, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="gebuur-ownership.csv"'
    return answer


def _tell(request: StaffRequest, weeks: int) -> Told:
    promised = queries.list_promised(request.place)
    found = queries.look_at_ownership(
        request.place, weeks=weeks, now=timezone.now(), promised=promised
    )
    return tell_ownership(found, weeks=weeks, organisation=request.place.organisation)


def _weeks(request: StaffRequest) -> int:
    """How far we look back: one of three periods."""
    asked = request.GET.get("weeks") or str(USUAL)
    if asked not in {str(weeks) for weeks in queries.BLOCKS}:
        raise NotForYou
    return int(asked)
