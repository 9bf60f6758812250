"""The main job, act by act: asked, picked, asked in turn, both said yes, came, told, thanked."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from gebuur.apps.boundaries.models import Concern
from gebuur.apps.care import actions, queries
from gebuur.apps.care.models import HelpRequest, Match, Proposal, Rhythm, State, Visit
from gebuur.apps.chronicle.models import ActorKind, Line, Verb
from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.outbox.models import Call
from gebuur.apps.volunteers.models import NotTogether
from tests import cast
from tests.apps.care.story import NOW, TOMORROW, Story, sent_to

pytestmark = pytest.mark.django_db


def test_helpers_are_ranked_with_reasons() -> None:
    story = Story()
    ranked = queries.rank_for(story.request, now=NOW)
    assert [one.first_name for one in ranked.helpers] == ["Emine", "Joris"]
    assert (ranked.fits, ranked.considered) == (2, 2)
    assert "waits_first_time" in {reason["code"] for reason in ranked.helpers[0].reasons}


def test_helpers_are_asked_in_turn() -> None:
    story = Story()
    first, second = story.ask_both()
    assert (first.state, second.state) == (Proposal.State.ASKED, Proposal.State.PICKED)
    actions.say_not_this_time(first, actor=story.joris.person, now=NOW)
    second.refresh_from_db()
    assert second.state == Proposal.State.ASKED
    assert story.reload().state == State.ASKED


def test_who_does_not_answer_in_time_makes_room_for_the_next() -> None:
    story = Story()
    first, second = story.ask_both()
    assert actions.time_out_proposals(now=NOW + dt.timedelta(hours=23)) == 0
    assert actions.time_out_proposals(now=NOW + dt.timedelta(hours=25)) == 1
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (Proposal.State.NO_ANSWER, Proposal.State.ASKED)


def test_when_nobody_is_left_the_request_is_searched_again_and_not_lost() -> None:
    story = Story()
    first, second = story.ask_both()
    actions.say_not_this_time(first, actor=story.joris.person, now=NOW)
    second.refresh_from_db()
    actions.say_not_this_time(second, actor=story.emine.person, now=NOW)
    assert story.reload().state == State.SEARCHING


def test_nobody_comes_before_both_said_yes() -> None:
    story = Story()
    first, _second = story.ask_both()
    actions.say_yes(first, actor=story.joris.person, now=NOW)
    assert not Match.objects.exists()
    assert sent_to(story.godelieve)[-1] == "confirm_helper"


def test_after_both_yes_both_get_their_card_and_the_other_helper_hears_nothing() -> None:
    story = Story()
    match = story.agree()
    assert story.reload().state == State.AGREED
    assert match.visits.get().on == TOMORROW
    assert sent_to(story.godelieve)[-1] == "agreed"
    assert sent_to(story.joris.person)[-1] == "agreed"
    assert sent_to(story.emine.person) == []
    assert Proposal.objects.get(offer=story.emine).state == Proposal.State.FILLED


def test_the_seeker_may_rather_have_somebody_else() -> None:
    story = Story()
    first, second = story.ask_both()
    actions.say_yes(first, actor=story.joris.person, now=NOW)
    actions.refuse_helper(first, actor=story.godelieve, now=NOW)
    second.refresh_from_db()
    assert second.state == Proposal.State.ASKED
    assert sent_to(story.joris.person)[-1] == "no_longer_needed"


def test_a_second_yes_is_told_that_it_is_gone() -> None:
    story = Story()
    first, _second = story.ask_both()
    actions.say_yes(first, actor=story.joris.person, now=NOW)
    with pytest.raises(actions.ProposalGone):
        actions.say_yes(first, actor=story.joris.person, now=NOW)


def test_a_question_on_the_board_goes_to_the_first_who_takes_it() -> None:
    story = Story()
    actions.put_on_board(story.request, actor=story.an)
    actions.take_from_board_as_helper(
        story.reload(), story.emine, actor=story.emine.person, now=NOW
    )
    with pytest.raises(actions.ProposalGone):
        actions.take_from_board_as_helper(
            story.reload(), story.joris, actor=story.joris.person, now=NOW
        )


def test_somebody_asked_hears_that_a_volunteer_took_it_from_the_board() -> None:
    story = Story()
    actions.put_on_board(story.request, actor=story.an)
    actions.pick_helpers(story.reload(), [story.joris], actor=story.an, now=NOW)
    actions.take_from_board_as_helper(
        story.reload(), story.emine, actor=story.emine.person, now=NOW
    )
    assert sent_to(story.joris.person)[-1] == "no_longer_needed"


def test_a_helper_at_her_limit_is_not_asked() -> None:
    story = Story()
    story.agree()
    other = actions.make_request(
        story.place,
        actor=story.an,
        seeker=story.godelieve,
        task=story.task,
        slots=cast.ALWAYS,
        channel=Channel.PHONE,
        urgency="week",
        rhythm=Rhythm.ONCE,
        languages=["nl"],
        now=NOW,
    )
    with pytest.raises(actions.HelperNotFree):
        actions.pick_helpers(other, [story.joris], actor=story.an, now=NOW)
    assert queries.rank_for(other, now=NOW).misfits == {"full": 1}


def test_a_visit_that_is_done_closes_a_single_request_and_asks_how_it_was() -> None:
    story = Story()
    visit = story.agree().visits.get()
    actions.report_visit(visit, actor=story.joris.person, outcome=Visit.State.DONE, now=NOW)
    assert story.reload().state == State.DONE
    assert sent_to(story.godelieve)[-1] == "how_was_it"
    with pytest.raises(actions.VisitReported):
        actions.report_visit(visit, actor=story.joris.person, outcome=Visit.State.DONE, now=NOW)


def test_a_worry_reaches_professionals_and_nobody_else() -> None:
    story = Story()
    visit = story.agree().visits.get()
    actions.report_visit(
        visit,
        actor=story.joris.person,
        outcome=Visit.State.DONE,
        is_worried=True,
        worry="Leeg",
        now=NOW,
    )
    concern = Concern.objects.get()
    assert (concern.about, concern.text) == (story.godelieve, "Leeg")
    assert not Line.objects.filter(thing=concern.pk).exists()


def test_nobody_home_puts_the_seeker_on_the_call_back_list() -> None:
    story = Story()
    visit = story.agree().visits.get()
    actions.report_visit(visit, actor=story.joris.person, outcome=Visit.State.NOBODY_HOME, now=NOW)
    assert Call.objects.get().person == story.godelieve


def test_a_helper_who_cannot_go_on_is_replaced_and_the_seeker_is_told() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    match = story.agree()
    actions.report_visit(
        match.visits.earliest("on"), actor=story.joris.person, outcome=Visit.State.CANNOT, now=NOW
    )
    assert story.reload().state == State.ASKED
    assert story.request.proposals.get(state=Proposal.State.ASKED).offer == story.emine
    assert sent_to(story.godelieve)[-1] == "looking_again"
    assert not match.visits.filter(state=Visit.State.PLANNED).exists()


def test_a_series_goes_on_by_itself_until_its_last_day() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    HelpRequest.objects.filter(pk=story.request.pk).update(ends_on=TOMORROW + dt.timedelta(weeks=3))
    story.reload()
    match = story.agree()
    assert match.visits.count() == 2
    actions.plan_series(now=NOW + dt.timedelta(weeks=2))
    actions.plan_series(now=NOW + dt.timedelta(weeks=9))
    assert match.visits.latest("on").on <= TOMORROW + dt.timedelta(weeks=3)
    assert match.visits.count() == 4


def test_calling_off_needs_no_reason_and_the_other_side_is_told() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    match = story.agree()
    actions.call_off_visit(match.visits.earliest("on"), actor=story.godelieve, now=NOW)
    assert sent_to(story.joris.person)[-1] == "called_off"
    assert match.visits.filter(state=Visit.State.PLANNED).count() == 2


def test_thanks_are_passed_on_and_rather_somebody_else_keeps_the_two_apart() -> None:
    story = Story()
    visit = story.agree().visits.get()
    actions.report_visit(visit, actor=story.joris.person, outcome=Visit.State.DONE, now=NOW)
    actions.give_feedback(
        visit,
        actor=story.an,
        by_seeker=True,
        was_good=True,
        again=False,
        thanks="Merci",
        channel=Channel.PHONE,
    )
    assert sent_to(story.joris.person)[-1] == "thanks"
    assert NotTogether.objects.count() == 1
    with pytest.raises(actions.AlreadyTold):
        actions.give_feedback(
            visit,
            actor=story.godelieve,
            by_seeker=True,
            was_good=True,
            again=True,
            channel=Channel.WEB,
        )


def test_an_amber_task_waits_for_the_professional() -> None:
    story = Story(light="amber")
    with pytest.raises(actions.NotCleared):
        actions.pick_helpers(story.request, [story.joris], actor=story.an, now=NOW)
    actions.clear_request(story.request, actor=story.an, minutes=90, note="", ends_on=None)
    assert queries.rank_for(story.reload(), now=NOW).misfits == {"not_cleared": 2}


def test_a_red_task_never_becomes_a_request() -> None:
    with pytest.raises(actions.RedTask):
        Story(light="red")
    assert not HelpRequest.objects.exists()


def test_staff_stops_a_request_only_with_a_word_to_the_seeker() -> None:
    story = Story()
    with pytest.raises(actions.WordMissing):
        actions.stop_request(
            story.request, actor=story.an, reason="nobody_found", word_to_seeker=" "
        )
    actions.stop_request(
        story.request, actor=story.an, reason="nobody_found", word_to_seeker="Het spijt ons."
    )
    assert story.reload().state == State.STOPPED
    assert sent_to(story.godelieve)[-1] == "request_stopped"


def test_who_waits_hears_from_us_once_a_week() -> None:
    story = Story()
    assert actions.tell_waiting(now=NOW + dt.timedelta(days=6)) == 0
    assert actions.tell_waiting(now=NOW + dt.timedelta(days=8)) == 1
    assert actions.tell_waiting(now=NOW + dt.timedelta(days=9)) == 0
    assert sent_to(story.godelieve) == ["still_looking"]


def test_the_helper_is_asked_once_how_it_went() -> None:
    story = Story()
    story.agree()
    assert actions.ask_outcomes(now=NOW + dt.timedelta(days=1)) == 0
    assert actions.ask_outcomes(now=NOW + dt.timedelta(days=2)) == 1
    assert actions.ask_outcomes(now=NOW + dt.timedelta(days=3)) == 0


def test_both_sides_are_reminded_once_the_day_before() -> None:
    story = Story()
    visit = story.agree().visits.get()
    assert actions.remind_visits(now=NOW) == 0, "they agreed only today"
    Visit.objects.filter(pk=visit.pk).update(on=TOMORROW + dt.timedelta(days=1))
    assert actions.remind_visits(now=NOW + dt.timedelta(days=1)) == 1
    assert actions.remind_visits(now=NOW + dt.timedelta(days=1)) == 0
    assert sent_to(story.joris.person)[-1] == "tomorrow"


def test_the_chronicle_says_who_began_and_who_decided() -> None:
    story = Story()
    story.agree()
    told = {line.act: (line.verb, line.actor_kind) for line in Line.objects.all()}
    assert told["request"] == (Verb.BEGAN, ActorKind.NEIGHBOUR)
    assert told["helpers-picked"] == (Verb.DECIDED, ActorKind.PROFESSIONAL)
    assert told["helper-yes"] == (Verb.DECIDED, ActorKind.VOLUNTEER)
    assert told["match"] == (Verb.DECIDED, ActorKind.NEIGHBOUR)


def test_staff_of_another_neighbourhood_can_do_nothing_here() -> None:
    story = Story()
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    first, _second = story.ask_both()
    with pytest.raises(PermissionDenied):
        actions.say_yes(first, actor=bert, now=NOW)
    with pytest.raises(PermissionDenied):
        actions.stop_request(story.request, actor=bert, reason="other", word_to_seeker="x")
    with pytest.raises(PermissionDenied):
        actions.put_on_board(story.request, actor=bert)
