"""Which groups there are, for a passer-by and for somebody in them."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from gebuur.apps.initiatives.models import Initiative, Member, Support
from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.core.errors import NotForYou

SLEEPS_AFTER = dt.timedelta(weeks=6)
ENDS_SOON = dt.timedelta(days=14)


def list_public(place: Neighbourhood) -> QuerySet[Initiative]:
    """Groups everybody may see, the liveliest first, with how many neighbours are in them."""
    shown = Initiative.objects.filter(
        neighbourhood=place, is_hidden=False, state=Initiative.State.ACTIVE
    )
    here = Q(members__state=Member.State.MEMBER)
    return (
        shown.select_related("street")
        .annotate(size=Count("members", filter=here))
        .order_by("-last_sign_at", "pk")
    )


def list_groups_of(person: Person) -> QuerySet[Initiative]:
    """The groups somebody is in, hidden ones too."""
    own = Member.objects.filter(person=person, state=Member.State.MEMBER)
    groups = Initiative.objects.filter(pk__in=own.values("initiative"))
    return groups.select_related("street").order_by("state", "-last_sign_at", "pk")


def get_initiative_for(place: Neighbourhood, pk: uuid.UUID) -> Initiative:
    """A group of this neighbourhood that everybody may see, also when it has closed."""
    here = Q(members__state=Member.State.MEMBER)
    shown = Initiative.objects.filter(neighbourhood=place, is_hidden=False)
    sized = shown.select_related("street").annotate(size=Count("members", filter=here))
    found = sized.filter(pk=pk).first()
    if found is None:
        raise NotForYou
    return found


@dataclass(frozen=True)
class Seen:
    """A group as the desk sees it: how big, how lively, what ends; nobody's name."""

    group: Initiative
    size: int
    without_voice: int
    sleeps: bool
    support_until: dt.date | None


def list_for_staff(place: Neighbourhood, *, now: dt.datetime) -> list[Seen]:
    """Every group that shows itself; the one of which nothing was heard for longest comes last."""
    groups = list(list_public(place))
    here = Member.objects.filter(initiative__in=groups, state=Member.State.MEMBER)
    sizes = dict(here.values_list("initiative").annotate(number=Count("pk")))
    without = here.filter(known_at__isnull=True)
    voiceless = dict(without.values_list("initiative").annotate(number=Count("pk")))
    soon = Support.objects.filter(
        initiative__in=groups,
        state=Support.State.GOING,
        until__lte=timezone.localdate(now) + ENDS_SOON,
    )
    ends = dict(soon.order_by("-until").values_list("initiative", "until"))
    return [
        Seen(
            group=group,
            size=sizes.get(group.pk, 0),
            without_voice=voiceless.get(group.pk, 0),
            sleeps=sleeps(group, now=now),
            support_until=ends.get(group.pk),
        )
        for group in groups
    ]


def sleeps(group: Initiative, *, now: dt.datetime) -> bool:
    """Whether nothing was heard of an open group for six weeks."""
    return group.is_open and group.last_sign_at < now - SLEEPS_AFTER


def count_hidden(place: Neighbourhood) -> int:
    """How many groups hide themselves; that is all the desk knows of them."""
    return Initiative.objects.filter(
        neighbourhood=place, is_hidden=True, state=Initiative.State.ACTIVE
    ).count()
