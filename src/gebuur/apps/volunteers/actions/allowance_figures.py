"""Ceilings and kilometre rates of years that do not come with Gebuur, entered by the coordinator."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gebuur.apps.neighbourhood.models import Organisation, Person
from gebuur.apps.neighbourhood.permissions import is_coordinator
from gebuur.apps.volunteers.models import AllowanceCeiling, KilometreRate
from gebuur.apps.volunteers.queries.allowance_figures import figures_of
from gebuur.core.errors import RuleBroken
from gebuur.domain.allowances import BUILT_IN, Ceiling, Rate


class FigureIsKnown(RuleBroken):
    """A figure for that year or that day is there already."""


@transaction.atomic
def enter_ceiling(organisation: Organisation, wish: Ceiling, *, actor: Person) -> None:
    """Keep the ceilings of a year; a year of our own is corrected, one that comes with Gebuur is not."""
    _check(organisation, actor)
    if BUILT_IN.ceiling(wish.year) is not None:
        raise FigureIsKnown(
            _("The ceilings of %(year)s come with Gebuur. Enter another year.")
            % {"year": wish.year}
        )
    AllowanceCeiling.objects.update_or_create(
        organisation=organisation,
        year=wish.year,
        defaults={
            "day_cents": wish.day,
            "yearly_cents": wish.yearly,
            "raised_cents": wish.raised,
            "source": wish.source,
            "checked": wish.checked,
            "check_by": wish.check_by,
            "entered_by": actor,
        },
    )


@transaction.atomic
def enter_rate(organisation: Organisation, wish: Rate, *, actor: Person) -> None:
    """Keep what a kilometre pays between two days that no other rate covers."""
    _check(organisation, actor)
    for known in figures_of(organisation).rates:
        if known.mode == wish.mode and known.since <= wish.until and wish.since <= known.until:
            raise _known(known.since, known.until)
    try:
        with transaction.atomic():
            KilometreRate.objects.create(
                organisation=organisation,
                mode=wish.mode,
                since=wish.since,
                until=wish.until,
                per_km=wish.per_km,
                source=wish.source,
                checked=wish.checked,
                check_by=wish.check_by,
                entered_by=actor,
            )
    except IntegrityError as error:
        raise _known(wish.since, wish.until) from error


def _known(since: dt.date, until: dt.date) -> FigureIsKnown:
    return FigureIsKnown(
        _("There is a rate from %(since)s until %(until)s already. Choose other days.")
        % {"since": f"{since:%d/%m/%Y}", "until": f"{until:%d/%m/%Y}"}
    )


def _check(organisation: Organisation, actor: Person) -> None:
    if not is_coordinator(actor) or actor.neighbourhood.organisation_id != organisation.pk:
        raise PermissionDenied
