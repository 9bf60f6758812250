"""The page behind the QR code: no account, nothing about who answers, nothing kept on the way."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.reflection.actions import voice as actions
from gebuur.apps.reflection.forms.voice import SheetForm
from gebuur.apps.reflection.models import Kind, VoiceRound
from gebuur.apps.reflection.queries import pulse
from gebuur.apps.reflection.queries import voice as queries
from gebuur.core.errors import RuleBroken
from gebuur.core.limits import may_try

PER_HOUR = 60  # a whole feast may answer over the wifi of one house
ANSWERED = "voice-answered"
TWO_MONTHS = 62 * 24 * 60 * 60


def voice_answer(request: HttpRequest, code: str) -> HttpResponse:
    """A few questions on one page, so that nothing has to be remembered between pages."""
    one, today = queries.get_round_by_code(code), timezone.localdate()
    if code != one.code and request.method != "POST":
        return redirect(
            "reflection:voice-answer", code=one.code
        )  # where the mark on a phone is read
    if queries.stage_of(one, today=today) != queries.Stage.RUNNING:
        return _over(request, one)
    if ANSWERED in request.COOKIES:
        return _page(request, "voice_done", one, is_again=True)
    if request.method == "POST":
        form = SheetForm(request.POST, one=one)
        if form.is_valid() and _may_answer(request, form):
            try:
                actions.take_answer(one, form.sheet(), actor=None, once=form.number(), today=today)
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                return _thanked(one)
    else:
        form = SheetForm(one=one)
    return _page(request, "voice_answer", one, form=form)


def voice_done(request: HttpRequest, code: str) -> HttpResponse:
    """Thanks, and what happens with it."""
    return _page(request, "voice_done", queries.get_round_by_code(code), is_again=False)


def _over(request: HttpRequest, one: VoiceRound) -> HttpResponse:
    """It has ended; a street that was asked how it is reads here what came out, once staff show it."""
    if one.kind != Kind.PULSE:
        return _page(request, "voice_over", one)
    told = pulse.outcome_of(one, today=timezone.localdate(), shown_only=True)
    return _page(request, "voice_over", one, pulse=told)


def _may_answer(request: HttpRequest, form: SheetForm) -> bool:
    """So many from one house in an hour; the count knows neither the round nor the answer."""
    if may_try("voice", request.META.get("REMOTE_ADDR", ""), per_hour=PER_HOUR):
        return True
    form.add_error(None, _("Many answers came from here just now. Wait an hour, or phone us."))
    return False


def _thanked(one: VoiceRound) -> HttpResponse:
    """Thank, and put a mark on this phone that says no more than that it answered here."""
    answer = redirect("reflection:voice-done", code=one.code)
    answer.set_cookie(
        ANSWERED,
        "yes",
        max_age=TWO_MONTHS,
        path=reverse("reflection:voice-answer", args=[one.code]),
        httponly=True,
        samesite="Lax",
    )
    return answer


def _page(request: HttpRequest, name: str, one: VoiceRound, **more: object) -> HttpResponse:
    """One of the pages of a round, with the place whose round it is."""
    context = {"round": one, "place": one.neighbourhood, **more}
    return render(request, f"reflection/{name}.html", context)
