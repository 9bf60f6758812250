"""The page of a service: opened by a link or a code, without account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gebuur.apps.boundaries import actions, queries
from gebuur.apps.boundaries.forms.hand_overs import ReplyForm
from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.outbox.queries import get_link_for
from gebuur.core.errors import RuleBroken


def reply(request: HttpRequest, token: str) -> HttpResponse:
    """A service reads the question, takes it on, and sends a word back."""
    link = get_link_for(token, "boundaries:reply", now=timezone.now())
    handed = queries.get_hand_over_by_link(link)
    form = ReplyForm(initial={"answered_by": handed.accepted_by or handed.to_name})
    if request.method == "POST":
        takes = request.POST.get("answer") == "accept"
        form = ReplyForm(request.POST, with_message=not takes)
        if form.is_valid():
            try:
                handed = _answer(handed, form, takes=takes)
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                form = ReplyForm(initial={"answered_by": handed.accepted_by})
    context = {
        "handed": handed,
        "form": form,
        "place": handed.neighbourhood,
        "reference": queries.reference_of(handed),
    }
    return render(request, "boundaries/reply.html", context)


def _answer(handed: HandOver, form: ReplyForm, *, takes: bool) -> HandOver:
    said = form.cleaned_data
    if takes:
        return actions.accept_hand_over(handed, accepted_by=said["answered_by"], actor=None)
    return actions.answer_hand_over(handed, actor=None, **said)
