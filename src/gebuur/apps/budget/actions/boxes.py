"""The ballot box: set up with three keys on paper, and opened once by two of them."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.handing_in import freeze
from gebuur.apps.budget.models import Box, Envelope, RollEntry, Round
from gebuur.apps.budget.permissions import can_run_rounds
from gebuur.apps.budget.queries.frames import find_published
from gebuur.apps.budget.queries.votes import choices_of, ready_proposals, unpack, voting_of
from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.core import lockbox
from gebuur.core.errors import RuleBroken


class VoteNotNow(RuleBroken):
    """A vote begins on its days, once, with something to choose; it is counted after them."""


class BoxInUse(RuleBroken):
    """Keys are replaced only while nothing is in the box."""


class KeysWrong(RuleBroken):
    """A box opens with two different keys of its own."""


class EnvelopeBroken(RuleBroken):
    """What somebody changed in the database is not counted, and not left out in silence."""


class PaperWaits(RuleBroken):
    """A paper ballot counts when two people typed the same."""


def one_by_one(one: Round) -> None:
    """Let one after the other touch the roll and the box of a round, until her transaction is over.

    Without it a ballot falls between reading the box and closing it, or is sealed for a key that is just replaced.
    """
    Round.objects.select_for_update(no_key=True).filter(pk=one.pk).values("pk").first()


@transaction.atomic
def open_vote(one: Round, *, actor: Person, now: dt.datetime) -> tuple[str, ...]:
    """Freeze what is on the ballot and set up the box. The three keys come back, and are kept nowhere."""
    if not can_run_rounds(actor, one.neighbourhood_id):
        raise PermissionDenied
    one_by_one(one)
    seen = find_published(one)
    if seen is None or not voting_of(one, seen.frame, timezone.localdate(now)).may_open:
        raise VoteNotNow(_("The vote begins on its first day, and once."))
    ready = ready_proposals(one)
    if not ready:
        raise VoteNotNow(_("There is no proposal to vote on."))
    for proposal in ready:
        freeze(proposal)
    made = lockbox.make_box()
    Box.objects.create(
        neighbourhood_id=one.neighbourhood_id, round=one, public=made.public, wraps=dict(made.wraps),
        projects=[proposal.pk.hex for proposal in ready], opened_at=now,
    )  # fmt: skip
    _record(one, actor, Verb.BEGAN, "vote-opened", now)
    return made.keys


@transaction.atomic
def replace_keys(box: Box, *, seen: str, actor: Person, now: dt.datetime) -> tuple[str, ...]:
    """Make three other keys, when the first ones did not come out of the printer.

    `seen` is the fingerprint of the box as she saw it: a page that is loaded again replaces nothing.
    """
    if not can_run_rounds(actor, box.neighbourhood_id):
        raise PermissionDenied
    one_by_one(box.round)
    box.refresh_from_db(fields=["public", "closed_at"])
    used = Envelope.objects.filter(entry__round=box.round_id).exists()
    paper = RollEntry.objects.filter(round=box.round_id, paper_given=True).exists()
    if used or paper or box.closed_at is not None or box.fingerprint != seen:
        raise BoxInUse(_("These keys stay as they are. Look at the page once more."))
    made = lockbox.make_box()
    box.public, box.wraps = made.public, dict(made.wraps)
    box.save(update_fields=["public", "wraps"])
    _record(box.round, actor, Verb.DID, "keys-replaced", now)
    return made.keys


@transaction.atomic
def open_box(
    one: Round, keys: tuple[str, str], *, actor: Person, now: dt.datetime
) -> list[dict[str, int]]:
    """Take every ballot out of the box with two keys, and leave nothing behind that says whose it was.

    What comes back is sorted by what it says: no order is left of who came when. A proposal that was taken off
    the ballot meanwhile is no longer in it; the ballot still counts, empty if need be.
    """
    if not can_run_rounds(actor, one.neighbourhood_id):
        raise PermissionDenied
    one_by_one(one)
    box = _closing(one, now)
    still = {choice.id for choice in choices_of(box)}
    found = [unpack(box, content) for content in _contents(box, keys)]
    found += [dict(paper.settled or {}) for paper in one.paper.all()]
    if not Box.objects.filter(pk=box.pk, closed_at=None).update(closed_at=now, wraps={}):
        raise VoteNotNow(_("This box is not there, or it has been opened."))
    Envelope.objects.filter(entry__round=one).delete()
    one.paper.all().delete()
    kept = [{name: value for name, value in marks.items() if name in still} for marks in found]
    return sorted(kept, key=lambda marks: sorted(marks.items()))


def _closing(one: Round, now: dt.datetime) -> Box:
    """The box when it may be opened: after the last day, once, with all paper settled."""
    seen, box = find_published(one), Box.objects.filter(round=one, closed_at=None).first()
    if seen is None or box is None:
        raise VoteNotNow(_("This box is not there, or it has been opened."))
    if timezone.localdate(now) <= seen.frame.days["vote_until"]:
        raise VoteNotNow(_("The box stays shut until the last day of the vote is over."))
    if one.paper.filter(settled__isnull=True).exists():
        raise PaperWaits(_("Some paper ballots are not typed by two people yet, or they differ."))
    return box


def _contents(box: Box, keys: tuple[str, str]) -> list[bytes]:
    try:
        opened = lockbox.open_box(box.wraps, keys)
    except lockbox.WrongKeys as error:
        raise KeysWrong(_("These two keys do not open the box. Read them once more.")) from error
    envelopes = Envelope.objects.filter(entry__round=box.round_id).select_related("entry")
    return [_content(opened, envelope) for envelope in envelopes]


def _content(opened: lockbox.OpenBox, envelope: Envelope) -> bytes:
    try:
        return opened.take(bytes(envelope.sealed), place=place_of_envelope(envelope.entry_id))
    except lockbox.WrongKeys as error:
        said = _(
            "The envelope of %(name)s was changed or moved. Put back a backup and count again."
        )
        raise EnvelopeBroken(said % {"name": envelope.entry.name}) from error


def place_of_envelope(entry_id: object) -> str:
    """What an envelope is bound to: moved to another entry, it cannot be read."""
    return f"budget_envelope.{entry_id}"


def _record(one: Round, actor: Person, verb: Verb, act: str, now: dt.datetime) -> None:
    chronicle.record(
        verb, one, act=act, actor=actor, neighbourhood=one.neighbourhood,
        actor_kind=ActorKind.PROFESSIONAL, at=now,
    )  # fmt: skip
