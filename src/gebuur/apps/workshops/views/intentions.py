"""One intention of one's own: into one's own calendar or mailbox, and kept nowhere."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from gebuur.apps.workshops import actions
from gebuur.apps.workshops.forms import IntentionForm
from gebuur.apps.workshops.views.room import seat_of
from gebuur.core.calendars import day_file

TWO_WEEKS = dt.timedelta(days=14)


@never_cache
def room_intention(request: HttpRequest) -> HttpResponse:
    """Write down what one will do; it goes to oneself, as a day in the calendar or as a mail."""
    session, secret = seat_of(request)
    today = timezone.localdate()
    context = {"session": session, "is_sent": False}
    if request.method != "POST":
        form = IntentionForm(today=today, initial={"due_on": today + TWO_WEEKS})
        return render(request, "workshops/room_intention.html", context | {"form": form})
    form = IntentionForm(request.POST, today=today)
    if form.is_valid():
        text, day = form.cleaned_data["text"], form.cleaned_data["due_on"]
        file = day_file(text, day, note=session.title, now=timezone.now())
        if "calendar" in request.POST:
            headers = {"Content-Disposition": 'attachment; filename="gebuur.ics"'}
            return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)
        email = form.cleaned_data["email"]
        if not email:
            form.add_error("email", _("Write your mail address, or choose your calendar."))
        else:
            try:
                actions.mail_intention(
                    session, secret=secret, email=email, text=text, due_on=day, calendar=file
                )
            except actions.MailNotSent as error:
                form.add_error(None, str(error))
            else:
                context["is_sent"] = True
    return render(request, "workshops/room_intention.html", context | {"form": form})
