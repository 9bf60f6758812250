"""A line of the chronicle about an idea or a proposal: its place and its street go along by themselves."""

import datetime as dt

from gebuur.apps.budget.models import Idea, Proposal
from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person


def write_line(
    thing: Idea | Proposal,
    verb: Verb,
    kind: ActorKind,
    *,
    actor: Person | None,
    act: str,
    now: dt.datetime,
) -> None:
    """Write down who did what with it; call it inside the transaction that changes the thing."""
    chronicle.record(
        verb,
        thing,
        act=act,
        actor=actor,
        neighbourhood=thing.round.neighbourhood,
        actor_kind=kind,
        street=thing.street_id,
        at=now,
    )
