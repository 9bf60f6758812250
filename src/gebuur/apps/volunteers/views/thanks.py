"""Saying thank you: the page where it is written, and the card that is given by hand."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.privacy.actions import note_sight
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.forms.thanks import ThankForm
from gebuur.core.errors import RuleBroken
from gebuur.core.pdf import render as set_on_paper
from gebuur.core.presses import once


@staff_page
@once
def thank(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Write a thank-you, below those that she heard before."""
    offer = queries.get_offer_for(request.me, pk)
    note_sight(offer.person, reader=request.me, page="volunteers:thank")
    if request.method == "POST":
        form = ThankForm(request.POST)
        if form.is_valid():
            try:
                given = actions.thank(
                    offer, actor=request.me, now=timezone.now(), **form.cleaned_data
                )
            except RuleBroken as error:
                form.add_error("channel", str(error))
            else:
                messages.success(request, _("Your thank-you is noted."))
                if form.cleaned_data["channel"] == Channel.DESK:
                    return redirect("volunteers:thank-card", pk=given.pk)
                return redirect("volunteers:offer-detail", pk=offer.pk)
    else:
        form = ThankForm(initial={"channel": queries.best_way_to_thank(offer.person)})
    context = {
        "here": "offers",
        "offer": offer,
        "form": form,
        "thanks": queries.list_thanks(offer),
    }
    return render(request, "volunteers/thank.html", context)


@staff_page
@require_GET
def thank_card(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The card to print, sign and hand over, in the language of who gets it."""
    given = queries.get_thank_you_for(request.me, pk)
    person = given.offer.person
    note_sight(person, reader=request.me, page="volunteers:thank")
    with translation.override(person.language):
        card = {
            "heading": _("Thank you, %(name)s") % {"name": person.first_name},
            "words": given.words,
            "giver": given.giver.first_name,
            "place": given.neighbourhood.name,
        }
    file = set_on_paper("thanks.typ", card, language=person.language, title=card["heading"])
    answer = HttpResponse(file, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="gebuur.pdf"'
    return answer
