"""What an organisation asks of its volunteers, and in which words."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.permissions import (
    StaffRequest,
    coordinator_page,
    is_coordinator,
    staff_page,
)
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.forms.legal import NewOffersForm, RequirementsForm, TextForm
from gebuur.apps.volunteers.models import LegalItem
from gebuur.apps.volunteers.views.legal import pdf_answer
from gebuur.core.errors import NotForYou, RuleBroken
from gebuur.core.presses import once


@coordinator_page
def legal_rules(request: StaffRequest) -> HttpResponse:
    """How new offers begin here, which papers are asked, who does them, and the texts."""
    organisation = request.place.organisation
    asked = queries.requirements_of(organisation)
    begin = "organised" if queries.begins_organised(request.place.pk) else "neighbours"
    start, papers = NewOffersForm(initial={"begin": begin}), RequirementsForm(asked=asked)
    if "begin" in request.POST:
        start = NewOffersForm(request.POST)
        if start.is_valid():
            is_organised = start.cleaned_data["begin"] == "organised"
            actions.choose_for_new_offers(
                request.place, is_organised=is_organised, actor=request.me, now=timezone.now()
            )
            return _kept(request)
    elif request.method == "POST":
        papers = RequirementsForm(request.POST, asked=asked)
        if papers.is_valid():
            actions.require(organisation, papers.asked(), actor=request.me)
            return _kept(request)
    context = {
        "start": start,
        "papers": papers,
        "texts": queries.texts_in_force(organisation, on=timezone.localdate()),
        "here": "offers",
    }
    return render(request, "volunteers/legal_rules.html", context)


def _kept(request: StaffRequest) -> HttpResponse:
    messages.success(request, _("Kept."))
    return redirect("volunteers:legal-rules")


@staff_page
@once
def legal_text(request: StaffRequest, key: str) -> HttpResponse:
    """A text with its older versions; the coordinator rewords it here."""
    if key not in queries.TEXT_ITEMS:
        raise NotForYou
    kind, today = LegalItem(key), timezone.localdate()
    organisation, may_reword = request.place.organisation, is_coordinator(request.me)
    text = queries.text_in_force(organisation, kind, on=today)
    if request.method == "POST" and may_reword:
        form = TextForm(request.POST)
        if form.is_valid() and _reword(request, kind, form):
            return redirect("volunteers:legal-text", key=key)
    else:
        form = TextForm(initial=TextForm.start_with(text, on=today))
    context = {
        "text": text,
        "paper": queries.paper_of(text, request.place, {}, language=get_language() or "nl"),
        "versions": queries.list_versions(organisation, kind),
        "form": form if may_reword else None,
        "here": "offers",
    }
    return render(request, "volunteers/legal_text.html", context)


def _reword(request: StaffRequest, item: LegalItem, form: TextForm) -> bool:
    data = form.cleaned_data
    try:
        actions.reword(
            request.place.organisation,
            item,
            form.words(),
            actor=request.me,
            valid_from=data["valid_from"],
            asks_again=data["asks_again"],
        )
    except RuleBroken as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, _("Kept as a new version. The older ones stay."))
    return True


@staff_page
def legal_text_pdf(request: StaffRequest, key: str) -> HttpResponse:
    """One version of a text, to print; what is still to fill in stands between braces."""
    version = request.GET.get("version", "")
    text = queries.get_version(request.place.organisation, key, version, on=timezone.localdate())
    paper = queries.paper_of(text, request.place, {}, language=get_language() or "nl")
    foot = _("Version %(version)d") % {"version": text.version}
    return pdf_answer(queries.pdf_of(paper, request.place, signers=[], foot=foot))
