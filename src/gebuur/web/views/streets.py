"""One street or two? Staff decides; nothing is merged silently."""

import math
import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gebuur.apps.neighbourhood import actions, queries
from gebuur.apps.neighbourhood.permissions import StaffRequest, staff_page
from gebuur.core.errors import RuleBroken


@staff_page
def spelling_list(request: StaffRequest) -> HttpResponse:
    """Every open question with what helps to decide, and what was decided before."""
    asked = [
        (one, round(math.dist((one.a.x, one.a.y), (one.b.x, one.b.y))))
        for one in queries.list_spellings(request.place)
    ]
    context = {
        "asked": asked,
        "decided": queries.list_decided_spellings(request.place),
        "here": "people",
    }
    return render(request, "neighbourhood/spelling_list.html", context)


@staff_page
@require_POST
def spelling_decide(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """One street under one of the two names, or two streets."""
    question = queries.get_spelling_for(request.me, pk)
    keep = {"a": question.a, "b": question.b}.get(request.POST.get("answer", ""))
    try:
        if keep is not None:
            actions.merge_streets(question, keep=keep, actor=request.me)
            messages.success(
                request, _("It is one street now: %(street)s.") % {"street": keep.name}
            )
        elif request.POST.get("answer") == "two":
            actions.keep_streets_apart(question, actor=request.me)
            messages.success(request, _("They stay two streets."))
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("spelling-list")
