"""The case player: cards on a table, a clock for who wants one, paper. Nothing that is said is stored."""

import hashlib
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.reflection import queries
from gebuur.apps.reflection.forms import ALONE, TOGETHER, SittingForm
from gebuur.core import pdf
from gebuur.domain import frames

SCOPE = "/staff/cases/"
FILES = ("gebuur/js/player.js", "gebuur/css/player.css", "gebuur/css/staff.css")
LAYOUT = "1"  # of the kept pages: raise it when they change so much that old ones must go


@staff_page
@require_GET
def case_play(request: StaffRequest, key: str) -> HttpResponse:
    """Cards for a table, or for somebody alone: read, think, look, and one act at the end."""
    form = SittingForm(request.GET)
    sitting = _laid_out(request, key, form)
    context = {
        "sitting": sitting,
        "sheet": sitting.sheet,
        "form": form,
        "roles": frames.TABLE_ROLES,
        "ways": _ways(sitting),
        "write_query": urlencode({"case": key}),
        "paper_query": urlencode({"plan": sitting.plan.key, "lens": _dealt(sitting)}, doseq=True),
        "here": "learn",
    }
    return render(request, "reflection/case_play.html", context)


@staff_page
@require_GET
def case_cards(request: StaffRequest, key: str) -> HttpResponse:
    """The same on paper: story, plan, roles, cards and lenses."""
    sitting = _laid_out(request, key, SittingForm(request.GET))
    language = translation.get_language() or "nl"
    title = f"{_('The cards')}: {said(sitting.sheet.title)}"
    sheet = pdf.render("cards.typ", _on_paper(sitting), language=language, title=title)
    answer = HttpResponse(sheet, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="casus-{key}.pdf"'
    return answer


@never_cache
@require_GET
def player_worker(request: HttpRequest) -> HttpResponse:
    """What keeps opened player pages in the browser, for rooms without internet."""
    names = "\n".join((LAYOUT, *(static(name) for name in FILES)))
    version = hashlib.sha256(names.encode()).hexdigest()[:12]
    answer = render(
        request,
        "reflection/player_worker.js",
        {"version": version, "scope": SCOPE},
        content_type="text/javascript",
    )
    answer["Service-Worker-Allowed"] = SCOPE
    return answer


def _laid_out(request: StaffRequest, key: str, form: SittingForm) -> queries.Sitting:
    """The cards as they were asked for; what cannot be is left out and said by the form."""
    sheet = queries.open_case_for(request.me, key, today=timezone.localdate())
    form.is_valid()
    return queries.lay_out(
        sheet,
        plan_key=form.plan_key(),
        is_alone=form.is_alone(),
        dealt=form.cleaned_data.get("lens", []),
        ticked=form.ticked(),
    )


def _ways(sitting: queries.Sitting) -> list[dict[str, object]]:
    """The ways to sit around a case, with the one that is on the table."""
    together = [
        {
            "words": said(plan.words),
            "minutes": plan.minutes,
            "fits": said(plan.fits),
            "query": urlencode({"plan": plan.key, "who": TOGETHER}),
            "is_now": not sitting.is_alone and sitting.plan.key == plan.key,
        }
        for plan in frames.PLANS
    ]
    alone = {
        "words": _("Alone"),
        "minutes": 0,
        "fits": _("At your own pace, without a clock."),
        "query": urlencode({"plan": frames.PLANS[0].key, "who": ALONE}),
        "is_now": sitting.is_alone,
    }
    return [*together, alone]


def _dealt(sitting: queries.Sitting) -> list[str]:
    return [one.row.lens.key for one in sitting.lenses if one.is_dealt]


def _on_paper(sitting: queries.Sitting) -> dict[str, object]:
    sheet, dealt = sitting.sheet, _dealt(sitting)
    return {
        "heading": said(sheet.title),
        "story": [said(part) for part in sheet.story],
        "asks": [said(ask) for ask in sheet.asks],
        "plan": said(sitting.plan.words),
        "plan_note": _("%(minutes)s minutes in all. The minutes are a habit, not a rule.")
        % {"minutes": sitting.plan.minutes},
        "plan_heading": _("The plan"),
        "roles_heading": _("Who sees to what"),
        "cards_heading": _("The cards"),
        "lenses_heading": _("The lenses"),
        "lenses_note": _(
            "At most two in one sitting. A lens shows something; it is never the answer."
        ),
        "columns": [_("Card"), _("Minutes")],
        "chair": _("Chair:"),
        "roles": [
            {"words": said(role.words), "does": [said(one) for one in role.does]}
            for role in frames.TABLE_ROLES
        ],
        "cards": [_card_on_paper(row) for row in sitting.cards],
        "lenses": [
            {"words": said(one.row.lens.words), "question": said(one.row.lens.question)}
            for one in sitting.lenses
            if one.is_dealt or not dealt
        ],
        "source": _("Source: %(source)s.") % {"source": said(sheet.source)},
    }


def _card_on_paper(row: queries.CardRow) -> dict[str, object]:
    return {
        "number": row.number,
        "words": said(row.card.words),
        "minutes": row.card.minutes,
        "minutes_words": _("%(minutes)s minutes") % {"minutes": row.card.minutes},
        "says": said(row.says),
        "ask": said(row.ask) if row.ask else "",
        "chair": said(row.card.chair),
    }
