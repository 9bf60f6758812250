"""Several people do the same of one vote at once: no ballot is lost, nothing happens twice.

SQLite in memory has no queue for writers; this crowd meets on PostgreSQL and on SQLite in a file.
"""

from functools import partial
from typing import Any

import pytest
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Box, Envelope, PaperBallot, RollEntry
from gebuur.apps.budget.queries import Resident
from gebuur.apps.neighbourhood.models import Role
from gebuur.core.errors import RuleBroken
from tests import cast
from tests.crowd import at_once, needs_a_queue
from tests.voting import Vote, after, make_vote, make_voting_round

pytestmark = pytest.mark.django_db(transaction=True)
EMINE = Resident("Emine Yilmaz", "Linnenstraat 9, 9000 Gent")


@pytest.fixture(autouse=True)
def with_a_queue() -> None:
    needs_a_queue()


def refused(found: list[Any]) -> list[Any]:
    """Who heard a sentence; anything else that went wrong fails here."""
    wrong = [one for one in found if isinstance(one, Exception) and not isinstance(one, RuleBroken)]
    assert wrong == []
    return [one for one in found if isinstance(one, RuleBroken)]


def vote_over() -> Vote:
    return make_vote(cast.make_place(), days_ago=11)


def test_two_presses_begin_one_vote() -> None:
    place = cast.make_place()
    nele = cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    one = make_voting_round(place, nele)
    found = at_once(*[partial(actions.open_vote, one, actor=nele, now=timezone.now())] * 3)
    assert len(refused(found)) == 2
    assert Box.objects.count() == 1


def test_keys_are_replaced_once_and_no_ballot_is_sealed_with_the_old_ones() -> None:
    vote = make_vote(cast.make_place())
    _entry, code = vote.voter("Godelieve")
    box = Box.objects.get()
    again = [
        partial(actions.replace_keys, Box.objects.get(), seen=box.fingerprint, actor=vote.nele, now=vote.now)
        for _press in range(3)
    ]  # fmt: skip
    found = at_once(*again, partial(vote.cast, code, 0))
    refused(found)
    made = [keys for keys in found if isinstance(keys, tuple)]
    assert len(made) <= 1
    keys = (made or [vote.keys])[0]
    assert vote.count(keys=(keys[0], keys[1])) == [{vote.proposals[0].title}]


def test_one_code_on_two_phones_is_one_ballot() -> None:
    vote = make_vote(cast.make_place())
    _entry, code = vote.voter("Godelieve")
    found = at_once(*(partial(vote.cast, code, number) for number in (0, 1, 2, 0)))
    assert refused(found) == []
    assert len(vote.count()) == 1


def test_a_code_that_is_replaced_meanwhile_casts_nothing_after_that() -> None:
    vote = make_vote(cast.make_place())
    entry, code = vote.voter("Godelieve")
    give = partial(actions.give_code, entry, way="slip", actor=vote.nele, now=vote.now)
    found = at_once(partial(vote.cast, code, 0), give, partial(vote.cast, code, 1))
    refused(found)
    with pytest.raises(actions.CodeWrong):
        vote.cast(code, 2)


def test_a_ballot_on_its_way_at_midnight_is_counted_or_refused() -> None:
    """The desk opens the box while six phones, whose clock still says it is the last day, send theirs."""
    vote = make_vote(cast.make_place())
    codes = [vote.voter(f"Buur {number}")[1] for number in range(6)]
    found = at_once(vote.count, *(partial(vote.cast, code, 0) for code in codes))
    late = refused(found)
    counted = next(one for one in found if isinstance(one, list))
    assert len(counted) == len(codes) - len(late)
    assert Envelope.objects.count() == 0


def test_a_paper_that_is_typed_while_the_box_opens_is_not_lost() -> None:
    vote = vote_over()
    for number in range(4):
        entry, _code = vote.voter(f"Buur {number}")
        actions.hand_out_paper(entry, actor=vote.nele, now=vote.now)
    now = after(vote.one)
    typed = [
        partial(actions.type_paper, vote.one, number, {}, actor=vote.nele, now=now)
        for number in (1, 2, 3)
    ]
    found = at_once(vote.count, *typed)
    said = refused(found)
    assert PaperBallot.objects.count() == len(
        [one for one in found if isinstance(one, PaperBallot)]
    )
    assert len(said) in {1, 3}


def test_no_more_paper_is_typed_than_was_handed_out() -> None:
    vote = vote_over()
    entry, _code = vote.voter("Godelieve")
    actions.hand_out_paper(entry, actor=vote.nele, now=vote.now)
    now = after(vote.one)
    found = at_once(
        *(
            partial(actions.type_paper, vote.one, number, {}, actor=vote.nele, now=now)
            for number in (1, 2, 3, 3)
        )
    )
    assert len(refused(found)) == 3
    assert PaperBallot.objects.count() == 1


def test_two_desks_write_one_neighbour_on_the_roll_once() -> None:
    vote = make_vote(cast.make_place())
    write = partial(actions.add_to_roll, vote.one, EMINE, actor=vote.nele, now=vote.now)
    assert len(refused(at_once(*[write] * 4))) == 3
    assert RollEntry.objects.count() == 1


def test_who_is_taken_off_the_roll_while_she_votes_leaves_nothing_in_the_box() -> None:
    vote = make_vote(cast.make_place())
    entry, code = vote.voter("Godelieve")
    off = partial(actions.remove_entry, entry, actor=vote.nele, now=vote.now)
    refused(at_once(partial(vote.cast, code, 0), off, partial(vote.cast, code, 1)))
    assert (RollEntry.objects.count(), Envelope.objects.count()) == (0, 0)


def test_the_count_is_pressed_by_two_at_once() -> None:
    vote = make_vote(cast.make_place())
    vote.cast(vote.voter("Godelieve")[1], 0)
    keys = (vote.keys[0], vote.keys[1])
    count = partial(actions.count_box, vote.one, keys, actor=vote.nele, now=after(vote.one))
    found = at_once(*[count] * 3)
    assert len(refused(found)) == 2
