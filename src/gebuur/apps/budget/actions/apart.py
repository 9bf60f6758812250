"""What happens to ideas that hang together when one of them goes."""

import datetime as dt

from django.db.models import Q

from gebuur.apps.budget.models import Idea, MergeAsk
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox


def end_merge_asks(idea: Idea, *, now: dt.datetime) -> None:
    """Nobody has to answer any more whether an idea that is gone becomes part of one, or one of it."""
    waiting = MergeAsk.objects.filter(Q(idea=idea) | Q(into=idea), state="asked")
    for pk in waiting.values_list("pk", flat=True):
        MergeAsk.objects.filter(pk=pk).update(state="no", answered_at=now)
        outbox.end_links(pk)
        outbox.cancel_messages(pk)


def let_go(gone: Q) -> None:
    """What became part of an idea that goes stands on its own again; the parts of a split one stay."""
    going = Idea.objects.filter(gone)
    Idea.objects.filter(merged_into__in=going).update(state=Idea.State.OPEN, merged_into=None)
    Idea.objects.filter(split_from__in=going).update(split_from=None)


def let_go_of(giver: Person) -> None:
    """Before she is forgotten, and her ideas with her."""
    let_go(Q(giver=giver))
