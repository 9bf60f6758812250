"""What the service promised each group that shows itself, as the mirror reads it."""

from collections import defaultdict
from uuid import UUID

from django.utils import timezone

from gebuur.apps.initiatives.models import Initiative
from gebuur.apps.initiatives.queries import PromisedStep, promises_of
from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.domain.ownership import Promise


def list_promised(place: Neighbourhood) -> list[Promise]:
    """Every group that is not hidden, with the styles that hold now and the last day of its support."""
    steps: dict[UUID, list[PromisedStep]] = defaultdict(list)
    for step in promises_of(place):
        if step.replaced_at is None:
            steps[step.initiative].append(step)
    groups = Initiative.objects.filter(neighbourhood=place, is_hidden=False).order_by("title", "pk")
    return [_promise(group, steps[group.pk]) for group in groups]


def _promise(group: Initiative, steps: list[PromisedStep]) -> Promise:
    return Promise(
        thing=str(group.pk),
        name=group.title,
        styles=tuple(dict.fromkeys(step.style for step in steps)),
        since=min((timezone.localdate(step.announced_at) for step in steps), default=None),
        until=max((step.until for step in steps), default=None),
    )
