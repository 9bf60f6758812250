"""What goes on by itself: series, reminders, asking how it went, a word to who waits."""

import datetime as dt

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from gebuur.apps.care.actions.answering import ask_to_confirm
from gebuur.apps.care.actions.planning import READY, go_on
from gebuur.apps.care.actions.telling import (
    LINK_DAYS,
    in_words_for,
    reader_of,
    reads_at_once,
    tell_seeker,
)
from gebuur.apps.care.models import OPEN_STATES, HelpRequest, Match, Proposal, Rhythm, Visit
from gebuur.apps.care.queries.for_people import coming_of
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.queries import things_with_link

AT_ONCE = 200
A_WEEK = dt.timedelta(days=7)


def plan_series(*, now: dt.datetime) -> int:
    """Keep the next two visits of every series ready, and close a series after its last day."""
    ahead = Count(
        "visits",
        filter=Q(visits__state=Visit.State.PLANNED, visits__on__gte=timezone.localdate(now)),
    )
    short = (
        Match.objects.filter(
            state=Match.State.ACTIVE, request__rhythm__in=[Rhythm.WEEKLY, Rhythm.FORTNIGHTLY]
        )
        .annotate(ahead=ahead)
        .filter(ahead__lt=READY)
        .select_related("request", "offer__person", "proposal")
    )
    return sum(_plan(match, now=now) for match in list(short))


@transaction.atomic
def _plan(match: Match, *, now: dt.datetime) -> int:
    return go_on(match, now=now)


def remind_visits(*, now: dt.datetime) -> int:
    """Remind both sides the day before, unless they agreed only today."""
    today = timezone.localdate(now)
    due = _visits().filter(
        state=Visit.State.PLANNED,
        match__state=Match.State.ACTIVE,
        on=today + dt.timedelta(days=1),
        reminded_at__isnull=True,
        match__made_at__lt=_start_of(today),
    )
    return sum(_remind(visit, now=now) for visit in list(due[:AT_ONCE]))


@transaction.atomic
def _remind(visit: Visit, *, now: dt.datetime) -> bool:
    """Write over the channel each chose; who wants a call or a letter is reminded of the first time only."""
    claimed = Visit.objects.filter(pk=visit.pk, reminded_at__isnull=True).update(reminded_at=now)
    if claimed:
        is_first = not visit.match.visits.filter(on__lt=visit.on).exists()
        for reader in (visit.match.offer.person, reader_of(visit.match.request)):
            if is_first or reads_at_once(reader):
                _send_reminder(visit, reader, now=now)
    return bool(claimed)


def _send_reminder(visit: Visit, reader: Person, *, now: dt.datetime) -> None:
    link = outbox.make_link(reader, "care:card", visit.match, expires_at=now + A_WEEK)
    with in_words_for(reader):
        words = {"coming": coming_of(visit, reader), "link": link}
    outbox.send(reader, template="care/messages/tomorrow", context=words, thing=visit)


def _start_of(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), timezone.get_default_timezone())


def ask_outcomes(*, now: dt.datetime) -> int:
    """Ask the helper how it went, once, the morning after."""
    asked = things_with_link("care:visit").filter(thing=OuterRef("pk"))
    due = _visits().filter(
        ~Exists(asked), state=Visit.State.PLANNED, on__lt=timezone.localdate(now)
    )
    return sum(_ask_outcome(visit, now=now) for visit in list(due[:AT_ONCE]))


@transaction.atomic
def _ask_outcome(visit: Visit, *, now: dt.datetime) -> bool:
    """Touching the row first makes two workers wait for each other; the second one finds the link."""
    planned = Visit.objects.filter(pk=visit.pk, state=Visit.State.PLANNED).update(reminded_at=now)
    if not planned or things_with_link("care:visit").filter(thing=visit.pk).exists():
        return False
    helper = visit.match.offer.person
    link = outbox.make_link(
        helper, "care:visit", visit, expires_at=now + dt.timedelta(days=LINK_DAYS)
    )
    words = {"visit": visit, "link": link}
    outbox.send(helper, template="care/messages/how_did_it_go", context=words, thing=visit)
    return True


def tell_waiting(*, now: dt.datetime) -> int:
    """A word to every seeker who waits, once a week: nobody hears nothing."""
    week_ago = now - A_WEEK
    due = HelpRequest.objects.filter(
        Q(told_at__lt=week_ago) | Q(told_at__isnull=True, waiting_since__lt=week_ago),
        state__in=OPEN_STATES,
    ).select_related("seeker__neighbourhood", "asked_by__neighbourhood", "neighbourhood")
    return sum(_tell(request, now=now) for request in list(due[:AT_ONCE]))


@transaction.atomic
def _tell(request: HelpRequest, *, now: dt.datetime) -> bool:
    """Say that we look on, or ask once more for her own yes when a helper waits for it."""
    same = Q(told_at=request.told_at) if request.told_at else Q(told_at__isnull=True)
    claimed = HelpRequest.objects.filter(same, pk=request.pk).update(told_at=now)
    if claimed:
        said_yes = request.proposals.filter(state=Proposal.State.YES).first()
        if said_yes is None:
            tell_seeker(request, "still_looking")
        else:
            outbox.end_links(said_yes.pk, purpose="care:confirm")
            outbox.cancel_messages(said_yes.pk)
            ask_to_confirm(said_yes, now=now)
    return bool(claimed)


def _visits() -> QuerySet[Visit]:
    return Visit.objects.select_related(
        "match__offer__person__neighbourhood",
        "match__request__seeker__neighbourhood",
        "match__request__asked_by__neighbourhood",
        "match__request__task",
    )
