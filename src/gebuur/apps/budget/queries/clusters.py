"""The list of ideas, with what is alike together."""

from dataclasses import dataclass
from functools import lru_cache

from gebuur.apps.budget.models import Round
from gebuur.apps.budget.queries.ideas import Seen, list_ideas
from gebuur.apps.neighbourhood.models import Street
from gebuur.domain import ideas
from gebuur.domain.ideas import SAYS_LITTLE


@dataclass(frozen=True)
class Wall:
    """Ideas that are alike, group by group; those that stand alone; and those of young and older together."""

    alike: list[list[Seen]]
    alone: list[Seen]
    of_all_ages: list[Seen]


def wall_of(one: Round) -> Wall:
    """The ideas of a round, newest first; a group stands where its newest idea would."""
    seen = list_ideas(one)
    names = Street.objects.filter(neighbourhood=one.neighbourhood_id).values_list("name", flat=True)
    skip = frozenset(word for name in names for word in name.casefold().split())
    texts = tuple(f"{each.idea.title} {each.idea.title} {each.idea.text}" for each in seen)
    groups = [[seen[at] for at in group] for group in _put_together(texts, skip)]
    return Wall(
        alike=[group for group in groups if len(group) > 1],
        alone=[group[0] for group in groups if len(group) == 1],
        of_all_ages=[each for each in seen if each.is_of_all_ages],
    )


@lru_cache(maxsize=32)
def _put_together(texts: tuple[str, ...], streets: frozenset[str]) -> tuple[tuple[int, ...], ...]:
    """The same ideas are put together once, not for every reader."""
    return ideas.clusters(texts, skip=SAYS_LITTLE | streets)
