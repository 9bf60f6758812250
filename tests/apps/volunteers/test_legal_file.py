"""An organised volunteer is proposed only when her file is complete; between neighbours nobody asks for papers."""

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gebuur.apps.care import actions as care
from gebuur.apps.care.actions.asking import HelperNotFree
from gebuur.apps.care.queries import rank_for
from gebuur.apps.neighbourhood.models import Person, Role
from gebuur.apps.volunteers import actions, queries
from gebuur.apps.volunteers.actions.legal import AnswerDoesNotFit, NotInTheFuture
from gebuur.apps.volunteers.models import Answer, Doer, LegalItem, LegalNote, Offer
from tests import cast
from tests.apps.care.story import NOW, Story

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
USUALLY_ASKED = [item for item in LegalItem if item != LegalItem.EXTRACT]


def note(offer: Offer, *items: LegalItem, actor: Person, **facts: Any) -> None:
    for item in items:
        actions.note_item(offer, item, actor=actor, on=TODAY, now=NOW, **facts)
    offer.refresh_from_db()


class Organised(Story):
    """Joris volunteers for the centre; Emine helps as a neighbour. Nele coordinates."""

    def __init__(self) -> None:
        super().__init__()
        self.nele = cast.make_staff(self.place, "Nele", role=Role.COORDINATOR)
        actions.choose_rules(self.joris, is_organised=True, actor=self.an)
        self.joris.refresh_from_db()

    def complete(self) -> None:
        note(self.joris, *USUALLY_ASKED, actor=self.nele)

    def proposed(self) -> list[str]:
        return sorted(one.first_name for one in rank_for(self.request, now=NOW).helpers)

    def missing(self) -> set[str]:
        return {line.item for line in queries.file_of(self.joris, on=TODAY) if not line.is_done}


def test_who_volunteers_for_the_centre_waits_for_her_papers_and_a_neighbour_does_not() -> None:
    story = Organised()
    assert story.proposed() == ["Emine"]
    assert rank_for(story.request, now=NOW).misfits == {"file_incomplete": 1}
    story.complete()
    assert story.proposed() == ["Emine", "Joris"]


def test_nobody_is_asked_whose_file_misses_one_paper() -> None:
    story = Organised()
    note(story.joris, *USUALLY_ASKED[:-1], actor=story.nele)
    assert story.missing() == {LegalItem.INSURANCE}
    with pytest.raises(HelperNotFree, match="De papieren van Joris zijn nog niet in orde"):
        care.pick_helpers(story.request, [story.joris], actor=story.an, now=NOW)
    care.put_on_board(story.request, actor=story.an)
    with pytest.raises(HelperNotFree, match="Je papieren zijn nog niet in orde"):
        care.take_from_board_as_helper(
            story.request, story.joris, actor=story.joris.person, now=NOW
        )


def test_the_other_choice_opens_the_way_at_once() -> None:
    story = Organised()
    actions.choose_rules(story.joris, is_organised=False, actor=story.an)
    assert story.proposed() == ["Emine", "Joris"]


def test_the_whole_neighbourhood_is_asked_at_once() -> None:
    story = Organised()
    assert queries.incomplete_offers(story.place, on=TODAY) == {story.joris.pk}
    story.complete()
    assert queries.incomplete_offers(story.place, on=TODAY) == set()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a plan of SQLite")
def test_the_papers_of_a_few_are_asked_without_reading_everybody() -> None:
    story = Organised()
    with CaptureQueriesContext(connection) as caught:
        queries.incomplete_offers(story.place, [story.joris.pk], on=TODAY)
    with connection.cursor() as cursor:
        for query in caught:
            if '"volunteers_offer"' in query["sql"]:
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
                assert all("neighbourhood_id=?" not in row[-1] for row in cursor.fetchall())


def test_what_the_organisation_does_not_ask_holds_nobody_back() -> None:
    story = Organised()
    note(story.joris, *USUALLY_ASKED[:-1], actor=story.nele)
    asked = {LegalItem.INSURANCE: (False, Doer.COORDINATOR)}
    actions.require(story.place.organisation, asked, actor=story.nele)
    assert "Joris" in story.proposed()
    asked = {LegalItem.EXTRACT: (True, Doer.COORDINATOR)}
    actions.require(story.place.organisation, asked, actor=story.nele)
    assert story.missing() == {LegalItem.EXTRACT}
    assert "Joris" not in story.proposed()


