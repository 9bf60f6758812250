"""How it goes with the volunteers of the demo: what they said, thank-yous, pauses, and why some stopped."""

import datetime as dt
import random
import uuid
from collections.abc import Iterator

from django.db.models import Min
from django.utils import timezone

from gebuur.apps.care.models import Feedback, Visit
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.apps.volunteers import actions
from gebuur.apps.volunteers.actions.check_ins import AFTER, ON_THE_LIST
from gebuur.apps.volunteers.models import (
    CheckIn,
    Going,
    Leaving,
    Offer,
    PausePeriod,
    Reason,
    ThankYou,
    Wish,
    Work,
)

BATCH = 500
ANSWERS, CALLS, LATEST = 0.7, 4, 4
MOST_THANKS, WITH_WORDS = 2_000, 3
WORDS = (
    "Ze bleef nog even praten. Dat deed deugd.",
    "Altijd op tijd, en altijd goedgezind.",
    "Hij droeg alles tot in de keuken.",
    "Ik kijk uit naar de volgende keer.",
    "Merci voor het geduld met mijn gsm.",
)
OWN_WORDS = (
    "Ik zou graag vaker iets doen.",
    "De straat is wat ver te voet.",
    "Samen met een andere buur was het plezanter.",
)


def make_going(
    place: Neighbourhood, professional: Person, *, rng: random.Random, now: dt.datetime
) -> None:
    """Add to the ten weeks what volunteers lived through."""
    CheckIn.objects.bulk_create(
        _check_ins(place, rng=rng, now=now), batch_size=BATCH, ignore_conflicts=True
    )
    Leaving.objects.bulk_create(_leavings(place, rng=rng, now=now), batch_size=BATCH)
    ThankYou.objects.bulk_create(_thanks(place, rng=rng), batch_size=BATCH)
    _pause_some(place, professional, rng=rng, now=now)


def _check_ins(place: Neighbourhood, *, rng: random.Random, now: dt.datetime) -> Iterator[CheckIn]:
    """Five moments after everybody's first visit; what is due was asked."""
    done = Visit.objects.filter(neighbourhood=place, state=Visit.State.DONE)
    firsts = done.values_list("match__offer").annotate(first_on=Min("on"))
    living = Offer.objects.filter(neighbourhood=place, stopped_at__isnull=True).in_bulk()
    calls = CALLS
    for pk, first_on in firsts.order_by("first_on", "match__offer"):
        for moment, after in AFTER.items() if pk in living else ():
            one = CheckIn(
                neighbourhood=place,
                offer_id=pk,
                moment=moment,
                due_on=first_on + after,
                moved_at=now,
            )
            days = (timezone.localdate(now) - one.due_on).days
            if days > LATEST:
                _answer(one, rng=rng, by_phone=calls > 0 and days < ON_THE_LIST.days)
                calls -= one.state == CheckIn.State.TO_PHONE
            yield one


def _answer(one: CheckIn, *, rng: random.Random, by_phone: bool) -> None:
    """Most answer; a few of the latest wait for a call, the others are left in peace."""
    asked_at = timezone.make_aware(dt.datetime.combine(one.due_on, dt.time(9)))
    if rng.random() > ANSWERS:
        one.state = CheckIn.State.TO_PHONE if by_phone else CheckIn.State.LET_BE
        one.moved_at = asked_at + dt.timedelta(days=3)
        return
    one.state, one.answered_at = CheckIn.State.ANSWERED, asked_at + dt.timedelta(days=1)
    one.moved_at = one.answered_at
    one.going = rng.choices(Going.values, weights=(7, 3, 1))[0]
    one.work = rng.choices(Work.values, weights=(6, 1, 3))[0]
    one.wish = rng.choices(Wish.values, weights=(5, 2, 1, 2, 1))[0]
    one.words = rng.choice(OWN_WORDS) if rng.random() < 0.2 else ""


def _leavings(place: Neighbourhood, *, rng: random.Random, now: dt.datetime) -> Iterator[Leaving]:
    """Why people stopped: who was never asked says so."""
    gone = Offer.objects.filter(neighbourhood=place, stopped_at__isnull=False).order_by("pk")
    for offer in gone:
        said = Reason.NOT_ASKED if offer.last_asked_at is None else rng.choice(Reason.values)
        yield Leaving(
            neighbourhood=place,
            offer=offer,
            reasons=said if rng.random() < ANSWERS else "",
            left_at=offer.stopped_at or now,
        )


def _thanks(place: Neighbourhood, *, rng: random.Random) -> Iterator[ThankYou]:
    """A neighbour who was content said so; one in a few with words."""
    content = Feedback.objects.filter(neighbourhood=place, by_seeker=True, was_good=True)
    told = content.order_by("-visit__on", "pk").values_list(
        "giver", "visit__match__offer", "visit__on"
    )
    for number, (giver, offer, on) in enumerate(told[:MOST_THANKS]):
        yield ThankYou(
            neighbourhood=place,
            giver_id=giver,
            offer_id=offer,
            by_staff=False,
            words=rng.choice(WORDS) if number % WITH_WORDS == 0 else "",
            given_at=timezone.make_aware(dt.datetime.combine(on, dt.time(18))),
        )


def _pause_some(
    place: Neighbourhood, professional: Person, *, rng: random.Random, now: dt.datetime
) -> None:
    """Three pause for a while; one did not answer after her pause."""
    pks: list[uuid.UUID] = list(
        Offer.objects.filter(
            neighbourhood=place,
            stopped_at__isnull=True,
            person__user=None,
            last_match_at__isnull=False,
        )
        .exclude(matches__state="active")
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    if len(pks) < 4:
        return
    *resting, silent = Offer.objects.filter(pk__in=rng.sample(pks, 4)).order_by("pk")
    for weeks, offer in enumerate(resting, start=1):
        until = timezone.localdate(now) + dt.timedelta(weeks=weeks)
        actions.pause_offer(offer, actor=professional, until=until, now=now)
    month_ago = now - dt.timedelta(days=30)
    until = timezone.localdate(now) - dt.timedelta(days=16)
    actions.pause_offer(silent, actor=professional, until=until, now=month_ago)
    PausePeriod.objects.filter(offer=silent).update(asked_at=now - dt.timedelta(days=16))
