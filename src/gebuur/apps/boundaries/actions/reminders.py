"""A service that has not answered hears from us before the deadline and after it."""

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.boundaries import queries
from gebuur.apps.boundaries.actions.hand_overs import mail_service
from gebuur.apps.boundaries.models import HandOver
from gebuur.apps.outbox import actions as outbox

DAYS_BEFORE = dt.timedelta(days=3)


def remind_services(*, now: dt.datetime) -> int:
    """Remind once within three days before the deadline and once after it; tell how many."""
    today = timezone.localdate(now)
    soon = Q(
        state=HandOver.State.ASKED,
        answer_by__gte=today,
        answer_by__lte=today + DAYS_BEFORE,
        reminded_at__isnull=True,
    )
    late = Q(state__in=queries.WAITING, answer_by__lt=today)
    due = HandOver.objects.filter(soon | late, consent__withdrawn_at__isnull=True)
    rows = due.select_related("person", "neighbourhood", "handed_by").order_by("answer_by")
    return sum(_remind(handed, now=now) for handed in rows if _is_due(handed, today))


def _is_due(handed: HandOver, today: dt.date) -> bool:
    if handed.reminded_at is None:
        return True
    return timezone.localdate(handed.reminded_at) <= handed.answer_by < today


@transaction.atomic
def _remind(handed: HandOver, *, now: dt.datetime) -> bool:
    mine = HandOver.objects.filter(
        pk=handed.pk, reminded_at=handed.reminded_at, state__in=queries.WAITING
    )
    if handed.reminded_at is None:
        mine = HandOver.objects.filter(
            pk=handed.pk, reminded_at__isnull=True, state__in=queries.WAITING
        )
    if not mine.update(reminded_at=now):
        return False
    if handed.to_email and handed.handed_by is not None:
        mail_service(handed, template="service_reminded", writer=handed.handed_by)
    else:
        outbox.add_call(
            handed.neighbourhood,
            actor=None,
            name=handed.to_service,
            phone=handed.to_phone,
            about=_("Ask for an answer. Reference: %(reference)s")
            % {"reference": queries.reference_of(handed)},
            call_at=now,
        )
    return True
