"""The flyer that brought most volunteers, and small things to begin with."""

import datetime as dt
import random

from django.utils import timezone

from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.volunteers import actions
from gebuur.apps.volunteers.models import Flyer, Offer, SmallTask

FLYER_WEEKS = (8, 11)
SATURDAY = 5


def make_first_tasks(
    place: Neighbourhood, an: Person, *, rng: random.Random, now: dt.datetime
) -> None:
    """Remember who came with the flyer, give the others a contact, and lay four small tasks ready."""
    _flyer(place, an, now=now)
    Offer.objects.filter(neighbourhood=place, last_asked_at__isnull=False).update(contact=an)
    today = timezone.localdate(now)
    saturday = today + dt.timedelta(days=(SATURDAY - today.weekday()) % 7 or 7)
    table = _small(
        place, an, now, "street-table", people=3, on=saturday, at=dt.time(14), where="Garenplein"
    )
    _small(place, an, now, "flyers", people=2, title="Uitnodigingen in de Molenstraat bussen")
    _small(
        place, an, now, "translating", languages=["tr"], title="De uitnodiging in het Turks zetten"
    )
    _small(
        place, an, now, "phoning-round", people=2, on=today + dt.timedelta(days=4), at=dt.time(10)
    )
    helped = Offer.objects.filter(
        neighbourhood=place,
        stopped_at__isnull=True,
        paused_until__isnull=True,
        last_match_at__isnull=False,
    )
    rows = list(helped.select_related("person").order_by("pk"))
    before = now - dt.timedelta(hours=20)
    asks = [
        actions.ask_for_small(table, offer, actor=an, now=before)
        for offer in rng.sample(rows, k=min(2, len(rows)))
    ]
    for ask in asks[1:]:
        actions.answer_small(ask, actor=ask.offer.person, said_yes=True, now=now)


def _flyer(place: Neighbourhood, an: Person, *, now: dt.datetime) -> None:
    """The flyer of ten weeks ago asked for everything, and brought most of those who offered then."""
    needs = [{"task": key, "language": "", "count": None} for key in ("groceries", "chat", "walk")]
    flyer = actions.make_flyer(
        place, actor=an, needs=needs, language="tr", contact=an, where="Garenplein 1", now=now
    )
    Flyer.objects.filter(pk=flyer.pk).update(made_at=now - dt.timedelta(weeks=11))
    first, last = FLYER_WEEKS
    Offer.objects.filter(
        neighbourhood=place,
        created_at__lt=now - dt.timedelta(weeks=first),
        created_at__gt=now - dt.timedelta(weeks=last),
    ).update(came_from=flyer)


def _small(
    place: Neighbourhood, an: Person, now: dt.datetime, kind: str, **facts: object
) -> SmallTask:
    return actions.make_small_task(place, actor=an, now=now, kind=kind, **facts)
