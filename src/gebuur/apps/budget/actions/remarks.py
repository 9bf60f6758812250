"""The authority reads along: it asks, doubts or says that it knows of no doubt; neighbours answer."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.grounds import must_be_criterion
from gebuur.apps.budget.actions.lines import write_line
from gebuur.apps.budget.models import Idea, Proposal, Remark
from gebuur.apps.budget.permissions import can_answer_remark, speaks_for_authority
from gebuur.apps.budget.queries.remarks import OPEN_IDEAS, OPEN_PROPOSALS, list_answerers
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.outbox import actions as outbox
from gebuur.core.errors import RuleBroken

REPLY = "budget:remark-reply"
LINK_LASTS = dt.timedelta(days=60)


class RemarksOver(RuleBroken):
    """The authority reads along until the vote begins."""


class NoTimeToAnswer(RuleBroken):
    """Nobody answers in the past."""


class AnsweredMeanwhile(RuleBroken):
    """Somebody else answered first."""


@transaction.atomic
def ask_along(
    thing: Idea | Proposal,
    *,
    actor: Person,
    kind: str,
    text: str,
    criterion: str,
    answer_by: dt.date,
    now: dt.datetime,
) -> Remark:
    """Ask a question, or post a doubt that hangs on a criterion of the frame."""
    _check_reading(thing, actor)
    if criterion or kind == Remark.Kind.DOUBT:
        must_be_criterion(thing.round, criterion)
    if answer_by <= timezone.localdate(now):
        raise NoTimeToAnswer(_("Choose a day after today. Neighbours need time to answer."))
    remark = Remark.objects.create(
        neighbourhood_id=thing.neighbourhood_id,
        kind=kind,
        text=text,
        criterion=criterion,
        answer_by=answer_by,
        asked_by=actor,
        asked_at=now,
        **_about(thing),
    )
    write_line(thing, Verb.DID, ActorKind.AUTHORITY, actor=actor, act=f"remark-{kind}", now=now)
    for person in list_answerers(remark):
        _tell_neighbour(remark, person, now=now)
    return remark


@transaction.atomic
def know_no_doubt(thing: Idea | Proposal, *, actor: Person, now: dt.datetime) -> Remark:
    """Say that it was read and that no doubt is known. That is no consent, and the page says so."""
    _check_reading(thing, actor)
    remark, _is_new = Remark.objects.update_or_create(
        kind=Remark.Kind.READ,
        **_about(thing),
        defaults={
            "neighbourhood_id": thing.neighbourhood_id,
            "asked_by": actor,
            "asked_at": now,
        },
    )
    write_line(thing, Verb.DID, ActorKind.AUTHORITY, actor=actor, act="remark-read", now=now)
    return remark


@transaction.atomic
def answer_remark(
    remark: Remark,
    *,
    actor: Person,
    answer: str,
    now: dt.datetime,
    typed_by: Person | None = None,
) -> None:
    """Who had the idea, or a member of the group, answers; staff may type it."""
    may_type = typed_by is None or works_with(typed_by, remark.neighbourhood_id)
    if not may_type or not can_answer_remark(actor, remark):
        raise PermissionDenied
    waiting = Remark.objects.filter(pk=remark.pk, answer="").exclude(kind=Remark.Kind.READ)
    if not waiting.update(answer=answer, answered_at=now):
        raise AnsweredMeanwhile(_("This was answered already. Read what was said."))
    kind = ActorKind.GROUP if remark.proposal else ActorKind.NEIGHBOUR
    write_line(remark.thing, Verb.DID, kind, actor=actor, act="remark-answered", now=now)
    outbox.end_links(remark.pk)
    outbox.cancel_messages(remark.pk)
    if remark.asked_by is not None:
        outbox.send(
            remark.asked_by,
            template="budget/messages/remark_answered",
            context={"address": settings.SITE_ADDRESS + reverse("budget:authority-start")},
            thing=remark,
        )


def _check_reading(thing: Idea | Proposal, actor: Person) -> None:
    if not speaks_for_authority(actor, thing.neighbourhood_id):
        raise PermissionDenied
    is_open = thing.state in (OPEN_IDEAS if isinstance(thing, Idea) else OPEN_PROPOSALS)
    if not is_open:
        raise RemarksOver(_("Reading along is over here. The decision says what you think of it."))


def _about(thing: Idea | Proposal) -> dict[str, Any]:
    return {"idea": thing} if isinstance(thing, Idea) else {"proposal": thing}


def _tell_neighbour(remark: Remark, person: Person, *, now: dt.datetime) -> None:
    """A word over her own channel, with a link that opens the answer."""
    link = outbox.make_link(person, REPLY, remark, expires_at=now + LINK_LASTS)
    outbox.send(
        person,
        template="budget/messages/remark_asked",
        context={"link": link, "remark": remark, "title": remark.thing.title},
        thing=remark,
    )
