"""Which persons an account stands for, once its mail address is proved.

By an invitation with a code, or because a neighbourhood already knows a neighbour by that address.
"""

import uuid

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone

from gebuur.apps.accounts.actions import InvitationGone, open_account, use_invitation
from gebuur.apps.accounts.models import Invitation, User
from gebuur.apps.neighbourhood.actions import link_account
from gebuur.apps.neighbourhood.models import Membership, Person, Role

PENDING = "invitation"
BY_MAIL_ALONE = (Role.NEIGHBOUR, Role.VOLUNTEER, Role.CONTACT)


def account_for(email: str) -> User | None:
    """Make an account for a neighbour who is known by this address; nobody else gets one by asking."""
    person = next(iter(persons_known_by(email)), None)
    return open_account(email, language=person.language) if person else None


def persons_known_by(email: str) -> list[Person]:
    """Persons without an account whom this address belongs to alone, at most one per neighbourhood.

    An address that a household shares says not who signs in; and who works here needs an invitation.
    """
    found = Person.objects.filter(email__iexact=email.strip(), left_at__isnull=True)
    persons = list(found.order_by("created_at"))
    places = [person.neighbourhood_id for person in persons]
    works = Membership.objects.filter(person__in=persons).exclude(role__in=BY_MAIL_ALONE)
    staff = set(works.exclude(until__lt=timezone.localdate()).values_list("person_id", flat=True))
    return [
        person
        for person in persons
        if person.user_id is None
        and person.pk not in staff
        and places.count(person.neighbourhood_id) == 1
    ]


def keep_for_later(request: HttpRequest, invitation: Invitation, *, email: str) -> None:
    """Remember in this session which invitation waits for the proof of its address."""
    request.session[PENDING] = {"id": str(invitation.pk), "email": email.strip().lower()}


def join(request: HttpRequest, user: User) -> None:
    """Link a user who just proved her address by a mail code."""
    for person in persons_known_by(user.email):
        if not user.persons.filter(neighbourhood=person.neighbourhood_id).exists():
            link_account(person.pk, user)
    pending = request.session.pop(PENDING, None)
    if pending and pending.get("email") == user.email:
        try:
            link_account(use_invitation(uuid.UUID(pending["id"])), user)
        except InvitationGone as gone:
            messages.error(request, str(gone))