def test_a_text_that_is_asked_again_makes_the_file_incomplete_from_its_day() -> None:
    story = Organised()
    story.complete()
    tomorrow = TODAY + dt.timedelta(days=1)
    actions.reword(
        story.place.organisation, LegalItem.AGREEMENT, {"nl": "Nieuw", "en": "New"},
        actor=story.nele, valid_from=tomorrow, asks_again=True,
    )  # fmt: skip
    assert queries.incomplete_offers(story.place, on=TODAY) == set()
    assert queries.incomplete_offers(story.place, on=tomorrow) == {story.joris.pk}
    actions.note_item(
        story.joris, LegalItem.AGREEMENT, actor=story.an, on=tomorrow,
        now=NOW + dt.timedelta(days=1),
    )  # fmt: skip
    assert queries.incomplete_offers(story.place, on=tomorrow) == set()


def test_new_words_that_are_not_asked_again_change_nothing_for_who_signed() -> None:
    story = Organised()
    story.complete()
    actions.reword(
        story.place.organisation, LegalItem.AGREEMENT, {"nl": "Nieuw", "en": "New"},
        actor=story.nele, valid_from=TODAY, asks_again=False,
    )  # fmt: skip
    assert story.missing() == set()
    signed = LegalNote.objects.get(offer=story.joris, item=LegalItem.AGREEMENT)
    assert signed.version == 1


def test_too_young_is_noted_and_keeps_waiting() -> None:
    story = Organised()
    story.complete()
    note(story.joris, LegalItem.AGE, actor=story.an, answer=Answer.NOT_YET)
    assert story.missing() == {LegalItem.AGE}
    assert "Joris" not in story.proposed()


def test_a_note_that_was_wrong_is_taken_back_and_stays_to_be_seen() -> None:
    story = Organised()
    story.complete()
    actions.take_back_note(story.joris, LegalItem.STATUS, actor=story.an, now=NOW)
    assert story.missing() == {LegalItem.STATUS}
    assert LegalNote.objects.filter(item=LegalItem.STATUS, taken_back_at=NOW).count() == 1


def test_noting_twice_leaves_one_note() -> None:
    story = Organised()
    note(story.joris, LegalItem.AGE, LegalItem.AGE, actor=story.an)
    living = LegalNote.objects.filter(item=LegalItem.AGE, taken_back_at__isnull=True)
    assert living.count() == 1


def test_a_day_that_is_still_to_come_cannot_be_noted() -> None:
    story = Organised()
    with pytest.raises(NotInTheFuture):
        actions.note_item(
            story.joris, LegalItem.AGE, actor=story.an, on=TODAY + dt.timedelta(days=1), now=NOW
        )


def test_an_answer_of_another_item_is_refused() -> None:
    story = Organised()
    with pytest.raises(AnswerDoesNotFit):
        note(story.joris, LegalItem.INSURANCE, actor=story.nele, answer=Answer.NOT_NEEDED)


def test_each_item_is_noted_by_who_does_it() -> None:
    story = Organised()
    joris = story.joris.person
    with pytest.raises(PermissionDenied):
        note(story.joris, LegalItem.INSURANCE, actor=story.an)
    with pytest.raises(PermissionDenied):
        note(story.joris, LegalItem.AGREEMENT, actor=joris)
    with pytest.raises(PermissionDenied):
        note(story.joris, LegalItem.DISCRETION, actor=story.godelieve)
    note(story.joris, LegalItem.DISCRETION, actor=joris)
    note(story.joris, LegalItem.DISCRETION, actor=story.an)


def test_new_offers_begin_as_the_neighbourhood_chose_and_old_ones_stay() -> None:
    story = Organised()
    actions.choose_for_new_offers(story.place, is_organised=True, actor=story.nele, now=NOW)
    luc = story.offer("Luc")
    story.emine.refresh_from_db()
    assert (luc.is_organised, story.emine.is_organised) == (True, False)
    with pytest.raises(PermissionDenied):
        actions.choose_for_new_offers(story.place, is_organised=False, actor=story.an, now=NOW)
