"""The groups of the demo: four stories, and nobody gets a message about them."""

from io import StringIO

import pytest
from django.core.management import call_command

from gebuur.apps.initiatives.models import Initiative, Member
from gebuur.apps.initiatives.permissions import voices_in
from gebuur.apps.initiatives.queries import list_for_staff, list_groups_of
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox.models import Message

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("people", ["1200", "60"])
def test_four_groups_live_in_the_demo(people: str) -> None:
    call_command("demo", "--people", people, stdout=StringIO())
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
    assert not Message.objects.filter(template__startswith="initiatives/").exists()
