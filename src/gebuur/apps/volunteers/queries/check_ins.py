"""Reading check-ins: who waits for a call, what was said, and a pause that ended in silence."""

import datetime as dt
import uuid

from django.db.models import QuerySet
from django.utils import timezone

from gebuur.apps.neighbourhood.models import Channel, Neighbourhood, Person
from gebuur.apps.outbox.queries import way_to
from gebuur.apps.volunteers.models import CheckIn, Offer, PausePeriod
from gebuur.core.errors import NotForYou

SILENCE = dt.timedelta(days=14)


def get_check_in_of(volunteer: Person, pk: uuid.UUID) -> CheckIn:
    """A volunteer's own check-in, as long as she did not stop."""
    rows = CheckIn.objects.select_related("offer__person__neighbourhood", "neighbourhood")
    found = rows.filter(pk=pk, offer__person=volunteer, offer__stopped_at__isnull=True).first()
    if found is None:
        raise NotForYou
    return found


def get_check_in_for(staff: Person, pk: uuid.UUID) -> CheckIn:
    """A check-in in the staff member's own neighbourhood."""
    rows = CheckIn.objects.select_related("offer__person__neighbourhood", "neighbourhood")
    found = rows.filter(pk=pk, neighbourhood=staff.neighbourhood_id).first()
    if found is None:
        raise NotForYou
    return found


def list_to_phone(place: Neighbourhood) -> QuerySet[CheckIn]:
    """Who is phoned to hear how it is going, who waits longest on top."""
    rows = CheckIn.objects.filter(
        neighbourhood=place,
        state=CheckIn.State.TO_PHONE,
        offer__stopped_at__isnull=True,
        offer__paused_until__isnull=True,
    )
    return rows.select_related("offer__person__street").defer("words").order_by("moved_at", "pk")


def list_answers(place: Neighbourhood, *, since: dt.datetime) -> QuerySet[CheckIn]:
    """What people said, the latest first, without their own words."""
    rows = CheckIn.objects.filter(
        neighbourhood=place, state=CheckIn.State.ANSWERED, answered_at__gt=since
    )
    return rows.select_related("offer__person").defer("words").order_by("-answered_at", "pk")


def list_silent_pauses(place: Neighbourhood, *, now: dt.datetime) -> list[PausePeriod]:
    """Whose pause is over and who did not answer for two weeks, or is only reached by phone."""
    asked = PausePeriod.objects.filter(
        neighbourhood=place,
        ended_at__isnull=True,
        until__lte=timezone.localdate(now),
        asked_at__isnull=False,
        offer__stopped_at__isnull=True,
    ).select_related("offer__person__street")
    return [
        pause
        for pause in asked.order_by("until", "pk")
        if pause.asked_at
        and (pause.asked_at < now - SILENCE or way_to(pause.offer.person) == Channel.PHONE)
    ]


def list_check_ins(offer: Offer) -> list[CheckIn]:
    """What one volunteer said, with her own words, the latest first."""
    said = CheckIn.objects.filter(offer=offer, state=CheckIn.State.ANSWERED)
    return list(said.order_by("-answered_at", "pk"))


def next_check_in(offer: Offer) -> CheckIn | None:
    """The question that waits for her answer, else the next one; who pauses or stopped is asked nothing."""
    if offer.stopped_at or offer.is_paused:
        return None
    over = (CheckIn.State.ANSWERED, CheckIn.State.LET_BE)
    waiting = CheckIn.objects.filter(offer=offer).exclude(state__in=over)
    return waiting.defer("words").order_by("due_on").first()
