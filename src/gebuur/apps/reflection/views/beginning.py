"""Beginning a sitting: how, and what it is about."""

import datetime as dt
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Line
from gebuur.apps.framing.templatetags.framing import said
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.reflection import actions, queries
from gebuur.apps.reflection.forms import LONGEST_TITLE, NewEntryForm
from gebuur.apps.reflection.models import Entry
from gebuur.apps.reflection.templatetags.reflection import in_words
from gebuur.apps.reflection.views.pointing import read_along
from gebuur.core.errors import NotForYou
from gebuur.core.ids import as_uuid
from gebuur.core.presses import once
from gebuur.core.wording import day_in_words


@staff_page
def entry_new(request: StaffRequest) -> HttpResponse:
    """Choose how, and what it is about; the last intention comes first."""
    waiting = queries.last_intention(request.me)
    if waiting is not None and waiting.due_on <= timezone.localdate():
        messages.info(request, _("First look back on what you intended last time."))
        return redirect("reflection:intention-look-back", pk=waiting.pk)
    now = timezone.now()
    case = _case_of(request, now)
    make = partial(_form_of, request, case, now)
    found: list[str] = []
    if request.method == "POST":
        line = _line_of(request)
        form, found = read_along(request.me, request.POST, make)
        if form.is_valid() and not found:
            key = case.key if case else ""
            return _begin(request, {"line": line, "case": key, "now": now} | form.chosen())
    else:
        form = make(None)
    cases = queries.list_training_cases(request.place.organisation, today=timezone.localdate(now))
    context = {"form": form, "found": found, "case": case, "cases": cases, "here": "learn"}
    return render(request, "reflection/entry_new.html", context)


@once
def _begin(request: StaffRequest, facts: dict[str, Any]) -> HttpResponse:
    entry = actions.begin_entry(request.me, actor=request.me, **facts)
    return redirect("reflection:entry-step", pk=entry.pk, step=entry.first_step)


def _case_of(request: StaffRequest, now: dt.datetime) -> queries.CaseSheet | None:
    """The case in the address, if any; one that this house does not have is a wall."""
    key = request.GET.get("case", "")
    case = queries.find_case(request.me, key, today=timezone.localdate(now))
    if key and case is None:
        raise NotForYou
    return case


def _line_of(request: StaffRequest) -> Line | None:
    """The contact that was picked; somebody else's is a wall."""
    picked = request.POST.get("line", "")
    return queries.get_contact_for(request.me, as_uuid(picked)) if picked else None


def _form_of(
    request: StaffRequest, case: queries.CaseSheet | None, now: dt.datetime, data: QueryDict | None
) -> NewEntryForm:
    """The form, with her contacts of the last two weeks when she comes without a case."""
    lines = [] if case else queries.list_contacts(request.me, now=now)
    today = timezone.localdate(now)
    contacts = [(str(line.pk), in_words(line), day_in_words(line.at, today)) for line in lines]
    usual = Entry.Form.THINK if case else Entry.Form.EXERCISE
    return NewEntryForm(
        data,
        initial={"form": usual.value},
        contacts=contacts,
        title=said(case.title)[:LONGEST_TITLE] if case else "",
    )
