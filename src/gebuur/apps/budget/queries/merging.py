"""What an idea became part of, what became part of it, and who is asked about that."""

import uuid
from dataclasses import dataclass

from gebuur.apps.budget.models import Idea, MergeAsk
from gebuur.apps.budget.queries.ideas import READABLE
from gebuur.core.errors import NotForYou
from gebuur.domain import ideas

MOST_NEAR = 8


@dataclass(frozen=True)
class Joined:
    """Everything an idea hangs together with, and the question that waits for an answer."""

    into: Idea | None
    of_it: list[Idea]
    whole: Idea | None
    parts: list[Idea]
    ask: MergeAsk | None


def joined_of(idea: Idea) -> Joined:
    """What an idea hangs together with."""
    waiting = idea.merge_asks.filter(state="asked", into__state=Idea.State.OPEN)
    return Joined(
        into=idea.merged_into,
        of_it=list(idea.merged.order_by("entered_at", "pk")),
        whole=idea.split_from,
        parts=list(idea.parts.filter(state__in=READABLE).order_by("entered_at", "pk")),
        ask=waiting.select_related("into").first(),
    )


def list_others(idea: Idea) -> list[Idea]:
    """The open ideas it could become part of: the most alike first, then as they came in."""
    found = Idea.objects.filter(round=idea.round_id, state=Idea.State.OPEN).exclude(pk=idea.pk)
    there = list(found.order_by("entered_at", "pk"))
    texts = [f"{one.title} {one.text}" for one in there]
    return [there[at] for at in ideas.alike(f"{idea.title} {idea.text}", texts, least=0)]


def get_merge_ask(pk: uuid.UUID) -> MergeAsk:
    """The question behind a link."""
    asks = MergeAsk.objects.select_related("idea__round__neighbourhood", "idea__giver", "into")
    found = asks.filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found
