"""The page where a code from a letter opens the same door as a link in a mail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.outbox import queries
from gebuur.apps.outbox.forms.code import CodeForm
from gebuur.core.errors import NotForYou
from gebuur.core.limits import may_try
from gebuur.core.tokens import clean_code


def code(request: HttpRequest) -> HttpResponse:
    """Open the page that belongs to a code; a wrong code and an old code get the same sentence."""
    if request.method == "POST":
        form = CodeForm(request.POST)
        if form.is_valid():
            typed = form.cleaned_data["code"]
            try:
                if not may_try("code", request.META.get("REMOTE_ADDR", ""), per_hour=20):
                    raise NotForYou
                purpose = queries.get_purpose_of_code(typed, now=timezone.now())
            except NotForYou:
                form.add_error(
                    "code",
                    _("We do not know this code. Look at your letter once more, or phone us."),
                )
            else:
                return redirect(purpose, token=clean_code(typed))
    else:
        form = CodeForm()
    return render(request, "outbox/code.html", {"form": form})
