"""In the demo the street that helps itself drinks coffee, shares its tasks and keeps a small pot of money."""

import pytest
from django.utils import timezone

from gebuur.apps.initiatives.models import Activity, GroupTask, Initiative, Taking
from gebuur.apps.initiatives.queries import get_book, list_coming
from gebuur.apps.outbox.models import Message
from gebuur.web.demo.group_work import work_in_groups
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_street_is_at_work_and_nobody_is_written_to() -> None:
    place, now = cast.make_place(), timezone.now()
    rosa = cast.make_person(place, "Rosa")
    cast.make_user(rosa, "rosa@vlasbloem.example")
    for number in range(9):
        cast.make_person(place, f"Buur{number}")
    work_in_groups(place, now=now)
    group = Initiative.objects.get()
    coming = list_coming(group, group.members.earliest("joined_at"), now=now)
    assert len(coming) > 10
    assert coming[0].mine or coming[1].mine
    assert Activity.objects.filter(held_at__isnull=False).count() == 8
    assert Activity.objects.filter(called_off_at__isnull=False).count() == 1
    assert Taking.objects.count() > 40
    assert GroupTask.objects.filter(done_at__isnull=True).count() == 3
    book = get_book(group, timezone.localdate(now).year)
    assert str(book.today) == "75,65"
    assert not Message.objects.exists()
