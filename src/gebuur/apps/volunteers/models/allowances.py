"""What organised volunteers are paid back, line by line, and the figures that an organisation entered itself.

Cents, metres and rates are whole numbers as in `gebuur.domain.allowances`, which judges every line.
"""

from django.db import models
from django.db.models import F, Q

from gebuur.apps.neighbourhood.models import PlaceRow
from gebuur.core.models import Row
from gebuur.domain.allowances import Kind, Mode, System, Work

FIRST_YEAR, LAST_YEAR = 2005, 2100
SYSTEMS, KINDS = [one.value for one in System], [one.value for one in Kind]
MODES, WORKS = [one.value for one in Mode], [one.value for one in Work]


class AllowanceYear(PlaceRow):
    """One volunteer in one calendar year: one way of being paid back, and how many lines there are.

    Who adds a line claims the next number by one conditional update of `last_number`; so two people who
    book at once never reckon with the same room.
    """

    offer = models.ForeignKey("volunteers.Offer", models.CASCADE, related_name="allowance_years")
    year = models.PositiveSmallIntegerField()
    system = models.CharField(max_length=10)
    may_be_raised = models.BooleanField(default=False)
    last_number = models.PositiveIntegerField(default=0)
    declared_on = models.DateField(null=True)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["offer", "year"], name="volunteers_one_ledger_a_year"),
            models.CheckConstraint(
                condition=Q(system__in=SYSTEMS), name="volunteers_ledger_system"
            ),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                name="volunteers_ledger_year",
            ),
        )


class AllowanceLine(Row):
    """One amount. A mistake is never deleted: a line with everything below zero stands against it.

    `on` is empty for what other organisations paid over the year (`is_elsewhere`).
    """

    ledger = models.ForeignKey(AllowanceYear, models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    on = models.DateField(null=True)
    kind = models.CharField(max_length=6)
    cents = models.IntegerField()
    metres = models.IntegerField(default=0)
    mode = models.CharField(max_length=6, blank=True)
    task_kind = models.CharField(max_length=8)
    is_elsewhere = models.BooleanField(default=False)
    reverses = models.OneToOneField("self", models.CASCADE, null=True, related_name="reversed_by")
    noted_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    noted_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["ledger", "number"], name="volunteers_allowance_number_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=KINDS, task_kind__in=WORKS, mode__in=["", *MODES]),
                name="volunteers_allowance_words",
            ),
            models.CheckConstraint(
                condition=Q(on__isnull=False) | Q(is_elsewhere=True),
                name="volunteers_allowance_day",
            ),
            models.CheckConstraint(
                condition=Q(reverses__isnull=False)
                | Q(is_elsewhere=True)
                | Q(cents__gt=0, metres__gte=0),
                name="volunteers_allowance_above_zero",
            ),
        )


class AllowanceCeiling(Row):
    """The ceilings of a year that does not come with Gebuur, entered by somebody who read them."""

    organisation = models.ForeignKey(
        "neighbourhood.Organisation", models.CASCADE, related_name="allowance_ceilings"
    )
    year = models.PositiveSmallIntegerField()
    day_cents = models.PositiveIntegerField()
    yearly_cents = models.PositiveIntegerField()
    raised_cents = models.PositiveIntegerField(null=True)
    source = models.CharField(max_length=200)
    checked = models.DateField()
    check_by = models.DateField()
    entered_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "year"], name="volunteers_ceiling_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(day_cents__gt=0, day_cents__lt=F("yearly_cents")),
                name="volunteers_ceiling_day_below_year",
            ),
            models.CheckConstraint(
                condition=Q(raised_cents__isnull=True) | Q(raised_cents__gt=F("yearly_cents")),
                name="volunteers_ceiling_raised_above",
            ),
            models.CheckConstraint(
                condition=Q(check_by__gt=F("checked")) & ~Q(source=""),
                name="volunteers_ceiling_source",
            ),
        )


class KilometreRate(Row):
    """What a kilometre pays between two days that do not come with Gebuur; in ten-thousandths of a euro."""

    organisation = models.ForeignKey(
        "neighbourhood.Organisation", models.CASCADE, related_name="kilometre_rates"
    )
    mode = models.CharField(max_length=6)
    since = models.DateField()
    until = models.DateField()
    per_km = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    checked = models.DateField()
    check_by = models.DateField()
    entered_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "mode", "since"], name="volunteers_rate_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(mode__in=[Mode.CAR.value, Mode.BIKE.value])
                & Q(since__lte=F("until"), per_km__gt=0),
                name="volunteers_rate_days",
            ),
            models.CheckConstraint(
                condition=Q(check_by__gt=F("checked")) & ~Q(source=""),
                name="volunteers_rate_source",
            ),
        )
