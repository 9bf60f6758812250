"""A volunteer's own file: what she read, what she promises, what is still to do; with or without an account."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.permissions import PersonRequest, person_page
from gebuur.apps.outbox.queries import get_link_for
from gebuur.apps.volunteers import queries
from gebuur.apps.volunteers.forms.legal import NoteForm
from gebuur.apps.volunteers.models import Offer
from gebuur.apps.volunteers.views.legal import paper_answer, press


@person_page
def file_mine(request: PersonRequest) -> HttpResponse:
    """One's own file, for who signed in."""
    offer = queries.get_own_offer(request.me)
    return _show(request, offer, lambda item: reverse("volunteers:paper-mine", args=[item]))


@person_page
def paper_mine(request: PersonRequest, key: str) -> HttpResponse:
    """One of one's own texts, to print."""
    return paper_answer(queries.get_own_offer(request.me), key)


def file_link(request: HttpRequest, token: str) -> HttpResponse:
    """One's own file, by the link of a mail or the code of a letter."""
    offer = _by_link(token)
    return _show(request, offer, lambda item: reverse("volunteers:paper-link", args=[token, item]))


def paper_link(request: HttpRequest, token: str, key: str) -> HttpResponse:
    """One of one's own texts, to print, by the same link."""
    return paper_answer(_by_link(token), key)


def _by_link(token: str) -> Offer:
    link = get_link_for(token, "volunteers:file-link", now=timezone.now())
    return queries.get_own_offer(link.person)


def _show(request: HttpRequest, offer: Offer, address: Any) -> HttpResponse:
    """What is in order, what she can do herself, and the texts to read."""
    form = NoteForm(request.POST) if request.method == "POST" else NoteForm()
    if request.method == "POST" and press(offer, form, actor=offer.person):
        messages.success(request, _("Noted. Thank you."))
        return redirect(request.path)
    today = timezone.localdate()
    lines = queries.file_of(offer, on=today, reader=offer.person)
    papers = queries.papers_for(offer, on=today, language=get_language() or "nl")
    context = {
        "place": offer.neighbourhood,
        "offer": offer,
        "form": form,
        "lines": lines if offer.is_organised else [],
        "missing": [line for line in lines if not line.is_done],
        "papers": [(paper, address(paper.item)) for paper in papers],
        "accounts": queries.own_accounts(offer, today=today),
        "today": today.isoformat(),
    }
    return render(request, "volunteers/file_mine.html", context)
