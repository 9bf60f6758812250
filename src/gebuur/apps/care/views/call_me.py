"""A neighbour asks to be phoned back."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries import queries as boundaries
from gebuur.apps.care.forms.call_me import CallMeForm
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.apps.neighbourhood.permissions import place_of
from gebuur.apps.outbox import actions as outbox
from gebuur.core.limits import may_try
from gebuur.core.presses import is_first_press

PER_HOUR = 12


def call_me(request: HttpRequest) -> HttpResponse:
    """Put the number on the call-back list; words of danger show the right lines on the answer."""
    place = place_of(request)
    if place is None:
        raise Http404
    if request.method == "POST":
        form = CallMeForm(request.POST)
        if form.is_valid():
            if may_try("call-me", request.META.get("REMOTE_ADDR", ""), per_hour=PER_HOUR):
                _note(request, place, form)
                lines = boundaries.lines_for(form.cleaned_data["about"], place.organisation)
                return render(request, "care/call_me_done.html", {"lines": lines})
            messages.error(
                request, _("Many questions came from here just now. Wait an hour, or phone us.")
            )
            return redirect("call")
    else:
        form = CallMeForm()
    return render(request, "care/call_me.html", {"form": form})


@transaction.atomic
def _note(request: HttpRequest, place: Neighbourhood, form: CallMeForm) -> None:
    """Put it on the list; pressing again shows the same page, and does not make us phone twice."""
    if is_first_press(request):
        outbox.add_call(place, actor=None, call_at=timezone.now(), **form.cleaned_data)
