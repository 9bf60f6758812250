"""The count: the box opens with two keys, all is counted once, and everybody can count it again."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.boxes import one_by_one, open_box
from gebuur.apps.budget.models import Count, Proposal, Round
from gebuur.apps.budget.permissions import can_run_rounds
from gebuur.apps.budget.queries.counts import (
    FEWEST,
    Numbered,
    counted_frame,
    election_of,
    in_cents,
    is_counted,
    list_numbered,
    told_of,
    told_of_few,
    wishes_of,
)
from gebuur.apps.budget.queries.frames import Published, find_published
from gebuur.apps.budget.queries.votes import Marks
from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.initiatives.models import Member
from gebuur.apps.neighbourhood.models import Membership, Person, Role
from gebuur.apps.outbox import actions as outbox
from gebuur.core.errors import RuleBroken
from gebuur.domain import tally


class NotCountable(RuleBroken):
    """The vote goes on, nothing was voted on, or it was counted before."""


class SeedChanged(RuleBroken):
    """The secret number is not the one of which the frame holds the fingerprint."""


@transaction.atomic
def count_box(one: Round, keys: tuple[str, str], *, actor: Person, now: dt.datetime) -> Count:
    """Two people hold their keys in the box; what is in it is counted, and the box stays empty."""
    _round_to_count(one, actor=actor, now=now)
    return count_round(one, open_box(one, keys, actor=actor, now=now), actor=actor, now=now)


@transaction.atomic
def count_round(one: Round, ballots: Iterable[Marks], *, actor: Person, now: dt.datetime) -> Count:
    """Count mixed ballots, by proposal, with the rule and the pot that both sides signed. It happens once."""
    seen = _round_to_count(one, actor=actor, now=now)
    numbered, marks = list_numbered(one), list(ballots)
    if not numbered:
        raise NotCountable(_("Nothing is on the ballot, so there is nothing to count."))
    roll = one.roll.count()
    election = election_of(one, seen.frame, numbered, marks) if marks else None
    outcome = None if election is None else tally.tally(election, wishes_of(seen.frame, one.seed))
    kept: dict[str, Any] = {"file": "", "digest": ""}
    winners = () if outcome is None else outcome.winners
    if outcome is not None and election is not None:
        tally.verify(outcome, election)
    if outcome is None or election is None or len(marks) < FEWEST:
        kept["result"] = told_of_few(numbered, winners, roll)
    else:
        file = tally.write_election(election, selected=winners)
        kept = {"file": file, "digest": hashlib.sha256(file.encode()).hexdigest()}
        kept["result"] = told_of(outcome, election, numbered, roll)
    kept["result"] |= {"frame": seen.version.number}
    count = Count.objects.create(
        neighbourhood_id=one.neighbourhood_id, round=one, seed=one.seed, ballots=len(marks),
        counted_by=actor, counted_at=now, **kept,
    )  # fmt: skip
    _settle(numbered, winners, now)
    chronicle.record(
        Verb.DID, one, act="round-counted", actor=actor, neighbourhood=one.neighbourhood,
        actor_kind=ActorKind.PROFESSIONAL, at=now,
    )  # fmt: skip
    _tell_everybody(one, numbered, now)
    return count


def _round_to_count(one: Round, *, actor: Person, now: dt.datetime) -> Published:
    """The frame that binds, when this round may be counted now by this person."""
    if not can_run_rounds(actor, one.neighbourhood_id):
        raise PermissionDenied
    one_by_one(one)
    seen = find_published(one)
    if seen is None or is_counted(one):
        raise NotCountable(_("This round was counted already."))
    if timezone.localdate(now) <= seen.frame.days["vote_until"]:
        raise NotCountable(_("The vote still goes on. Counting begins the day after."))
    if hashlib.sha256(one.seed.encode()).hexdigest() != seen.frame.seed_hash:
        raise SeedChanged(
            _("The secret number does not fit its fingerprint in the frame. Nothing was counted.")
        )
    return seen


def _settle(numbered: Sequence[Numbered], winners: Sequence[str], now: dt.datetime) -> None:
    """Every proposal knows what the neighbourhood said of it."""
    for each in numbered:
        proposal, is_chosen = each.proposal, each.number in winners
        state = Proposal.State.CHOSEN if is_chosen else Proposal.State.NOT_CHOSEN
        Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.ON_BALLOT).update(
            state=state, is_chosen=is_chosen
        )
        chronicle.record(
            Verb.DECIDED, proposal,
            act="proposal-chosen" if is_chosen else "proposal-not-chosen",
            actor=None, neighbourhood=proposal.neighbourhood, actor_kind=ActorKind.NEIGHBOUR,
            street=proposal.street_id, at=now,
        )  # fmt: skip


def _tell_everybody(one: Round, numbered: Iterable[Numbered], now: dt.datetime) -> None:
    """Members of the groups and the authority hear that the result is there, each one time."""
    groups = [each.proposal.group_id for each in numbered]
    members = Member.objects.filter(initiative__in=groups, state=Member.State.MEMBER)
    held = Membership.objects.held_on(timezone.localdate(now))
    authority = held.filter(neighbourhood=one.neighbourhood_id, role=Role.AUTHORITY)
    here = Person.objects.filter(left_at__isnull=True).select_related("neighbourhood")
    hears = here.filter(pk__in=members.values("person")) | here.filter(
        pk__in=authority.values("person")
    )
    address = settings.SITE_ADDRESS + reverse("budget:result-detail", args=[one.pk])
    for person in hears.distinct().order_by("pk"):
        outbox.send(
            person,
            template="budget/messages/result_there",
            context={"title": one.title, "address": address},
            thing=one,
        )


def find_what_lacked(count: Count) -> None:
    """Find for every loser at which price, or with how many votes more, it would have won.

    This counts dozens of times, so it comes after the count, when nobody waits for the database.
    """
    if not count.file or count.result["lacked"]:
        return
    election = tally.read_election(count.file)
    outcome = tally.tally(election, wishes_of(counted_frame(count), count.seed))
    projects = count.result["projects"]
    for row in projects:
        if not row["by"]:
            lacked = tally.margin(outcome, election, row["number"])
            price = None if lacked.price is None else in_cents(lacked.price)
            row |= {"price": price, "more": lacked.votes}
    Count.objects.filter(pk=count.pk).update(
        result={**count.result, "projects": projects, "lacked": True}
    )
