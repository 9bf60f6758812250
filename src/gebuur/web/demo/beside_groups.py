"""Two groups to stand beside: Molenstraat helps itself, and a young garden."""

import datetime as dt

from gebuur.apps.initiatives import actions
from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Street


def make_two_groups(place: Neighbourhood, *, now: dt.datetime) -> tuple[Initiative, Initiative]:
    """Fourteen neighbours since ten weeks, Rosa among them; and six with Joris since three."""
    street = Street.objects.get(neighbourhood=place, name="Molenstraat")
    here = list(Person.objects.filter(street=street, user__isnull=True).order_by("pk")[:13])
    own = {one.first_name: one for one in Person.objects.filter(
        neighbourhood=place, user__isnull=False, first_name__in=["Rosa", "Joris"])}  # fmt: skip
    helps = _group(here[0], "Molenstraat helpt", [*here[1:], own["Rosa"]], weeks=10, now=now)
    weavers = Street.objects.get(neighbourhood=place, name="Weverstraat")
    there = list(Person.objects.filter(street=weavers, user__isnull=True).order_by("pk")[:5])
    return helps, _group(there[0], "Samen tuin", [*there[1:], own["Joris"]], weeks=3, now=now)


def _group(
    founder: Person, title: str, others: list[Person], *, weeks: int, now: dt.datetime
) -> Initiative:
    begun = now - dt.timedelta(weeks=weeks)
    group = actions.begin_initiative(
        founder.neighbourhood, actor=founder, title=title, now=begun, street=founder.street,
        aim="Wie iets kan, doet iets voor de straat.",
    )  # fmt: skip
    Member.objects.filter(initiative=group).update(known_at=begun)
    span = dt.timedelta(weeks=weeks) / (len(others) + 2)
    for number, person in enumerate(others, start=1):
        then = begun + number * span
        Member.objects.create(
            neighbourhood=group.neighbourhood, initiative=group, person=person,
            state=Member.State.MEMBER, asked_at=then, joined_at=then, known_at=then,
        )  # fmt: skip
    return group
