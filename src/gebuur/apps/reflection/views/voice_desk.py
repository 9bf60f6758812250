"""Voices from paper and phone: sheets to print, and answers to type."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.reflection.actions import voice as actions
from gebuur.apps.reflection.forms.voice import SayingForm, SheetForm
from gebuur.apps.reflection.queries import voice as queries
from gebuur.apps.reflection.queries import voice_paper as paper
from gebuur.core.errors import RuleBroken
from gebuur.core.pdf import direction_of


@staff_page
def voice_type(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Type what stands on paper or is said on the phone, one sheet after the other."""
    one, today = queries.get_round_for(request.me, pk), timezone.localdate()
    languages = paper.languages_of_sheets()
    asked = request.GET.get("language", "")
    language = asked if asked in dict(languages) else get_language() or paper.FIRST
    if request.method == "POST":
        form = SheetForm(request.POST, one=one, at_desk=True, language=language)
        if form.is_valid():
            try:
                count = actions.take_answer(
                    one, form.sheet(), actor=request.me, once=form.number(), today=today
                )
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _counted(count))
                return redirect(request.get_full_path())
    else:
        form = SheetForm(one=one, at_desk=True, language=language)
    context = {
        "round": one,
        "form": form,
        "stage": queries.stage_of(one, today=today),
        "languages": languages,
        "language": language,
        "direction": direction_of(language),
        "here": "learn",
    }
    return render(request, "reflection/voice_type.html", context)


@staff_page
def voice_paper(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Choose languages and get the sheets to print."""
    one = queries.get_round_for(request.me, pk)
    languages = paper.languages_of_sheets()
    if "languages" in request.GET:
        form = SayingForm(request.GET, languages=languages)
        if form.is_valid():
            sheets = paper.sheets_pdf(one, form.cleaned_data["languages"])
            answer = HttpResponse(sheets, content_type="application/pdf")
            answer["Content-Disposition"] = f'inline; filename="sheets-{one.on}.pdf"'
            return answer
    else:
        form = SayingForm(initial={"languages": [paper.FIRST]}, languages=languages)
    context = {"round": one, "form": form, "here": "learn"}
    return render(request, "reflection/voice_paper.html", context)


def _counted(count: int) -> str:
    return ngettext(
        "Counted. There is %(number)d answer now. Lay the sheet face down.",
        "Counted. There are %(number)d answers now. Lay the sheet face down.",
        count,
    ) % {"number": count}
