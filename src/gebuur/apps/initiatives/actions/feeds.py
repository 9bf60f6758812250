"""The secret address for a calendar: made, made anew, stopped."""

import datetime as dt

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from gebuur.apps.initiatives.models import FeedKey, Initiative
from gebuur.apps.initiatives.permissions import Seat, can_act
from gebuur.core.errors import RuleBroken
from gebuur.core.tokens import hashed, new_token


class OnlyHerself(RuleBroken):
    """A secret address is for one pair of eyes."""


class PressedTwice(RuleBroken):
    """Two new addresses at the same moment."""


@transaction.atomic
def renew_feed(*, actor: Seat, group: Initiative | None, now: dt.datetime) -> str:
    """A new address, for one group or for all of hers; the one before stops. It cannot be read back later."""
    _check(actor, group)
    end_feed(actor=actor, group=group, now=now)
    token = new_token()
    try:
        with transaction.atomic():
            FeedKey.objects.create(
                neighbourhood=actor.initiative.neighbourhood,
                person=actor.person,
                initiative=group,
                token_hash=hashed(token),
                made_at=now,
            )
    except IntegrityError as error:
        raise PressedTwice(_("That was pressed twice. Press once more.")) from error
    return f"{settings.SITE_ADDRESS}{reverse('initiatives:feed', args=[token])}"


@transaction.atomic
def end_feed(*, actor: Seat, group: Initiative | None, now: dt.datetime) -> None:
    """The address opens nothing any more."""
    _check(actor, group)
    keys = FeedKey.objects.filter(person=actor.person, ended_at__isnull=True)
    keys = keys.filter(initiative=group) if group else keys.filter(initiative__isnull=True)
    keys.update(ended_at=now)


def _check(actor: Seat, group: Initiative | None) -> None:
    """Who has no voice yet may be somebody who typed her name and number: that opens no other group."""
    if actor.typed_by is not None or (group is None and not actor.member.has_voice):
        raise OnlyHerself(_("Only the member herself makes this address, on her own screen."))
    if not can_act(actor):
        raise PermissionDenied
