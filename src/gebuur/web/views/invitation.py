"""Inviting somebody to a role, and where the invitation becomes an account."""

import datetime as dt
import uuid

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gebuur.apps.accounts import actions
from gebuur.apps.accounts.forms import InvitationForm
from gebuur.apps.accounts.models import User
from gebuur.apps.neighbourhood.actions import add_person, give_role
from gebuur.apps.neighbourhood.forms.persons import GiveForm, InviteForm
from gebuur.apps.neighbourhood.models import Channel, Person
from gebuur.apps.neighbourhood.permissions import StaffRequest, coordinator_page
from gebuur.apps.neighbourhood.queries import get_person_for
from gebuur.apps.outbox import actions as outbox
from gebuur.core.errors import RuleBroken
from gebuur.core.limits import may_try
from gebuur.core.presses import is_first_press, say_it_came
from gebuur.core.tokens import spaced
from gebuur.web.joining import keep_for_later

PER_HOUR = 20
TIME_TO_ANSWER = dt.timedelta(days=14)


def invitation(request: HttpRequest) -> HttpResponse:
    """Type the code and an address; the code that we mail there proves it, and only then the role is linked."""
    if request.method == "POST":
        form = InvitationForm(request.POST)
        if form.is_valid():
            try:
                user = _invited(request, **form.cleaned_data)
            except RuleBroken as error:
                form.add_error("code", str(error))
            else:
                LoginCodeVerificationProcess.initiate(request=request, user=user, email=user.email)
                return redirect("account_confirm_login_code")
    else:
        form = InvitationForm(initial={"code": request.GET.get("code", "")})
    return render(request, "web/invitation.html", {"form": form})


def _invited(request: HttpRequest, *, code: str, email: str) -> User:
    """Open the account of who has the code; whoever sat at this screen before is signed out."""
    if not may_try("invitation", request.META.get("REMOTE_ADDR", ""), per_hour=PER_HOUR):
        raise actions.InvitationGone(_("Too many tries from here. Wait an hour, or phone us."))
    found = actions.read_invitation(code, email=email)
    logout(request)
    keep_for_later(request, found, email=email)
    return actions.open_account(email, language=get_language() or settings.LANGUAGE_CODE)


@coordinator_page
def member_invite(request: StaffRequest) -> HttpResponse:
    """Give somebody new a role, and a code to make an account with: by mail, or on paper."""
    if request.method == "POST":
        form = InviteForm(request.POST)
        if form.is_valid():
            invited = _invite(request, form)
            if invited is None:
                say_it_came(request)
                return redirect("neighbourhood:member-list")
            person, code = invited
            context = {"person": person, "code": code, "here": "people"}
            return render(request, "neighbourhood/member_invited.html", context)
    else:
        form = InviteForm()
    return render(request, "neighbourhood/member_invite.html", {"form": form, "here": "people"})


@coordinator_page
def member_give(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Give somebody we know a role, and an invitation when she has no account yet."""
    person = get_person_for(request.me, pk)
    if request.method == "POST":
        form = GiveForm(request.POST)
        if form.is_valid():
            give_role(
                person,
                form.cleaned_data["role"],
                actor=request.me,
                until=form.cleaned_data["until"],
            )
            if form.cleaned_data["invite"] and person.user is None:
                context = {"person": person, "code": send_invitation(person), "here": "people"}
                return render(request, "neighbourhood/member_invited.html", context)
            messages.success(request, _("The role is given."))
            return redirect("neighbourhood:member-list")
    else:
        form = GiveForm(initial={"invite": person.user is None})
    context = {"form": form, "person": person, "here": "people"}
    return render(request, "neighbourhood/member_give.html", context)


@transaction.atomic
def _invite(request: StaffRequest, form: InviteForm) -> tuple[Person, str] | None:
    """Write her down with her role and her code; None when that was just done."""
    if not is_first_press(request):
        return None
    facts, actor = form.cleaned_data, request.me
    person = add_person(
        actor.neighbourhood,
        actor=actor,
        first_name=facts["first_name"],
        last_name=facts["last_name"],
        email=facts["email"],
        channel=Channel.MAIL if facts["email"] else Channel.LETTER,
        languages=["nl"],
    )
    give_role(person, facts["role"], actor=actor, until=facts["until"])
    return person, send_invitation(person)


@transaction.atomic
def send_invitation(person: Person) -> str:
    """Make a code; it goes by mail, or as a letter on the pile to print when only the address is known."""
    code = spaced(
        actions.invite(person.pk, email=person.email, expires_at=timezone.now() + TIME_TO_ANSWER)
    )
    if person.email or person.street_id:
        words = {"code": code, "address": settings.SITE_ADDRESS + reverse("invitation")}
        way = Channel.MAIL if person.email else Channel.LETTER
        outbox.send(person, template="web/messages/invitation", context=words, channel=way)
    return code
