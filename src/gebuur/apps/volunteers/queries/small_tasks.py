"""Reading small tasks: the list for staff, what fits a volunteer, and the words of one."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from gebuur.apps.boundaries.queries.card import minutes_in_words
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.volunteers.models import Offer, SmallAsk, SmallTask
from gebuur.apps.volunteers.queries.legal import incomplete_offers
from gebuur.core.errors import NotForYou
from gebuur.core.weekparts import bit_of
from gebuur.core.wording import clock, day_in_words, language_names
from gebuur.domain import frames

DAYS_TO_ANSWER = 14
NOON, EVENING = 12, 18
TAKEN = ("yes", "done")


@dataclass(frozen=True)
class SmallFit:
    """A small task that a volunteer can do, and whether it falls in her moments."""

    task: SmallTask
    places: int
    in_her_moments: bool


def kind_of(task: SmallTask) -> frames.SmallTask:
    """What we know of its kind."""
    return frames.small_task(task.kind)


def name_of(task: SmallTask) -> str:
    """Its own title, or the name of its kind in the reader's language."""
    return task.title or kind_of(task).names.in_language(get_language() or "nl")


def answer_until(task: SmallTask, ask: SmallAsk) -> dt.datetime:
    """Until when she may answer: the end of the day itself, or two weeks when no day is chosen."""
    if task.on is None:
        return ask.asked_at + dt.timedelta(days=DAYS_TO_ANSWER)
    return timezone.make_aware(dt.datetime.combine(task.on, dt.time(23, 59)))


def small_words(task: SmallTask, ask: SmallAsk | None = None) -> dict[str, Any]:
    """Everything a volunteer reads about it, in the language of this moment; no other name than the contact's."""
    language, kind = get_language() or "nl", kind_of(task)
    place = task.neighbourhood
    return {
        "name": name_of(task),
        "what": kind.what.in_language(language),
        "icon": kind.icon,
        "day": day_in_words(task.on, timezone.localdate()) if task.on else "",
        "time": clock(task.at) if task.at else "",
        "where": task.where,
        "at_home": kind.at_home and not task.where,
        "how_long": minutes_in_words(task.minutes),
        "people": task.people,
        "languages": language_names(task.languages),
        "contact": task.contact.first_name if task.contact else place.contact_name,
        "phone": (task.contact.phone if task.contact else "") or place.contact_phone,
        "answer_until": answer_until(task, ask) if ask else None,
    }


def list_small_tasks(place: Neighbourhood, *, state: str) -> QuerySet[SmallTask]:
    """Small tasks with how many were asked, said yes and did it; the nearest day first, the latest closed first."""
    tasks = SmallTask.objects.filter(neighbourhood=place, state=state).select_related("contact")
    counted = tasks.annotate(
        asked=Count("asks"),
        yes=Count("asks", filter=Q(asks__state__in=TAKEN)),
        waits=Count("asks", filter=Q(asks__state="asked")),
        done=Count("asks", filter=Q(asks__state="done")),
    )
    if state == SmallTask.State.CLOSED:
        return counted.order_by("-closed_at", "pk")
    return counted.order_by(F("on").asc(nulls_last=True), "created_at", "pk")


def get_small_task_for(staff: Person, pk: uuid.UUID | None) -> SmallTask:
    """A small task of the staff member's own neighbourhood."""
    own = SmallTask.objects.filter(neighbourhood=staff.neighbourhood_id)
    found = own.select_related("contact", "neighbourhood").filter(pk=pk).first() if pk else None
    if found is None:
        raise NotForYou
    return found


def list_asks(task: SmallTask) -> list[SmallAsk]:
    """Who was asked, in the order of asking."""
    asks = task.asks.select_related("offer__person__street", "asked_by", "answered_by")
    return list(asks.order_by("asked_at", "pk"))


def get_small_ask_for(staff: Person, pk: uuid.UUID | None) -> SmallAsk:
    """One question of the staff member's own neighbourhood."""
    own = _asks().filter(neighbourhood=staff.neighbourhood_id)
    found = own.filter(pk=pk).first() if pk else None
    if found is None:
        raise NotForYou
    return found


def get_small_ask(pk: uuid.UUID) -> SmallAsk:
    """One question, for who holds its link."""
    found = _asks().filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


def fitting_small(offer: Offer, *, now: dt.datetime) -> list[SmallFit]:
    """Open small tasks in a language of hers with a place left, not asked yet; what suits her best stands first."""
    today = timezone.localdate(now)
    tasks = list_small_tasks(offer.neighbourhood, state=SmallTask.State.OPEN)
    tasks = tasks.filter(Q(on__isnull=True) | Q(on__gte=today)).exclude(asks__offer=offer)
    free = [task for task in tasks if task.yes < task.people]  # type: ignore[attr-defined]  # annotated
    fits = [_fit(task, offer) for task in free if _speaks(task, offer)]
    return sorted(fits, key=lambda one: not one.in_her_moments)


def list_for_small(task: SmallTask, *, today: dt.date, limit: int) -> list[tuple[Offer, SmallFit]]:
    """Volunteers who could be asked for it and speak a language it needs; who was never asked stands first."""
    offers = Offer.objects.filter(
        neighbourhood=task.neighbourhood_id, stopped_at__isnull=True, paused_until__isnull=True
    ).exclude(small_asks__small_task=task)
    waiting = offers.select_related("person__street").order_by(
        F("last_asked_at").asc(nulls_first=True), "created_at", "pk"
    )
    held_back = incomplete_offers(task.neighbourhood, on=today)
    found: list[tuple[Offer, SmallFit]] = []
    for offer in waiting.iterator(chunk_size=200):
        if _speaks(task, offer) and offer.pk not in held_back:
            found.append((offer, _fit(task, offer)))
        if len(found) == limit:
            break
    return found


def _fit(task: SmallTask, offer: Offer) -> SmallFit:
    return SmallFit(
        task=task,
        places=task.people - getattr(task, "yes", 0),
        in_her_moments=_suits(task, offer),
    )


def _speaks(task: SmallTask, offer: Offer) -> bool:
    """Whether she speaks what it needs: every language for a translation, one of them for anything else."""
    needed, person = set(task.languages), offer.person
    shared = needed.intersection(person.languages or [person.language])
    return shared == needed if kind_of(task).every_language else bool(shared) or not needed


def _suits(task: SmallTask, offer: Offer) -> bool:
    """Whether its part of the week is one of hers; without a day she chooses one herself."""
    if task.on is None:
        return True
    parts = range(3) if task.at is None else (_part(task.at),)
    return any(offer.slots >> bit_of(task.on.weekday(), part) & 1 for part in parts)


def _part(at: dt.time) -> int:
    return (at.hour >= NOON) + (at.hour >= EVENING)


def _asks() -> QuerySet[SmallAsk]:
    return SmallAsk.objects.select_related(
        "small_task__contact",
        "small_task__neighbourhood",
        "offer__person__neighbourhood",
        "neighbourhood",
    )
