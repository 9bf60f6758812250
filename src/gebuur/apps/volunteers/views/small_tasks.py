"""Small tasks as staff sees them: made, asked for, answered on the phone, done."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.apps.neighbourhood.queries import list_staff
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.forms.small_tasks import SmallTaskForm
from gebuur.apps.volunteers.models import SmallTask
from gebuur.core.errors import RuleBroken
from gebuur.core.ids import as_uuid
from gebuur.core.presses import once
from gebuur.domain import frames

A_PAGE = 30
TO_ASK = 8


@staff_page
@require_GET
def small_task_list(request: StaffRequest) -> HttpResponse:
    """What there is to do without a seeker, and how many said yes."""
    show = request.GET.get("show", "open")
    if show not in SmallTask.State.values:
        show = SmallTask.State.OPEN
    page = Paginator(queries.list_small_tasks(request.place, state=show), A_PAGE).get_page(
        request.GET.get("page")
    )
    context = {"page": page, "show": show, "here": "offers", "today": timezone.localdate()}
    return render(request, "volunteers/small_task_list.html", context)


@staff_page
@once
def small_task_new(request: StaffRequest) -> HttpResponse:
    """Write down something small to do."""
    today = timezone.localdate()
    staff = list_staff(request.place, on=today)
    if request.method == "POST":
        form = SmallTaskForm(request.POST, staff=staff, today=today)
        if form.is_valid():
            task = actions.make_small_task(
                request.place, actor=request.me, now=timezone.now(), **form.facts()
            )
            messages.success(request, _("Noted. Now choose whom you ask."))
            return redirect("volunteers:small-task-detail", pk=task.pk)
    else:
        form = SmallTaskForm(staff=staff, today=today, initial=_start(request))
    return render(request, "volunteers/small_task_edit.html", {"form": form, "here": "offers"})


def _start(request: StaffRequest) -> dict[str, object]:
    """Who writes is the contact; a chosen kind brings its usual length and number of people."""
    start: dict[str, object] = {"contact": str(request.me.pk), "languages": []}
    kinds = {one.key: one for one in frames.SMALL_TASKS}
    kind = kinds.get(request.GET.get("kind", ""))
    if kind is not None:
        start |= {"kind": kind.key, "minutes": kind.minutes, "people": kind.people}
    return start


@staff_page
def small_task_edit(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Change what, when or where."""
    task = queries.get_small_task_for(request.me, pk)
    today, start = timezone.localdate(), SmallTaskForm.start_with(task)
    staff = list_staff(request.place, on=today)
    if request.method == "POST":
        form = SmallTaskForm(request.POST, staff=staff, today=today, initial=start)
        if form.is_valid():
            try:
                actions.change_small_task(task, actor=request.me, **form.facts())
            except RuleBroken as error:
                form.add_error("people", str(error))
            else:
                messages.success(request, _("Changed."))
                return redirect("volunteers:small-task-detail", pk=pk)
    else:
        form = SmallTaskForm(staff=staff, today=today, initial=start)
    context = {"form": form, "task": task, "here": "offers"}
    return render(request, "volunteers/small_task_edit.html", context)


@staff_page
@require_GET
def small_task_detail(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Who was asked, what they said, and who could be asked next."""
    task = queries.get_small_task_for(request.me, pk)
    now = timezone.now()
    asks = queries.list_asks(task)
    taken = sum(ask.state in ("yes", "done") for ask in asks)
    is_past = task.on is not None and task.on < timezone.localdate(now)
    may_ask = task.state == SmallTask.State.OPEN and taken < task.people and not is_past
    context = {
        "task": task,
        "small": queries.small_words(task),
        "asks": asks,
        "taken": taken,
        "is_past": is_past,
        "to_ask": queries.list_for_small(task, today=timezone.localdate(now), limit=TO_ASK)
        if may_ask
        else [],
        "may_ask": may_ask,
        "here": "offers",
    }
    return render(request, "volunteers/small_task_detail.html", context)


@staff_page
@require_POST
def small_task_ask(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask one volunteer for it."""
    task = queries.get_small_task_for(request.me, pk)
    offer_pk = as_uuid(request.POST.get("offer", ""))
    if offer_pk is None:
        messages.error(request, _("Choose whom you ask."), extra_tags="circle-alert")
        return redirect("volunteers:small-task-detail", pk=pk)
    offer = queries.get_offer_for(request.me, offer_pk)
    return _done(
        request,
        task,
        lambda: actions.ask_for_small(task, offer, actor=request.me, now=timezone.now()),
        _("%(name)s is asked.") % {"name": offer.person.first_name},
    )


@staff_page
@require_POST
def small_task_close(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """It is over, or it does not go on."""
    task = queries.get_small_task_for(request.me, pk)
    return _done(
        request,
        task,
        lambda: actions.close_small_task(task, actor=request.me, now=timezone.now()),
        _("Closed. Who still counted on it hears it."),
    )


@staff_page
@require_POST
def small_ask_note(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """What she said on the phone, that she did it, or that it does not go on."""
    ask = queries.get_small_ask_for(request.me, pk)
    said, now = request.POST.get("said", ""), timezone.now()
    acts: dict[str, Callable[[], object]] = {
        "yes": lambda: actions.answer_small(ask, actor=request.me, said_yes=True, now=now),
        "no": lambda: actions.answer_small(ask, actor=request.me, said_yes=False, now=now),
        "done": lambda: actions.finish_small(ask, actor=request.me, now=now),
        "off": lambda: actions.withdraw_small(ask, actor=request.me, now=now),
    }
    if said not in acts:
        messages.error(request, _("Choose one of the buttons."), extra_tags="circle-alert")
        return redirect("volunteers:small-task-detail", pk=ask.small_task_id)
    thanked = _("Noted. %(name)s gets a word of thanks.")
    words = thanked % {"name": ask.offer.person.first_name} if said == "done" else _("Noted.")
    return _done(request, ask.small_task, acts[said], words)


def _done(
    request: StaffRequest, task: SmallTask, act: Callable[[], object], said: str
) -> HttpResponse:
    """Do it; say what happened, or why not; and go back to the small task."""
    try:
        act()
    except RuleBroken as error:
        messages.error(request, str(error), extra_tags="circle-alert")
    else:
        messages.success(request, said, extra_tags="check")
    return redirect("volunteers:small-task-detail", pk=task.pk)
