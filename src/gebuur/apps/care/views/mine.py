"""The seeker's own page behind her link: who comes, whom we ask, what we do now."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.care import actions, queries
from gebuur.apps.care.models import HelpRequest, Visit
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.queries import get_link_for
from gebuur.apps.volunteers.models import Offer
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.ids import as_uuid


def mine(request: HttpRequest, token: str) -> HttpResponse:
    """Who comes, what we do now; choosing whom we ask, and calling off without a reason."""
    link = get_link_for(token, "care:mine", now=timezone.now())
    found = queries.get_request(link.thing)
    if request.method == "POST":
        try:
            said = _act(request, found, link.person)
        except RuleBroken as error:
            messages.error(request, str(error))
        else:
            messages.success(request, said)
        return redirect("care:mine", token=token)
    now = timezone.now()
    context = {
        "asked": found,
        "coming": queries.list_coming(found, today=timezone.localdate(now)),
        "choices": queries.choices_for(found, now=now),
        "token": token,
    }
    return render(request, "care/mine.html", context | queries.what_happens_next(found))


def _act(request: HttpRequest, found: HelpRequest, seeker: Person) -> str:
    """Do what was pressed, and say it."""
    if "visit" in request.POST:
        actions.call_off_visit(_visit_of(found, request), actor=seeker, now=timezone.now())
        return _("It is called off. We tell your neighbour.")
    if "chosen" in request.POST:
        return _choose(request, found, seeker)
    if "stop" in request.POST:
        actions.stop_request(found, actor=seeker, reason="not_needed", word_to_seeker="")
        return _("Your question is closed. You can always ask again.")
    raise RuleBroken(_("Press one of the buttons."))


def _choose(request: HttpRequest, found: HelpRequest, seeker: Person) -> str:
    wanted = set(map(as_uuid, request.POST.getlist("choose")))
    choices = queries.choices_for(found, now=timezone.now())
    if not choices:
        raise actions.RequestClosed(_("Somebody is asked already, or the question is closed."))
    chosen = [one.offer for one in choices if one.offer in wanted]
    offers = Offer.objects.select_related("person__neighbourhood").in_bulk(chosen)
    row = [offers[pk] for pk in chosen]
    actions.pick_helpers(found, row, actor=seeker, now=timezone.now())
    return _("Thank you. We ask them one by one. You hear from us.")


def _visit_of(found: HelpRequest, request: HttpRequest) -> Visit:
    planned = Visit.objects.filter(match__request=found, state=Visit.State.PLANNED)
    pk = as_uuid(request.POST["visit"])
    chosen = planned.filter(pk=pk).first() if pk else None
    if chosen is None:
        raise NotForYou
    return chosen
