"""Help within and between streets, in words, on the map and as tables."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.mirror.queries.capacity import Capacity, list_capacities
from gebuur.apps.mirror.queries.flows import Flows, look_at_flows
from gebuur.apps.mirror.queries.steady_ties import MARKS
from gebuur.apps.neighbourhood.models import Street
from gebuur.apps.neighbourhood.permissions import StaffRequest, figures_page, is_staff
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.core.charts import Arrow, Picture, Table, Way, draw_streets

MOST_ARROWS = 12


@figures_page
@require_GET
def flows(request: StaffRequest) -> HttpResponse:
    """The finding first, then the map with its table, the streets, and what one bridge more would do."""
    now = timezone.now()
    found = look_at_flows(request.place, now=now)
    streets = list(list_streets(request.place))
    context = {
        "found": found,
        "of_twelve": None if found.inside is None else 3 * found.inside,
        "picture": _picture(found, streets),
        "table": _flow_table(found),
        "streets": _street_table(found, list_capacities(streets, now=now)),
        "here": "mirror",
        "figures_only": not is_staff(request.me),
    }
    return render(request, "mirror/flows.html", context)


@figures_page
@require_GET
def flows_csv(request: StaffRequest) -> HttpResponse:
    """Both tables of that page as one file."""
    now = timezone.now()
    found = look_at_flows(request.place, now=now)
    capacities = list_capacities(list_streets(request.place), now=now)
    rows = [
        [table.caption, row[0], head, cell]
        for table in (_flow_table(found), _street_table(found, capacities))
        for row in table.rows
        for head, cell in zip(table.head[1:], row[1:], strict=True)
    ]
    head = (_("Table"), _("What it is about"), _("Column"), _("Figure"))
    file = Table(_("Help between streets"), head, rows).as_csv()
    answer = HttpResponse(file, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="gebuur-streets.csv"'
    return answer


def _picture(found: Flows, streets: list[Street]) -> Picture | None:
    """The map with an arrow for each flow between two streets that is printed."""
    if not any(street.lines for street in streets):
        return None
    place = {street.pk: number for number, street in enumerate(streets)}
    helped = [one for one in found.flows if one.giver != one.receiver][:MOST_ARROWS]
    within = {one.street.pk for one in found.streets if one.within is not None}
    return draw_streets(
        "flows",
        title=_("Where help and ties go from one street to another"),
        desc=_(
            "An arrow goes from the street that helped; a bow without a head is a tie both ways."
        ),
        ways=[
            Way(str(place[street.pk] + 1), street.lines, is_lively=street.pk in within)
            for street in streets
        ],
        arrows=[
            Arrow(place[one.giver.pk], place[one.receiver.pk], MARKS.index(one.times) / 2)
            for one in helped
        ]
        + [
            Arrow(place[one.a.pk], place[one.b.pk], MARKS.index(one.ties) / 2, has_head=False)
            for one in found.between[:MOST_ARROWS]
        ],
    )


def _flow_table(found: Flows) -> Table:
    head = (_("From"), _("To"), _("How many"))
    rows = [
        (
            one.giver.name,
            _("within the street") if one.giver == one.receiver else one.receiver.name,
            _("at least %(n)s times") % {"n": one.times},
        )
        for one in found.flows
    ]
    rows += [
        (one.a.name, one.b.name, _("at least %(n)s ties") % {"n": one.ties})
        for one in found.between
    ]
    return Table(_("Help and ties in half a year"), head, rows, is_words=True)


def _street_table(found: Flows, capacities: list[Capacity]) -> Table:
    head: tuple[Any, ...] = (
        _("Street"),
        _("Ties within"),
        _("Ties with others"),
        _("Of every 12 ties, with others"),
        _("Helpers asked in four weeks"),
        _("Answered"),
        _("Waiting questions"),
    )
    rows = [
        (
            f"{number}. {one.street.name}",
            _least(one.within),
            _least(one.between),
            "–" if one.outward is None else str(3 * one.outward),
            _least(capacity.asked),
            _least(capacity.answered),
            _least(capacity.waiting),
        )
        for number, (one, capacity) in enumerate(zip(found.streets, capacities, strict=True), 1)
    ]
    return Table(_("Street by street"), head, rows, is_words=True)


def _least(number: int | None) -> str:
    return _("few") if number is None else _("at least %(n)s") % {"n": number}
