"""In the demo one street decides, a garden disagrees, soup sleeps, and a choir closed well."""

import datetime as dt
from itertools import product

import pytest
from django.utils import timezone

from gebuur.apps.initiatives.models import Agreement, Closing, Decision, Initiative, Post
from gebuur.apps.initiatives.queries import list_closed, list_sleeping, standing_of
from gebuur.apps.neighbourhood.models import Person, Street
from gebuur.apps.outbox.models import Message
from gebuur.web.demo.deciding import let_groups_decide
from tests import cast

pytestmark = pytest.mark.django_db
STREETS = ("Molenstraat", "Weverstraat", "Garenplein", "Linnenstraat")


def test_the_groups_of_the_demo_tell_their_story() -> None:
    place, now = cast.make_place(), timezone.now()
    for name in STREETS:
        facts = {"name": name, "key": name.lower(), "x": 0, "y": 0}
        Street.objects.get_or_create(neighbourhood=place, key=facts["key"], defaults=facts)
    for name, number in product(STREETS, range(12)):
        cast.make_person(place, f"Buur{number}", street=name, phone=f"+3290001{number:03d}")
    let_groups_decide(place, now=now)
    lively = Initiative.objects.get(title="Molenstraat helpt")
    assert sorted(lively.decisions.values_list("state", flat=True)) == [
        "not_taken",
        "open",
        "taken",
    ]
    assert Agreement.objects.filter(review_on__lte=now.date(), ended_on__isnull=True).exists()
    assert Agreement.objects.filter(replaces__isnull=False).exists()
    fence = Decision.objects.get(initiative__title="Samen tuin")
    assert standing_of(fence).objections
    assert [group.title for group in list_sleeping(place, now=now)] == ["Soep op zondag"]
    assert [closing.initiative.title for closing in list_closed(place)] == ["Het buurtkoor"]
    assert Closing.objects.get().ask_back_on > now.date() + dt.timedelta(days=90)
    assert Post.objects.filter(initiative=lively).count() == 5
    assert not Message.objects.filter(state__in=["waiting", "to_print", "to_phone"]).exists()
    assert Person.objects.filter(neighbourhood=place).count() == 48
