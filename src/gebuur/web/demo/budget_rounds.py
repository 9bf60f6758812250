"""The neighbourhood budget of the demo: a frame that changed once, ideas of neighbours, and a round being written."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Round
from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.neighbourhood.models import (
    Channel,
    Membership,
    Neighbourhood,
    Person,
    Role,
    Street,
)
from gebuur.web.demo.budget_checks import read_along
from gebuur.web.demo.budget_together import join_ideas
from gebuur.web.demo.people import make_account, make_somebody
from gebuur.web.demo.staff import AUTHORITY

# Day of the round after today; the ideas began five weeks ago.
DAYS = {
    "ideas_from": -35, "ideas_until": 17, "proposals_until": 60, "checks_until": 82, "repairs_until": 96,
    "vote_from": 103, "vote_until": 124, "decide_by": 145,
}  # fmt: skip
CRITERIA = (
    ("Buren van alle leeftijden hebben er iets aan", 3, "Een tuin met een bank en lage bakken."),
    ("Buren doen het zelf en blijven het doen", 2, "Zes buren geven om de beurt water."),
    ("Het maakt de buurt groener of rustiger", 1, "Minder steen, meer schaduw."),
)
EXCLUSIONS = (
    "Waar het lokaal bestuur niet over gaat, zoals treinen of huurprijzen.",
    "Wat buiten De Vlasbloem ligt.",
    "Wat meer kost dan de pot.",
    "Wat niet klaar kan zijn binnen twee jaar.",
    "Wat het lokaal bestuur al gepland en betaald heeft.",
    "Wat maar één gezin, winkel, partij of geloof dient.",
    "Wat niet openstaat voor iedereen die hier woont.",
)
# Title, more words, street, how it came in, how many stand behind it.
IDEAS = (
    (
        "Moestuin op het Garenplein",
        "Samen groenten kweken, met lage bakken voor wie niet kan bukken.",
        "",
        "web",
        14,
    ),
    (
        "Bank aan de bushalte",
        "Wie slecht te been is, moet nu rechtstaan.",
        "Molenstraat",
        "phone",
        9,
    ),
    ("Speelstraat in juli", "", "", "letter", 6),
    ("Gereedschap om uit te lenen", "Een ladder en een boormachine voor iedereen.", "", "desk", 3),
)
WALL = (
    "Meer bloembakken",
    "Een koffiehoek in De Spil",
    "Licht aan het fietspad",
    "Petanque op het plein",
)
AGES = ("older", "young", "family", "older", "young", "family", "")


def run_budget(sides: tuple[Person, Person, Person], an: Person, *, now: dt.datetime) -> Round:
    """One round under way, and one of which the frame waits for a signature."""
    nele, els, _signer = sides
    place = nele.neighbourhood
    today = timezone.localdate(now)
    begun = now - dt.timedelta(days=60)
    year = year_of(today)
    one = begin_round(place, nele, f"Buurtbudget {year}", now=begun, today=today)
    sign_frame(one, sides, why="", at=now - dt.timedelta(days=50))
    actions.change_round(one, actor=nele, pot_cents=2_000_000)
    why = "De gemeente legt 5.000 euro bij. De rest blijft zoals het was."
    sign_frame(one, sides, why=why, at=now - dt.timedelta(days=40))
    crowd = list(
        Person.objects.filter(neighbourhood=place, user__isnull=True, left_at__isnull=True)
        .exclude(first_name="Godelieve")
        .order_by("phone", "pk")[:16]
    )
    _bring(one, crowd, an, now)
    read_along(one, els, now=now)
    join_ideas(one, crowd, an, now=now)
    days = {name: days + 365 for name, days in DAYS.items()}
    following = begin_round(
        place, nele, f"Buurtbudget {year + 1}", now=now, today=today, days=days, pot_cents=2_000_000
    )
    actions.draw_up_frame(following, actor=nele, why="", now=now)
    return one


def speaker_of_town(place: Neighbourhood, *, now: dt.datetime) -> Person:
    """Els speaks for the town."""
    els = make_somebody(
        place, "Els", "Maertens", "Garenplein", "2", phone="+3290000002", channel=Channel.MAIL
    )
    make_account(els, AUTHORITY)
    since = timezone.localdate(now) - dt.timedelta(days=300)
    Membership.objects.create(neighbourhood=place, person=els, role=Role.AUTHORITY, since=since)
    return els


def signer_of(place: Neighbourhood) -> Person:
    """The first known member of the first group signs for the neighbours."""
    members = Member.objects.filter(
        neighbourhood=place, state="member", known_at__isnull=False, initiative__state="active"
    )
    group = Initiative.objects.filter(pk__in=members.values("initiative")).earliest("began_at")
    first = members.filter(initiative=group).select_related("person").order_by("joined_at", "pk")
    return first[0].person


def year_of(today: dt.date) -> int:
    """The year after which the round under way is called: the one in which its ideas began."""
    return (today + dt.timedelta(days=DAYS["ideas_from"])).year


def begin_round(
    place: Neighbourhood,
    nele: Person,
    title: str,
    *,
    now: dt.datetime,
    today: dt.date,
    days: Mapping[str, int] = DAYS,
    **facts: Any,
) -> Round:
    """A round as Nele wrote it at `now`; `days` counts from the day the story is told on."""
    return actions.make_round(
        place,
        actor=nele,
        now=now,
        title=title,
        leftovers="Wat overblijft, gaat naar de pot van het volgende jaar.",
        who_decides="De buurt stemt. De gemeenteraad beslist, en geeft redenen als hij anders beslist.",
        who_may_vote="Iedereen die in De Vlasbloem woont, met of zonder Belgische papieren.",
        youngest=12,
        contact_name="Els Maertens",
        contact_phone="+3290000002",
        criteria=[{"words": w, "weight": n, "example": e} for w, n, e in CRITERIA],
        exclusions=list(EXCLUSIONS),
        rule=Round.Rule.EQUAL_SHARES,
        ballot=Round.Ballot.APPROVAL,
        most_choices=None,
        **{name: today + dt.timedelta(days=after) for name, after in days.items()},
        **{"pot_cents": 1_500_000, **facts},
    )


def sign_frame(
    one: Round, sides: tuple[Person, Person, Person], *, why: str, at: dt.datetime
) -> None:
    nele, els, neighbour = sides
    version = actions.draw_up_frame(one, actor=nele, why=why, now=at)
    actions.sign_for_authority(version, actor=els, digest=version.digest, now=at)
    actions.sign_for_neighbours(version, actor=neighbour, digest=version.digest, now=at)


def _bring(one: Round, crowd: list[Person], an: Person, now: dt.datetime) -> None:
    """Ideas by every way in, and who stands behind them."""
    for number, (title, text, street, channel, count) in enumerate(IDEAS):
        at = now - dt.timedelta(days=30 - 5 * number)
        where = Street.objects.filter(neighbourhood=one.neighbourhood, name=street).first()
        giver = crowd[-1 - number]
        typed_by = None if channel == Channel.WEB else an
        said = actions.Said(title, text, where)
        idea = actions.give_idea(one, said, actor=giver, channel=channel, typed_by=typed_by, now=at)
        for place_in_row, person in enumerate(crowd[:count]):
            actions.back_idea(
                idea, actor=person, will_help=place_in_row % 2 == 0, will_use=True,
                age=AGES[place_in_row % len(AGES)], now=at + dt.timedelta(hours=place_in_row),
            )  # fmt: skip
    wall = [actions.Said(title) for title in WALL]
    evening = now - dt.timedelta(days=9)
    actions.give_ideas_of_meeting(one, wall, actor=an, meeting="Buurtavond in De Spil", now=evening)
