"""One's own reflections: the list, a new one, reading, looking back, deleting."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.reflection import actions, queries
from gebuur.apps.reflection.forms import LookBackForm
from gebuur.apps.reflection.queries import voice
from gebuur.apps.reflection.views.step_forms import think_asks
from gebuur.core.errors import RuleBroken


@staff_page
@require_GET
def entry_list(request: StaffRequest) -> HttpResponse:
    """The last intention first, then what was written, then what colleagues shared."""
    context = {
        "intention": queries.last_intention(request.me),
        "entries": queries.list_entries(request.me),
        "shared": queries.list_shared_with(request.me),
        "voices": voice.list_results_of(request.me, today=timezone.localdate()),
        "today": timezone.localdate(),
        "here": "learn",
    }
    return render(request, "reflection/entry_list.html", context)


@staff_page
@require_GET
def entry_detail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Read a reflection: the writer's own, or one that was shared."""
    today = timezone.localdate()
    entry = queries.get_readable_for(request.me, pk)
    sheet = queries.open_sheet(entry, request.me, today=today)
    context = {
        "entry": entry,
        "sheet": sheet,
        "thoughts": [
            (ask, getattr(entry, name))
            for name, ask in think_asks(entry, today).items()
            if getattr(entry, name)
        ],
        "questions": {row.key: row for row in queries.questions_of(entry.writer, today=today)},
        "shares": entry.shares.filter(withdrawn_at__isnull=True).select_related("reader"),
        "colleagues": queries.list_colleagues(request.me, today=today) if sheet.is_own else [],
        "here": "learn",
    }
    return render(request, "reflection/entry_detail.html", context)


@staff_page
def intention_look_back(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Say what came of the last intention."""
    intention = queries.get_intention_for(request.me, pk)
    if request.method == "POST":
        form = LookBackForm(request.POST)
        if form.is_valid():
            try:
                actions.look_back(
                    intention, actor=request.me, now=timezone.now(), **form.cleaned_data
                )
            except RuleBroken as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Kept. You can begin a new reflection now."))
                return redirect("reflection:entry-list")
    else:
        form = LookBackForm()
    voices = voice.list_results_of(request.me, today=timezone.localdate())
    context = {"intention": intention, "form": form, "voices": voices, "here": "learn"}
    return render(request, "reflection/intention_look_back.html", context)


@staff_page
def entry_delete(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask once more, then delete for real."""
    entry = queries.get_entry_for(request.me, pk)
    if request.method == "POST":
        actions.delete_entry(entry, actor=request.me)
        messages.success(request, _("Deleted. Nothing of it is left here."))
        return redirect("reflection:entry-list")
    return render(request, "reflection/entry_delete.html", {"entry": entry, "here": "learn"})
