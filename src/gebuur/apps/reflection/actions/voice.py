"""Asking residents how it was. One line in the chronicle when a round opens; none about who answers."""

import datetime as dt
import json
import random
from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Neighbourhood, Person, Street
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.reflection.models import OwnView, VoiceRound
from gebuur.apps.reflection.permissions import can_lead_round
from gebuur.apps.reflection.queries import voice as queries
from gebuur.core.errors import RuleBroken
from gebuur.core.tokens import hashed, new_code
from gebuur.domain import disclosure

CODE_LETTERS = 12
CHANCE = random.SystemRandom()


class RoundOver(RuleBroken):
    """The last day is over, or somebody closed the round."""


class AnswersCameIn(RuleBroken):
    """Neighbours answered already, so what they are compared with stays as it is."""


def make_round(
    place: Neighbourhood,
    *,
    actor: Person,
    title: str,
    on: dt.date,
    street: Street | None,
    promised: str,
    questions: Iterable[str],
    until: dt.date,
    now: dt.datetime,
) -> VoiceRound:
    """Prepare a round; it opens when the professional has given her own view."""
    if not works_with(actor, place.pk):
        raise PermissionDenied
    return VoiceRound.objects.create(
        neighbourhood=place,
        opened_by=actor,
        title=title,
        on=on,
        street=street,
        promised=promised,
        questions=list(questions),
        until=until,
        code=new_code(CODE_LETTERS),
        made_at=now,
    )


@transaction.atomic
def save_own_view(
    one: VoiceRound, answers: Mapping[str, str], *, actor: Person, now: dt.datetime
) -> None:
    """Keep how the professional sees it; the first time this opens the round."""
    locked = _locked(one)
    if locked.opened_by_id != actor.pk or not works_with(actor, locked.neighbourhood_id):
        raise PermissionDenied
    if queries.opened(locked).pool.arrived or locked.closed_at:
        raise AnswersCameIn(_("Neighbours have answered. Your own view stays as it was."))
    view = OwnView.objects.filter(round=locked).first() or OwnView(round=locked, writer=actor)
    view.answers = json.dumps(dict(answers))
    view.save()
    if not VoiceRound.objects.filter(pk=locked.pk, opened_at__isnull=True).update(opened_at=now):
        return
    chronicle.record(
        Verb.SUPPORTED,
        locked,
        act="voice-round",
        actor=actor,
        actor_kind=ActorKind.PROFESSIONAL,
        neighbourhood=locked.neighbourhood,
        street=locked.street_id,
        at=now,
    )


def show_own_view(one: VoiceRound, *, actor: Person, is_shown: bool) -> None:
    """Let colleagues see her own view, or take it back."""
    if one.opened_by_id != actor.pk:
        raise PermissionDenied
    OwnView.objects.filter(round=one, writer=actor).update(is_shown=is_shown)


@transaction.atomic
def take_answer(
    one: VoiceRound,
    answers: Mapping[str, str],
    *,
    actor: Person | None,
    once: str,
    today: dt.date,
) -> int:
    """Mix one sheet in, from a phone (no actor) or typed by staff; nothing is kept of who, when or how.

    `once` is the number of the form: a form that comes twice counts once. Say how many answers there are now.
    """
    if actor is not None and not works_with(actor, one.neighbourhood_id):
        raise PermissionDenied
    locked = _locked(one)
    stage = queries.stage_of(locked, today=today)
    may_come = {queries.Stage.RUNNING} | ({queries.Stage.TYPING} if actor else set())
    if stage not in may_come:
        raise RoundOver(_("This has ended. No more answers can come in."))
    kept = queries.opened(locked)
    mark = hashed(f"voice:{locked.pk}:{once}")[:16] if once else ""
    if mark and mark in kept.used:
        return kept.pool.arrived
    names = [question.key for question in queries.questions_asked(locked)]
    names += [queries.LINE] if queries.takes_line(locked) else []
    pool = disclosure.put_in(
        kept.pool,
        {name: answers.get(name, "") for name in names},
        minimum=queries.minimum_of(locked),
        chance=CHANCE,
    )
    used = kept.used | {mark} if mark else kept.used
    _keep(locked, replace(kept, pool=pool, used=used))
    return pool.arrived


@transaction.atomic
def hide_line(one: VoiceRound, key: str, *, actor: Person, is_hidden: bool) -> None:
    """Hide a line that names somebody, or put it back; how many are hidden is always told."""
    if not can_lead_round(actor, one):
        raise PermissionDenied
    locked = _locked(one)
    kept = queries.opened(locked)
    known = {queries.key_of(text) for text in kept.pool.shown.get(queries.LINE, ()) if text}
    if key in known:
        hidden = kept.hidden | {key} if is_hidden else kept.hidden - {key}
        _keep(locked, replace(kept, hidden=hidden))


@transaction.atomic
def close_round(one: VoiceRound, *, actor: Person, now: dt.datetime) -> None:
    """Close it: nothing comes in any more, and what was kept behind is shown when there is enough."""
    if not can_lead_round(actor, one):
        raise PermissionDenied
    closing = VoiceRound.objects.filter(pk=one.pk, opened_at__isnull=False, closed_at__isnull=True)
    if not closing.update(closed_at=now):
        return
    locked = _locked(one)
    kept = queries.opened(locked)
    pool = disclosure.close_pool(kept.pool, minimum=queries.minimum_of(locked), chance=CHANCE)
    _keep(locked, replace(kept, pool=pool, used=frozenset()))


def delete_round(one: VoiceRound, *, actor: Person) -> None:
    """Delete a round with all that was said, for real."""
    if not can_lead_round(actor, one):
        raise PermissionDenied
    VoiceRound.objects.filter(pk=one.pk).delete()


def _locked(one: VoiceRound) -> VoiceRound:
    """The round as it is now, held until the end of this transaction, so that two answers at once both count.

    On SQLite every transaction begins with the lock on writing, on PostgreSQL the row is locked.
    """
    held = VoiceRound.objects.select_for_update(of=("self",)).filter(pk=one.pk)
    return held.select_related("neighbourhood__organisation").get()


def _keep(one: VoiceRound, answers: queries.Answers) -> None:
    one.answers = queries.packed(answers)
    one.save(update_fields=["answers"])
