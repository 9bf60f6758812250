"""What goes on by itself: series, reminders, asking how it went, a word to who waits."""

import datetime as dt

from django.db import transaction
from django.db.models import Q, QuerySet

from gebuur.apps.care.actions.planning import go_on
from gebuur.apps.care.actions.telling import LINK_DAYS, reader_of, tell_seeker
from gebuur.apps.care.models import OPEN_STATES, HelpRequest, Match, Rhythm, Visit
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.queries import things_with_link

AT_ONCE = 200
A_WEEK = dt.timedelta(days=7)


def plan_series(*, now: dt.datetime) -> int:
    """Keep the next two visits of every series ready."""
    series = Match.objects.filter(
        state=Match.State.ACTIVE, request__rhythm__in=[Rhythm.WEEKLY, Rhythm.FORTNIGHTLY]
    ).select_related("request")
    return sum(go_on(match, today=now.date()) for match in series.iterator())


def remind_visits(*, now: dt.datetime) -> int:
    """Remind both sides the day before."""
    tomorrow = now.date() + dt.timedelta(days=1)
    due = _visits().filter(state=Visit.State.PLANNED, on=tomorrow, reminded_at__isnull=True)
    return sum(_remind(visit, now=now) for visit in list(due[:AT_ONCE]))


@transaction.atomic
def _remind(visit: Visit, *, now: dt.datetime) -> bool:
    claimed = Visit.objects.filter(pk=visit.pk, reminded_at__isnull=True).update(reminded_at=now)
    if claimed:
        for reader in (visit.match.offer.person, reader_of(visit.match.request)):
            link = outbox.make_link(reader, "care:card", visit.match, expires_at=now + A_WEEK)
            words = {"visit": visit, "link": link}
            outbox.send(reader, template="care/messages/tomorrow", context=words, thing=visit)
    return bool(claimed)


def ask_outcomes(*, now: dt.datetime) -> int:
    """Ask the helper how it went, once, the morning after."""
    due = (
        _visits()
        .filter(state=Visit.State.PLANNED, on__lt=now.date())
        .exclude(pk__in=things_with_link("care:visit"))
    )
    return sum(_ask_outcome(visit, now=now) for visit in list(due[:AT_ONCE]))


@transaction.atomic
def _ask_outcome(visit: Visit, *, now: dt.datetime) -> bool:
    """Touching the row first makes two workers wait for each other; the second one finds the link."""
    Visit.objects.filter(pk=visit.pk, state=Visit.State.PLANNED).update(reminded_at=now)
    if things_with_link("care:visit").filter(thing=visit.pk).exists():
        return False
    helper = visit.match.offer.person
    link = outbox.make_link(
        helper, "care:visit", visit, expires_at=now + dt.timedelta(days=LINK_DAYS)
    )
    outbox.send(helper, template="care/messages/how_did_it_go", context={"link": link}, thing=visit)
    return True


def tell_waiting(*, now: dt.datetime) -> int:
    """A word to every seeker who waits, once a week: nobody hears nothing."""
    week_ago = now - A_WEEK
    due = HelpRequest.objects.filter(
        Q(told_at__lt=week_ago) | Q(told_at__isnull=True, waiting_since__lt=week_ago),
        state__in=OPEN_STATES,
    ).select_related("seeker__neighbourhood", "asked_by", "neighbourhood")
    return sum(_tell(request, now=now) for request in list(due[:AT_ONCE]))


@transaction.atomic
def _tell(request: HelpRequest, *, now: dt.datetime) -> bool:
    unchanged = HelpRequest.objects.filter(pk=request.pk, told_at=request.told_at)
    claimed = (
        unchanged.update(told_at=now)
        if request.told_at
        else unchanged.filter(told_at__isnull=True).update(told_at=now)
    )
    if claimed:
        tell_seeker(request, "still_looking")
    return bool(claimed)


def _visits() -> QuerySet[Visit]:
    return Visit.objects.select_related(
        "match__offer__person__neighbourhood",
        "match__request__seeker__neighbourhood",
        "match__request__asked_by",
    )
