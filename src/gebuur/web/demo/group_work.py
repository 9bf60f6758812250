"""What groups do in the demo: coffee every Thursday, errands, the tasks of the street, its pot of money."""

import datetime as dt
from dataclasses import dataclass, replace

from django.utils import timezone

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.actions import Plan, Wanted
from gebuur.apps.initiatives.models import Activity, Charge, Initiative, Member, MoneyLine, Place
from gebuur.apps.initiatives.permissions import Seat
from gebuur.web.demo.initiatives import Groups

MOLENSTRAAT, GARDEN = "Molenstraat helpt", "Samen tuin"
TUESDAY, THURSDAY, SATURDAY = 1, 3, 5
WEEKS_BACK, WEEKS_AHEAD = 8, 12
COFFEE = Plan(
    title="Koffie aan het bankje",
    day=dt.date.min,
    at=dt.time(14),
    minutes=120,
    where="Het bankje in de Molenstraat, bij regen in De Spil",
    note="Breng een tas mee.",
    is_public=True,
    places=(Wanted("Komen"), Wanted("Koffie zetten", 2)),
)
ERRANDS = Plan(
    title="Samen naar de winkel",
    day=dt.date.min,
    at=dt.time(10),
    minutes=90,
    where="Hoek Molenstraat en Garenplein",
    places=(Wanted("Meerijden", 3), Wanted("Rijden", 1)),
)
MEETING = Plan(
    title="Straatvergadering",
    day=dt.date.min,
    at=dt.time(19),
    minutes=90,
    where="De zaal van de school",
    note="We kijken hoe het loopt, en wie wat doet in de winter.",
    places=(Wanted("Komen"), Wanted("Zaal openen", 1), Wanted("Verslag schrijven", 1)),
)
CRIB = Plan(
    title="Een kerstboom op het pleintje",
    day=dt.date.min,
    at=dt.time(11),
    minutes=60,
    where="Garenplein",
    is_public=True,
    places=(Wanted("Komen"),),
)
DIGGING = Plan(
    title="Werkvoormiddag in de tuin",
    day=dt.date.min,
    at=dt.time(9, 30),
    minutes=180,
    where="Achter De Spil",
    note="Handschoenen liggen klaar.",
    is_public=True,
    places=(Wanted("Komen"), Wanted("Soep koken", 1)),
)


@dataclass(frozen=True)
class _Line:
    days: int
    what: str
    cents: int


MONEY = (
    _Line(60, "Pot van het straatfeest", 12_000),
    _Line(52, "Koffie en melk", -1_840),
    _Line(31, "Gift van de bakker", 2_500),
    _Line(24, "Koffie en suiker", -1_265),
    _Line(3, "Gasfles voor het vuurtje", -2_990),
)
MISTAKE = _Line(10, "Bekers", -8_400)
RIGHT = _Line(10, "Bekers", -840)


def work_in_groups(groups: Groups, *, now: dt.datetime) -> None:
    """The street that helps itself at work, and the first mornings of the garden group."""
    seats = [Seat(member) for member in _members(groups.molenstraat)]
    _drink_coffee(seats, now=now)
    _go_together(seats, now=now)
    _plan_ahead(seats, now=now)
    _share_tasks(seats, now=now)
    _keep_money(_keeper(groups.molenstraat), now=now)
    diggers = [Seat(member) for member in _members(groups.garden)]
    first = actions.make_activity(_on(DIGGING, SATURDAY, now), actor=diggers[0], now=now)
    _take(first, diggers[:3], now=now)


def _members(group: Initiative) -> list[Member]:
    here = group.members.filter(state=Member.State.MEMBER)
    known = here.select_related("person", "initiative__neighbourhood")
    return list(known.order_by("joined_at", "pk"))


def _keeper(group: Initiative) -> Seat:
    """Whom the group trusts with its money."""
    trusted = group.holdings.filter(charge=Charge.MONEY, until__isnull=True)
    holding = trusted.select_related("member__initiative__neighbourhood").earliest("since")
    return Seat(holding.member)


def _drink_coffee(seats: list[Seat], *, now: dt.datetime) -> None:
    """Every Thursday since eight weeks; each time some others come, and two make the coffee."""
    begun = now - dt.timedelta(weeks=WEEKS_BACK)
    first = _on(COFFEE, THURSDAY, begun)
    made = actions.make_activity(
        first,
        actor=seats[0],
        now=begun,
        rhythm="weekly",
        until=timezone.localdate(now) + dt.timedelta(weeks=WEEKS_AHEAD),
    )
    assert made.series is not None  # noqa: S101 - it has a rhythm
    for turn, one in enumerate(made.series.activities.order_by("starts_at")):
        there = [seat for at, seat in enumerate(seats) if (at + turn) % 3 != 0]
        then = one.starts_at - dt.timedelta(days=2)
        if one.starts_at < now:
            _take(one, there, now=then)
            actions.hold_activity(one, actor=there[0], now=one.starts_at + dt.timedelta(hours=3))
        elif one.starts_at < now + dt.timedelta(days=8):
            _take(one, there[:3], now=min(then, now))


