"""The demo neighbourhood tells the three cases, and tells them the same every time."""

import datetime as dt
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation

from gebuur.apps.boundaries.models import Concern, HandOver
from gebuur.apps.boundaries.queries import list_tensions
from gebuur.apps.care.models import HelpRequest, Proposal, State, Visit
from gebuur.apps.chronicle.models import Line
from gebuur.apps.chronicle.queries import verify
from gebuur.apps.initiatives.models import Advice, Support
from gebuur.apps.mirror.queries import look_at_ownership
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Street
from gebuur.apps.volunteers.actions.check_ins import ON_THE_LIST
from gebuur.apps.volunteers.models import Offer, SmallAsk, SmallTask
from gebuur.apps.volunteers.queries import list_never_asked, list_to_phone
from tests.web.test_demo_groups import assert_four_groups_live

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def place(django_db_setup: None, django_db_blocker: Any) -> Iterator[Neighbourhood]:
    """One demo for all that only look at it."""
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("nl"):
        call_command("demo", stdout=StringIO())
        yield Neighbourhood.objects.get(slug="vlasbloem")
        transaction.set_rollback(True)


def test_the_quarter_has_its_streets_people_and_volunteers(place: Neighbourhood) -> None:
    assert Street.objects.filter(neighbourhood=place).count() == 18
    assert Person.objects.filter(neighbourhood=place).count() == 1_200 + 10
    assert Offer.objects.filter(neighbourhood=place).count() == 90 + 3


def test_one_street_helps_itself_and_the_two_beside_it_hardly_take_part(
    place: Neighbourhood,
) -> None:
    def helped(street: str) -> int:
        return HelpRequest.objects.filter(seeker__street__name=street, state=State.DONE).count()

    assert helped("Molenstraat") > 3 * max(helped("Kaarderstraat"), helped("Ververstraat"), 1)


def came(place: Neighbourhood, *, from_day: int, to_day: int) -> QuerySet[Offer]:
    """Volunteers of the story who signed up between so many days ago."""
    now = timezone.now()
    return Offer.objects.filter(
        neighbourhood=place,
        channel__in=["web", "desk", "phone"],
        created_at__lte=now - dt.timedelta(days=from_day),
        created_at__gt=now - dt.timedelta(days=to_day),
    )


def test_most_of_the_volunteers_who_came_with_the_flyer_are_gone(place: Neighbourhood) -> None:
    flyer = came(place, from_day=55, to_day=71)
    assert flyer.count() > 40
    assert flyer.filter(stopped_at__isnull=False).count() > flyer.count() * 2 / 3


def test_since_the_team_looks_at_whose_turn_it_is_hardly_anybody_leaves(
    place: Neighbourhood,
) -> None:
    later = came(place, from_day=0, to_day=29)
    assert later.count() > 20
    assert later.filter(stopped_at__isnull=False).count() <= later.count() / 6


def test_nine_people_were_never_asked_two_of_them_since_the_beginning(
    place: Neighbourhood,
) -> None:
    waiting = Offer.objects.filter(
        neighbourhood=place, stopped_at__isnull=True, last_asked_at__isnull=True
    )
    assert waiting.count() == list_never_asked(place).count() == 9
    assert waiting.filter(created_at__lt=timezone.now() - dt.timedelta(weeks=8)).count() == 2


def test_nobody_waits_for_two_calls_or_longer_than_we_keep_calling(place: Neighbourhood) -> None:
    calls = list_to_phone(place)
    assert calls
    assert len(calls) == len({one.offer_id for one in calls})
    assert all(one.moved_at > timezone.now() - ON_THE_LIST for one in calls)


def test_the_garden_was_chosen_and_refused(place: Neighbourhood) -> None:
    acts = list(
        Line.objects.filter(act__startswith="garden").order_by("at").values_list("act", flat=True)
    )
    assert acts == ["garden-idea", "garden-chosen", "garden-passed-on", "garden-refused"]


def test_this_morning_has_something_in_every_list(place: Neighbourhood) -> None:
    assert Concern.objects.filter(neighbourhood=place).exists()
    assert HandOver.objects.filter(neighbourhood=place).exists()
    assert Proposal.objects.filter(state=Proposal.State.ASKED).exists()
    assert Visit.objects.filter(state=Visit.State.PLANNED).count() >= 3
    assert HelpRequest.objects.filter(on_board=True).count() == 3


def test_the_two_streets_are_at_odds_and_one_neighbour_went_to_the_mediators(
    place: Neighbourhood,
) -> None:
    rows = list_tensions(place, today=timezone.localdate())
    seen = {(row.streets, str(row.theme), row.at_least) for row in rows}
    pair = ("Kaarderstraat", "Ververstraat")
    assert seen == {(pair, "parking", 5), (pair, "noise", 5), (("Ververstraat",), "waste", 5)}
    handed = HandOver.objects.get(neighbourhood=place, kind=HandOver.Kind.MEDIATION)
    assert handed.state == HandOver.State.ANSWERED


def test_small_tasks_lie_ready_and_the_flyer_is_remembered(place: Neighbourhood) -> None:
    asks = SmallAsk.objects.filter(neighbourhood=place)
    assert SmallTask.objects.filter(neighbourhood=place, state="open").count() == 4
    assert sorted(asks.values_list("state", flat=True)) == ["asked", "yes"]
    assert 20 < Offer.objects.filter(came_from__neighbourhood=place).count() < 93
    assert list_never_asked(place).count() >= 5


@pytest.mark.usefixtures("place")
def test_four_groups_live_in_the_demo() -> None:
    assert_four_groups_live()


def test_the_chronicle_of_the_demo_is_whole(place: Neighbourhood) -> None:
    assert verify(place).is_whole


def test_a_second_run_changes_nothing(place: Neighbourhood) -> None:
    before = Person.objects.count(), HelpRequest.objects.count()
    call_command("demo", stdout=StringIO())
    assert (Person.objects.count(), HelpRequest.objects.count()) == before


def test_another_size_beside_this_one_is_refused_with_one_line(place: Neighbourhood) -> None:
    with pytest.raises(CommandError, match="There is a demo already"):
        call_command("demo", "--people", "5000", stdout=StringIO())
    assert place.name == "De Vlasbloem"


def test_the_mirror_tells_who_owns_what(place: Neighbourhood) -> None:
    """Neighbours begin and do nearly everything; of the decisions they take three in four.

    One professional did most of the supporting: without her the share would be another one, so none is told.
    """
    found = look_at_ownership(place, weeks=12, now=timezone.now())
    shares = {verb: row.neighbours.quarter for verb, row in found.rows.items()}
    assert shares == {"began": 4, "decided": 3, "did": 4, "supported": None}
    assert any(row.is_shown for row in found.areas["Molenstraat"].values())


def test_the_professional_stands_beside_a_street_and_has_an_answer_to_give(
    place: Neighbourhood,
) -> None:
    going = Support.objects.get(neighbourhood=place, state="going")
    assert going.initiative.title == "Molenstraat helpt"
    assert going.promises.filter(replaced_at__isnull=True).count() == 3
    late = Advice.objects.filter(to_supporter=going, answer="", answer_by__lt=timezone.localdate())
    assert late.count() == 1
    assert Support.objects.filter(neighbourhood=place, state="offered").count() == 1
