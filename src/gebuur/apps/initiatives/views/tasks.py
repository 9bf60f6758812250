"""What a group has to do: the list, and the buttons beside each task."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.initiatives import actions, queries
from gebuur.apps.initiatives.forms.tasks import TaskForm
from gebuur.apps.initiatives.models import Charge
from gebuur.apps.initiatives.permissions import (
    GroupRequest,
    MemberRequest,
    group_page,
    holds,
    member_page,
)
from gebuur.core.errors import RuleBroken
from gebuur.core.presses import once


@group_page
@once
def task_list(request: GroupRequest, pk: uuid.UUID) -> HttpResponse:
    """What is to be done, who does it, what is done; and a line to write the next thing."""
    if request.method == "POST":
        if request.seat is None:
            messages.error(request, _("You read along. The neighbours write here."))
            return redirect("initiatives:task-list", pk=pk)
        form = TaskForm(request.POST)
        if form.is_valid():
            actions.add_group_task(actor=request.seat, now=timezone.now(), **form.cleaned_data)
            messages.success(request, _("It is on the list."))
            return redirect("initiatives:task-list", pk=pk)
    else:
        form = TaskForm()
    member = request.seat.member if request.seat else None
    context = {
        "form": form,
        "tasks": queries.list_group_tasks(request.initiative),
        "may_drop_all": member is not None and holds(member, Charge.LEAD),
        "today": timezone.localdate(),
        "tab": "tasks",
    }
    return render(request, "initiatives/task_list.html", context)


@require_POST
@member_page
def task_press(request: MemberRequest, pk: uuid.UUID, task: uuid.UUID) -> HttpResponse:
    """Take it, give it back, say that it is done, or drop it."""
    acts: dict[str, tuple[Callable[..., None], str]] = {
        "take": (actions.take_group_task, _("You do it. Thank you.")),
        "back": (actions.give_back_group_task, _("It is free again.")),
        "done": (actions.finish_group_task, _("Done. Thank you.")),
        "drop": (actions.drop_group_task, _("It is off the list.")),
    }
    found = queries.get_group_task_for(request.initiative, task)
    press = request.POST.get("press", "")
    if press not in acts:
        messages.error(request, _("Choose one of the buttons."), extra_tags="circle-alert")
        return redirect("initiatives:task-list", pk=pk)
    act, words = acts[press]
    try:
        act(found, actor=request.seat, now=timezone.now())
    except RuleBroken as error:
        messages.error(request, str(error), extra_tags="circle-alert")
    else:
        messages.success(request, words)
    return redirect("initiatives:task-list", pk=pk)
