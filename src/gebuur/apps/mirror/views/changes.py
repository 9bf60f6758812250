"""Naming what changed in our way of working, and taking it away."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.mirror import actions, queries
from gebuur.apps.mirror.forms.changes import ChangeForm
from gebuur.apps.neighbourhood.permissions import StaffRequest, coordinator_page
from gebuur.core.presses import once


@coordinator_page
@once
def change_new(request: StaffRequest) -> HttpResponse:
    """Write down since when we work otherwise."""
    now = timezone.now()
    if request.method == "POST":
        form = ChangeForm(request.POST, today=timezone.localdate(now))
        if form.is_valid():
            try:
                change = actions.name_change(
                    request.place, actor=request.me, now=now, **form.cleaned_data
                )
            except actions.ChangeNamedAlready as error:
                form.add_error("on", str(error))
            else:
                return redirect(f"{reverse('mirror:staying')}?change={change.pk}#change")
    else:
        form = ChangeForm(today=timezone.localdate(now))
    return render(request, "mirror/change_new.html", {"form": form, "here": "mirror"})


@coordinator_page
def change_end(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a change away that was a mistake; asked once more."""
    change = queries.get_change_for(request.me, pk)
    if request.method == "POST":
        actions.take_change_away(change, actor=request.me, now=timezone.now())
        messages.success(request, _("The change is no longer in the mirror."))
        return redirect("mirror:staying")
    return render(request, "mirror/change_end.html", {"change": change, "here": "mirror"})
