"""Ideas that become one, with the yes of who had them; and one idea that becomes several."""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.apart import end_merge_asks
from gebuur.apps.budget.actions.ideas import Said
from gebuur.apps.budget.actions.lines import write_line
from gebuur.apps.budget.models import Backing, Idea, MergeAsk
from gebuur.apps.budget.permissions import can_ask_to_merge, can_speak_for
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.core.errors import RuleBroken

PURPOSE = "budget:merge-answer"
LINK_LASTS = dt.timedelta(days=30)
FEWEST_PARTS = 2


class IdeaGone(RuleBroken):
    """One of the two is no longer an idea on its own."""


class MergeAskedAlready(RuleBroken):
    """The giver was asked before, and did not answer yet."""


class TooFewParts(RuleBroken):
    """Splitting gives two ideas or more."""


@transaction.atomic
def ask_to_merge(idea: Idea, into: Idea, *, actor: Person, now: dt.datetime) -> MergeAsk:
    """Ask whether an idea may become part of another one.

    Who had the idea answers. When she is the one who asks, that is her yes; when nobody had it (it came from the wall
    of a meeting), staff decides.
    """
    if idea.round_id != into.round_id or not can_ask_to_merge(actor, idea):
        raise PermissionDenied
    _lock(idea, into)
    ask, is_new = MergeAsk.objects.get_or_create(
        idea=idea,
        state="asked",
        defaults={
            "neighbourhood_id": idea.neighbourhood_id,
            "into": into,
            "asked_by": actor,
            "asked_at": now,
        },
    )
    if not is_new:
        raise MergeAskedAlready(_("This was asked already. We wait for an answer."))
    if idea.giver_id == actor.pk or (idea.giver is None and can_speak_for(actor, idea)):
        return answer_merge(ask, actor=actor, said_yes=True, now=now)
    if idea.giver is not None:
        link = outbox.make_link(idea.giver, PURPOSE, ask, expires_at=now + LINK_LASTS)
        outbox.send(
            idea.giver,
            template="budget/messages/merge_asked",
            context={"idea": idea.title, "into": into.title, "link": link},
            thing=ask,
        )
    _record(idea, actor, Verb.BEGAN, "idea-merge-asked", now)
    return ask


@transaction.atomic
def answer_merge(ask: MergeAsk, *, actor: Person, said_yes: bool, now: dt.datetime) -> MergeAsk:
    """Yes or no of who had the idea; staff notes it for her, and decides where nobody had it."""
    if not can_speak_for(actor, ask.idea):
        raise PermissionDenied
    state = "yes" if said_yes else "no"
    waiting = MergeAsk.objects.filter(pk=ask.pk, state="asked")
    if not waiting.update(state=state, answered_at=now):
        raise IdeaGone(_("This was answered already. Thank you."))
    outbox.end_links(ask.pk)
    outbox.cancel_messages(ask.pk)
    idea, into = ask.idea, ask.into
    if said_yes:
        _lock(idea, into)
        Idea.objects.filter(pk=idea.pk).update(state=Idea.State.MERGED, merged_into=into)
        _move_backings(idea, into)
        end_merge_asks(idea, now=now)
    act = "idea-merged" if said_yes else "idea-kept-apart"
    _record(idea, idea.giver or actor, Verb.DECIDED, act, now)
    ask.refresh_from_db(fields=["state", "answered_at"])
    return ask


@transaction.atomic
def split_idea(idea: Idea, parts: Sequence[Said], *, actor: Person, now: dt.datetime) -> list[Idea]:
    """Make two ideas or more of one. It stays readable; who stands behind the whole stays there."""
    if not can_speak_for(actor, idea):
        raise PermissionDenied
    if len(parts) < FEWEST_PARTS:
        raise TooFewParts(_("Write at least two ideas, one on each line."))
    _lock(idea)
    made = [
        Idea.objects.create(
            neighbourhood_id=idea.neighbourhood_id,
            round=idea.round,
            title=said.title,
            text=said.text,
            street=said.street or idea.street,
            giver=idea.giver,
            typed_by=None if actor.pk == idea.giver_id else actor,
            channel=idea.channel,
            meeting=idea.meeting,
            split_from=idea,
            entered_at=now + dt.timedelta(microseconds=place),
        )
        for place, said in enumerate(parts)
    ]
    Idea.objects.filter(pk=idea.pk).update(state=Idea.State.SPLIT)
    end_merge_asks(idea, now=now)
    _record(idea, idea.giver or actor, Verb.DECIDED, "idea-split", now)
    return made


def _lock(*ideas: Idea) -> None:
    """Hold both until the end; each is still open, so no two ideas become part of each other."""
    pks = [idea.pk for idea in ideas]
    found = Idea.objects.select_for_update().filter(pk__in=pks).order_by("pk")
    if sum(one.state == Idea.State.OPEN for one in found) < len(pks):
        raise IdeaGone(_("One of these ideas changed meanwhile. Look at it again."))


def _move_backings(idea: Idea, into: Idea) -> None:
    """Who stood behind it stands behind the whole, once; what she said of either still counts."""
    there = {one.person_id: one for one in Backing.objects.filter(idea=into)}
    for backing in Backing.objects.filter(idea=idea):
        known = there.get(backing.person_id)
        if known is None:
            Backing.objects.filter(pk=backing.pk).update(idea=into)
            continue
        Backing.objects.filter(pk=known.pk).update(
            will_help=known.will_help or backing.will_help,
            will_use=known.will_use or backing.will_use,
            age=known.age or backing.age,
        )
        backing.delete()


def _record(idea: Idea, actor: Person, verb: Verb, act: str, now: dt.datetime) -> None:
    """Staff that asks or decides is a professional; who had the idea, and other givers, are neighbours."""
    is_hers = actor.pk == idea.giver_id or not can_speak_for(actor, idea)
    write_line(
        idea,
        verb,
        ActorKind.NEIGHBOUR if is_hers else ActorKind.PROFESSIONAL,
        actor=actor,
        act=act,
        now=now,
    )
