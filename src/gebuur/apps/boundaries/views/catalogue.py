"""The task catalogue and the numbers: staff read them, coordinators change them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries import actions, queries
from gebuur.apps.boundaries.forms.catalogue import HelplineForm, TaskForm
from gebuur.apps.neighbourhood.permissions import (
    StaffRequest,
    coordinator_page,
    is_coordinator,
    staff_page,
)
from gebuur.core.errors import RuleBroken


@staff_page
def task_list(request: StaffRequest) -> HttpResponse:
    today = timezone.localdate()
    rows = queries.read_catalogue(request.place.organisation, today=today)
    context = {
        "rows": rows,
        "overdue": sum(row.is_overdue for row in rows),
        "may_edit": is_coordinator(request.me),
        "here": "tasks",
    }
    return render(request, "boundaries/task_list.html", context)


@coordinator_page
def task_edit(request: StaffRequest, key: str) -> HttpResponse:
    task = queries.get_task_for(request.me, key)
    today = timezone.localdate()
    if request.method == "POST":
        form = TaskForm(task, request.POST, today=today)
        if form.is_valid():
            actions.change_task(task, actor=request.me, **form.facts())
            messages.success(request, _("We kept your words."))
            return redirect("boundaries:task-list")
    else:
        form = TaskForm(task, today=today)
    name, source = queries.in_language(task.names), queries.source_in_words(task)
    context = {"task": task, "name": name, "form": form, "source": source, "here": "tasks"}
    return render(request, "boundaries/task_edit.html", context)


@coordinator_page
def task_reset(request: StaffRequest, key: str) -> HttpResponse:
    """Ask once more before the organisation's own words go."""
    task = queries.get_task_for(request.me, key)
    problem = ""
    if request.method == "POST":
        try:
            actions.reset_task(task, actor=request.me)
        except RuleBroken as error:
            problem = str(error)
        else:
            messages.success(request, _("The words of Gebuur are back."))
            return redirect("boundaries:task-list")
    name = queries.in_language(task.names)
    context = {"task": task, "name": name, "problem": problem, "here": "tasks"}
    return render(request, "boundaries/task_reset.html", context)


@staff_page
def helpline_list(request: StaffRequest) -> HttpResponse:
    today = timezone.localdate()
    rows = queries.read_helplines(request.place.organisation, today=today)
    context = {
        "rows": rows,
        "overdue": sum(row.is_overdue for row in rows),
        "may_edit": is_coordinator(request.me),
        "here": "tasks",
    }
    return render(request, "boundaries/helpline_list.html", context)


@coordinator_page
def helpline_edit(request: StaffRequest, key: str) -> HttpResponse:
    line = queries.get_helpline_for(request.me, key)
    today = timezone.localdate()
    if request.method == "POST":
        form = HelplineForm(line, request.POST, today=today)
        if form.is_valid():
            actions.change_helpline(line, actor=request.me, **form.facts())
            messages.success(request, _("We kept the number."))
            return redirect("boundaries:helpline-list")
    else:
        form = HelplineForm(line, today=today)
    name = queries.in_language(line.names)
    context = {"line": line, "name": name, "form": form, "here": "tasks"}
    return render(request, "boundaries/helpline_edit.html", context)
