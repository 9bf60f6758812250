"""The secret address under which somebody's own calendar reads the dates of her groups."""

from django.db import models
from django.db.models import Q

from gebuur.apps.initiatives.models.groups import Initiative
from gebuur.apps.neighbourhood.models import PlaceRow


class FeedKey(PlaceRow):
    """One living address per neighbour for all her groups, and one per group. Only its hash is kept.

    It opens nothing when she has left the group: what it shows is looked up anew each time.
    """

    person = models.ForeignKey("neighbourhood.Person", models.CASCADE, related_name="+")
    initiative = models.ForeignKey(Initiative, models.CASCADE, null=True, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(initiative__isnull=True, ended_at__isnull=True),
                name="initiatives_feed_of_all_once",
            ),
            models.UniqueConstraint(
                fields=["person", "initiative"],
                condition=Q(ended_at__isnull=True),
                name="initiatives_feed_of_group_once",
            ),
        )
