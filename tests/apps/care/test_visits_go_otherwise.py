"""What happens when a time falls away: nobody is forgotten, and each side hears what it must know."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from gebuur.apps.care import actions, queries
from gebuur.apps.care.models import HelpRequest, Match, Proposal, Rhythm, State, Visit
from gebuur.apps.chronicle.models import Line, Verb
from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.outbox.models import AnswerLink, Call
from gebuur.apps.volunteers.models import NotTogether
from tests import cast
from tests.apps.care.story import NOW, TOMORROW, Story, sent_to

pytestmark = pytest.mark.django_db


def test_the_seeker_calls_off_the_only_time_and_her_question_is_open_again() -> None:
    story = Story()
    visit = story.first_visit()
    actions.call_off_visit(visit, actor=story.godelieve, now=NOW)
    assert story.reload().state == State.SEARCHING
    assert sent_to(story.joris.person)[-1] == "called_off"
    assert Call.objects.get().person == story.godelieve
    assert "Joris" in [one.first_name for one in queries.rank_for(story.request, now=NOW).helpers]
    assert Proposal.objects.get(offer=story.emine).state == Proposal.State.FILLED


def test_the_helper_calls_off_the_only_time_and_the_next_is_asked() -> None:
    story = Story()
    visit = story.first_visit()
    actions.call_off_visit(visit, actor=story.joris.person, now=NOW)
    assert sent_to(story.godelieve)[-1] == "looking_again"
    assert "called_off" not in sent_to(story.godelieve)
    assert Proposal.objects.get(state=Proposal.State.ASKED).offer == story.emine


def test_when_staff_calls_a_time_off_both_hear_it() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    actions.call_off_visit(story.first_visit(), actor=story.an, now=NOW)
    assert sent_to(story.joris.person)[-1] == "called_off"
    assert sent_to(story.godelieve)[-1] == "called_off"
    assert story.reload().state == State.AGREED


def test_a_time_is_called_off_once() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    visit = story.first_visit()
    actions.call_off_visit(visit, actor=story.godelieve, now=NOW)
    with pytest.raises(actions.VisitReported):
        actions.call_off_visit(visit, actor=story.godelieve, now=NOW)


def test_nobody_home_for_the_only_time_opens_the_question_again() -> None:
    story = Story()
    actions.report_visit(
        story.first_visit(), actor=story.joris.person, outcome=Visit.State.NOBODY_HOME, now=NOW
    )
    assert story.reload().state == State.SEARCHING
    assert Match.objects.get().end_reason == Match.EndReason.NOBODY_HOME


def test_nobody_home_in_a_series_leaves_the_series() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    visit = story.first_visit()
    actions.report_visit(visit, actor=story.joris.person, outcome=Visit.State.NOBODY_HOME, now=NOW)
    assert story.reload().state == State.AGREED
    assert visit.match.visits.filter(state=Visit.State.PLANNED).count() == 2


def test_what_the_desk_must_phone_about_is_in_the_language_of_the_desk() -> None:
    story = Story()
    visit = story.first_visit()
    with translation.override("ar"):
        actions.call_off_visit(visit, actor=story.godelieve, now=NOW)
    assert "dag" in Call.objects.get().about


def test_a_helper_who_cannot_go_on_is_not_proposed_for_it_again() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    match = story.agree()
    actions.substitute(match, actor=story.joris.person, now=NOW)
    ranked = queries.rank_for(story.reload(), now=NOW + dt.timedelta(hours=1))
    assert "Joris" not in [one.first_name for one in ranked.helpers]
    with pytest.raises(actions.RequestClosed):
        actions.substitute(match, actor=story.joris.person, now=NOW)


def test_that_somebody_cannot_is_decided_and_not_done() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    actions.report_visit(
        story.first_visit(), actor=story.joris.person, outcome=Visit.State.CANNOT, now=NOW
    )
    assert Line.objects.get(act="visit-cannot").verb == Verb.DECIDED


def test_who_came_from_the_board_and_cannot_leaves_the_question_on_the_board() -> None:
    story = Story()
    actions.put_on_board(story.request, actor=story.an)
    proposal = actions.take_from_board_as_helper(
        story.reload(), story.emine, actor=story.emine.person, now=NOW
    )
    match = actions.confirm_match(
        proposal, actor=story.godelieve, now=NOW, first_on=TOMORROW, part=1
    )
    actions.substitute(match, actor=story.emine.person, now=NOW)
    assert [one.pk for one in queries.board(story.place)] == [story.request.pk]


def test_a_card_can_be_read_until_it_is_done_and_not_after() -> None:
    story = Story()
    visit = story.first_visit()
    living = AnswerLink.objects.filter(purpose="care:card", ended_at__isnull=True)
    assert living.count() == 2
    actions.report_visit(visit, actor=story.joris.person, outcome=Visit.State.DONE, now=NOW)
    assert living.count() == 0


def test_a_series_is_done_after_its_last_day() -> None:
    story = Story(rhythm=Rhythm.FORTNIGHTLY)
    HelpRequest.objects.filter(pk=story.request.pk).update(ends_on=TOMORROW + dt.timedelta(days=20))
    story.reload()
    match = story.agree()
    assert [visit.on for visit in match.visits.order_by("on")] == [
        TOMORROW, TOMORROW + dt.timedelta(days=14),
    ]  # fmt: skip
    for visit in match.visits.order_by("on"):
        assert story.reload().state == State.AGREED
        actions.report_visit(visit, actor=story.joris.person, outcome=Visit.State.DONE, now=NOW)
    assert story.reload().state == State.DONE


def test_a_series_whose_last_times_were_called_off_is_closed_by_the_round() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    HelpRequest.objects.filter(pk=story.request.pk).update(ends_on=TOMORROW)
    story.reload()
    match = story.agree()
    match.visits.update(state=Visit.State.CALLED_OFF)
    actions.plan_series(now=NOW + dt.timedelta(days=3))
    assert story.reload().state == State.DONE


def test_an_agreement_can_end_in_good_order() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    match = story.agree()
    actions.end_match(match, actor=story.an, reason="done", now=NOW)
    assert story.reload().state == State.DONE
    assert sent_to(story.joris.person)[-1] == "agreement_ended"
    assert sent_to(story.godelieve)[-1] == "request_done"
    with pytest.raises(actions.RequestClosed):
        actions.end_match(match, actor=story.an, reason="done", now=NOW)


def test_strangers_report_end_and_call_off_nothing() -> None:
    story = Story()
    visit = story.first_visit()
    rosa = cast.make_person(story.place, "Rosa")
    bert = cast.make_staff(cast.make_place(name="De Molen", slug="molen"), "Bert")
    for stranger in (rosa, bert):
        with pytest.raises(PermissionDenied):
            actions.report_visit(visit, actor=stranger, outcome=Visit.State.DONE, now=NOW)
        with pytest.raises(PermissionDenied):
            actions.call_off_visit(visit, actor=stranger, now=NOW)
        with pytest.raises(PermissionDenied):
            actions.substitute(visit.match, actor=stranger, now=NOW)
        with pytest.raises(PermissionDenied):
            actions.end_match(visit.match, actor=stranger, reason="done", now=NOW)
        with pytest.raises(PermissionDenied):
            actions.give_feedback(
                visit, actor=stranger, by_seeker=True, was_good=True, again=True, channel="web"
            )


def test_nobody_speaks_for_the_other_side() -> None:
    story = Story()
    visit = story.first_visit()
    with pytest.raises(PermissionDenied):
        actions.report_visit(visit, actor=story.godelieve, outcome=Visit.State.DONE, now=NOW)
    with pytest.raises(PermissionDenied):
        actions.give_feedback(
            visit,
            actor=story.joris.person,
            by_seeker=True,
            was_good=True,
            again=True,
            channel="web",
        )


def test_a_helper_hears_that_it_was_good_also_without_a_word() -> None:
    story = Story()
    visit = story.first_visit()
    actions.give_feedback(
        visit, actor=story.godelieve, by_seeker=True, was_good=True, again=True, channel=Channel.WEB
    )
    assert sent_to(story.joris.person)[-1] == "thanks"
    assert not Call.objects.exists()


def test_who_was_not_content_is_phoned_and_the_helper_hears_nothing_of_it() -> None:
    story = Story()
    visit = story.first_visit()
    actions.give_feedback(
        visit, actor=story.godelieve, by_seeker=True, was_good=False, again=True, note="Te laat",
        channel=Channel.WEB,
    )  # fmt: skip
    assert Call.objects.get().about == "Te laat"
    assert "thanks" not in sent_to(story.joris.person)


def test_rather_somebody_else_in_a_series_reaches_the_desk() -> None:
    story = Story(rhythm=Rhythm.WEEKLY)
    visit = story.first_visit()
    actions.give_feedback(
        visit,
        actor=story.godelieve,
        by_seeker=True,
        was_good=True,
        again=False,
        channel=Channel.WEB,
    )
    assert Call.objects.get().person == story.godelieve
    assert NotTogether.objects.count() == 1


def test_both_sides_may_say_how_it_was() -> None:
    story = Story()
    visit = story.first_visit()
    for actor, by_seeker in ((story.joris.person, False), (story.godelieve, True)):
        actions.give_feedback(
            visit, actor=actor, by_seeker=by_seeker, was_good=True, again=True, channel=Channel.WEB
        )
    assert visit.feedback.count() == 2
