"""The roll: putting residents on it, mending it, and giving each a code or a paper ballot."""

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.boxes import one_by_one
from gebuur.apps.budget.models import Envelope, RollEntry, Round
from gebuur.apps.budget.permissions import can_run_rounds
from gebuur.apps.budget.queries.codes import (
    entry_of_code,
    hash_of,
    in_groups,
    new_mark,
    new_secret,
)
from gebuur.apps.budget.queries.frames import Frame, find_published
from gebuur.apps.budget.queries.roll import (
    PILE,
    Resident,
    in_pile,
    list_known_missing,
    without_code,
)
from gebuur.apps.budget.queries.vote_paper import vote_address
from gebuur.apps.budget.queries.votes import voting_of
from gebuur.apps.chronicle import actions as chronicle
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.core.errors import RuleBroken
from gebuur.core.gateways import GatewayDown, sms_gateway


class OnTheRoll(RuleBroken):
    """Nobody stands on the roll twice."""


class RollClosed(RuleBroken):
    """After the last day of the vote nobody is added, and no code or paper is given."""


class PilePrinted(RuleBroken):
    """These letters went out already."""


class PaperGiven(RuleBroken):
    """Who has a paper ballot votes on paper."""


class NoPhone(RuleBroken):
    """A text message needs a number, and a provider that takes it."""


@transaction.atomic
def add_to_roll(one: Round, resident: Resident, *, actor: Person, now: dt.datetime) -> RollEntry:
    """Write one resident on the roll."""
    if not works_with(actor, one.neighbourhood_id):
        raise PermissionDenied
    _still_open(one, now)
    if not _write(one, [resident]):
        raise OnTheRoll(_("Somebody with this name and address is on the roll already."))
    return one.roll.get(key=resident.key)


@transaction.atomic
def add_many(one: Round, residents: Sequence[Resident], *, actor: Person, now: dt.datetime) -> int:
    """Write a whole list on the roll; who stands on it already stays as she is."""
    if not can_run_rounds(actor, one.neighbourhood_id):
        raise PermissionDenied
    _still_open(one, now)
    written = _write(one, residents)
    if written:
        chronicle.record(
            Verb.DID, one, act="roll-written", actor=actor, neighbourhood=one.neighbourhood,
            actor_kind=ActorKind.PROFESSIONAL, at=now,
        )  # fmt: skip
    return written


def add_known(one: Round, *, actor: Person, now: dt.datetime) -> int:
    """Take over the neighbours with an address whom we know."""
    return add_many(one, list_known_missing(one), actor=actor, now=now)


def _write(one: Round, residents: Sequence[Resident]) -> int:
    one_by_one(one)
    there = set(one.roll.values_list("key", flat=True))
    taken = set(one.roll.values_list("mark", flat=True))
    new: list[RollEntry] = []
    for resident in residents:
        if resident.key not in there:
            there.add(resident.key)
            mark = new_mark(taken)
            taken.add(mark)
            new.append(
                RollEntry(
                    neighbourhood_id=one.neighbourhood_id, round=one, person=resident.person, name=resident.name,
                    address=resident.address, language=resident.language, key=resident.key, mark=mark,
                )
            )  # fmt: skip
    RollEntry.objects.bulk_create(new)
    return len(new)


@transaction.atomic
def correct_entry(entry: RollEntry, resident: Resident, *, actor: Person, now: dt.datetime) -> None:
    """Write a name or an address differently."""
    if not can_run_rounds(actor, entry.neighbourhood_id):
        raise PermissionDenied
    _still_open(entry.round, now)
    entry.name, entry.address, entry.key = resident.name, resident.address, resident.key
    entry.language = resident.language
    try:
        with transaction.atomic():
            entry.save(update_fields=["name", "address", "key", "language"])
    except IntegrityError as error:
        raise OnTheRoll(_("Somebody with this name and address is on the roll already.")) from error


@transaction.atomic
def remove_entry(entry: RollEntry, *, actor: Person, now: dt.datetime) -> None:
    """Take somebody off the roll who does not belong there; what she put in the box goes along."""
    if not can_run_rounds(actor, entry.neighbourhood_id):
        raise PermissionDenied
    _still_open(entry.round, now)
    one_by_one(entry.round)
    if RollEntry.objects.filter(pk=entry.pk, paper_given=True).exists():
        raise PaperGiven(_("This neighbour has a paper ballot. Then the name stays."))
    chronicle.record(
        Verb.DECIDED, entry.round, act="roll-removed", actor=actor,
        neighbourhood=entry.round.neighbourhood, actor_kind=ActorKind.PROFESSIONAL, at=now,
    )  # fmt: skip
    entry.delete()


