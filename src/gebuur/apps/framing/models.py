"""An organisation's own words for the frames of the training. What was said before stays as history."""

from django.db import models
from django.db.models import Q

from gebuur.core.models import Row


class Rewording(Row):
    """Own words in one place of the frames, from a moment until other words, or ours, took their place.

    `path` is `kind:key:field` or `kind:key:field:number`, as `domain.frames` prints them.
    """

    organisation = models.ForeignKey(
        "neighbourhood.Organisation", models.CASCADE, related_name="rewordings"
    )
    path = models.CharField(max_length=80)
    nl = models.CharField(max_length=400)
    en = models.CharField(max_length=400)
    made_by = models.ForeignKey(
        "neighbourhood.Person", models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "path"],
                condition=Q(ended_at__isnull=True),
                name="framing_one_wording_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(nl="") & ~Q(en=""), name="framing_wording_not_empty"
            ),
        )
