"""What a group agrees: written down, looked at again on a day, changed or ended, never rubbed out."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.initiatives import queries
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.actions.telling import tell
from gebuur.apps.initiatives.models import Agreement, Initiative
from gebuur.apps.initiatives.permissions import Seat, can_speak
from gebuur.core.errors import RuleBroken

AT_ONCE = 200


class AgreementChanged(RuleBroken):
    """Somebody else changed or ended this agreement in the meantime."""


@transaction.atomic
def write_agreement(
    *,
    actor: Seat,
    text: str,
    review_on: dt.date,
    now: dt.datetime,
    replaces: Agreement | None = None,
) -> Agreement:
    """Write down what the group agreed, with the day to look at it again."""
    if not can_speak(actor):
        raise PermissionDenied
    agreement = Agreement.objects.create(
        neighbourhood=actor.initiative.neighbourhood,
        initiative=actor.initiative,
        author=actor.member,
        text=text,
        since=timezone.localdate(now),
        review_on=review_on,
        replaces=replaces,
        typed_by=actor.typed_by,
        written_at=now,
    )
    sign(actor, Verb.DECIDED, act="agreement-changed" if replaces else "agreement", now=now)
    return agreement


@transaction.atomic
def keep_agreement(
    agreement: Agreement, *, actor: Seat, review_on: dt.date, now: dt.datetime
) -> None:
    """It goes on, until another day."""
    _check(agreement, actor)
    kept = Agreement.objects.filter(
        pk=agreement.pk, ended_on__isnull=True, review_on=agreement.review_on
    )
    if not kept.update(review_on=review_on, reminded_at=None):
        raise AgreementChanged(_said())
    sign(actor, Verb.DECIDED, act="agreement-goes-on", now=now)


@transaction.atomic
def change_agreement(
    agreement: Agreement, *, actor: Seat, text: str, review_on: dt.date, now: dt.datetime
) -> Agreement:
    """Other words from today; the old ones stay to be read."""
    _check(agreement, actor)
    _end(agreement, now)
    return write_agreement(actor=actor, text=text, review_on=review_on, now=now, replaces=agreement)


@transaction.atomic
def end_agreement(agreement: Agreement, *, actor: Seat, now: dt.datetime) -> None:
    """It no longer holds."""
    _check(agreement, actor)
    _end(agreement, now)
    sign(actor, Verb.DECIDED, act="agreement-ended", now=now)


def remind_agreements(*, now: dt.datetime) -> int:
    """A word on the day: to who wrote it, or to who leads when the writer has left."""
    due = Agreement.objects.filter(
        ended_on__isnull=True,
        reminded_at__isnull=True,
        review_on__lte=timezone.localdate(now),
        initiative__state=Initiative.State.ACTIVE,
    ).select_related("initiative__neighbourhood", "author__person__neighbourhood")
    return sum(_remind(agreement, now=now) for agreement in list(due[:AT_ONCE]))


@transaction.atomic
def _remind(agreement: Agreement, *, now: dt.datetime) -> bool:
    unsaid = Agreement.objects.filter(pk=agreement.pk, reminded_at__isnull=True)
    if not unsaid.update(reminded_at=now):
        return False
    voices = queries.voices_of(agreement.initiative)
    readers = voices.filter(pk__in=[agreement.author_id]) or queries.leads_of(agreement.initiative)
    for member in readers:
        tell(member, "agreement_due", now=now, agreement=agreement)
    return True


def _check(agreement: Agreement, actor: Seat) -> None:
    if not can_speak(actor) or agreement.initiative_id != actor.initiative.pk:
        raise PermissionDenied


def _end(agreement: Agreement, now: dt.datetime) -> None:
    holding = Agreement.objects.filter(pk=agreement.pk, ended_on__isnull=True)
    if not holding.update(ended_on=timezone.localdate(now)):
        raise AgreementChanged(_said())


def _said() -> str:
    return _("Somebody changed this agreement a moment ago. Look at it once more.")
