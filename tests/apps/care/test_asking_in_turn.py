"""Who may be asked, in which turn, and who is left in peace."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gebuur.apps.care import actions, queries
from gebuur.apps.care.models import Match, Proposal, State, Visit
from gebuur.apps.chronicle.models import ActorKind, Line
from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.volunteers import actions as volunteers
from gebuur.apps.volunteers.models import Offer
from gebuur.core.grid import REACHES
from tests import cast
from tests.apps.care.story import NOW, Story, sent_to

pytestmark = pytest.mark.django_db


def names_ranked(story: Story) -> list[str]:
    ranked = queries.rank_for(story.reload(), now=NOW)
    return [one.first_name for one in ranked.helpers]


def test_nobody_is_asked_when_nobody_was_chosen() -> None:
    story = Story()
    with pytest.raises(actions.HelperNotFree):
        actions.pick_helpers(story.request, [], actor=story.an, now=NOW)
    assert story.reload().state == State.NEW


def test_four_at_a_time_is_too_many() -> None:
    story = Story()
    four = [story.joris, story.emine, story.offer("Luc"), story.offer("Fatma")]
    with pytest.raises(actions.HelperNotFree):
        actions.pick_helpers(story.request, four, actor=story.an, now=NOW)
    assert not Proposal.objects.exists()


def test_a_helper_of_another_neighbourhood_cannot_be_asked() -> None:
    story = Story()
    there = cast.make_place(name="De Molen", slug="molen")
    zoe = volunteers.make_offer(
        cast.make_person(there, "Zoe"), actor=None, tasks=[cast.make_task(there)], slots=cast.ALWAYS,
        radius=1_000, per_week=1, per_month=1, channel=Channel.DESK, now=NOW,
    )  # fmt: skip
    with pytest.raises(PermissionDenied):
        actions.pick_helpers(story.request, [zoe], actor=story.an, now=NOW)


def test_whoever_pauses_is_left_in_peace() -> None:
    story = Story()
    volunteers.pause_offer(story.joris, actor=story.joris.person, until=NOW.date(), now=NOW)
    assert queries.rank_for(story.request, now=NOW).misfits == {"paused": 1}
    story.joris.refresh_from_db()
    with pytest.raises(actions.HelperNotFree):
        actions.pick_helpers(story.request, [story.joris], actor=story.an, now=NOW)


def test_whoever_stopped_is_not_asked() -> None:
    story = Story()
    volunteers.stop_offer(story.joris, actor=story.joris.person, now=NOW)
    assert names_ranked(story) == ["Emine"]
    with pytest.raises(actions.HelperNotFree):
        actions.pick_helpers(story.request, [story.joris], actor=story.an, now=NOW)


def test_two_who_are_kept_apart_are_not_paired() -> None:
    story = Story()
    volunteers.keep_apart(story.joris.person, story.godelieve, actor=story.godelieve)
    assert names_ranked(story) == ["Emine"]
    with pytest.raises(actions.HelperNotFree):
        actions.pick_helpers(story.request, [story.joris], actor=story.an, now=NOW)


def test_nobody_helps_herself() -> None:
    story = Story()
    own = story.ask(seeker=story.emine.person)
    with pytest.raises(actions.HelperNotFree):
        actions.pick_helpers(own, [story.emine], actor=story.an, now=NOW)


def test_nobody_stands_in_the_row_twice() -> None:
    story = Story()
    with pytest.raises(actions.HelperNotFree):
        actions.pick_helpers(story.request, [story.joris, story.joris], actor=story.an, now=NOW)


def test_who_pauses_while_in_the_row_is_passed_over() -> None:
    story = Story()
    first, second = story.ask_both()
    volunteers.pause_offer(story.emine, actor=story.emine.person, until=NOW.date(), now=NOW)
    actions.say_not_this_time(first, actor=story.joris.person, now=NOW)
    second.refresh_from_db()
    assert second.state == Proposal.State.WITHDRAWN
    assert story.reload().state == State.SEARCHING


def test_saying_not_this_time_may_come_with_a_pause() -> None:
    story = Story()
    first, _second = story.ask_both()
    until = NOW.date() + dt.timedelta(days=14)
    actions.say_not_this_time(first, actor=story.joris.person, now=NOW, pause_until=until)
    story.joris.refresh_from_db()
    assert story.joris.paused_until == until


def test_who_answered_this_question_is_not_proposed_for_it_again() -> None:
    story = Story()
    first, second = story.ask_both()
    actions.say_not_this_time(first, actor=story.joris.person, now=NOW)
    actions.say_yes(second, actor=story.emine.person, now=NOW)
    second.refresh_from_db()
    actions.refuse_helper(second, actor=story.godelieve, now=NOW)
    ranked = queries.rank_for(story.reload(), now=NOW)
    assert (ranked.helpers, ranked.considered, ranked.misfits) == ([], 0, {})


def test_who_did_not_answer_in_time_may_be_asked_again() -> None:
    story = Story()
    actions.pick_helpers(story.request, [story.joris], actor=story.an, now=NOW)
    actions.time_out_proposals(now=NOW + dt.timedelta(days=2))
    assert "Joris" in names_ranked(story)


def test_somebody_asked_for_one_question_has_less_room_for_another() -> None:
    story = Story()
    actions.pick_helpers(story.request, [story.joris], actor=story.an, now=NOW)
    assert queries.rank_for(story.ask(), now=NOW).misfits == {"full": 1}


def test_a_series_counts_every_week_and_not_only_when_it_began() -> None:
    story = Story(rhythm="weekly")
    match = story.agree()
    later = NOW + dt.timedelta(weeks=6)
    actions.plan_series(now=later)
    assert match.visits.filter(on__gte=later.date()).count() == 2
    ranked = queries.rank_for(story.ask(), now=later)
    assert ranked.misfits == {"full": 1}


def test_the_month_of_a_helper_can_be_full_when_the_week_is_not() -> None:
    story = Story()
    visit = story.first_visit()
    for days in (9, 18):
        Visit.objects.create(
            neighbourhood=story.place, match=visit.match, on=visit.on - dt.timedelta(days=days),
            part=0, word="kers 27", state=Visit.State.DONE,
        )  # fmt: skip
    visit.delete()
    assert queries.rank_for(story.ask(), now=NOW).misfits == {"full": 1}


def test_skipping_the_one_who_is_asked_asks_the_next_and_tells_the_first() -> None:
    story = Story()
    first, second = story.ask_both()
    actions.skip_helper(first, actor=story.an, now=NOW)
    second.refresh_from_db()
    assert second.state == Proposal.State.ASKED
    assert sent_to(story.joris.person)[-1] == "no_longer_needed"
    line = Line.objects.get(act="helper-skipped")
    assert line.actor_kind == ActorKind.PROFESSIONAL


def test_skipping_somebody_who_was_not_asked_yet_tells_her_nothing() -> None:
    story = Story()
    _first, second = story.ask_both()
    actions.skip_helper(second, actor=story.an, now=NOW)
    assert sent_to(story.emine.person) == []
    with pytest.raises(actions.RequestClosed):
        actions.skip_helper(second, actor=story.an, now=NOW)


def test_turns_can_be_swapped_until_somebody_is_asked() -> None:
    story = Story()
    luc, fatma = story.offer("Luc"), story.offer("Fatma")
    first, second, third = actions.pick_helpers(
        story.request, [story.joris, luc, fatma], actor=story.an, now=NOW
    )
    actions.swap(story.request, second, third, actor=story.an)
    actions.say_not_this_time(first, actor=story.joris.person, now=NOW)
    third.refresh_from_db()
    assert third.state == Proposal.State.ASKED
    with pytest.raises(actions.RequestClosed):
        actions.swap(story.request, second, third, actor=story.an)


def test_a_neighbour_may_choose_for_herself_who_is_asked() -> None:
    story = Story()
    actions.pick_helpers(story.request, [story.emine], actor=story.godelieve, now=NOW)
    assert Line.objects.get(act="helpers-picked").actor_kind == ActorKind.NEIGHBOUR


def test_a_stranger_arranges_nothing() -> None:
    story = Story()
    rosa = cast.make_person(story.place, "Rosa")
    _first, second = story.ask_both()
    with pytest.raises(PermissionDenied):
        actions.pick_helpers(story.request, [story.offer("Luc")], actor=rosa, now=NOW)
    with pytest.raises(PermissionDenied):
        actions.skip_helper(second, actor=rosa, now=NOW)
    with pytest.raises(PermissionDenied):
        actions.swap(story.request, second, second, actor=rosa)


def test_the_ranking_asks_as_much_of_the_database_for_many_as_for_few() -> None:
    story = Story()

    def asked() -> int:
        with CaptureQueriesContext(connection) as caught:
            queries.rank_for(story.request, now=NOW)
        return len(caught)

    few = asked()
    for number in range(30):
        story.offer(f"Buur{number}")
    assert (asked(), queries.rank_for(story.request, now=NOW).fits) == (few, 32)


def test_who_lives_too_far_or_did_not_tick_the_task_is_counted() -> None:
    story = Story()
    walk = cast.make_task(story.place, "walk")
    far = story.offer("Luc")
    far.person.x = 4_000
    far.person.save()
    other = story.offer("Fatma")
    volunteers.tick_tasks(other, [walk])
    ranked = queries.rank_for(story.request, now=NOW)
    assert (ranked.misfits, ranked.considered) == ({"too_far": 1, "task_not_ticked": 1}, 4)


def test_by_phone_nobody_lives_too_far() -> None:
    story = Story()
    phone_chat = cast.make_task(story.place, "phone-chat", phone_only=True)
    far = story.offer("Luc")
    far.person.x = 90_000
    far.person.save()
    volunteers.tick_tasks(far, [phone_chat])
    ranked = queries.rank_for(story.ask(task=phone_chat), now=NOW)
    assert [one.first_name for one in ranked.helpers] == ["Luc"]


def test_by_phone_whoever_never_had_a_turn_and_whoever_had_one_are_both_read() -> None:
    story = Story()
    phone_chat = cast.make_task(story.place, "phone-chat", phone_only=True)
    for name in ("Luc", "Fatma"):
        volunteers.tick_tasks(story.offer(name), [phone_chat])
    helped = Offer.objects.filter(person__first_name="Luc")
    helped.update(last_match_at=NOW - dt.timedelta(weeks=1))
    ranked = queries.rank_for(story.ask(task=phone_chat), now=NOW)
    assert [one.first_name for one in ranked.helpers] == ["Fatma", "Luc"]


def test_who_is_best_does_not_depend_on_counting_the_others() -> None:
    story = Story()
    ranked = queries.rank_for(story.request, now=NOW)
    assert queries.list_best(story.request, now=NOW) == ranked.helpers
    assert ranked.helpers


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a plan of SQLite")
def test_the_ranking_goes_straight_to_the_squares_around_the_seeker() -> None:
    story = Story()
    with CaptureQueriesContext(connection) as caught:
        queries.rank_for(story.request, now=NOW)
    [near] = [query["sql"] for query in caught if '"east" IN' in query["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {near}")
        plan = [row[-1] for row in cursor.fetchall()]
    ticks = [line for line in plan if line.startswith("SEARCH volunteers_offeredtask")]
    assert len(ticks) == len(REACHES)
    assert all("reach=? AND east=? AND north>? AND north<?" in line for line in ticks)


def test_whoever_helped_before_and_both_were_content_is_known() -> None:
    story = Story()
    visit = story.first_visit()
    actions.report_visit(visit, actor=story.joris.person, outcome=Visit.State.DONE, now=NOW)
    later = NOW + dt.timedelta(weeks=8)
    ranked = queries.rank_for(story.ask(now=later), now=later)
    reasons = {one.first_name: one.reasons for one in ranked.helpers}
    assert "known" in {reason["code"] for reason in reasons["Joris"]}
    assert Match.objects.get().state == Match.State.ENDED
