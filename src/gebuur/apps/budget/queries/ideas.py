"""Ideas of a round, how many stand behind them, and what became of the ones that are no longer alone."""

import uuid
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from gebuur.apps.budget.models import Backing, Idea, Round
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.core.errors import NotForYou
from gebuur.domain import disclosure, ideas

FEWEST = 5
MOST_ALIKE = 3
GOING_ON = (Idea.State.OPEN, Idea.State.PROPOSAL)
READABLE = (*GOING_ON, Idea.State.MERGED, Idea.State.SPLIT)
AGES = (*Backing.Age, "")


@dataclass(frozen=True)
class Seen:
    """An idea with what may be told of who stands behind it; None is too few to show.

    `ages` holds how many are young, between, and older.
    """

    idea: Idea
    likes: int | None
    will_help: int | None
    will_use: int | None
    ages: dict[str, int | None]
    is_of_all_ages: bool

    @property
    def has_ages(self) -> bool:
        """Whether any age may be told."""
        return any(self.ages.values())


def list_ideas(one: Round) -> list[Seen]:
    """The ideas of a round that go on, newest first, each with its counts."""
    found = _counted(one.ideas.filter(state__in=GOING_ON).select_related("street"))
    return [_seen(idea) for idea in found.order_by("-entered_at", "pk")]


def _counted(found: QuerySet[Idea]) -> QuerySet[Idea]:
    ages = {f"n_{age}": Count("backings", filter=Q(backings__age=age)) for age in AGES}
    return found.annotate(
        likes=Count("backings"),
        helps=Count("backings", filter=Q(backings__will_help=True)),
        uses=Count("backings", filter=Q(backings__will_use=True)),
        **ages,
    )


def _seen(idea: Idea) -> Seen:
    counts = {name: getattr(idea, name) for name in ("likes", "helps", "uses")}
    shown = disclosure.suppress(counts, minimum=FEWEST)
    ages: dict[str, int] = {age: getattr(idea, f"n_{age}") for age in AGES}
    return Seen(
        idea=idea,
        likes=shown["likes"],
        will_help=shown["helps"],
        will_use=shown["uses"],
        ages=_ages_to_tell(ages),
        is_of_all_ages=min(ages[Backing.Age.YOUNG], ages[Backing.Age.OLDER]) >= FEWEST,
    )


def _ages_to_tell(ages: dict[str, int]) -> dict[str, int | None]:
    """The ages that may be told beside the number of all: what is hidden must not come back by subtraction."""
    told: dict[str, int | None] = {age: ages[age] for age in Backing.Age}
    if min(ages[age] for age in told) >= FEWEST:
        return told
    safe = disclosure.protect(ages, minimum=FEWEST)
    return {age: safe[age] for age in told}


def get_idea(place: Neighbourhood | None, pk: uuid.UUID) -> Idea:
    """An idea of this place that goes on: open, or worked out by a group."""
    return _get(place, pk, GOING_ON)


def get_readable_idea(place: Neighbourhood | None, pk: uuid.UUID) -> Idea:
    """An idea of this place, also one that became part of another one or was split."""
    return _get(place, pk, READABLE)


def _get(place: Neighbourhood | None, pk: uuid.UUID, states: tuple[Idea.State, ...]) -> Idea:
    ideas_here = Idea.objects.select_related("round__neighbourhood", "street", "giver")
    found = ideas_here.filter(neighbourhood=place, pk=pk, state__in=states).first()
    if found is None:
        raise NotForYou
    return found


def see_idea(idea: Idea) -> Seen:
    """An idea with its counts."""
    return _seen(_counted(Idea.objects.filter(pk=idea.pk)).get())


def giver_among(one: Round, pks: list[str]) -> Person | None:
    """Who brought an idea of this round, out of what a browser remembers that it brought."""
    found = one.ideas.filter(pk__in=pks, giver__isnull=False).select_related("giver")
    first = found.order_by("entered_at", "pk").first()
    return None if first is None else first.giver


def list_alike(one: Round, title: str, text: str) -> list[Idea]:
    """Ideas that say nearly the same, nearest first."""
    there = list(one.ideas.filter(state__in=GOING_ON).order_by("entered_at", "pk"))
    near = ideas.alike(f"{title} {text}", [f"{idea.title} {idea.text}" for idea in there])
    return [there[position] for position in near[:MOST_ALIKE]]


def backing_of(idea: Idea, person: Person | None) -> Backing | None:
    """What this person said of an idea before."""
    return None if person is None else idea.backings.filter(person=person).first()
