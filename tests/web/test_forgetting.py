"""What is old goes by itself; what somebody still waits for stays."""

import datetime as dt

import pytest
from django.utils import timezone

from gebuur.apps.boundaries.actions import note_tension
from gebuur.apps.boundaries.models import Tension
from gebuur.apps.care.actions import start_call
from gebuur.apps.care.models import HelpRequest
from gebuur.apps.neighbourhood.models import Street
from gebuur.apps.outbox import actions as outbox
from gebuur.apps.outbox.models import AnswerLink, Call, Message
from gebuur.apps.privacy.actions import note_sight
from gebuur.apps.privacy.models import Sight
from gebuur.apps.volunteers.models import AllowanceYear, Import
from gebuur.web.forgetting import forget_old
from gebuur.web.jobs import run_round
from tests import cast
from tests.apps.care.story import Story
from tests.nights import half_past_midnight

pytestmark = pytest.mark.django_db


def in_days(days: int) -> dt.datetime:
    return timezone.now() + dt.timedelta(days=days)


def test_a_call_without_a_name_goes_after_a_week_and_one_with_a_name_stays_on_the_list() -> None:
    story = Story()
    start_call(story.place, actor=story.an)
    named = start_call(story.place, actor=story.an)
    HelpRequest.objects.filter(pk=named.pk).update(seeker=story.godelieve)
    forget_old(in_days(6))
    assert HelpRequest.objects.filter(state="draft").count() == 2
    forget_old(in_days(8))
    assert list(HelpRequest.objects.filter(state="draft")) == [named]


def test_a_list_that_was_never_written_goes_after_a_week() -> None:
    place = cast.make_place()
    Import.objects.create(neighbourhood=place, kind="neighbours", file_name="x", rows=[["a"]])
    forget_old(in_days(6))
    assert Import.objects.exists()
    forget_old(in_days(8))
    assert not Import.objects.exists()


def test_the_words_of_a_printed_letter_go_after_a_month_and_a_waiting_one_keeps_them() -> None:
    story = Story()
    printed, waiting = (
        outbox.send(
            story.godelieve, template="care/messages/no_longer_needed", context={}, channel="letter"
        )
        for _time in range(2)
    )
    outbox.finish_message(printed, actor=story.an)
    forget_old(in_days(31))
    assert Message.objects.get(pk=printed.pk).body == ""
    assert Message.objects.get(pk=waiting.pk).body != ""
    forget_old(in_days(731))
    assert not Message.objects.filter(pk=printed.pk).exists()
    assert Message.objects.filter(pk=waiting.pk).exists()


def test_who_looked_and_who_was_phoned_goes_after_two_years() -> None:
    story = Story()
    note_sight(story.godelieve, reader=story.an, page="person-detail")
    done = outbox.add_call(story.place, actor=None, call_at=timezone.now(), person=story.godelieve)
    outbox.finish_call(done, actor=story.an)
    outbox.add_call(story.place, actor=None, call_at=timezone.now(), person=story.godelieve)
    forget_old(in_days(729))
    assert (Sight.objects.count(), Call.objects.count()) == (1, 2)
    forget_old(in_days(731))
    assert (Sight.objects.count(), Call.objects.count()) == (0, 1)


def test_ended_links_go_after_three_months_and_living_ones_stay() -> None:
    story = Story()
    outbox.make_link(story.godelieve, "my-data", story.godelieve, expires_at=in_days(10))
    outbox.make_link(story.godelieve, "my-data", story.godelieve, expires_at=in_days(400))
    AnswerLink.objects.exclude(purpose="my-data").delete()
    forget_old(in_days(101))
    assert AnswerLink.objects.count() == 1


def test_the_house_forgets_in_its_own_round() -> None:
    Story()
    assert any("old rows deleted: 0" in line for line in run_round(timezone.now()))


def test_what_volunteers_were_paid_back_is_kept_seven_years_after_its_year() -> None:
    story = Story()
    AllowanceYear.objects.create(
        neighbourhood=story.place, offer=story.joris, year=2026, system="lump_sum",
        opened_at=story.now,
    )  # fmt: skip
    forget_old(dt.datetime(2033, 12, 31, 12, tzinfo=dt.UTC))
    assert AllowanceYear.objects.exists()
    forget_old(dt.datetime(2034, 1, 3, 12, tzinfo=dt.UTC))
    assert not AllowanceYear.objects.exists()


def test_what_is_kept_by_the_day_goes_in_the_first_hour_of_its_day() -> None:
    place, noted = cast.make_place(), dt.date(2026, 3, 1)
    an, street = cast.make_staff(place, "An"), Street.objects.filter(neighbourhood=place)[0]
    note_tension(street, actor=an, theme="noise", kind="place", today=noted)
    forget_old(half_past_midnight(noted + dt.timedelta(days=730)))
    assert Tension.objects.exists()
    forget_old(half_past_midnight(noted + dt.timedelta(days=731)))
    assert not Tension.objects.exists()