def _go_together(seats: list[Seat], *, now: dt.datetime) -> None:
    """Every other Saturday: three ride along, one drives, and the next time nobody drives yet."""
    made = actions.make_activity(
        _on(ERRANDS, SATURDAY, now),
        actor=seats[1],
        now=now,
        rhythm="fortnightly",
        until=timezone.localdate(now) + dt.timedelta(weeks=8),
    )
    for seat in seats[2:4]:
        actions.take_place(_place(made, "Meerijden"), actor=seat, now=now)


def _plan_ahead(seats: list[Seat], *, now: dt.datetime) -> None:
    """An evening to talk, and a tree that does not come."""
    day = _first_tuesday(timezone.localdate(now))
    meeting = actions.make_activity(replace(MEETING, day=day), actor=seats[0], now=now)
    for seat in seats[:5]:
        actions.take_place(_place(meeting, "Komen"), actor=seat, now=now)
    actions.take_place(_place(meeting, "Zaal openen"), actor=seats[2], now=now)
    tree = replace(CRIB, day=timezone.localdate(now) + dt.timedelta(days=16))
    made = actions.make_activity(tree, actor=seats[3], now=now - dt.timedelta(days=6))
    actions.call_off_activity(made, actor=seats[3], now=now - dt.timedelta(days=1))


def _share_tasks(seats: list[Seat], *, now: dt.datetime) -> None:
    """Free, taken and done."""
    today = timezone.localdate(now)
    for days, what in ((30, "Het bankje schilderen"), (14, "Briefjes bussen in de straat")):
        then = now - dt.timedelta(days=days)
        done = actions.add_group_task(actor=seats[1], what=what, by=None, now=then)
        actions.finish_group_task(done, actor=seats[2], now=then + dt.timedelta(days=3))
    key = actions.add_group_task(
        actor=seats[0],
        what="De sleutel van de zaal halen",
        by=_first_tuesday(today),
        now=now,
    )
    actions.take_group_task(key, actor=seats[2], now=now)
    actions.add_group_task(
        actor=seats[3], what="Koffie kopen", by=today + dt.timedelta(days=4), now=now
    )
    actions.add_group_task(
        actor=seats[0], what="Een nieuwe lamp zoeken voor de fietsenstalling", by=None, now=now
    )


def _keep_money(keeper: Seat, *, now: dt.datetime) -> None:
    """A small pot, with one line too many noughts, set right."""
    for line in MONEY:
        _note(keeper, line, now=now)
    wrong = _note(keeper, MISTAKE, now=now)
    actions.undo_money(wrong, actor=keeper, now=now - dt.timedelta(days=RIGHT.days))
    _note(keeper, RIGHT, now=now)


def _note(keeper: Seat, line: _Line, *, now: dt.datetime) -> MoneyLine:
    then = now - dt.timedelta(days=line.days)
    return actions.note_money(
        actor=keeper, on=timezone.localdate(then), what=line.what, cents=line.cents, now=then
    )


def _take(activity: Activity, seats: list[Seat], *, now: dt.datetime) -> None:
    """Everybody comes; the first two do the other thing too."""
    names = [place.name for place in activity.places.all()]
    for seat in seats:
        actions.take_place(_place(activity, names[0]), actor=seat, now=now)
    for seat in seats[: activity.places.get(name=names[-1]).most or 0]:
        actions.take_place(_place(activity, names[-1]), actor=seat, now=now)


def _place(activity: Activity, name: str) -> Place:
    return activity.places.select_related("activity").get(name=name)


def _first_tuesday(today: dt.date) -> dt.date:
    """The evening the group meets: the next first Tuesday of a month, tomorrow at the earliest."""
    day = today + dt.timedelta(days=1)
    while day.weekday() != TUESDAY or day.day > len("mtwtfss"):
        day += dt.timedelta(days=1)
    return day


def _on(plan: Plan, weekday: int, now: dt.datetime) -> Plan:
    """The next such weekday, tomorrow at the earliest."""
    tomorrow = timezone.localdate(now) + dt.timedelta(days=1)
    return replace(
        plan, day=tomorrow + dt.timedelta(days=(weekday - tomorrow.weekday()) % len("mtwtfss"))
    )
