"""Who stands beside a group, until when, and which groups may be offered support."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from gebuur.apps.initiatives.models import Initiative, Promise, Support, SupportWish
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.core.errors import NotForYou

State = Support.State
SHOWN_PAST = 20


@dataclass(frozen=True)
class Supports:
    """Everything about support of one group: offered, going, and over; and whether it asks for somebody."""

    offered: Sequence[Support]
    going: Sequence[Support]
    over: Sequence[Support]
    wish: SupportWish | None


@dataclass(frozen=True)
class PromisedStep:
    """What was promised to a group for one step, and until when the supporter stays."""

    initiative: uuid.UUID
    support: uuid.UUID
    step: str
    style: str
    announced_at: dt.datetime
    replaced_at: dt.datetime | None
    until: dt.date
    ended_at: dt.datetime | None


@dataclass(frozen=True)
class OpenGroups:
    """Groups that may be offered support: which asked for it, and which show themselves."""

    asking: Sequence[SupportWish] = ()
    public: Sequence[Initiative] = field(default_factory=list)


def open_supports(initiative: Initiative) -> Supports:
    """The support of a group, for who is in it or beside it."""
    rows = Support.objects.filter(initiative=initiative).select_related(
        "supporter", "answered_by__person", "initiative", "typed_by"
    )
    return Supports(
        offered=list(rows.filter(state=State.OFFERED).order_by("offered_at")),
        going=list(rows.filter(state=State.GOING).order_by("since", "pk")),
        over=list(
            rows.filter(state__in=[State.ENDED, State.DECLINED]).order_by("-offered_at")[
                :SHOWN_PAST
            ]
        ),
        wish=open_wish(initiative),
    )


def open_wish(initiative: Initiative) -> SupportWish | None:
    """That a group asks for somebody now."""
    wishes = SupportWish.objects.filter(initiative=initiative, settled_at__isnull=True)
    return wishes.select_related("member__person", "typed_by").first()


def get_support_for(initiative: Initiative, pk: uuid.UUID) -> Support:
    """A support of this very group."""
    found = Support.objects.select_related("supporter", "initiative__neighbourhood")
    one = found.filter(initiative=initiative, pk=pk).first()
    if one is None:
        raise NotForYou
    return one


def get_own_support_for(staff: Person, pk: uuid.UUID) -> Support:
    """An offer that this professional made herself."""
    one = Support.objects.filter(supporter=staff, pk=pk).select_related("initiative").first()
    if one is None:
        raise NotForYou
    return one


def is_open_to_support(initiative: Initiative) -> bool:
    """Whether staff may offer support: the group shows itself, or it asked."""
    if not initiative.is_open:
        return False
    return not initiative.is_hidden or open_wish(initiative) is not None


def get_open_group_for(staff: Person, pk: uuid.UUID) -> Initiative:
    """A group of her place that may be offered support."""
    rows = Initiative.objects.select_related("neighbourhood__organisation", "street")
    one = rows.filter(neighbourhood=staff.neighbourhood_id, pk=pk).first()
    if one is None or not is_open_to_support(one):
        raise NotForYou
    return one


def list_supports_of(staff: Person) -> list[Support]:
    """Where somebody stands beside, the nearest last day first."""
    own = Support.objects.filter(supporter=staff, state__in=[State.GOING, State.OFFERED])
    return list(own.select_related("initiative").order_by("until", "pk"))


def list_open_groups(staff: Person) -> OpenGroups:
    """Groups she does not stand beside yet and may offer to."""
    living = Initiative.objects.filter(
        neighbourhood=staff.neighbourhood_id, state=Initiative.State.ACTIVE
    )
    beside = Support.objects.filter(
        initiative=OuterRef("pk"), supporter=staff, state__in=[State.GOING, State.OFFERED]
    )
    others = living.filter(~Q(Exists(beside)))
    wishes = SupportWish.objects.filter(initiative__in=others, settled_at__isnull=True)
    asking = list(wishes.select_related("initiative").order_by("wished_at"))
    public = others.filter(is_hidden=False).exclude(pk__in=[one.initiative_id for one in asking])
    return OpenGroups(asking, list(public.select_related("street").order_by("title", "pk")))


def promises_of(place: Neighbourhood) -> list[PromisedStep]:
    """Every style that was ever announced here, step by step, with the day on which the supporter steps back."""
    announced: QuerySet[Promise] = Promise.objects.filter(
        neighbourhood=place, announced_at__isnull=False
    )
    rows = announced.select_related("support").order_by(
        "support__initiative", "step", F("replaced_at").asc(nulls_last=True), "pk"
    )
    return [
        PromisedStep(
            initiative=one.support.initiative_id,
            support=one.support_id,
            step=one.step,
            style=one.style,
            announced_at=one.announced_at,
            replaced_at=one.replaced_at,
            until=one.support.until,
            ended_at=one.support.ended_at,
        )
        for one in rows
        if one.announced_at is not None
    ]
