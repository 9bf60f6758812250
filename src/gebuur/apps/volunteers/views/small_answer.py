"""A volunteer answers a small question by the link of a mail or the code of a letter: no account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gebuur.apps.outbox.queries import get_link_for
from gebuur.apps.volunteers import actions, queries
from gebuur.core.errors import RuleBroken

ANSWERS = ("yes", "no")


def small_answer(request: HttpRequest, token: str) -> HttpResponse:
    """Yes or not this time; both are one press, neither asks a reason."""
    now = timezone.now()
    link = get_link_for(token, "volunteers:small-answer", now=now)
    ask = queries.get_small_ask(link.thing)
    small = queries.small_words(ask.small_task, ask)
    answer = request.POST.get("answer", "")
    if request.method == "POST" and answer in ANSWERS:
        try:
            actions.answer_small(ask, actor=link.person, said_yes=answer == "yes", now=now)
        except RuleBroken as error:
            return render(request, "volunteers/small_over.html", {"sentence": str(error)})
        context = {"said_yes": answer == "yes", "small": small}
        return render(request, "volunteers/small_answer_done.html", context)
    context = {"small": small, "person": link.person, "people": ask.small_task.people}
    return render(request, "volunteers/small_answer.html", context)
