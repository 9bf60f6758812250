"""A question as somebody asks it by phone, and the one that is asked next door."""

import datetime as dt

from gebuur.apps.boundaries.models import Task
from gebuur.apps.care import actions as care
from gebuur.apps.care.models import HelpRequest, Rhythm, Urgency
from gebuur.apps.neighbourhood.models import Channel, Membership, Neighbourhood, Person, Role
from gebuur.web.demo.people import make_account, make_somebody
from gebuur.web.demo.places import make_other_quarter

WEEKDAY_AFTERNOONS = sum(1 << (day * 3 + 1) for day in range(5))


def ask_by_phone(
    place: Neighbourhood,
    staff: Person,
    seeker: Person,
    task: str,
    *,
    now: dt.datetime,
    slots: int = WEEKDAY_AFTERNOONS,
    rhythm: str = Rhythm.ONCE,
    urgency: str = Urgency.WEEK,
    languages: list[str] | None = None,
    wish: str = "",
    gives: str = "",
    on_board: bool = False,
) -> HelpRequest:
    """A question that somebody phoned in."""
    return care.make_request(
        place,
        actor=staff,
        seeker=seeker,
        task=Task.objects.get(organisation=place.organisation, key=task),
        slots=slots,
        channel=Channel.PHONE,
        urgency=urgency,
        rhythm=rhythm,
        languages=languages or seeker.languages,
        wish=wish,
        gives=gives,
        on_board=on_board,
        now=now,
    )


def make_strangers(*, now: dt.datetime) -> None:
    """De Molen: one professional, one neighbour, one question; nobody of De Vlasbloem may see them."""
    place = make_other_quarter()
    bert = make_somebody(
        place, "Bert", "Smets", "Wiekstraat", "3", phone="+3290009901", channel=Channel.MAIL
    )
    make_account(bert, "bert@molen.example")
    Membership.objects.create(
        neighbourhood=place,
        person=bert,
        role=Role.PROFESSIONAL,
        since=now.date() - dt.timedelta(days=90),
    )
    zoe = make_somebody(place, "Zoë", "Baeten", "Maalderij", "8", phone="+3290009902")
    ask_by_phone(place, bert, zoe, "walk", now=now - dt.timedelta(days=3))
