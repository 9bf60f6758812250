"""Ideas: one by one, a whole wall after a meeting, and taking one back."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.apart import end_merge_asks, let_go
from gebuur.apps.budget.actions.lines import write_line
from gebuur.apps.budget.models import Idea, Round, WallPhoto
from gebuur.apps.budget.queries.frames import find_published
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Channel, Person, Street
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.core.errors import RuleBroken
from gebuur.core.pictures import Picture


class IdeasClosed(RuleBroken):
    """Ideas are welcome after the frame was published, and on the days the frame names."""


@dataclass(frozen=True)
class Said:
    """What somebody brought up."""

    title: str
    text: str = ""
    street: Street | None = None


@transaction.atomic
def give_idea(
    one: Round,
    said: Said,
    *,
    actor: Person,
    channel: str,
    now: dt.datetime,
    typed_by: Person | None = None,
) -> Idea:
    """A neighbour has an idea; staff may type it for her."""
    if actor.neighbourhood_id != one.neighbourhood_id:
        raise PermissionDenied
    if typed_by is not None and not works_with(typed_by, one.neighbourhood_id):
        raise PermissionDenied
    _must_be_open(one, now)
    idea = Idea.objects.create(
        neighbourhood_id=one.neighbourhood_id,
        round=one,
        title=said.title,
        text=said.text,
        street=said.street,
        giver=actor,
        typed_by=typed_by,
        channel=channel,
        entered_at=now,
    )
    _record(idea, actor, Verb.BEGAN, "idea", now)
    return idea


@transaction.atomic
def give_ideas_of_meeting(
    one: Round,
    several: Iterable[Said],
    *,
    actor: Person,
    meeting: str,
    now: dt.datetime,
    wall: Picture | None = None,
) -> int:
    """Staff types what neighbours wrote on the wall, and keeps a photo of it. Nobody's name goes with it."""
    if not works_with(actor, one.neighbourhood_id):
        raise PermissionDenied
    _must_be_open(one, now)
    count = 0
    for said in several:
        idea = Idea.objects.create(
            neighbourhood_id=one.neighbourhood_id,
            round=one,
            title=said.title,
            text=said.text,
            street=said.street,
            typed_by=actor,
            channel=Channel.DESK,
            meeting=meeting,
            entered_at=now,
        )
        _record(idea, None, Verb.BEGAN, "idea", now)
        count += 1
    if wall is not None:
        WallPhoto.objects.create(
            neighbourhood_id=one.neighbourhood_id,
            round=one,
            meeting=meeting,
            kind=wall.kind,
            picture=wall.raw,
            typed_by=actor,
            at=now,
        )
    return count


@transaction.atomic
def delete_wall_photo(photo: WallPhoto, *, actor: Person) -> None:
    """The photo goes; what was typed stays."""
    if not works_with(actor, photo.neighbourhood_id):
        raise PermissionDenied
    photo.delete()


@transaction.atomic
def withdraw_idea(idea: Idea, *, actor: Person, now: dt.datetime) -> None:
    """Who had the idea takes it back, or staff for her. What became part of it stands alone again."""
    is_hers = idea.giver_id is not None and idea.giver_id == actor.pk
    if not is_hers and not works_with(actor, idea.neighbourhood_id):
        raise PermissionDenied
    open_one = Idea.objects.filter(pk=idea.pk, state=Idea.State.OPEN)
    if open_one.update(state=Idea.State.WITHDRAWN):
        end_merge_asks(idea, now=now)
        let_go(Q(pk=idea.pk))
        _record(idea, idea.giver, Verb.DECIDED, "idea-withdrawn", now)


def _must_be_open(one: Round, now: dt.datetime) -> None:
    seen = find_published(one)
    if seen is None:
        raise IdeasClosed(_("First both sides sign the frame. Then ideas are welcome."))
    if not seen.frame.takes_ideas(timezone.localdate(now)):
        raise IdeasClosed(_("Ideas are welcome on the days in the calendar only."))


def _record(idea: Idea, actor: Person | None, verb: Verb, act: str, now: dt.datetime) -> None:
    write_line(idea, verb, ActorKind.NEIGHBOUR, actor=actor, act=act, now=now)
