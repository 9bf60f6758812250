"""What always holds for a ranking, whatever goes in."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from gebuur.domain.matching import (
    ALL_SLOTS,
    Outline,
    Policy,
    Ranking,
    Request,
    Volunteer,
    explain_order,
    least_price,
    misfit,
    rank,
    shortlist,
)
from gebuur.domain.matching.reasons import MOST, MOST_TO_KNOW

LANGUAGES = st.frozensets(st.sampled_from(["nl", "fr", "tr", "ar"]), max_size=3)
METRES = st.integers(-800, 800) | st.floats(-800, 800, allow_nan=False)
SLOTS = st.sampled_from([0, 1, 0b110, 1 << 20, ALL_SLOTS])
WEEKS = st.none() | st.integers(0, 40)
IDS = st.sampled_from([f"v{n}" for n in range(12)])

REQUESTS = st.builds(
    Request,
    id=st.just("r"),
    task=st.just("walk"),
    phone_only=st.booleans(),
    x=METRES,
    y=METRES,
    first_language=st.sampled_from(["nl", "tr"]),
    languages=LANGUAGES,
    slots=SLOTS,
    skills=st.frozensets(st.sampled_from(["bicycle"])),
    seeker=st.just("godelieve"),
    not_with=st.frozensets(IDS, max_size=2),
    known=st.frozensets(IDS, max_size=4),
    amber=st.booleans(),
)
VOLUNTEERS = st.lists(
    st.builds(
        Volunteer,
        id=IDS,
        tasks=st.sampled_from([frozenset({"walk"}), frozenset({"walk", "chat"}), frozenset()]),
        x=METRES,
        y=METRES,
        radius=st.integers(0, 3000),
        languages=LANGUAGES,
        slots=SLOTS,
        skills=st.frozensets(st.sampled_from(["bicycle"])),
        not_with=st.sampled_from([frozenset(), frozenset({"godelieve"})]),
        capacity=st.integers(0, 2),
        weeks_since_signup=st.integers(0, 40),
        weeks_since_last_match=WEEKS,
        weeks_since_last_asked=WEEKS,
        paused=st.booleans(),
        file_complete=st.booleans(),
        cleared=st.sampled_from([frozenset(), frozenset({"walk"})]),
    ),
    unique_by=lambda volunteer: volunteer.id,
    max_size=12,
)


def is_told_well(answer: Ranking) -> bool:
    """Every candidate has two to four reasons, at most two of them "to know"."""
    for one in answer.candidates:
        to_know = [reason for reason in one.reasons if not reason.speaks_for]
        if not 2 <= len(one.reasons) <= MOST or len(to_know) > MOST_TO_KNOW:
            return False
    return True


# Every list holds many volunteers, so a law of the list is seen in few lists; who is left out takes more of them.
SOME = settings(max_examples=30, deadline=None)
MANY = settings(max_examples=60, deadline=None)


@SOME
@given(REQUESTS, VOLUNTEERS, st.randoms(use_true_random=False))
def test_order_of_the_list_plays_no_part(
    request: Request, volunteers: list[Volunteer], random: Random
) -> None:
    shuffled = list(volunteers)
    random.shuffle(shuffled)
    assert rank(request, volunteers) == rank(request, shuffled)


@MANY
@given(REQUESTS, VOLUNTEERS)
def test_nobody_impossible_is_proposed_and_nobody_possible_is_lost(
    request: Request, volunteers: list[Volunteer]
) -> None:
    answer = rank(request, volunteers, limit=100)
    possible = {one.id for one in volunteers if misfit(request, one) is None}
    assert {one.volunteer_id for one in answer.candidates} == possible
    assert answer.fits == len(possible)
    assert answer.fits + sum(answer.misfits.values()) == answer.considered == len(volunteers)


@SOME
@given(REQUESTS, VOLUNTEERS)
def test_lower_price_goes_first_and_the_id_breaks_ties(
    request: Request, volunteers: list[Volunteer]
) -> None:
    keys = [(one.price, one.volunteer_id) for one in rank(request, volunteers).candidates]
    assert keys == sorted(keys)


@MANY
@given(REQUESTS, VOLUNTEERS)
def test_one_impossible_volunteer_more_changes_no_proposal(
    request: Request, volunteers: list[Volunteer]
) -> None:
    stranger = Volunteer(
        id="stranger", tasks=frozenset(), x=0, y=0, radius=9999, languages=frozenset({"nl", "tr"})
    )
    assert rank(request, [*volunteers, stranger]).candidates == rank(request, volunteers).candidates


@SOME
@given(REQUESTS, VOLUNTEERS)
def test_price_is_the_sum_of_its_parts_and_the_order_can_be_explained(
    request: Request, volunteers: list[Volunteer]
) -> None:
    answer = rank(request, volunteers)
    for one in answer.candidates:
        assert one.cost == one.distance + one.language_penalty + one.slot_penalty - one.known_bonus
        assert one.price == one.cost + Policy().load_step(0) - one.turn_bonus
    for at, first in enumerate(answer.candidates):
        for second in answer.candidates[at + 1 :]:
            told = explain_order(first, second)
            assert sum(part.metres for part in told) == second.price - first.price
            assert told


@SOME
@given(REQUESTS, VOLUNTEERS)
def test_every_proposal_carries_two_to_four_reasons(
    request: Request, volunteers: list[Volunteer]
) -> None:
    assert is_told_well(rank(request, volunteers))


@SOME
@given(REQUESTS, VOLUNTEERS, st.integers(1, 5))
def test_a_shorter_row_is_the_beginning_of_the_longer_one(
    request: Request, volunteers: list[Volunteer], limit: int
) -> None:
    assert (
        rank(request, volunteers, limit=limit).candidates
        == rank(request, volunteers, limit=100).candidates[:limit]
    )


def outline_of(volunteer: Volunteer) -> Outline:
    return Outline(*(getattr(volunteer, name) for name in Outline._fields))


@MANY
@given(REQUESTS, VOLUNTEERS)
def test_a_first_look_keeps_the_order_and_the_prices_and_loses_nobody(
    request: Request, volunteers: list[Volunteer]
) -> None:
    ticked = [one for one in volunteers if request.task in one.tasks]
    first = shortlist(request, [outline_of(one) for one in ticked])
    price_of = dict(zip(first.ids, first.prices, strict=True))
    ranked = [(one.volunteer_id, one.price) for one in rank(request, ticked).candidates]
    assert ranked == [(one, price_of[one]) for one in first.ids if one in dict(ranked)]
    assert list(zip(first.prices, first.ids, strict=True)) == sorted(
        zip(first.prices, first.ids, strict=True)
    )
    assert len(first.ids) + sum(first.misfits.values()) == len(ticked)


@SOME
@given(
    VOLUNTEERS,
    st.sampled_from([Policy(), Policy(new_curve=(0, 900, 100), wait_curve=(50, 0, 7000, 0))]),
)
def test_nobody_who_waits_less_long_has_a_price_below_the_least(
    volunteers: list[Volunteer], policy: Policy
) -> None:
    ask = Request(id="r", task="walk", x=0, y=0, first_language="nl", phone_only=True)
    for is_new in (True, False):
        some = [one for one in volunteers if (one.weeks_since_last_match is None) == is_new]
        weeks = [
            one.weeks_since_signup if is_new else one.weeks_since_last_match or 0 for one in some
        ]
        first = shortlist(ask, [outline_of(one) for one in some], policy=policy)
        if first.prices:
            assert min(first.prices) >= least_price(max(weeks), is_new=is_new, policy=policy)
