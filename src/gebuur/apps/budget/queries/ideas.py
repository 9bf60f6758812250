"""Ideas of a round, how many stand behind them, and which are alike."""

import uuid
from dataclasses import dataclass

from django.db.models import Count, Q

from gebuur.apps.budget.models import Backing, Idea, Round
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.core.errors import NotForYou
from gebuur.domain import disclosure, ideas

FEWEST = 5
MOST_ALIKE = 3
GOING_ON = (Idea.State.OPEN, Idea.State.PROPOSAL)


@dataclass(frozen=True)
class Seen:
    """An idea with what may be told of who stands behind it; None is too few to show."""

    idea: Idea
    likes: int | None
    will_help: int | None
    will_use: int | None
    is_of_all_ages: bool


def list_ideas(one: Round) -> list[Seen]:
    """The ideas of a round that go on, newest first, each with its counts."""
    found = one.ideas.filter(state__in=GOING_ON).select_related("street")
    counted = found.annotate(
        likes=Count("backings"),
        helps=Count("backings", filter=Q(backings__will_help=True)),
        uses=Count("backings", filter=Q(backings__will_use=True)),
        young=Count("backings", filter=Q(backings__age=Backing.Age.YOUNG)),
        older=Count("backings", filter=Q(backings__age=Backing.Age.OLDER)),
    ).order_by("-entered_at", "pk")
    return [_seen(idea) for idea in counted]


def _seen(idea: Idea) -> Seen:
    counts = {name: getattr(idea, name) for name in ("likes", "helps", "uses")}
    shown = disclosure.suppress(counts, minimum=FEWEST)
    ages = disclosure.suppress(
        {"young": idea.young, "older": idea.older},  # type: ignore[attr-defined]  # counted above
        minimum=FEWEST,
    )
    return Seen(
        idea=idea,
        likes=shown["likes"],
        will_help=shown["helps"],
        will_use=shown["uses"],
        is_of_all_ages=None not in ages.values(),
    )


def get_idea(place: Neighbourhood | None, pk: uuid.UUID) -> Idea:
    """An idea of this place that goes on: open, or worked out by a group."""
    ideas_here = Idea.objects.select_related("round__neighbourhood", "street", "giver")
    found = ideas_here.filter(neighbourhood=place, pk=pk, state__in=GOING_ON).first()
    if found is None:
        raise NotForYou
    return found


def see_idea(idea: Idea) -> Seen:
    """An idea with its counts."""
    return next(seen for seen in list_ideas(idea.round) if seen.idea.pk == idea.pk)


def list_alike(one: Round, title: str, text: str) -> list[Idea]:
    """Ideas that say nearly the same, nearest first."""
    there = list(one.ideas.filter(state__in=GOING_ON).order_by("entered_at", "pk"))
    near = ideas.alike(f"{title} {text}", [f"{idea.title} {idea.text}" for idea in there])
    return [there[position] for position in near[:MOST_ALIKE]]


def backing_of(idea: Idea, person: Person | None) -> Backing | None:
    """What this person said of an idea before."""
    return None if person is None else idea.backings.filter(person=person).first()
