"""The turn bonus that a coordinator approved, in place of the hand-set one."""

from django.db import models
from django.db.models import Q

from gebuur.apps.neighbourhood.models import PlaceRow


class TurnBonus(PlaceRow):
    """Metre equivalents by full weeks of waiting, and what they rest on. It holds until `ended_at`.

    `metres` is what may be walked more to keep one volunteer for twelve weeks.
    """

    new_curve = models.JSONField()
    wait_curve = models.JSONField()
    metres = models.PositiveIntegerField()
    new_people = models.PositiveIntegerField()
    matched_people = models.PositiveIntegerField()
    left = models.PositiveIntegerField()
    approved_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    approved_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["neighbourhood"],
                condition=Q(ended_at__isnull=True),
                name="care_one_turn_bonus",
            ),
        )
