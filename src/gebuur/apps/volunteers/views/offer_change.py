"""A volunteer changes her own offer: what, when, how far, how often, in which languages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.actions import change_person
from gebuur.apps.neighbourhood.permissions import PersonRequest, person_page
from gebuur.apps.outbox.queries import get_link_for
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.forms.offer import OwnOfferForm
from gebuur.apps.volunteers.models import Offer
from gebuur.apps.volunteers.views.offer import offerable


@person_page
def offer_change_mine(request: PersonRequest) -> HttpResponse:
    """For who signed in."""
    return _change(request, queries.get_own_offer(request.me), reverse("volunteers:offer-mine"))


def offer_change_link(request: HttpRequest, token: str) -> HttpResponse:
    """By the link to one's own offer, or the code of a letter."""
    link = get_link_for(token, "volunteers:offer-link", now=timezone.now())
    back = reverse("volunteers:offer-link", args=[token])
    return _change(request, queries.get_own_offer(link.person), back)


def _change(request: HttpRequest, offer: Offer, back: str) -> HttpResponse:
    tasks, person = offerable(offer.neighbourhood), offer.person
    if request.method == "POST":
        form = OwnOfferForm(request.POST, tasks=tasks, offer=offer)
        if form.is_valid():
            actions.change_offer(offer, actor=person, **form.facts(tasks))
            change_person(person, actor=person, languages=form.spoken_now())
            messages.success(request, _("Changed."), extra_tags="check")
            return redirect(back)
    else:
        form = OwnOfferForm(tasks=tasks, offer=offer)
    context = {"place": offer.neighbourhood, "form": form, "back_url": back}
    return render(request, "volunteers/offer_change.html", context)
