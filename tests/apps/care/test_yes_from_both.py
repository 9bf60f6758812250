"""The board, both yeses, and what an agreement takes with it when it ends."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from gebuur.apps.boundaries import actions as boundaries
from gebuur.apps.care import actions, queries
from gebuur.apps.care.models import HelpRequest, Match, Proposal, State, Visit
from gebuur.apps.chronicle.models import ActorKind, Line, Verb
from gebuur.apps.neighbourhood.models import Channel
from gebuur.apps.outbox.models import AnswerLink, Message
from tests import cast
from tests.apps.care.story import NOW, TOMORROW, Story, sent_to

pytestmark = pytest.mark.django_db


def on_board(story: Story) -> HelpRequest:
    actions.put_on_board(story.request, actor=story.an)
    return story.reload()


def test_a_question_comes_off_the_board_and_stays_asked() -> None:
    story = Story()
    on_board(story)
    actions.take_from_board(story.request, actor=story.an)
    assert not story.reload().on_board
    acts = list(Line.objects.values_list("act", flat=True))
    assert acts[-2:] == ["request-on-board", "request-off-board"]


def test_a_question_that_is_closed_does_not_go_on_the_board() -> None:
    story = Story()
    story.agree()
    with pytest.raises(actions.RequestClosed):
        actions.put_on_board(story.reload(), actor=story.an)


def test_a_helper_who_stands_in_the_row_may_take_it_from_the_board_first() -> None:
    story = Story()
    story.ask_both()
    proposal = actions.take_from_board_as_helper(
        on_board(story), story.emine, actor=story.emine.person, now=NOW
    )
    assert proposal.state == Proposal.State.YES
    assert sent_to(story.joris.person)[-1] == "no_longer_needed"


def test_the_one_who_is_asked_may_answer_on_the_board_too() -> None:
    story = Story()
    first, _second = story.ask_both()
    actions.take_from_board_as_helper(
        on_board(story), story.joris, actor=story.joris.person, now=NOW
    )
    first.refresh_from_db()
    assert first.state == Proposal.State.WITHDRAWN
    assert Proposal.objects.filter(state=Proposal.State.YES).count() == 1


def test_who_does_not_fit_cannot_take_it_from_the_board() -> None:
    story = Story()
    other = story.offer("Luc")
    other.tasks.all().delete()
    with pytest.raises(actions.HelperNotFree):
        actions.take_from_board_as_helper(on_board(story), other, actor=other.person, now=NOW)


def test_nobody_takes_a_question_in_somebody_elses_name() -> None:
    story = Story()
    with pytest.raises(PermissionDenied):
        actions.take_from_board_as_helper(
            on_board(story), story.emine, actor=story.joris.person, now=NOW
        )


def test_the_board_hides_what_waits_for_the_seekers_yes_and_shows_it_again_after_her_no() -> None:
    story = Story()
    proposal = actions.take_from_board_as_helper(
        on_board(story), story.emine, actor=story.emine.person, now=NOW
    )
    assert queries.board(story.place) == []
    actions.refuse_helper(proposal, actor=story.godelieve, now=NOW)
    assert [one.pk for one in queries.board(story.place)] == [story.request.pk]


def test_a_yes_of_somebody_asked_hides_the_question_on_the_board() -> None:
    story = Story()
    first, _second = story.ask_both()
    on_board(story)
    actions.say_yes(first, actor=story.joris.person, now=NOW)
    assert queries.board(story.place) == []


def test_the_first_day_is_not_over_and_not_after_the_end() -> None:
    story = Story()
    HelpRequest.objects.filter(pk=story.request.pk).update(ends_on=TOMORROW)
    story.reload()
    first, _second = story.ask_both()
    actions.say_yes(first, actor=story.joris.person, now=NOW)
    first.refresh_from_db()
    for days in (-2, 1):
        with pytest.raises(actions.DayPassed):
            actions.confirm_match(
                first,
                actor=story.godelieve,
                now=NOW,
                first_on=TOMORROW + dt.timedelta(days),
                part=1,
            )
    assert not Match.objects.exists()


def test_two_times_yes_by_the_seeker_is_one_agreement() -> None:
    story = Story()
    story.agree()
    with pytest.raises(actions.RequestClosed):
        actions.confirm_match(
            Proposal.objects.get(offer=story.joris), actor=story.godelieve, now=NOW,
            first_on=TOMORROW, part=1,
        )  # fmt: skip
    assert Match.objects.count() == 1


def test_a_question_that_was_stopped_cannot_be_confirmed_any_more() -> None:
    story = Story()
    first, _second = story.ask_both()
    actions.say_yes(first, actor=story.joris.person, now=NOW)
    first.refresh_from_db()
    actions.stop_request(
        story.reload(), actor=story.godelieve, reason="not_needed", word_to_seeker=""
    )
    with pytest.raises(actions.ProposalGone):
        actions.confirm_match(first, actor=story.godelieve, now=NOW, first_on=TOMORROW, part=1)
    assert story.reload().state == State.STOPPED


def test_when_staff_notes_what_people_say_the_people_decided() -> None:
    story = Story()
    first, _second = story.ask_both()
    actions.say_yes(first, actor=story.an, now=NOW)
    first.refresh_from_db()
    match = actions.confirm_match(first, actor=story.an, now=NOW, first_on=TOMORROW, part=1)
    actions.report_visit(match.visits.get(), actor=story.an, outcome=Visit.State.DONE, now=NOW)
    told = {line.act: (line.verb, line.actor_kind, line.actor) for line in Line.objects.all()}
    joris, godelieve = story.joris.person.pseudonym, story.godelieve.pseudonym
    assert told["helper-yes"] == (Verb.DECIDED, ActorKind.VOLUNTEER, joris)
    assert told["match"] == (Verb.DECIDED, ActorKind.NEIGHBOUR, godelieve)
    assert told["visit-done"] == (Verb.DID, ActorKind.VOLUNTEER, joris)
    supported = (Verb.SUPPORTED, ActorKind.PROFESSIONAL, story.an.pseudonym)
    noted = [told[f"{act}-noted"] for act in ("helper-yes", "match", "visit-done")]
    assert noted == [supported] * 3


def test_when_people_answer_themselves_nobody_supported() -> None:
    Story().agree()
    assert not Line.objects.filter(act__endswith="-noted").exists()


def test_stopping_takes_visits_links_and_unsent_cards_with_it() -> None:
    story = Story(rhythm="weekly")
    match = story.agree()
    actions.stop_request(
        story.reload(), actor=story.godelieve, reason="not_needed", word_to_seeker=""
    )
    match.refresh_from_db()
    assert (match.state, match.end_reason) == (Match.State.ENDED, "request_closed")
    assert not match.visits.filter(state=Visit.State.PLANNED).exists()
    assert not AnswerLink.objects.filter(thing=match.pk, ended_at__isnull=True).exists()
    assert set(
        Message.objects.filter(template="care/messages/agreed").values_list("state", flat=True)
    ) == {Message.State.CANCELLED}
    assert sent_to(story.joris.person)[-1] == "agreement_ended"


def test_a_question_is_handed_over_once_and_its_helper_is_let_go() -> None:
    story = Story()
    story.ask_both()
    handed = boundaries.hand_over(
        story.godelieve, actor=story.an, service="OCMW", phone="+3290000099", what="Een rekening.",
        consent_channel=Channel.PHONE, answer_by=TOMORROW, now=NOW,
    )  # fmt: skip
    actions.hand_over_request(story.request, handed, actor=story.an)
    assert story.reload().state == State.HANDED_OVER
    assert sent_to(story.joris.person)[-1] == "no_longer_needed"
    assert Line.objects.get(act="request-handed-over").verb == Verb.HANDED_OVER
    with pytest.raises(actions.RequestClosed):
        actions.hand_over_request(story.request, handed, actor=story.an)


def test_a_red_call_can_be_handed_over_from_the_desk_and_says_who_began() -> None:
    story = Story()
    red = cast.make_task(story.place, "nursing", light="red")
    call = actions.start_call(story.place, actor=story.an)
    actions.save_draft(call, actor=story.an, fields={"seeker": story.godelieve, "task": red})
    with pytest.raises(actions.RedTask):
        actions.finish_intake(call, actor=story.an)
    handed = boundaries.hand_over(
        story.godelieve, actor=story.an, service="Wit-Gele Kruis", phone="+3290000099", what="Zorg.",
        consent_channel=Channel.PHONE, answer_by=TOMORROW, now=NOW,
    )  # fmt: skip
    actions.hand_over_request(call, handed, actor=story.an)
    began = Line.objects.get(thing=call.pk, verb=Verb.BEGAN)
    assert (began.actor_kind, began.actor) == (ActorKind.NEIGHBOUR, story.godelieve.pseudonym)


def test_a_call_without_a_name_cannot_be_handed_over() -> None:
    story = Story()
    call = actions.start_call(story.place, actor=story.an)
    handed = boundaries.hand_over(
        story.godelieve, actor=story.an, service="OCMW", phone="+3290000099", what="Een rekening.",
        consent_channel=Channel.PHONE, answer_by=TOMORROW, now=NOW,
    )  # fmt: skip
    with pytest.raises(actions.RequestClosed):
        actions.hand_over_request(call, handed, actor=story.an)


def test_a_question_is_about_a_neighbour_and_a_task_of_this_place() -> None:
    story = Story()
    there = cast.make_place(name="De Molen", slug="molen")
    with pytest.raises(PermissionDenied):
        story.ask(seeker=cast.make_person(there, "Zoe"))
    with pytest.raises(PermissionDenied):
        story.ask(task=cast.make_task(there))


def test_whoever_asked_for_the_seeker_may_answer_for_her() -> None:
    story = Story()
    rosa = cast.make_person(story.place, "Rosa")
    asked = story.ask(asked_by=rosa, asked_by_relation="dochter")
    [proposal] = actions.pick_helpers(asked, [story.joris], actor=story.an, now=NOW)
    actions.say_yes(proposal, actor=story.joris.person, now=NOW)
    proposal.refresh_from_db()
    match = actions.confirm_match(proposal, actor=rosa, now=NOW, first_on=TOMORROW, part=1)
    line = Line.objects.get(act="match")
    assert (line.actor_kind, line.actor) == (ActorKind.NEIGHBOUR, rosa.pseudonym)
    actions.call_off_visit(match.visits.get(), actor=rosa, now=NOW)
    with pytest.raises(PermissionDenied):
        actions.report_visit(match.visits.get(), actor=rosa, outcome=Visit.State.DONE, now=NOW)


def test_who_asks_and_reads_mail_gets_a_page_of_her_own_at_once() -> None:
    story = Story()
    rosa = cast.make_person(
        story.place, "Rosa", channel=Channel.MAIL, email="rosa@example.be", phone="+3290000045"
    )
    story.ask(seeker=rosa)
    assert sent_to(rosa) == ["request_received"]
    assert AnswerLink.objects.get(person=rosa).purpose == "care:mine"
    assert sent_to(story.godelieve) == [], "she heard it on the phone"


def test_her_own_page_says_whose_yes_is_missing() -> None:
    story = Story()
    first, _second = story.ask_both()
    assert "1 buur" in queries.what_happens_next(story.reload())["next_words"]
    actions.say_yes(first, actor=story.joris.person, now=NOW)
    assert "Joris" in queries.what_happens_next(story.reload())["next_words"]
