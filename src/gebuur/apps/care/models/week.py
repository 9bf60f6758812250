"""The proposal of the week: one division of all open questions, and what was decided about each pair."""

from django.db import models
from django.db.models import Q

from gebuur.apps.neighbourhood.models import PlaceRow


class WeekRun(PlaceRow):
    """All open questions divided over everybody who offered, at one moment. It asks nobody.

    `gap` is how many metre equivalents a better division could save at most; 0 when there is none better.
    """

    made_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField()
    is_open = models.BooleanField(default=True)
    is_exact = models.BooleanField(default=True)
    gap = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["neighbourhood"], condition=Q(is_open=True), name="care_one_open_week"
            ),
            models.CheckConstraint(
                condition=Q(is_exact=False) | Q(gap=0), name="care_week_exact_has_no_gap"
            ),
        )


class WeekPair(PlaceRow):
    """One question with the neighbour proposed for it. Price and difference are metre equivalents."""

    class State(models.TextChoices):
        PROPOSED = "proposed"
        SWAPPED = "swapped"
        ACCEPTED = "accepted"
        LEFT = "left"

    run = models.ForeignKey(WeekRun, models.CASCADE, related_name="pairs")
    request = models.ForeignKey("care.HelpRequest", models.CASCADE, related_name="+")
    offer = models.ForeignKey("volunteers.Offer", models.CASCADE, related_name="week_pairs")
    price = models.IntegerField()
    distance = models.PositiveIntegerField()
    reasons = models.JSONField(default=list)
    alternative = models.ForeignKey(
        "volunteers.Offer", models.SET_NULL, null=True, related_name="+"
    )
    difference = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=8, default=State.PROPOSED)
    decided_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["run", "request"], name="care_week_request_once"),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_at__isnull=True)
                | Q(state__in=["swapped", "accepted", "left"], decided_at__isnull=False),
                name="care_week_pair_state",
            ),
        )


class WeekUnserved(PlaceRow):
    """A question for which the run found nobody, why, and how many stop at which rule."""

    run = models.ForeignKey(WeekRun, models.CASCADE, related_name="unserved")
    request = models.ForeignKey("care.HelpRequest", models.CASCADE, related_name="+")
    why = models.CharField(max_length=20)
    misfits = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["run", "request"], name="care_week_unserved_once"),
        )
