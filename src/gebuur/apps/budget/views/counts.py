"""The count at the desk: two people hold their keys in the box."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from gebuur.apps.budget import actions, queries
from gebuur.apps.budget.forms.counts import KeysForm
from gebuur.apps.neighbourhood.permissions import StaffRequest, coordinator_page
from gebuur.core.errors import RuleBroken


@sensitive_post_parameters("first", "second")
@coordinator_page
def count_staff(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Type two of the three keys; then everybody may read the result."""
    one = queries.get_round_for(request.me, pk)
    room = queries.ready_to_count(one, timezone.localdate())
    if request.method == "POST" and room.count is not None:
        actions.find_what_lacked(room.count)
        return redirect("budget:result-detail", pk=pk)
    if request.method == "POST":
        form = KeysForm(request.POST)
        if form.is_valid():
            try:
                count = actions.count_box(one, form.keys(), actor=request.me, now=timezone.now())
            except RuleBroken as broken:
                form.add_error("second", str(broken))
            else:
                actions.find_what_lacked(count)
                messages.success(
                    request, _("The votes are counted. The groups and the town hear it.")
                )
                return redirect("budget:result-detail", pk=pk)
    else:
        form = KeysForm()
    context = {"round": one, "room": room, "form": form, "here": "budget"}
    return render(request, "budget/count_staff.html", context)
