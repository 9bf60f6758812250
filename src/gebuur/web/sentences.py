"""What lives in the neighbourhood, in sentences: counts and acts out of the chronicle, never a person."""

import datetime as dt
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gebuur.apps.chronicle.models import ActorKind, Line, Verb
from gebuur.apps.neighbourhood.models import Neighbourhood

FEWEST = 5
SHOWN = 6
WEEKS = 10


@dataclass(frozen=True)
class Told:
    """One sentence: who did it (as a kind of actor) and when it was."""

    by: str
    words: str
    at: dt.datetime


def told_acts() -> dict[str, str]:
    """Acts that are told one by one, in the words of the page."""
    return {
        "garden-idea": _("Neighbours had the idea of a garden together."),
        "garden-chosen": _("Neighbours chose a shared garden together."),
        "garden-passed-on": _("The professional took the garden plan to the local authority."),
        "garden-refused": _("The local authority said no to the garden."),
    }


def what_lives(place: Neighbourhood, *, now: dt.datetime) -> list[Told]:
    """Tell of the last weeks, newest first; counts under five are left out."""
    lines = Line.objects.filter(neighbourhood=place)
    told = [*_helped(lines.filter(at__gt=now - dt.timedelta(days=7)), now), *_offered(lines, now)]
    words = told_acts()
    acts = lines.filter(act__in=words, at__gt=now - dt.timedelta(weeks=WEEKS)).order_by("-at")[
        :SHOWN
    ]
    told += [Told(by=line.actor_kind, words=words[line.act], at=line.at) for line in acts]
    return sorted(told, key=lambda one: one.at, reverse=True)[:SHOWN]


def _helped(lines: models.QuerySet[Line], now: dt.datetime) -> list[Told]:
    count = lines.filter(act="visit-done", verb=Verb.DID).count()
    words = ngettext(
        "In seven days neighbours helped each other %(n)d time.",
        "In seven days neighbours helped each other %(n)d times.",
        count,
    )
    return (
        [Told(by=ActorKind.NEIGHBOUR, words=words % {"n": count}, at=now)]
        if count >= FEWEST
        else []
    )


def _offered(lines: models.QuerySet[Line], now: dt.datetime) -> list[Told]:
    month = now - dt.timedelta(days=30)
    count = lines.filter(act="offer", at__gt=month).count()
    words = ngettext(
        "In thirty days %(n)d neighbour offered to do something.",
        "In thirty days %(n)d neighbours offered to do something.",
        count,
    )
    return (
        [Told(by=ActorKind.NEIGHBOUR, words=words % {"n": count}, at=now)]
        if count >= FEWEST
        else []
    )
