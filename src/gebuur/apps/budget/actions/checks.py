"""What services find feasible: asking them, their answer with a ground of the frame, and once more after a repair."""

import datetime as dt
from dataclasses import asdict, dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.budget.actions.check_mail import mail_reader, tell_group
from gebuur.apps.budget.actions.grounds import must_be_ground
from gebuur.apps.budget.actions.lines import write_line
from gebuur.apps.budget.models import FeasibilityCheck, Proposal
from gebuur.apps.budget.permissions import can_ask_services, can_note_services, is_authority
from gebuur.apps.budget.queries.checks import is_of_before, of_before
from gebuur.apps.budget.queries.frames import binding_frame
from gebuur.apps.chronicle.models import ActorKind, Verb
from gebuur.apps.initiatives.permissions import Seat, can_speak
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.outbox import actions as outbox
from gebuur.core.errors import RuleBroken

Check = FeasibilityCheck


class ChecksOver(RuleBroken):
    """Services look at a proposal after it was handed in, and before the vote."""


class AskedAlready(RuleBroken):
    """One service answers once for a proposal, and for a version that comes back after an answer once more."""


class NoTimeToLook(RuleBroken):
    """A service cannot answer in the past."""


class DayIsOver(RuleBroken):
    """Everybody saw that a service was late; nobody can make that go away."""


class SaidAlready(RuleBroken):
    """A service answers once, and once more after a repair."""


class RepairsOver(RuleBroken):
    """The group mends a proposal until the day in the frame, once for each service."""


@dataclass(frozen=True)
class Reader:
    """Who reads for a service, until when, and to whom the question goes when nothing comes."""

    reader_name: str
    reader_email: str
    due_on: dt.date
    escalates_to: str
    escalates_email: str


@dataclass(frozen=True)
class Verdict:
    """What a service says. `ground` is in the words of the frame; a plain yes needs none."""

    verdict: str
    ground: str = ""
    reasons: str = ""
    condition: str = ""


@transaction.atomic
def ask_service(
    proposal: Proposal, *, actor: Person, service: str, reader: Reader, now: dt.datetime
) -> Check:
    """Ask a service whether a proposal can be done."""
    if not can_ask_services(actor, proposal.neighbourhood_id):
        raise PermissionDenied
    _must_be_handed_in(proposal)
    _must_be_ahead(reader, now)
    known = proposal.checks.filter(~of_before(), service__iexact=service).first()
    check, is_new = Check.objects.get_or_create(
        proposal=proposal,
        service=known.service if known is not None else service,
        version=known.version if known is not None else proposal.version,
        defaults={
            "neighbourhood_id": proposal.neighbourhood_id,
            "asked_by": actor,
            "asked_at": now,
            **asdict(reader),
        },
    )
    if not is_new:
        raise AskedAlready(_("This service was asked already. Change its reader or its day above."))
    kind = _kind_of(actor)
    write_line(proposal, Verb.HANDED_OVER, kind, actor=actor, act="check-asked", now=now)
    mail_reader(check, "check_asked", now=now)
    return check


@transaction.atomic
def change_reader(check: Check, *, actor: Person, reader: Reader, now: dt.datetime) -> None:
    """Somebody else reads, or on a later day while the day is not over. The old link ends."""
    if not can_ask_services(actor, check.neighbourhood_id):
        raise PermissionDenied
    _must_be_handed_in(check.proposal)
    if reader.due_on != check.due_on:
        _must_not_be_over(check, now)
        _must_be_ahead(reader, now)
    waiting = Check.objects.filter(pk=check.pk, verdict="")
    if not waiting.update(asked_by=actor, reminded_at=None, **asdict(reader)):
        raise _said_already()
    write_line(check.proposal, Verb.DID, _kind_of(actor), actor=actor, act="check-moved", now=now)
    _close_letters(check)
    check.refresh_from_db()
    mail_reader(check, "check_asked", now=now)


