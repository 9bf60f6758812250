"""A first look at many possible helpers, with only what the price depends on."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gebuur.domain.matching.cost import cost_of
from gebuur.domain.matching.model import Outline, Policy, Request
from gebuur.domain.matching.rules import Misfit, languages_of, outer_misfit

_DEFAULT = Policy()


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Who comes into question at a first look.

    Attributes
    ----------
    ids : tuple of str
        Lowest price first; equal prices by id.
    prices : tuple of int
        Of each, in metre equivalents: what `rank` makes of the same person when nothing stands in the way.
    misfits : dict of Misfit to int
        Everybody else, under the first outer rule that each of them breaks, no zeros.
    """

    ids: tuple[str, ...]
    prices: tuple[int, ...]
    misfits: dict[Misfit, int]


def shortlist(
    request: Request, outlines: Iterable[Outline], *, policy: Policy = _DEFAULT
) -> Shortlist:
    """Put everybody in order of price who speaks a language of hers, has time and goes far enough.

    Decides of whom the other facts need to be known: the room left, the papers, a break, who is not to meet whom.
    These forbid a pair and never move its price. So the first of `rank` are found among the first of a shortlist,
    and whoever stands further down cannot come before them.

    Parameters
    ----------
    request : Request
        The question; of its facts about single helpers only `known` is looked at.
    outlines : iterable of Outline
        Everybody who ticked the task.
    policy : Policy
        The numbers, in metre equivalents.

    Returns
    -------
    Shortlist
        Equal prices: the lowest id (as text) first, as in `rank`.

    References
    ----------
    ``docs/algorithms/matching.md`` explains every number.

    Examples
    --------
    >>> ask = Request(id="r", task="walk", x=0, y=0, first_language="nl")
    >>> dutch = frozenset({"nl"})
    >>> found = shortlist(ask, [
    ...     Outline("joris", 20, 0, 800, dutch, 7, 50, 1),
    ...     Outline("emine", 230, 0, 800, dutch, 7, 3, None),
    ...     Outline("rosa", 900, 0, 800, dutch, 7, 3, None),
    ... ])
    >>> found.ids, found.prices, found.misfits
    (('emine', 'joris'), (-2670, -280), {<Misfit.TOO_FAR: 'too_far'>: 1})
    """
    spoken, first_step = languages_of(request), policy.load_step(0)
    found: list[tuple[int, str]] = []
    misfits: Counter[Misfit] = Counter()
    for one in outlines:
        broken = outer_misfit(request, spoken, one)
        if broken is None:
            cost = cost_of(request, one, policy)
            found.append((cost.pair + first_step - cost.turn, one.id))
        else:
            misfits[broken] += 1
    found.sort()
    return Shortlist(
        ids=tuple(one for _price, one in found),
        prices=tuple(price for price, _one in found),
        misfits={rule: misfits[rule] for rule in Misfit if misfits[rule]},
    )


def least_price(weeks: int, *, is_new: bool, policy: Policy = _DEFAULT) -> int:
    """Tell below which price nobody comes who waits at most so many weeks, and is not known to the seeker.

    Parameters
    ----------
    weeks : int
        Full weeks since sign-up for who never had a match, since the last match for the others.
    is_new : bool
        Whether it is about those who never had a match.
    policy : Policy
        The numbers, in metre equivalents.

    Returns
    -------
    int
        The first load step less the largest turn bonus up to these weeks; no distance, nothing added.

    Examples
    --------
    >>> least_price(3, is_new=True), least_price(30, is_new=True), least_price(2, is_new=False)
    (-2900, -4400, -600)
    """
    bonus = max(
        policy.turn_bonus(week, None if is_new else week)
        for week in range(min(weeks, policy.longest_wait) + 1)
    )
    return policy.load_step(0) - bonus
