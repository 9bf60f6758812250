"""Accounts, and the invitations that make them: a code on paper or in a mail, used once."""

import datetime as dt
import uuid

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.accounts.models import Invitation, User
from gebuur.core.errors import RuleBroken
from gebuur.core.tokens import clean_code, hashed, new_code

MOST_TRIES = 10


class InvitationGone(RuleBroken):
    """The code is unknown, used, or too old: one sentence for all three."""


def invite(person_id: uuid.UUID, *, email: str, expires_at: dt.datetime) -> str:
    """Make a code for a person; only its hash is kept. Earlier codes of the same person end."""
    code = new_code()
    Invitation.objects.filter(person_id=person_id, used_at__isnull=True).delete()
    Invitation.objects.create(
        code_hash=hashed(code), person_id=person_id, email=email, expires_at=expires_at
    )
    return code


@transaction.atomic
def open_account(email: str, *, language: str) -> User:
    """Give the account of an address; make it when there is none. It is nobody's until proved by mail."""
    wanted = email.strip().lower()
    user = User.objects.filter(email=wanted).first() or User.objects.create_user(
        wanted, language=language
    )
    EmailAddress.objects.get_or_create(user=user, email=wanted, defaults={"primary": True})
    return user


def read_invitation(code: str, *, email: str) -> Invitation:
    """Find the invitation of a code and the address one wants to sign in with; nothing is used up yet.

    One that was mailed only works for the address it was mailed to.
    """
    typed = hashed(clean_code(code))
    found = _living().filter(code_hash=typed, tries__lt=MOST_TRIES).first()
    if found is None:
        raise _gone()
    Invitation.objects.filter(pk=found.pk).update(tries=F("tries") + 1)
    if found.email and found.email.lower() != email.strip().lower():
        raise _gone()
    return found


def use_invitation(pk: uuid.UUID) -> uuid.UUID:
    """Use an invitation up, after its address was proved by mail; gives whose it is. Once, also in a race."""
    if not _living().filter(pk=pk).update(used_at=timezone.now()):
        raise _gone()
    return Invitation.objects.get(pk=pk).person_id


def _living() -> QuerySet[Invitation]:
    return Invitation.objects.filter(used_at__isnull=True, expires_at__gt=timezone.now())


def _gone() -> InvitationGone:
    return InvitationGone(
        _("This code does not work with this address. Look at your letter, or phone us.")
    )
