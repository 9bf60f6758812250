"""Ties within and between streets: told by street and group, the same without any one person."""

import datetime as dt
from functools import partial

import pytest
from django.utils import timezone

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.boundaries.models import Task
from gebuur.apps.care.models import HelpRequest, Match, Proposal, State, Visit
from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.mirror.queries.capacity import capacity_at
from gebuur.apps.mirror.queries.flows import Flows, look_at_flows
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Street
from gebuur.apps.volunteers.models import Offer
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Neighbourhood:
    place = cast.make_place()
    boundaries.seed_catalogue(place.organisation)
    return place


def live(place: Neighbourhood, street: str, count: int) -> list[Person]:
    return [cast.make_person(place, f"{street[:4]}{n}", street=street) for n in range(count)]


def together(people: list[Person], title: str) -> Initiative:
    group = cast.make_group(people[0], title)
    for person in people[1:]:
        cast.join_group(group, person)
    return group


def offer_of(person: Person) -> Offer:
    found, _made = Offer.objects.get_or_create(
        person=person,
        defaults={
            "neighbourhood": person.neighbourhood,
            "slots": cast.ALWAYS,
            "radius": 1_000,
            "created_at": timezone.now(),
        },
    )
    return found


def help_given(helper: Person, seeker: Person, times: int = 1) -> None:
    """So many visits that were done, last week."""
    place = helper.neighbourhood
    now = timezone.now()
    request = HelpRequest.objects.create(
        neighbourhood=place,
        seeker=seeker,
        task=Task.objects.get(organisation=place.organisation, key="groceries"),
        state=State.AGREED,
        channel="phone",
        waiting_since=now,
        created_at=now,
    )
    proposal = Proposal.objects.create(
        neighbourhood=place,
        request=request,
        offer=offer_of(helper),
        turn=1,
        state=Proposal.State.YES,
        asked_at=now - dt.timedelta(days=9),
    )
    match = Match.objects.create(
        neighbourhood=place, request=request, offer=offer_of(helper), proposal=proposal, made_at=now
    )
    for number in range(times):
        Visit.objects.create(
            neighbourhood=place,
            match=match,
            on=timezone.localdate() - dt.timedelta(days=7 + number),
            part=0,
            state=Visit.State.DONE,
        )


def printed(found: Flows) -> dict[object, object]:
    """Everything of the page that is a figure or a name."""
    told: dict[object, object] = {"inside": found.inside}
    for one in found.streets:
        told |= {
            (one.street.name, "within"): one.within,
            (one.street.name, "between"): one.between,
            (one.street.name, "outward"): one.outward,
        }
    told |= {(one.giver.name, one.receiver.name): one.times for one in found.flows}
    return told


def test_a_street_that_holds_together_is_told_and_no_person_moves_it(place: Neighbourhood) -> None:
    home = live(place, "Spoelstraat", 9)
    away = live(place, "Linnenstraat", 7)
    together(home, "Spoelstraat helpt")
    together([*home[:3], *away[:4]], "Koor")
    for helper, seeker in zip(home, away, strict=False):
        help_given(helper, seeker, times=2)
    look = partial(look_at_flows, place, now=timezone.now())
    before = printed(look())
    assert before["Spoelstraat", "within"] == 5
    assert before["Spoelstraat", "Linnenstraat"] == 5
    for person in [*home, *away]:
        Member.objects.filter(person=person).update(state=Member.State.LEFT)
        Visit.objects.filter(match__offer__person=person).update(state=Visit.State.CALLED_OFF)
        Visit.objects.filter(match__request__seeker=person).update(state=Visit.State.CALLED_OFF)
        after = printed(look())
        for key, figure in before.items():
            if figure is not None and after.get(key) is not None:
                assert after[key] == figure, (person.first_name, key)
        Member.objects.filter(person=person).update(state=Member.State.MEMBER)
        Visit.objects.filter(state=Visit.State.CALLED_OFF).update(state=Visit.State.DONE)


def test_one_busy_helper_is_not_shown_as_her_street(place: Neighbourhood) -> None:
    (rosa,) = live(place, "Spoelstraat", 1)
    for seeker in live(place, "Linnenstraat", 6):
        help_given(rosa, seeker, times=3)
    assert look_at_flows(place, now=timezone.now()).flows == []


def test_a_small_street_is_not_shown(place: Neighbourhood) -> None:
    home = live(place, "Spoelstraat", 9)
    together(home, "Spoelstraat helpt")
    Street.objects.filter(name="Spoelstraat").update(households=9)
    (spoel,) = [
        one
        for one in look_at_flows(place, now=timezone.now()).streets
        if one.street.name == "Spoelstraat"
    ]
    assert (spoel.within, spoel.between) == (None, None)


def test_the_group_that_joins_streets_is_named_only_when_no_person_makes_it_so(
    place: Neighbourhood,
) -> None:
    home, away = live(place, "Spoelstraat", 4), live(place, "Linnenstraat", 2)
    group = together([*home, *away], "Koor")
    (joiner,) = look_at_flows(place, now=timezone.now()).joiners
    assert (joiner.group, joiner.streets) == (group, 2)
    Member.objects.filter(person=away[0]).update(state=Member.State.LEFT)
    assert look_at_flows(place, now=timezone.now()).joiners == []


def test_what_a_street_can_carry_is_told_in_fives(place: Neighbourhood) -> None:
    home, away = live(place, "Spoelstraat", 6), live(place, "Linnenstraat", 6)
    for helper, seeker in zip(home, away, strict=True):
        help_given(helper, seeker)
    street = Street.objects.get(name="Spoelstraat")
    told = capacity_at(street.pk, now=timezone.now())
    assert told is not None
    assert (told.helpers, told.asked, told.answered, told.load) == (5, 5, 5, "now_and_then")
    Offer.objects.filter(person__in=home[:2]).update(stopped_at=timezone.now())
    hidden = capacity_at(street.pk, now=timezone.now())
    assert hidden is not None
    assert not hidden.is_shown
    assert capacity_at(None, now=timezone.now()) is None


def test_staff_reads_the_page_and_takes_the_file_along(place: Neighbourhood) -> None:
    browser = cast.sign_in(cast.make_staff(place, "An"))
    together(live(place, "Spoelstraat", 9), "Spoelstraat helpt")
    page = browser.get("/staff/mirror/streets/").content.decode()
    assert "Van elke 12 banden" in page
    file = browser.get("/staff/mirror/streets.csv")
    assert "Spoelstraat" in file.content.decode()
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    stranger = cast.sign_in(rosa)
    assert stranger.get("/staff/mirror/streets/").status_code == 404
