"""The library of cases: those of the training and those of the house, to read, write, change and take away."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.reflection import actions, queries
from gebuur.apps.reflection.forms import CaseForm
from gebuur.apps.reflection.models import OwnCase
from gebuur.apps.reflection.permissions import can_change_case
from gebuur.core.errors import NotForYou
from gebuur.core.presses import once
from gebuur.domain import disclosure

KINDS = {
    disclosure.Kind.NAME: gettext_lazy("a name"),
    disclosure.Kind.PHONE: gettext_lazy("a phone number"),
    disclosure.Kind.MAIL: gettext_lazy("an e-mail address"),
    disclosure.Kind.ADDRESS: gettext_lazy("a street"),
    disclosure.Kind.DAY: gettext_lazy("a day or a year"),
    disclosure.Kind.NUMBER: gettext_lazy("a number"),
}


@staff_page
@require_GET
def case_list(request: StaffRequest) -> HttpResponse:
    """Every case that can be read and played here."""
    organisation = request.place.organisation
    context = {
        "training": queries.list_training_cases(organisation, today=timezone.localdate()),
        "own": queries.list_own_cases(organisation),
        "here": "learn",
    }
    return render(request, "reflection/case_list.html", context)


@staff_page
@require_GET
def case_detail(request: StaffRequest, key: str) -> HttpResponse:
    """One case with what every lens shows; the readings stay closed until somebody asks."""
    sheet = queries.open_case_for(request.me, key, today=timezone.localdate())
    context = {
        "sheet": sheet,
        "may_change": sheet.own is not None and can_change_case(request.me, sheet.own),
        "is_mine": sheet.own is not None and sheet.own.writer_id == request.me.pk,
        "here": "learn",
    }
    return render(request, "reflection/case_detail.html", context)


@staff_page
@once
def case_new(request: StaffRequest) -> HttpResponse:
    """Write a case that happened here, without names."""
    return _write(request, None)


@staff_page
def case_edit(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Say a case in other words."""
    return _write(request, _changeable(request, pk))


@staff_page
def case_withdraw(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask once more, then take it away for real."""
    case = _changeable(request, pk)
    if request.method == "POST":
        actions.withdraw_case(case, actor=request.me)
        messages.success(request, _("Withdrawn. Nothing of this case is left here."))
        return redirect("reflection:case-list")
    return render(request, "reflection/case_withdraw.html", {"case": case, "here": "learn"})


def _changeable(request: StaffRequest, pk: uuid.UUID) -> OwnCase:
    case = queries.get_own_case_for(request.me, pk)
    if not can_change_case(request.me, case):
        raise NotForYou
    return case


def _write(request: StaffRequest, case: OwnCase | None) -> HttpResponse:
    """The form of a case: refused as long as it points to somebody, with everything still there."""
    form = CaseForm(request.POST) if request.method == "POST" else CaseForm(initial=_said(case))
    context: dict[str, object] = {"case": case, "here": "learn"}
    if request.method == "POST" and form.is_valid():
        if "replace" in request.POST:
            form = CaseForm(_with_other_words(request, form))
            context["is_reworded"] = True
        else:
            try:
                kept = _keep(request, form, case)
            except actions.PointsToSomebody as error:
                form.add_error(None, str(error))
                found = {p.words.casefold(): (KINDS[p.kind], p.words) for p in error.seen.pointers}
                context["found"] = sorted(found.values())
            except actions.NeedsALook as error:
                context |= {"doubts": error.seen.doubts, "doubts_words": str(error)}
            else:
                messages.success(request, _("Kept. Everybody who works here can read it."))
                return redirect("reflection:case-detail", key=kept.pk)
    template = "reflection/case_edit.html" if case else "reflection/case_new.html"
    return render(request, template, {**context, "form": form})


def _said(case: OwnCase | None) -> dict[str, str]:
    if case is None:
        return {}
    remarks = {f"lens-{key}": words for key, words in queries.remarks_of(case).items()}
    return {"title": case.title, "story": case.story, **remarks}


def _keep(request: StaffRequest, form: CaseForm, case: OwnCase | None) -> OwnCase:
    """Keep it, when nobody can be found in it."""
    fine = request.POST.getlist("fine") if "keep" in request.POST else []
    now = timezone.now()
    if case is None:
        return actions.write_case(actor=request.me, now=now, fine=fine, **form.case())
    actions.change_case(case, actor=request.me, now=now, fine=fine, **form.case())
    return case


def _with_other_words(request: StaffRequest, form: CaseForm) -> QueryDict:
    """The same answers with other words for what points to a person."""
    texts = form.texts()
    seen = queries.read_along(request.place.organisation, texts)
    by = {
        disclosure.Kind.NAME: [_("a neighbour"), _("another neighbour"), _("somebody else")],
        disclosure.Kind.PHONE: [_("a number")],
        disclosure.Kind.MAIL: [_("an e-mail address")],
        disclosure.Kind.ADDRESS: [_("a street"), _("another street")],
        disclosure.Kind.DAY: [_("a while ago")],
        disclosure.Kind.NUMBER: [_("a number")],
    }
    data = request.POST.copy()
    for name, words in queries.with_other_words(texts, seen, by=by).items():
        data[name] = words
    return data
