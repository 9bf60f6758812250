"""Advice of a group and the answers it got; what waits too long is seen by the whole group."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from gebuur.apps.initiatives.models import Advice, Initiative, Support
from gebuur.apps.neighbourhood.models import Person
from gebuur.core.errors import NotForYou


@dataclass(frozen=True)
class Advised:
    """An advice, and whether its answer is late."""

    advice: Advice
    is_late: bool


def list_advice(initiative: Initiative, *, today: dt.date) -> list[Advised]:
    """What the group advised: first what waits, then what was answered, the latest in front."""
    rows = Advice.objects.filter(initiative=initiative).select_related(
        "author__person", "to_supporter__supporter", "answered_by", "typed_by"
    )
    waiting = list(rows.filter(answer="").order_by("answer_by", "pk"))
    answered = list(rows.exclude(answer="").order_by("-answered_at", "pk"))
    return [Advised(one, one.answer == "" and one.answer_by < today) for one in waiting + answered]


def list_advice_to(staff: Person, *, today: dt.date) -> list[Advised]:
    """What waits for an answer of this professional, the earliest day first. Who wrote it stays in the group."""
    rows = _to(staff).filter(answer="").select_related("initiative").order_by("answer_by", "pk")
    return [Advised(one, one.answer_by < today) for one in rows]


def get_advice_for(staff: Person, pk: uuid.UUID) -> Advice:
    """An advice that this professional may answer, or has answered."""
    rows = _to(staff).select_related(
        "initiative__neighbourhood", "to_supporter", "author__person__neighbourhood"
    )
    one = rows.filter(pk=pk).first()
    if one is None:
        raise NotForYou
    return one


def _to(staff: Person) -> QuerySet[Advice]:
    here = Advice.objects.filter(neighbourhood=staff.neighbourhood_id)
    hers = Q(to_supporter__supporter=staff)
    nobody = Q(to_supporter__isnull=True) | ~Q(to_supporter__state=Support.State.GOING)
    return here.filter(hers | nobody)
