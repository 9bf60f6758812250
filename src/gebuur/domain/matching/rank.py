"""Rank the possible helpers for one request."""

import heapq
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gebuur.domain.matching.cost import Cost, cost_of
from gebuur.domain.matching.model import NotUsable, Policy, Request, Volunteer
from gebuur.domain.matching.reasons import Reason, reasons_for
from gebuur.domain.matching.rules import Misfit, first_misfit, languages_of

_DEFAULT = Policy()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible helper, with everything needed to explain the place in the row.

    Attributes
    ----------
    volunteer_id : str
        Who.
    price : int
        What the order goes by, lowest first: `cost` plus the first load step minus `turn_bonus`.
    cost : int
        Of the pair itself, in metre equivalents.
    distance : int
        Straight-line metres; 0 for help by phone.
    language_penalty, slot_penalty, known_bonus, turn_bonus : int
        The other parts of the price.
    shared_slots : int
        Parts of the week in common, a bitmask of 21 bits.
    shared_languages : tuple of str
        The seeker's first language first if it is shared, then by code.
    reasons : tuple of Reason
        Two to four: first what speaks for, then what is good to know.
    """

    volunteer_id: str
    price: int
    cost: int
    distance: int
    language_penalty: int
    slot_penalty: int
    known_bonus: int
    turn_bonus: int
    shared_slots: int
    shared_languages: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The answer for one request.

    Attributes
    ----------
    candidates : tuple of Candidate
        The best ones, lowest price first, at most `limit`.
    fits : int
        How many of all people considered are possible, also those beyond the limit.
    considered : int
        How many people were looked at: always ``fits + sum(misfits.values())``.
    misfits : dict of Misfit to int
        Under the first rule that each of the others breaks, in the order of `Misfit`, no zeros.
    """

    candidates: tuple[Candidate, ...]
    fits: int
    considered: int
    misfits: dict[Misfit, int]


def rank(
    request: Request,
    volunteers: Sequence[Volunteer],
    *,
    policy: Policy = _DEFAULT,
    limit: int = 10,
) -> Ranking:
    """Rank who could help with this request, lowest price first.

    Decides in which order a professional (or the seeker) sees the possible helpers. A pair that breaks
    one of the rules of `Misfit` never appears. Among the others the price decides: metres, plus the
    penalties, minus the bonuses. Whoever waits longest for a turn so comes before who lives nearest.

    Parameters
    ----------
    request : Request
        The question.
    volunteers : sequence of Volunteer
        Everybody who may be considered; their order plays no part.
    policy : Policy
        The numbers, in metre equivalents.
    limit : int
        At most so many candidates come back; the counts are always over everybody.

    Returns
    -------
    Ranking
        Equal prices: the lowest id (as text) first.

    Raises
    ------
    NotUsable
        When the limit is below one or two volunteers have the same id.

    References
    ----------
    ``docs/algorithms/matching.md`` explains every number.

    Examples
    --------
    Joris lives next door and helped last week; Emine waits three weeks for her first time.

    >>> ask = Request(id="r", task="walk", x=0, y=0, first_language="nl")
    >>> def neighbour(id, metres, **facts):
    ...     return Volunteer(
    ...         id=id, tasks=frozenset({"walk"}), x=metres, y=0, radius=1000,
    ...         languages=frozenset({"nl"}), **facts,
    ...     )
    >>> answer = rank(ask, [
    ...     neighbour("joris", 20, weeks_since_last_match=1),
    ...     neighbour("emine", 230, weeks_since_signup=3),
    ...     neighbour("rosa", 100, paused=True),
    ... ])
    >>> [(one.volunteer_id, one.price) for one in answer.candidates]
    [('emine', -2670), ('joris', -280)]
    >>> answer.misfits
    {<Misfit.PAUSED: 'paused'>: 1}
    """
    if limit < 1:
        raise NotUsable("limit", f"must be one or more, not {limit!r}.")
    _check_unique(volunteers)
    spoken = languages_of(request)
    found: list[tuple[int, str, Cost, Volunteer]] = []
    misfits: Counter[Misfit] = Counter()
    for volunteer in volunteers:
        broken = first_misfit(request, spoken, volunteer)
        if broken is None:
            cost = cost_of(request, volunteer, policy)
            price = cost.pair + policy.load_step(0) - cost.turn
            found.append((price, volunteer.id, cost, volunteer))
        else:
            misfits[broken] += 1
    best = heapq.nsmallest(limit, found, key=lambda one: one[:2])
    return Ranking(
        candidates=tuple(
            _candidate(request, volunteer, cost, price, policy=policy)
            for price, _, cost, volunteer in best
        ),
        fits=len(found),
        considered=len(volunteers),
        misfits={rule: misfits[rule] for rule in Misfit if misfits[rule]},
    )


def _check_unique(volunteers: Sequence[Volunteer]) -> None:
    ids = [volunteer.id for volunteer in volunteers]
    if len(set(ids)) < len(ids):
        twice = min(one for one, count in Counter(ids).items() if count > 1)
        raise NotUsable(f"volunteer {twice!r}", "stands in the list more than once.")


def _candidate(
    request: Request, volunteer: Volunteer, cost: Cost, price: int, *, policy: Policy
) -> Candidate:
    shared = sorted(
        languages_of(request) & volunteer.languages,
        key=lambda code: (code != request.first_language, code),
    )
    return Candidate(
        volunteer_id=volunteer.id,
        price=price,
        cost=cost.pair,
        distance=cost.distance,
        language_penalty=cost.language,
        slot_penalty=cost.slot,
        known_bonus=cost.known,
        turn_bonus=cost.turn,
        shared_slots=request.slots & volunteer.slots,
        shared_languages=tuple(shared),
        reasons=reasons_for(request, volunteer, policy),
    )


def why_nobody(ranking: Ranking) -> tuple[tuple[Misfit, int], ...]:
    """Say why nobody fits, the people who came nearest to fitting first.

    The rules are tried in a fixed order, so everybody who passed all rules before the last one with a
    count was stopped by that last one. It therefore comes first: "two could, but both are full" tells
    more than "eighty did not tick it".

    Parameters
    ----------
    ranking : Ranking
        Of the request.

    Returns
    -------
    tuple of (Misfit, int)
        Empty when somebody fits, and empty when nobody was considered at all.

    Examples
    --------
    >>> why_nobody(Ranking((), 0, 82, {Misfit.TASK_NOT_TICKED: 80, Misfit.FULL: 2}))
    ((<Misfit.FULL: 'full'>, 2), (<Misfit.TASK_NOT_TICKED: 'task_not_ticked'>, 80))
    """
    if ranking.fits:
        return ()
    order = tuple(Misfit)
    return tuple(sorted(ranking.misfits.items(), key=lambda one: -order.index(one[0])))
