"""A flyer: as it will look, as a file to print, and the page behind its QR code."""

import uuid
from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from gebuur.apps.neighbourhood.permissions import CHOSEN, StaffRequest, person_of, staff_page
from gebuur.apps.volunteers.queries import flyers as queries
from gebuur.apps.volunteers.views.offer import FLYER
from gebuur.core import qr
from gebuur.core.errors import NotForYou


@staff_page
@require_GET
def flyer(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The flyer as it will look, with the file beside it."""
    found = queries.get_flyer_for(request.me, pk)
    address = queries.address_of(found)
    context = {
        "flyer": found,
        "sides": [asdict(side) for side in queries.sides_of(found)],
        "phone": queries.phone_of(found),
        "contact": queries.contact_of(found),
        "address": address.partition("://")[2],
        "square": qr.square(address),
        "strips": range(queries.STRIPS),
        "here": "offers",
    }
    return render(request, "volunteers/flyer.html", context)


@staff_page
@require_GET
def flyer_pdf(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The same on A4, to print and cut."""
    found = queries.get_flyer_for(request.me, pk)
    answer = HttpResponse(queries.flyer_pdf(found), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="flyer.pdf"'
    return answer


def offer_from(request: HttpRequest, code: str) -> HttpResponse:
    """Who scanned a flyer first reads what is needed; it is remembered that she came with it."""
    found = queries.get_flyer_by_code(code)
    me = person_of(request)
    if me is not None and me.neighbourhood_id != found.neighbourhood_id:
        raise NotForYou
    if request.method == "POST":
        request.session[CHOSEN] = str(found.neighbourhood_id)
        request.session[FLYER] = found.code
        return redirect("volunteers:offer-start")
    side = queries.side_of(found, language=get_language() or queries.FIRST)
    context = {"side": side, "place": found.neighbourhood, "contact": queries.contact_of(found)}
    return render(request, "volunteers/offer_from.html", context)
