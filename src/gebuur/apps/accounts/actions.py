"""Invitations: a code on paper or in a mail that lets somebody make an account, once."""

import datetime as dt
import uuid

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import F
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
def use_invitation(code: str, *, email: str) -> tuple[User, uuid.UUID]:
    """Use a code with the address one wants to sign in with; gives the account and whose it is.

    The address is proved afterwards, by the code that every sign-in mails. An invitation that was
    mailed only works for the address it was mailed to.
    """
    now, wanted = timezone.now(), email.strip().lower()
    found = Invitation.objects.filter(
        code_hash=hashed(clean_code(code)),
        used_at__isnull=True,
        expires_at__gt=now,
        tries__lt=MOST_TRIES,
    ).first()
    if found is None:
        raise _gone()
    Invitation.objects.filter(pk=found.pk).update(tries=F("tries") + 1)
    if found.email and found.email.lower() != wanted:
        raise _gone()
    if not Invitation.objects.filter(pk=found.pk, used_at__isnull=True).update(used_at=now):
        raise _gone()
    user = User.objects.filter(email=wanted).first() or User.objects.create_user(wanted)
    EmailAddress.objects.get_or_create(
        user=user, email=wanted, defaults={"verified": True, "primary": True}
    )
    return user, found.person_id


def _gone() -> InvitationGone:
    return InvitationGone(
        _("This code does not work with this address. Look at your letter, or phone us.")
    )
