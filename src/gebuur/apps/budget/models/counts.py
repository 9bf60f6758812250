"""The count of a round, and all that is told about it."""

from django.db import models

from gebuur.apps.budget.models.rounds import Round
from gebuur.apps.neighbourhood.models import PlaceRow


class Count(PlaceRow):
    """The count of a round: the recount file, and what came out of it. Made once.

    `file` holds every ballot and no voter; it stays empty, like `digest`, when there were too few ballots to show them.
    `result` is what the pages tell, so that nobody has to count again to read it.
    """

    round = models.OneToOneField(Round, models.CASCADE, related_name="count")
    file = models.TextField(blank=True)
    seed = models.CharField(max_length=64)
    result = models.JSONField()
    digest = models.CharField(max_length=64, blank=True)
    ballots = models.PositiveIntegerField()
    counted_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    counted_at = models.DateTimeField()
