"""Advice to whoever decides, and the answer with reasons that it must get."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.initiatives.actions.beside import SettledMeanwhile, tell_member, tell_supporter
from gebuur.apps.initiatives.actions.groups import sign
from gebuur.apps.initiatives.models import Advice, Member, Support
from gebuur.apps.initiatives.permissions import Seat, can_answer_advice, can_speak
from gebuur.apps.neighbourhood.models import Person
from gebuur.core.errors import RuleBroken

BEFORE_THE_DAY = dt.timedelta(days=2)
LONGEST = dt.timedelta(days=90)


class ReasonsMissing(RuleBroken):
    """An answer to an advice says why."""


@transaction.atomic
def give_advice(
    text: str,
    *,
    actor: Seat,
    to_supporter: Support | None,
    answer_by: dt.date,
    now: dt.datetime,
) -> Advice:
    """Advise who supports the group, or whoever decides at the service."""
    initiative = actor.initiative
    if not can_speak(actor):
        raise PermissionDenied
    if to_supporter is not None and to_supporter.initiative_id != initiative.pk:
        raise PermissionDenied
    advice = Advice.objects.create(
        neighbourhood_id=initiative.neighbourhood_id,
        initiative=initiative,
        author=actor.member,
        to_supporter=to_supporter,
        text=text,
        given_at=now,
        answer_by=answer_by,
        typed_by=actor.typed_by,
    )
    sign(actor, Verb.DID, act="advice", now=now)
    if to_supporter is not None:
        tell_supporter(to_supporter, "advice")
    return advice


@transaction.atomic
def answer_advice(
    advice: Advice, *, actor: Person, answer: str, reasons: str, now: dt.datetime
) -> Advice:
    """Say whether it is taken over, partly or not, and why. An answer that was given stays."""
    if not can_answer_advice(actor, advice) or answer not in Advice.Answer.values:
        raise PermissionDenied
    if not reasons.strip():
        raise ReasonsMissing(_("Write the reasons. The neighbours need them to go on."))
    waiting = Advice.objects.filter(pk=advice.pk, answer="")
    if not waiting.update(answer=answer, reasons=reasons, answered_by=actor, answered_at=now):
        raise SettledMeanwhile(_("This advice has an answer already."))
    initiative = advice.initiative
    chronicle.record(
        Verb.SUPPORTED,
        initiative,
        act="advice-answered",
        actor=actor,
        neighbourhood=initiative.neighbourhood,
        actor_kind=ActorKind.PROFESSIONAL,
        street=initiative.street_id,
        at=now,
    )
    if advice.author is not None and advice.author.state == Member.State.MEMBER:
        tell_member(advice.author, "advice", now=now)
    advice.refresh_from_db()
    return advice


def remind_of_advice(*, now: dt.datetime) -> int:
    """Two days before an answer is due, who must give it hears it once more."""
    near = timezone.localdate(now) + BEFORE_THE_DAY
    due = Advice.objects.filter(
        answer="",
        reminded_at__isnull=True,
        answer_by__lte=near,
        to_supporter__state=Support.State.GOING,
    )
    rows = due.select_related("to_supporter__initiative", "to_supporter__supporter__neighbourhood")
    return sum(_remind(advice, now=now) for advice in rows)


@transaction.atomic
def _remind(advice: Advice, *, now: dt.datetime) -> bool:
    own = Advice.objects.filter(pk=advice.pk, answer="", reminded_at__isnull=True)
    if advice.to_supporter is None or not own.update(reminded_at=now):
        return False
    tell_supporter(advice.to_supporter, "advice-due")
    return True
