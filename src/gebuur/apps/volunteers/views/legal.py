"""Legal files as staff sees them: one file, and who misses what."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import StaffRequest, is_coordinator, staff_page
from gebuur.apps.privacy.actions import note_sight
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.forms.legal import BACK, ManyForm, NoteForm
from gebuur.apps.volunteers.models import LegalItem, Offer
from gebuur.core.errors import NotForYou, RuleBroken


@staff_page
def legal_file(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Which rules run for this offer, and what is in order; one press for each item."""
    offer = queries.get_offer_for(request.me, pk)
    note_sight(offer.person, reader=request.me, page="volunteers:legal-file")
    form = NoteForm(request.POST) if "item" in request.POST else NoteForm()
    if request.method == "POST" and _act(request, offer, form):
        return redirect("volunteers:legal-file", pk=offer.pk)
    today = timezone.localdate()
    lines = queries.file_of(offer, on=today, reader=request.me)
    context = {
        "offer": offer,
        "form": form,
        "lines": lines,
        "missing": [line for line in lines if not line.is_done],
        "today": today.isoformat(),
        "here": "offers",
    }
    return render(request, "volunteers/legal_file.html", context)


def _act(request: StaffRequest, offer: Offer, form: NoteForm) -> bool:
    """Do what was pressed; False when something must be mended."""
    if "rules" in request.POST:
        is_organised = request.POST["rules"] == "organised"
        actions.choose_rules(offer, is_organised=is_organised, actor=request.me)
    elif "send" in request.POST:
        actions.send_file(offer, actor=request.me, now=timezone.now())
        messages.success(request, _("It is on its way, with a link to this file."))
        return True
    elif not press(offer, form, actor=request.me):
        return False
    messages.success(request, _("Noted."))
    return True


def press(offer: Offer, form: NoteForm, *, actor: Person) -> bool:
    """Note or take back one item; False when the form says what to mend."""
    if not form.is_valid():
        return False
    item, (answer, way) = LegalItem(form.cleaned_data["item"]), form.cleaned_data["press"]
    now = timezone.now()
    try:
        if answer == BACK:
            actions.take_back_note(offer, item, actor=actor, now=now)
        else:
            on = form.cleaned_data["on"]
            actions.note_item(offer, item, actor=actor, on=on, now=now, way=way, answer=answer)
    except PermissionDenied:
        form.add_error(None, _("Somebody else does this. The page says who."))
    except RuleBroken as error:
        form.add_error("on", str(error))
    return not form.errors


@staff_page
def legal_paper(request: StaffRequest, pk: uuid.UUID, key: str) -> HttpResponse:
    """A text with this volunteer's name in it, to print and sign."""
    offer = queries.get_offer_for(request.me, pk)
    note_sight(offer.person, reader=request.me, page="volunteers:legal-paper")
    return paper_answer(offer, key)


def paper_answer(offer: Offer, item: str) -> HttpResponse:
    """One of the texts of a volunteer as PDF; its name says nothing."""
    if item not in queries.TEXT_ITEMS:
        raise NotForYou
    today = timezone.localdate()
    text = queries.text_in_force(offer.neighbourhood.organisation, LegalItem(item), on=today)
    paper = queries.paper_of(
        text, offer.neighbourhood, queries.blanks_of(offer), language=get_language() or "nl"
    )
    signers = [offer.person.full_name]
    if item == LegalItem.AGREEMENT:
        signers.append(offer.neighbourhood.organisation.name)
    foot = _("Version %(version)d") % {"version": paper.version}
    made = queries.pdf_of(
        paper,
        offer.neighbourhood,
        signers=signers if item != LegalItem.INFORMATION else [],
        foot=foot,
    )
    return pdf_answer(made)


def pdf_answer(made: bytes) -> HttpResponse:
    """A sheet to print."""
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="gebuur.pdf"'
    return answer


@staff_page
def legal_list(request: StaffRequest) -> HttpResponse:
    """Who misses what; and one item ticked for everybody who was there."""
    today = timezone.localdate()
    files = queries.list_open_files(request.place, on=today)
    offers = {str(one.offer.pk): one.offer for one in files}
    items = [one.item for one in queries.asked_by(request.place.organisation, on=today)]
    start = {"on": today, "way": "meeting"}
    if request.method == "POST":
        form = ManyForm(request.POST, offers=list(offers), items=items)
        if form.is_valid() and _note_many(request, form, offers):
            return redirect("volunteers:legal-list")
    else:
        form = ManyForm(initial=start, offers=list(offers), items=items)
    context = {
        "files": files,
        "form": form,
        "ticked": request.POST.getlist("offers"),
        "may_choose": is_coordinator(request.me),
        "here": "offers",
    }
    return render(request, "volunteers/legal_list.html", context)


def _note_many(request: StaffRequest, form: ManyForm, offers: dict[str, Offer]) -> bool:
    data = form.cleaned_data
    try:
        number = actions.note_for_many(
            [offers[pk] for pk in data["offers"]],
            LegalItem(data["item"]),
            actor=request.me,
            on=data["on"],
            now=timezone.now(),
            way=data["way"],
        )
    except PermissionDenied:
        form.add_error("item", _("The coordinator does this. Ask her, or choose something else."))
        return False
    except RuleBroken as error:
        form.add_error("on", str(error))
        return False
    said = ngettext("Noted for %(n)d volunteer.", "Noted for %(n)d volunteers.", number)
    messages.success(request, said % {"n": number})
    return True
