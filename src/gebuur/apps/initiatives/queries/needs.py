"""What about support needs attention on the page of a group."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from gebuur.apps.initiatives.models import Advice, Initiative, Promise, StyleSeen, Support
from gebuur.apps.initiatives.permissions import GroupRequest

BEFORE_THE_END = dt.timedelta(days=14)


@dataclass(frozen=True)
class SupportNeeds:
    """Offers to answer, last days that come near, later days asked for, late answers, and a month to look back on."""

    offered: Sequence[Support]
    ending: Sequence[Support]
    longer: Sequence[Support]
    late: int
    may_say: bool

    @property
    def is_something(self) -> bool:
        """Whether there is anything to show."""
        waits = self.offered or self.ending or self.longer or self.late
        return bool(waits) or self.may_say


def support_needs(request: GroupRequest, *, today: dt.date) -> SupportNeeds:
    """The same for a member and for who stands beside; each sees what waits for her side."""
    initiative, seat = request.initiative, request.seat
    rows = Support.objects.filter(initiative=initiative).select_related("supporter")
    going = rows.filter(state=Support.State.GOING)
    has_voice = seat is not None and seat.member.has_voice
    waits = going.filter(longer_until__isnull=False, longer_by_group=seat is None)
    return SupportNeeds(
        offered=list(rows.filter(state=Support.State.OFFERED)) if has_voice else [],
        ending=list(going.filter(until__lte=today + BEFORE_THE_END, longer_until__isnull=True)),
        longer=list(waits) if has_voice or seat is None else [],
        late=Advice.objects.filter(initiative=initiative, answer="", answer_by__lt=today).count(),
        may_say=has_voice and _may_say(initiative, request, today=today),
    )


def _may_say(initiative: Initiative, request: GroupRequest, *, today: dt.date) -> bool:
    """Whether a style is promised of which this member said nothing this month."""
    if request.seat is None:
        return False
    standing = Promise.objects.filter(
        support__initiative=initiative,
        support__state=Support.State.GOING,
        announced_at__isnull=False,
        replaced_at__isnull=True,
    )
    said = StyleSeen.objects.filter(
        promise__in=standing, member=request.seat.member, month=today.replace(day=1)
    )
    return standing.exists() and not said.exists()
