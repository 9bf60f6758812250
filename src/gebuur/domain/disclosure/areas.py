"""Areas that are large enough to be named."""

from collections.abc import Collection, Iterable, Mapping


class NotAnArea(ValueError):
    """The map of areas contradicts itself; the message names the area."""


def merge_small_areas(
    areas: Mapping[str, int],
    neighbours: Mapping[str, Collection[str]],
    *,
    minimum: int = 10,
) -> dict[str, str | None]:
    """Join areas to their neighbours until every group is large enough to be named.

    Decides which name the open board shows for a street. As long as a group has fewer than `minimum`
    households, the smallest one joins its smallest neighbour. A group that has no neighbour left and is
    still too small gets no name at all: then the board shows the whole neighbourhood.

    Parameters
    ----------
    areas : mapping of str to int
        Households per area.
    neighbours : mapping of str to collection of str
        Which areas touch. One direction is enough; missing areas have no neighbours.
    minimum : int
        Households that a named group must have.

    Returns
    -------
    dict of str to (str or None)
        For every area, in order of id, the id of its group: the lowest id in it. None: not to be named.
        Equal sizes: the group with the lowest id goes first, on both sides of a merger.

    Raises
    ------
    NotAnArea
        When an area has fewer than zero households, or a neighbour is no area.

    Examples
    --------
    Three streets in a row and a lonely farm.

    >>> merge_small_areas(
    ...     {"farm": 1, "linnen": 4, "spoel": 7, "wever": 30},
    ...     {"linnen": ["spoel"], "spoel": ["wever"]},
    ... )
    {'farm': None, 'linnen': 'linnen', 'spoel': 'linnen', 'wever': 'wever'}
    """
    touching = _both_ways(areas, neighbours)
    size = dict(areas)
    group_of = {area: area for area in sorted(areas)}
    while small := _smallest_that_can_join(size, touching, minimum):
        other = min(touching[small], key=lambda area: (size[area], area))
        kept, gone = sorted((small, other))
        _join(kept, gone, size, touching)
        group_of = {area: kept if group == gone else group for area, group in group_of.items()}
    return {area: group if size[group] >= minimum else None for area, group in group_of.items()}


def _both_ways(
    areas: Mapping[str, int], neighbours: Mapping[str, Iterable[str]]
) -> dict[str, set[str]]:
    touching: dict[str, set[str]] = {area: set() for area in areas}
    for area, households in areas.items():
        if households < 0:
            raise NotAnArea(f"area {area!r} has {households!r} households.")
    for area, others in neighbours.items():
        for other in others:
            for one in (area, other):
                if one not in touching:
                    raise NotAnArea(f"neighbour {one!r} is not an area.")
            if area != other:
                touching[area].add(other)
                touching[other].add(area)
    return touching


def _smallest_that_can_join(
    size: Mapping[str, int], touching: Mapping[str, set[str]], minimum: int
) -> str | None:
    small = [area for area in size if size[area] < minimum and touching[area]]
    return min(small, key=lambda area: (size[area], area), default=None)


def _join(kept: str, gone: str, size: dict[str, int], touching: dict[str, set[str]]) -> None:
    size[kept] += size.pop(gone)
    for other in touching.pop(gone):
        touching[other].discard(gone)
        if other != kept:
            touching[other].add(kept)
            touching[kept].add(other)