@transaction.atomic
def give_code(entry: RollEntry, *, way: str, actor: Person, now: dt.datetime) -> str:
    """Make a code for her, as it is printed. An older one no longer holds; this one is kept nowhere."""
    if not works_with(actor, entry.neighbourhood_id):
        raise PermissionDenied
    _still_open(entry.round, now)
    return _code(entry, way)


def text_code(entry: RollEntry, *, actor: Person, now: dt.datetime) -> None:
    """Send her a code by text message. It goes straight to the provider and not by way of our outbox.

    It is written down before the provider hears of it: nobody waits behind a slow one. When it does not leave, the
    code from before holds again.
    """
    phone = "" if entry.person is None else entry.person.phone
    if not phone:
        raise NoPhone(_("We have no phone number. Print the code."))
    code = give_code(entry, way=RollEntry.Way.SMS, actor=actor, now=now)
    with translation.override(entry.language):
        words = {"code": code, "address": vote_address(entry.round)}
        text = (
            _("Vote for the neighbourhood budget on %(address)s with your code: %(code)s") % words
        )
    try:
        sms_gateway().send(phone, text)
    except GatewayDown as error:
        _take_back(code, before=entry)
        raise NoPhone(_("The text message did not leave. Print the code.")) from error


def _take_back(code: str, *, before: RollEntry) -> None:
    """Put back what held before this code, unless somebody gave her another one meanwhile."""
    held = entry_of_code(before.round, code)
    if held is not None:
        unchanged = RollEntry.objects.filter(pk=held.pk, code_hash=held.code_hash)
        unchanged.update(code_hash=before.code_hash, sent_by=before.sent_by, pile=before.pile)


@transaction.atomic
def give_pile_of_codes(
    one: Round, *, pile: int, again: bool = False, actor: Person, now: dt.datetime
) -> list[tuple[RollEntry, str]]:
    """Make codes for the next hundred who wait for a letter, and call them this pile.

    With `again` the residents of a pile that was printed get new ones: a printer failed, or somebody pressed twice and
    only the second file arrived. The codes on the first print no longer work.
    """
    if not can_run_rounds(actor, one.neighbourhood_id):
        raise PermissionDenied
    _still_open(one, now)
    one_by_one(one)
    printed = list(in_pile(one, pile))
    if printed and not again:
        raise PilePrinted(_("Somebody printed these letters meanwhile. Look here who still waits."))
    chosen = printed if again else without_code(one)[:PILE]
    return [(entry, _code(entry, RollEntry.Way.LETTER, pile=pile)) for entry in chosen]


def _code(entry: RollEntry, way: str, *, pile: int | None = None) -> str:
    secret = new_secret()
    held = RollEntry.objects.filter(pk=entry.pk, paper_given=False).update(
        code_hash=hash_of(entry.round, entry.mark, secret), sent_by=way, pile=pile
    )
    if not held:
        raise PaperGiven(_("This neighbour has a paper ballot. A code no longer works."))
    return in_groups(entry.mark + secret)


@transaction.atomic
def hand_out_paper(entry: RollEntry, *, actor: Person, now: dt.datetime) -> None:
    """Give her a paper ballot. What she sent before is thrown away, and her code no longer holds."""
    if not works_with(actor, entry.neighbourhood_id):
        raise PermissionDenied
    frame = _frame(entry.round)
    if not voting_of(entry.round, frame, timezone.localdate(now)).is_open:
        raise RollClosed(_("Paper ballots are given on the days of the vote only."))
    given = RollEntry.objects.filter(pk=entry.pk, paper_given=False)
    if not given.update(paper_given=True, code_hash=""):
        raise PaperGiven(_("This neighbour has a paper ballot already."))
    Envelope.objects.filter(entry=entry).delete()


def _still_open(one: Round, now: dt.datetime) -> None:
    if timezone.localdate(now) > _frame(one).days["vote_until"]:
        raise RollClosed(_("The vote is over. The roll stays as it is."))


def _frame(one: Round) -> Frame:
    seen = find_published(one)
    if seen is None:
        raise RollClosed(_("First both sides sign the frame."))
    return seen.frame
