"""Connect or begin anew: for a professional and her head of service, before anybody disposes of a street."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gebuur.apps.framing.queries import FrameRow, list_frames
from gebuur.apps.neighbourhood.models import Street
from gebuur.apps.neighbourhood.permissions import StaffRequest, figures_page, is_staff
from gebuur.apps.neighbourhood.queries import list_streets
from gebuur.core import pdf
from gebuur.core.wording import day_in_words
from gebuur.web.connect import Side, facts_of, options, sections_of
from gebuur.web.connect_forms import StreetsForm, TalkForm


@figures_page
def connect(request: StaffRequest) -> HttpResponse:
    """Choose two streets, read what is known, write what is not, and take a sheet of two pages along."""
    streets = list(list_streets(request.place))
    is_asked = "helps" in request.GET
    data = request.GET if is_asked else None
    chosen = StreetsForm(data, streets=streets)
    context: dict[str, Any] = {
        "chosen": chosen,
        "here": "mirror",
        "figures_only": not is_staff(request.me),
    }
    if is_asked and chosen.is_valid():
        pair = [_street(streets, chosen.cleaned_data[name]) for name in ("helps", "beside")]
        sides = facts_of(request.place, pair, reader=request.me)
        conditions = list_frames(
            request.place.organisation, "conditions", today=timezone.localdate()
        )
        if request.method == "POST":
            form = TalkForm(request.POST, conditions=conditions)
            if form.is_valid():
                return _sheet(sides, form, conditions)
        else:
            form = TalkForm(conditions=conditions)
        context |= {"sides": sides, "options": options(*pair), "form": form}
        context["looked"] = [
            (form[f"holds-{row.key}"], form[f"how-{row.key}"]) for row in conditions
        ]
    return render(request, "web/connect.html", context)


def _street(streets: list[Street], pk: Any) -> Street:
    return next(street for street in streets if street.pk == pk)


def _sheet(sides: list[Side], form: TalkForm, conditions: list[FrameRow]) -> HttpResponse:
    """Two pages for the talk; nothing is kept."""
    today = timezone.localdate()
    heading = _("Connect, or begin anew?")
    names = {"a": sides[0].street.name, "b": sides[1].street.name}
    data = {
        "heading": heading,
        "day": day_in_words(today, today),
        "note": _(
            "%(a)s helps itself. Should it help %(b)s as well? These are facts and open questions, not a verdict."
        )
        % names,
        "sections": sections_of(sides, form, conditions),
    }
    language = translation.get_language() or "nl"
    answer = HttpResponse(
        pdf.render("talk.typ", data, language=language, title=heading),
        content_type="application/pdf",
    )
    answer["Content-Disposition"] = 'inline; filename="gebuur-talk.pdf"'
    return answer
