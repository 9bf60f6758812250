"""Ideas that become one, or fall apart in several: asking, answering, splitting."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.ideas import MergeForm, SplitForm
from gebuur.apps.budget.models import Idea
from gebuur.apps.budget.views.ideas import asker_about, speaker_for
from gebuur.apps.neighbourhood.permissions import choose_where_none, place_of
from gebuur.apps.outbox.queries import get_link_for
from gebuur.core.errors import NotForYou, RuleBroken

ANSWERS = ("yes", "no")


def idea_merge(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask whether this idea may become part of another one."""
    idea = queries.get_idea(place_of(request), pk)
    asker = asker_about(request, idea)
    if asker is None:
        raise NotForYou
    data = request.POST if request.method == "POST" else None
    form = MergeForm(data, others=queries.list_others(idea))
    if data is not None and form.is_valid():
        try:
            ask = actions.ask_to_merge(
                idea, form.cleaned_data["into"], actor=asker, now=timezone.now()
            )
        except RuleBroken as broken:
            form.add_error(None, str(broken))
        else:
            done, asked = _("It is part of it now."), _("We asked who had the idea.")
            messages.success(request, done if ask.state == "yes" else asked)
            return redirect("budget:idea-detail", pk=pk)
    context = {
        "idea": idea,
        "form": form,
        "is_decided": _is_decided(idea, speaker_for(request, idea)),
    }
    return render(request, "budget/idea_merge.html", context)


def _is_decided(idea: Idea, speaker: object) -> bool:
    """Whether asking is enough: it is her own idea, or nobody had it and staff decides."""
    return speaker is not None and (idea.giver is None or speaker == idea.giver)


@require_POST
def idea_merge_answer(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Yes or no in her own browser, or noted by staff who has her on the phone."""
    idea = queries.get_idea(place_of(request), pk)
    ask, speaker = queries.joined_of(idea).ask, speaker_for(request, idea)
    answer = request.POST.get("answer", "")
    if speaker is None:
        raise NotForYou
    if ask is not None and answer in ANSWERS:
        try:
            actions.answer_merge(ask, actor=speaker, said_yes=answer == "yes", now=timezone.now())
        except RuleBroken as broken:
            messages.error(request, str(broken))
    return redirect("budget:idea-detail", pk=pk)


def merge_answer(request: HttpRequest, token: str) -> HttpResponse:
    """Her link: may your idea become part of that one? Yes and no are one press."""
    now = timezone.now()
    link = get_link_for(token, "budget:merge-answer", now=now)
    ask = queries.get_merge_ask(link.thing)
    context: dict[str, Any] = {"ask": ask, "person": link.person}
    context["place"] = link.person.neighbourhood
    choose_where_none(request, link.person.neighbourhood)
    answer, sentence = request.POST.get("answer", ""), ""
    if request.method == "POST" and answer in ANSWERS:
        try:
            actions.answer_merge(ask, actor=link.person, said_yes=answer == "yes", now=now)
        except RuleBroken as broken:
            sentence = str(broken)
        context |= {"sentence": sentence, "said_yes": answer == "yes"}
        return render(request, "budget/merge_answer_done.html", context)
    return render(request, "budget/merge_answer.html", context)


def idea_split(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Make two ideas or more of one, by who had it or by staff for her."""
    idea = queries.get_idea(place_of(request), pk)
    speaker = speaker_for(request, idea)
    if speaker is None:
        raise NotForYou
    data = request.POST if request.method == "POST" else None
    form = SplitForm(data, place=idea.round.neighbourhood)
    if data is not None and form.is_valid():
        parts = form.cleaned_data["lines"]
        try:
            actions.split_idea(idea, parts, actor=speaker, now=timezone.now())
        except RuleBroken as broken:
            form.add_error("lines", str(broken))
        else:
            return redirect("budget:idea-detail", pk=pk)
    return render(request, "budget/idea_split.html", {"idea": idea, "form": form})
