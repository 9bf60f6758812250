"""Pages that open with the link of a mail or the code of a letter: no account, one purpose each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from gebuur.apps.care import actions, queries
from gebuur.apps.care.forms.answers import ConfirmForm, FeedbackForm, WorryForm
from gebuur.apps.care.models import Match, Proposal, Visit
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.outbox.queries import get_link_for
from gebuur.apps.privacy.actions import note_sight
from gebuur.core.errors import RuleBroken


def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The helper says yes or not this time; both are one press, neither asks a reason."""
    link = get_link_for(token, "care:answer", now=timezone.now())
    proposal = queries.get_proposal(link.thing)
    if request.method == "POST":
        said_yes = request.POST.get("answer") == "yes"
        say = actions.say_yes if said_yes else actions.say_not_this_time
        try:
            say(proposal, actor=link.person, now=timezone.now())
        except RuleBroken as error:
            return render(request, "care/link_over.html", {"sentence": str(error)})
        return render(
            request, "care/answer_done.html", {"said_yes": said_yes, "proposal": proposal}
        )
    context = queries.what_we_ask(proposal) | {"proposal": proposal, "person": link.person}
    return render(request, "care/answer.html", context)


def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The seeker says yes to this helper and chooses the first time, or asks for somebody else."""
    link = get_link_for(token, "care:confirm", now=timezone.now())
    proposal = queries.get_proposal(link.thing)
    form = ConfirmForm(initial=queries.first_moment(proposal, now=timezone.now()))
    if request.method == "POST":
        if request.POST.get("answer") == "no":
            return _other_helper(request, proposal, link.person)
        form = ConfirmForm(request.POST)
        if form.is_valid():
            try:
                match = actions.confirm_match(
                    proposal, actor=link.person, now=timezone.now(), **form.cleaned_data
                )
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                return render(
                    request, "care/confirm_done.html", {"coming": _first_time(match, link.person)}
                )
    context = queries.who_would_come(proposal) | {"form": form, "proposal": proposal}
    return render(request, "care/confirm.html", context)


def _other_helper(request: HttpRequest, proposal: Proposal, seeker: Person) -> HttpResponse:
    try:
        actions.refuse_helper(proposal, actor=seeker, now=timezone.now())
    except RuleBroken as error:
        return render(request, "care/link_over.html", {"sentence": str(error)})
    return render(request, "care/refuse_done.html")


def visit(request: HttpRequest, token: str) -> HttpResponse:
    """How it went, in one press; worried leads to one question more."""
    link = get_link_for(token, "care:visit", now=timezone.now())
    found = queries.get_visit(link.thing)
    if request.method == "POST":
        outcome = request.POST.get("outcome", "")
        if outcome == "worried":
            return render(request, "care/worry.html", {"form": WorryForm(), "visit": found})
        return _report(request, found, link.person, outcome)
    return render(request, "care/visit.html", queries.about_visit(found, link.person))


def _report(request: HttpRequest, found: Visit, helper: Person, outcome: str) -> HttpResponse:
    worry = ""
    if "worry" in request.POST:
        form = WorryForm(request.POST)
        if not form.is_valid():
            return render(request, "care/worry.html", {"form": form, "visit": found})
        worry, outcome = form.cleaned_data["worry"], Visit.State.DONE
    if outcome not in (Visit.State.DONE, Visit.State.NOBODY_HOME, Visit.State.CANNOT):
        return render(request, "care/visit.html", queries.about_visit(found, helper))
    try:
        actions.report_visit(
            found,
            actor=helper,
            outcome=outcome,
            is_worried=bool(worry),
            worry=worry,
            now=timezone.now(),
        )
    except RuleBroken as error:
        return render(request, "care/link_over.html", {"sentence": str(error)})
    return render(request, "care/visit_done.html", {"outcome": outcome, "worried": bool(worry)})


def feedback(request: HttpRequest, token: str) -> HttpResponse:
    """How it was, from the seeker's or the helper's side, with a word of thanks to pass on."""
    link = get_link_for(token, "care:feedback", now=timezone.now())
    found = queries.get_visit(link.thing)
    by_seeker = found.match.offer.person_id != link.person.pk
    if request.method == "POST":
        form = FeedbackForm(request.POST)
        if form.is_valid():
            try:
                actions.give_feedback(
                    found,
                    actor=link.person,
                    by_seeker=by_seeker,
                    channel=Channel.WEB,
                    **form.cleaned_data,
                )
            except RuleBroken as error:
                return render(request, "care/link_over.html", {"sentence": str(error)})
            return render(request, "care/feedback_done.html")
    else:
        form = FeedbackForm()
    return render(
        request, "care/feedback.html", {"form": form, "other": queries.other_side(found, by_seeker)}
    )


def card(request: HttpRequest, token: str) -> HttpResponse:
    """The boundary card of one side, large and ready to print; the other side has the same agreements."""
    link = get_link_for(token, "care:card", now=timezone.now())
    match = queries.get_match(link.thing)
    _note_card(match, link.person)
    cards = queries.cards_for(match, link.person, today=timezone.localdate())
    return render(
        request,
        "care/card.html",
        {"cards": cards.sheets, "pdf_url": reverse("care:card-pdf", args=[token])},
    )


def card_pdf(request: HttpRequest, token: str) -> HttpResponse:
    """The same card as PDF."""
    link = get_link_for(token, "care:card", now=timezone.now())
    match = queries.get_match(link.thing)
    _note_card(match, link.person)
    cards = queries.cards_for(match, link.person, today=timezone.localdate())
    return pdf_answer(cards)


def _note_card(match: Match, reader: Person) -> None:
    """The card shows each side the name and number of the other: both may know when it was opened."""
    for shown in (match.request.seeker, match.offer.person):
        if shown is not None:
            note_sight(shown, reader=reader, page="care:card")


def pdf_answer(cards: queries.Cards) -> HttpResponse:
    """A card as a file to print; its name says nothing about the need."""
    answer = HttpResponse(cards.pdf(today=timezone.localdate()), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="gebuur.pdf"'
    return answer


def _first_time(match: Match, reader: Person) -> queries.Coming | None:
    visit = match.visits.select_related(
        "match__request__task", "match__request__seeker", "match__offer__person"
    )
    first = visit.order_by("on").first()
    return queries.coming_of(first, reader) if first else None
