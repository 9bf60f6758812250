"""Booking what organised volunteers are paid back: judged by the law's figures, claimed by one conditional update."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gebuur.apps.chronicle.models import Verb
from gebuur.apps.neighbourhood.models import Person
from gebuur.apps.neighbourhood.permissions import works_with
from gebuur.apps.volunteers.actions.legal import NotInTheFuture
from gebuur.apps.volunteers.actions.recording import record
from gebuur.apps.volunteers.models import AllowanceLine, AllowanceYear, Offer
from gebuur.apps.volunteers.queries.allowance_figures import figures_of
from gebuur.apps.volunteers.queries.allowance_words import reason_in_words
from gebuur.apps.volunteers.queries.allowances import ledger_of
from gebuur.core.errors import RuleBroken
from gebuur.domain.allowances import (
    Kind,
    Line,
    Mode,
    Reason,
    System,
    Verdict,
    Work,
    judge,
    travel_cents,
)

TRIES = 20


class OnlyForTheOrganisation(RuleBroken):
    """Neighbours among themselves get no allowance."""


class AllowanceRefused(RuleBroken):
    """The law has no room for this line; the message says why."""


class WayIsChosen(RuleBroken):
    """A year has one way of being paid back, and something was booked in it."""


class TakenBackAlready(RuleBroken):
    """A line is corrected once, and a correction is not corrected."""


class TooManyAtOnce(RuleBroken):
    """Others kept booking in the same ledger."""


@transaction.atomic
def choose_way(
    offer: Offer,
    year: int,
    *,
    system: System,
    may_be_raised: bool,
    actor: Person,
    now: dt.datetime,
) -> AllowanceYear:
    """Choose how a volunteer is paid back in a calendar year; the way changes only while nothing is booked."""
    _check(offer, actor)
    row, _made = AllowanceYear.objects.get_or_create(
        offer=offer,
        year=year,
        defaults={
            "neighbourhood_id": offer.neighbourhood_id,
            "system": system,
            "may_be_raised": may_be_raised,
            "opened_at": now,
        },
    )
    if row.system != system and any(_net(row).values()):
        raise WayIsChosen(
            _("Something is booked in this year. Take that back first, then choose the other way.")
        )
    same = AllowanceYear.objects.filter(pk=row.pk, last_number=row.last_number)
    if not same.update(system=system, may_be_raised=may_be_raised):
        raise _too_many()
    record(offer, Verb.DECIDED, act="allowance-way", actor=actor, at=now)
    row.refresh_from_db()
    return row


@transaction.atomic
def book_allowance(
    row: AllowanceYear,
    *,
    kind: Kind,
    on: dt.date,
    actor: Person,
    now: dt.datetime,
    cents: int = 0,
    mode: Mode | None = None,
    metres: int = 0,
    work: Work = Work.ORDINARY,
) -> tuple[Reason, ...]:
    """Book one line, or refuse it with every reason; give what is nearly full now."""
    _check(row.offer, actor)
    if on > timezone.localdate(now):
        raise NotInTheFuture(_("That day is still to come. Book it when it has happened."))
    if mode in (Mode.CAR, Mode.BIKE):
        cents = _way(row, mode, metres, on)
    wish = Line(day=on, kind=kind, cents=cents, work=work, mode=mode, metres=metres)
    verdict = _add(row, wish, actor=actor, now=now)
    record(row.offer, Verb.DID, act="allowance-booked", actor=actor, at=now)
    return verdict.warnings


@transaction.atomic
def declare_elsewhere(
    row: AllowanceYear,
    *,
    lump_cents: int,
    metres: int,
    travel: int,
    work: Work,
    actor: Person,
    now: dt.datetime,
) -> tuple[Reason, ...]:
    """Note what other organisations paid so far this year, in total; it is a fact and never refused."""
    _check(row.offer, actor)
    seen = AllowanceYear.objects.get(pk=row.pk)
    figures = figures_of(row.offer.neighbourhood.organisation)
    totals = {(Kind.LUMP, work): (lump_cents, 0), (Kind.TRAVEL, Work.ORDINARY): (travel, metres)}
    warnings: tuple[Reason, ...] = ()
    for wish in _differences(seen, totals):
        warnings += judge(wish, ledger_of(seen), figures).warnings
        _claim_and_write(seen, **_facts(wish), noted_by=actor, noted_at=now)
    AllowanceYear.objects.filter(pk=row.pk).update(declared_on=timezone.localdate(now))
    record(row.offer, Verb.DID, act="allowance-elsewhere", actor=actor, at=now)
    return warnings


@transaction.atomic
def take_back_allowance(line: AllowanceLine, *, actor: Person, now: dt.datetime) -> None:
    """Put the opposite line against a mistake; both stay to be read."""
    offer = line.ledger.offer
    if not works_with(actor, offer.neighbourhood_id):
        raise PermissionDenied
    if line.reverses_id or line.is_elsewhere:
        raise TakenBackAlready(_("This line cannot be taken back. Book or declare what is right."))
    try:
        with transaction.atomic():
            _claim_and_write(
                AllowanceYear.objects.get(pk=line.ledger_id),
                on=line.on,
                kind=line.kind,
                cents=-line.cents,
                metres=-line.metres,
                mode=line.mode,
                task_kind=line.task_kind,
                reverses=line,
                noted_by=actor,
                noted_at=now,
            )
    except IntegrityError as error:
        raise TakenBackAlready(_("Somebody has already taken this back.")) from error
    record(offer, Verb.DID, act="allowance-taken-back", actor=actor, at=now)


def _check(offer: Offer, actor: Person) -> None:
    if not works_with(actor, offer.neighbourhood_id):
        raise PermissionDenied
    if not offer.is_organised:
        raise OnlyForTheOrganisation(
            _("This is help between neighbours. Only a volunteer of the organisation is paid back.")
        )


def _way(row: AllowanceYear, mode: Mode, metres: int, on: dt.date) -> int:
    """What a way pays by the rate of its day."""
    rate = figures_of(row.offer.neighbourhood.organisation).rate(mode, on)
    if rate is None:
        raise AllowanceRefused(
            _(
                "Nobody entered what a kilometre pays that day. The coordinator does that under Ceilings."
            )
        )
    cents = travel_cents(metres, rate)
    if not cents:
        raise AllowanceRefused(_("That way is too short to pay back."))
    return cents


def _net(row: AllowanceYear) -> dict[str, int]:
    """What we booked ourselves, by kind, after corrections."""
    sums: dict[str, int] = {}
    for line in AllowanceLine.objects.filter(ledger=row, is_elsewhere=False):
        sums[line.kind] = sums.get(line.kind, 0) + line.cents
    return sums


def _differences(
    row: AllowanceYear, totals: Mapping[tuple[Kind, Work], tuple[int, int]]
) -> Iterator[Line]:
    """The lines that bring what was declared before to the totals of today."""
    told: dict[tuple[Kind, Work], tuple[int, int]] = {}
    for line in AllowanceLine.objects.filter(ledger=row, is_elsewhere=True).order_by("number"):
        key = Kind(line.kind), Work(line.task_kind)
        cents, metres = told.get(key, (0, 0))
        told[key] = cents + line.cents, metres + line.metres
    for key in dict.fromkeys([*told, *totals]):
        (now_cents, now_metres), (cents, metres) = totals.get(key, (0, 0)), told.get(key, (0, 0))
        if (now_cents, now_metres) != (cents, metres):
            kind, work = key
            yield Line(
                day=None,
                kind=kind,
                cents=now_cents - cents,
                metres=now_metres - metres,
                work=work,
                is_elsewhere=True,
            )


def _add(row: AllowanceYear, wish: Line, *, actor: Person, now: dt.datetime) -> Verdict:
    """Judge a line by the ledger as it is, and claim its place; when somebody was first, judge again."""
    figures = figures_of(row.offer.neighbourhood.organisation)
    for _try in range(TRIES):
        seen = AllowanceYear.objects.get(pk=row.pk)
        verdict = judge(wish, ledger_of(seen), figures)
        if not verdict.is_allowed:
            raise AllowanceRefused(" ".join(reason_in_words(one) for one in verdict.refusals))
        try:
            _claim_and_write(seen, **_facts(wish), noted_by=actor, noted_at=now)
        except TooManyAtOnce:
            continue
        return verdict
    raise _too_many()


def _facts(wish: Line) -> dict[str, Any]:
    return {
        "on": wish.day,
        "kind": wish.kind,
        "cents": wish.cents,
        "metres": wish.metres,
        "mode": wish.mode or "",
        "task_kind": wish.work,
        "is_elsewhere": wish.is_elsewhere,
    }


def _claim_and_write(seen: AllowanceYear, **facts: Any) -> None:
    """Take the next number if the ledger is still as it was seen, and write the line."""
    free = AllowanceYear.objects.filter(
        pk=seen.pk,
        last_number=seen.last_number,
        system=seen.system,
        may_be_raised=seen.may_be_raised,
    )
    if not free.update(last_number=seen.last_number + 1):
        raise _too_many()
    seen.last_number += 1
    AllowanceLine.objects.create(ledger=seen, number=seen.last_number, **facts)


def _too_many() -> TooManyAtOnce:
    return TooManyAtOnce(_("Somebody booked at the same moment. Press once more."))
