"""Neighbours as staff sees them: find, write down, read, change."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood import actions, queries
from gebuur.apps.neighbourhood.forms.persons import PersonForm
from gebuur.apps.neighbourhood.permissions import StaffRequest, is_coordinator, staff_page
from gebuur.core.presses import once

A_PAGE = 25
FOUND = 40


@staff_page
def person_list(request: StaffRequest) -> HttpResponse:
    """Everybody we know here, or who fits what was typed."""
    typed = request.GET.get("q", "").strip()[:120]
    if typed:
        found = queries.find_persons(request.place, typed, limit=FOUND)
        context = {"found": found, "typed": typed, "is_cut": len(found) == FOUND}
    else:
        pages = Paginator(queries.list_persons(request.place), A_PAGE)
        page = pages.get_page(request.GET.get("page"))
        context = {"found": page.object_list, "page": page}
    context |= {"here": "people", "leads": is_coordinator(request.me)}
    return render(request, "neighbourhood/person_list.html", context)


@staff_page
@once
def person_new(request: StaffRequest) -> HttpResponse:
    """Write somebody down; whoever looks like her is shown first."""
    if request.method == "POST":
        form = PersonForm(request.POST, place=request.place)
        if form.is_valid():
            alike = queries.list_alike(request.place, **_keys(form))
            if not alike or "anyway" in request.POST:
                person = actions.add_person(request.place, actor=request.me, **form.facts())
                messages.success(
                    request, _("%(name)s is written down.") % {"name": person.first_name}
                )
                return redirect("person-detail", pk=person.pk)
            return render(
                request,
                "neighbourhood/person_edit.html",
                {"form": form, "alike": alike, "here": "people"},
            )
    else:
        form = PersonForm(place=request.place)
    return render(request, "neighbourhood/person_edit.html", {"form": form, "here": "people"})


def _keys(form: PersonForm) -> dict[str, str]:
    return {name: form.cleaned_data[name] for name in ("first_name", "last_name", "phone", "email")}
