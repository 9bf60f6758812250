"""The groups of the demo: four stories, and nobody gets a message about them."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from gebuur.apps.initiatives.models import (
    Activity,
    Agreement,
    Closing,
    Decision,
    GroupTask,
    Initiative,
    Member,
    Post,
    Taking,
)
from gebuur.apps.initiatives.permissions import voices_in
from gebuur.apps.initiatives.queries import (
    get_book,
    list_closed,
    list_coming,
    list_for_staff,
    list_groups_of,
    list_sleeping,
    standing_of,
)
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Message

pytestmark = pytest.mark.django_db


@pytest.mark.once
def test_four_groups_live_in_a_small_demo() -> None:
    call_command("demo", "--people", "60", stdout=StringIO())
    assert_four_groups_live()


def assert_four_groups_live() -> None:
    molenstraat = Initiative.objects.get(title="Molenstraat helpt")
    here = molenstraat.members.filter(state=Member.State.MEMBER)
    names = list(here.values_list("person__first_name", flat=True))
    assert len(names) == len(set(names))
    assert 5 <= len(names) <= 15
    assert voices_in(molenstraat).count() < len(names)
    rosa = Person.objects.get(user__email="rosa@vlasbloem.example")
    assert molenstraat in list_groups_of(rosa)
    seen = {
        one.group.title: one.sleeps
        for one in list_for_staff(rosa.neighbourhood, now=molenstraat.last_sign_at)
    }
    assert seen["Soep op zondag"]
    assert not seen["Samen tuin"]
    waiting = Message.objects.filter(state__in=["waiting", "to_print", "to_phone"])
    assert not waiting.filter(template__startswith="initiatives/").exists()
    _is_decided(molenstraat, now=timezone.now())
    _is_at_work(molenstraat, now=timezone.now())


def _is_decided(street: Initiative, *, now: dt.datetime) -> None:
    """One street decides, a garden disagrees, soup sleeps, and a choir closed well."""
    place = street.neighbourhood
    states = sorted(street.decisions.values_list("state", flat=True))
    assert states == ["not_taken", "open", "taken"]
    assert Agreement.objects.filter(review_on__lte=now.date(), ended_on__isnull=True).exists()
    assert Agreement.objects.filter(replaces__isnull=False).exists()
    assert standing_of(Decision.objects.get(initiative__title="Samen tuin")).objections
    assert [group.title for group in list_sleeping(place, now=now)] == ["Soep op zondag"]
    assert [closing.initiative.title for closing in list_closed(place)] == ["Het buurtkoor"]
    assert Closing.objects.get().ask_back_on > now.date() + dt.timedelta(days=90)
    assert Post.objects.filter(initiative=street).count() == 5


def _is_at_work(street: Initiative, *, now: dt.datetime) -> None:
    """The street drinks coffee, shares its tasks and keeps a small pot of money."""
    coming = list_coming(street, street.members.earliest("joined_at"), now=now)
    assert len(coming) > 10
    assert Activity.objects.filter(held_at__isnull=False, bridges__isnull=True).count() == 8
    assert Activity.objects.filter(called_off_at__isnull=False).count() == 1
    assert Taking.objects.count() > 40
    assert GroupTask.objects.filter(done_at__isnull=True).count() == 3
    assert str(get_book(street, timezone.localdate(now).year).today) == "75,65"
