"""Who has which role, from when until when; rights end at once."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood import actions, queries
from gebuur.apps.neighbourhood.permissions import StaffRequest, coordinator_page


@coordinator_page
def member_list(request: StaffRequest) -> HttpResponse:
    """Everybody with a role, and who was invited."""
    context = {
        "members": queries.list_members(request.place, on=timezone.localdate()),
        "here": "people",
    }
    return render(request, "neighbourhood/member_list.html", context)


@coordinator_page
def member_end(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """End a role now; asked once more, since it cannot be undone with one press."""
    membership = queries.get_membership_for(request.me, pk)
    if request.method == "POST":
        actions.end_role(membership, actor=request.me)
        messages.success(request, _("The role has ended. From now on these pages stay closed."))
        return redirect("neighbourhood:member-list")
    return render(
        request, "neighbourhood/member_end.html", {"membership": membership, "here": "people"}
    )
