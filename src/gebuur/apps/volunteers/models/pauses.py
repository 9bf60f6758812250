"""Pauses: when somebody rests, and when she said that she starts again. A pause is not leaving."""

from django.db import models
from django.db.models import F, Q

from gebuur.apps.neighbourhood.models import PlaceRow
from gebuur.apps.volunteers.models.offers import Offer


class PausePeriod(PlaceRow):
    """One pause: planned until a day, over when she says so (or stops). Silence ends nothing.

    `asked_at` is when we asked, on the last day, whether she starts again.
    """

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="pauses")
    since = models.DateField()
    until = models.DateField()
    asked_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="volunteers_pause_period"
            ),
            models.UniqueConstraint(
                fields=["offer"],
                condition=Q(ended_at__isnull=True),
                name="volunteers_one_pause_at_a_time",
            ),
        )
        indexes = (
            models.Index(
                fields=["neighbourhood", "until"],
                condition=Q(ended_at__isnull=True),
                name="volunteers_pauses_open",
            ),
        )
