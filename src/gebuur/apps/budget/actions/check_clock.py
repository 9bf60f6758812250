"""The clock of the services: a word before the day, one after it, and then one step up. Each of them once."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from gebuur.apps.budget.actions.check_mail import mail_reader
from gebuur.apps.budget.models import FeasibilityCheck, Proposal
from gebuur.apps.budget.queries.checks import of_before

SOON = dt.timedelta(days=3)
PATIENCE = dt.timedelta(days=3)


def remind_checks(*, now: dt.datetime) -> int:
    """Write to services that have not answered; tell how many letters that made."""
    today = timezone.localdate(now)
    waiting = FeasibilityCheck.objects.filter(
        ~of_before(),
        verdict="",
        proposal__state=Proposal.State.HANDED_IN,
        due_on__lte=today + SOON,
    ).select_related("proposal__round__neighbourhood", "asked_by__neighbourhood")
    return sum(_remind(check, today, now) for check in waiting.order_by("due_on", "pk"))


@transaction.atomic
def _remind(check: FeasibilityCheck, today: dt.date, now: dt.datetime) -> int:
    """Whoever was asked today only is not reminded of it today."""
    if timezone.localdate(check.asked_at) == today:
        return 0
    late = (today - check.due_on).days
    count = 0
    if late <= 0 and _claim(check, "reminded_at", now):
        mail_reader(check, "check_soon", now=now)
        count += 1
    if late > 0 and _claim(check, "late_told_at", now):
        mail_reader(check, "check_late", now=now)
        count += 1
    if late > PATIENCE.days and _claim(check, "escalated_at", now):
        mail_reader(check, "check_one_up", now=now, one_up=True)
        count += 1
    return count


def _claim(check: FeasibilityCheck, clock: str, now: dt.datetime) -> bool:
    """Whether this letter is ours to write: it was not written yet, and still nothing was answered."""
    mine = FeasibilityCheck.objects.filter(pk=check.pk, verdict="", **{f"{clock}__isnull": True})
    return bool(mine.update(**{clock: now}))
