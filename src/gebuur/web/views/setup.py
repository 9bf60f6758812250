"""The first page of an empty installation; afterwards it does not exist."""

import secrets

from allauth.account.models import EmailAddress
from django.contrib.auth import login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from gebuur.apps.accounts.models import User
from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.neighbourhood import actions as neighbourhood
from gebuur.apps.neighbourhood.models import Channel, Membership, Neighbourhood, Organisation, Role
from gebuur.core.limits import may_try
from gebuur.web import setup_key
from gebuur.web.forms import SetupForm

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PER_HOUR = 30


def setup(request: HttpRequest) -> HttpResponse:
    """Name the organisation, the neighbourhood, and who begins."""
    if not setup_key.is_needed():
        raise Http404
    if request.method == "POST":
        form = SetupForm(request.POST)
        if form.is_valid():
            if _has_key(request, form.cleaned_data["key"]):
                login(request, _begin(form.cleaned_data), backend=BACKEND)
                setup_key.forget_key()
                return redirect("accounts:second-factor")
            form.add_error("key", _("This is not the key. Look at the lines that ./start printed."))
    else:
        form = SetupForm(initial={"key": request.GET.get("key", "")})
    return render(request, "web/setup.html", {"form": form})


def _has_key(request: HttpRequest, typed: str) -> bool:
    allowed = may_try("setup", request.META.get("REMOTE_ADDR", ""), per_hour=PER_HOUR)
    return allowed and secrets.compare_digest(typed.strip().encode(), setup_key.read_key().encode())


@transaction.atomic
def _begin(facts: dict[str, str]) -> User:
    """Make the house: organisation, neighbourhood, catalogue, and its first coordinator."""
    organisation = Organisation.objects.create(name=facts["organisation"])
    place = Neighbourhood.objects.create(
        organisation=organisation,
        name=facts["neighbourhood"],
        slug=slugify(facts["neighbourhood"])[:60] or "buurt",
        contact_name=facts["contact_name"],
        contact_phone=facts["contact_phone"],
        contact_hours=facts["contact_hours"],
        email=facts["email"],
    )
    boundaries.seed_catalogue(organisation)
    user = User.objects.create_user(facts["email"], is_operator=True)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    person = neighbourhood.add_person(
        place,
        actor=None,
        first_name=facts["first_name"],
        last_name=facts["last_name"],
        email=user.email,
        channel=Channel.MAIL,
        languages=["nl"],
        user=user,
    )
    for role in (Role.COORDINATOR, Role.PROFESSIONAL):
        Membership.objects.create(
            neighbourhood=place, person=person, role=role, since=timezone.localdate()
        )
    return user
