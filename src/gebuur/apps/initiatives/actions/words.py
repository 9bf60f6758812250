"""What members say about each other: the last word of each counts, and only of who has a voice."""

import datetime as dt
from dataclasses import dataclass

from gebuur.apps.initiatives.models import Member, Trust
from gebuur.apps.initiatives.permissions import Seat, needed_voices, voices_in


@dataclass(frozen=True)
class Count:
    """How many say yes, how many say no, and how many are needed."""

    yes: int
    no: int
    needed: int


def say(about: Member, what: str, *, yes: bool, actor: Seat, now: dt.datetime) -> None:
    """Note the word of one member; what she said before about the same no longer counts."""
    same = Trust.objects.filter(about=about, by=actor.member, what=what)
    living = same.filter(withdrawn_at__isnull=True)
    if yes:
        same.filter(withdrawn_at__isnull=False).delete()
        if living.exists():
            return
    elif living.update(withdrawn_at=now) or same.exists():
        return
    Trust.objects.create(
        neighbourhood_id=about.neighbourhood_id,
        about=about,
        by=actor.member,
        what=what,
        given_at=now,
        withdrawn_at=None if yes else now,
        typed_by=actor.typed_by,
    )


def count(about: Member, what: str, *, since: dt.datetime | None = None) -> Count:
    """The words about a member. While nobody has a voice, every member's word counts."""
    voices = voices_in(about.initiative)
    number = voices.count()
    heard = voices if number else Member.objects.filter(state=Member.State.MEMBER)
    words = Trust.objects.filter(about=about, what=what, by__in=heard)
    no = words.filter(withdrawn_at__isnull=False)
    if since is not None:
        no = no.filter(withdrawn_at__gte=since)
    return Count(
        yes=words.filter(withdrawn_at__isnull=True).count(),
        no=no.values("by").distinct().count(),
        needed=needed_voices(number),
    )
