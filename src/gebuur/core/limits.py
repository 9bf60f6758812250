"""How often something may happen from one place: a counter per key and hour, on both databases."""

import datetime as dt

from django.db.models import F
from django.utils import timezone

from gebuur.core.models import Tally
from gebuur.core.tokens import hashed


def may_try(what: str, who: str, *, per_hour: int) -> bool:
    """Count one try of `what` by `who` (an address; only its hash is kept) and say whether it may go on."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    key = _key(what, who, hour)
    tally, made = Tally.objects.get_or_create(key=key, defaults={"hour": hour, "count": 1})
    if made:
        Tally.objects.filter(hour__lt=hour - dt.timedelta(days=1)).delete()
        return per_hour >= 1
    Tally.objects.filter(key=key).update(count=F("count") + 1)
    return tally.count < per_hour


def may_go_on(what: str, who: str, *, per_hour: int) -> bool:
    """Whether `what` by `who` may still go on this hour, without counting a try."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    tally = Tally.objects.filter(key=_key(what, who, hour)).first()
    return tally is None or tally.count < per_hour


def _key(what: str, who: str, hour: dt.datetime) -> str:
    return hashed(f"{what}:{who}:{hour.isoformat()}")