@transaction.atomic
def take_back_check(check: Check, *, actor: Person, now: dt.datetime) -> None:
    """The service need not look after all. What it answered, stays."""
    if not can_ask_services(actor, check.neighbourhood_id):
        raise PermissionDenied
    _must_not_be_over(check, now)
    proposal, pk = check.proposal, check.pk
    gone, _rows = Check.objects.filter(pk=pk, verdict="").delete()
    if not gone:
        raise _said_already()
    check.pk = pk
    _close_letters(check)
    kind = _kind_of(actor)
    write_line(proposal, Verb.DECIDED, kind, actor=actor, act="check-taken-back", now=now)


@transaction.atomic
def answer_check(check: Check, said: Verdict, *, actor: Person | None, now: dt.datetime) -> None:
    """The service answers on its own page (no actor), or somebody writes down what it said.

    After a repair it answers once more; what it said first is kept beside it.
    """
    if actor is not None and not can_note_services(actor, check.neighbourhood_id):
        raise PermissionDenied
    _must_be_handed_in(check.proposal)
    if is_of_before(check):
        raise ChecksOver(_("This is about an earlier version. The service can be asked anew."))
    facts = asdict(said)
    if said.verdict == Check.Verdict.YES:
        facts |= {"ground": "", "condition": ""}
    else:
        must_be_ground(check.proposal.round, said.ground)
    if said.verdict == Check.Verdict.NO:
        facts["condition"] = ""
    first = Check.objects.filter(pk=check.pk, verdict="")
    again = Check.objects.filter(pk=check.pk, repaired_at__isnull=False, again_at__isnull=True)
    is_first = first.update(answered_at=now, **facts)
    if not is_first and not again.update(again_at=now, first=_kept(check), **facts):
        raise _said_already()
    act = f"check-{said.verdict}" if is_first else f"check-again-{said.verdict}"
    write_line(check.proposal, Verb.DECIDED, ActorKind.SERVICE, actor=None, act=act, now=now)
    outbox.cancel_messages(check.pk)
    check.refresh_from_db()
    tell_group(check, now=now)


@transaction.atomic
def repair(check: Check, *, seat: Seat, words: str, now: dt.datetime) -> None:
    """The group says what it changed for an “if” or a “no”; the service looks once more."""
    if seat.initiative.pk != check.proposal.group_id or not can_speak(seat):
        raise PermissionDenied
    _must_be_handed_in(check.proposal)
    last = binding_frame(check.proposal.round).days["repairs_until"]
    if timezone.localdate(now) > last:
        raise RepairsOver(
            _("The days to mend the proposal are over. You find them in the calendar.")
        )
    asked = Check.objects.filter(pk=check.pk, verdict__in=["if", "no"], repaired_at__isnull=True)
    if not asked.update(repaired=words, repaired_at=now):
        raise RepairsOver(_("This was answered already. Read what was said."))
    write_line(
        check.proposal, Verb.DID, ActorKind.GROUP, actor=seat.person, act="check-repaired", now=now
    )
    check.refresh_from_db()
    mail_reader(check, "check_repaired", now=now)


def _kept(check: Check) -> dict[str, str]:
    """What the service said before it looked again."""
    names = ("verdict", "ground", "reasons", "condition")
    return {name: getattr(check, name) for name in names}


def _must_be_handed_in(proposal: Proposal) -> None:
    state = Proposal.objects.values_list("state", flat=True).get(pk=proposal.pk)
    if state != Proposal.State.HANDED_IN:
        raise ChecksOver(_("Services look at a proposal between handing in and the vote only."))


def _must_be_ahead(reader: Reader, now: dt.datetime) -> None:
    if reader.due_on <= timezone.localdate(now):
        raise NoTimeToLook(_("Choose a day after today. The service needs time to answer."))


def _must_not_be_over(check: Check, now: dt.datetime) -> None:
    if not check.verdict and check.due_on < timezone.localdate(now):
        raise DayIsOver(
            _("The day is over, and everybody reads that. Another reader can still answer.")
        )


def _kind_of(actor: Person) -> ActorKind:
    return ActorKind.AUTHORITY if is_authority(actor) else ActorKind.PROFESSIONAL


def _said_already() -> SaidAlready:
    return SaidAlready(_("The service has answered already. Read what it said."))


def _close_letters(check: Check) -> None:
    """The links of the reader before, and what did not leave yet, are of no use any more."""
    outbox.end_links(check.pk)
    outbox.cancel_messages(check.pk)
